// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/counts.h"

#include <array>

namespace model {

using namespace Qt::StringLiterals;

QString numberWord(qsizetype count)
{
    static const std::array words{u"no"_s,  u"one"_s,   u"two"_s,   u"three"_s, u"four"_s, u"five"_s,
                                  u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s,  u"ten"_s};
    return count < qsizetype(words.size()) ? words.at(std::size_t(count)) : QString::number(count);
}

QString ordinal(qsizetype place)
{
    static const std::array words{u"first"_s, u"second"_s,  u"third"_s,  u"fourth"_s, u"fifth"_s,
                                  u"sixth"_s, u"seventh"_s, u"eighth"_s, u"ninth"_s,  u"tenth"_s};
    return place <= qsizetype(words.size()) ? words.at(std::size_t(place - 1)) : QString::number(place) + u"th"_s;
}

QString counted(qsizetype count, const QString &singular, const QString &plural)
{
    const QString many = plural.isEmpty() ? singular + u's' : plural;
    return QString::number(count) + u' ' + (count == 1 ? singular : many);
}

} // namespace model
