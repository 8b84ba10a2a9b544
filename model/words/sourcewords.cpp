// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/sourcewords.h"

namespace model {

using namespace Qt::StringLiterals;
using engine::Source;

QString sourceName(Source source)
{
    switch (source) {
    case Source::Window:
        return u"window"_s;
    case Source::Api:
        return u"API"_s;
    case Source::Demo:
        return u"demo"_s;
    case Source::Population:
        return u"population"_s;
    case Source::Import:
        return u"import"_s;
    }
    Q_UNREACHABLE();
}

QString dataMark(Source source)
{
    switch (source) {
    case Source::Demo:
        return u"Demo data, invented"_s;
    case Source::Population:
        return u"Simulated users"_s;
    case Source::Window:
    case Source::Api:
    case Source::Import:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace model
