// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/timebox.h"

#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

TimeBox::TimeBox(engine::seconds least, engine::seconds most, int step)
    : m_least(int(least.count()))
{
    setRange(m_least - step, int(most.count()));
    setSingleStep(step);
    setSpecialValueText(u"documented"_s);
    setSuffix(u" s"_s);
}

std::optional<engine::seconds> TimeBox::time() const
{
    return value() == minimum() ? std::nullopt : std::optional(engine::seconds(std::max(m_least, value())));
}

void TimeBox::setTime(const std::optional<engine::seconds> &time)
{
    const QSignalBlocker quiet(this);
    setValue(time ? int(time->count()) : minimum());
}

QString TimeBox::range() const
{
    return u"%1 to %2 s, or %3"_s.arg(m_least).arg(maximum()).arg(specialValueText());
}

// Qt puts the unit behind all that is typed.
QString TimeBox::typed(const QString &text) const
{
    const QString unit = suffix();
    return (text.endsWith(unit) ? text.chopped(unit.size()) : text).trimmed();
}

std::optional<int> TimeBox::read(const QString &text) const
{
    QString words = typed(text);
    if (!words.isEmpty() && specialValueText().startsWith(words, Qt::CaseInsensitive))
        return minimum();
    bool isNumber = false;
    const int seconds = words.remove(u',').toInt(&isNumber);
    return isNumber && seconds >= m_least && seconds <= maximum() ? std::optional(seconds) : std::nullopt;
}

QValidator::State TimeBox::validate(QString &text, int &) const
{
    return read(text) ? QValidator::Acceptable : QValidator::Intermediate;
}

int TimeBox::valueFromText(const QString &text) const
{
    return read(text).value_or(value());
}

void TimeBox::fixup(QString &text) const
{
    if (const QString words = typed(text); !words.isEmpty() && !read(text))
        Q_EMIT refused(words);
}

} // namespace ui
