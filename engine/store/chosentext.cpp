// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/chosentext.h"

namespace engine {

using namespace Qt::StringLiterals;

namespace {

const QString ByLot = u"lot "_s;

} // namespace

QString chosenText(const WorkflowChoice &choice)
{
    const auto named
        = [&](const QString &by) -> QString { return by + choice.rule + u'/' + QString::number(choice.version); };
    switch (choice.by) {
    case ChosenBy::Unknown:
        break;
    case ChosenBy::Named:
        return u"named"_s;
    case ChosenBy::Default:
        return u"default"_s;
    case ChosenBy::Rule:
        return named(u"rule "_s);
    case ChosenBy::Lot:
        return named(ByLot);
    }
    return {};
}

std::string experimentIn(const QString &chosenText)
{
    return chosenText.startsWith(ByLot) ? chosenText.mid(ByLot.size()).toStdString() : std::string();
}

} // namespace engine
