// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/numberwords.h"

namespace model {

namespace {

constexpr int ShownAtEnd = 3;

// `text` begins with the calling code, which a blank ends.
QString masked(QString text, QChar dot)
{
    const qsizetype from = std::max<qsizetype>(text.indexOf(u' '), 0);
    int digits = 0;
    for (qsizetype i = text.size() - 1; i > from; --i) {
        if (text[i].isDigit() && ++digits > ShownAtEnd)
            text[i] = dot;
    }
    return text;
}

} // namespace

void NumberMask::setOn(bool isOn)
{
    if (isOn == m_isOn)
        return;
    m_isOn = isOn;
    Q_EMIT changed();
}

void NumberMask::reveal(engine::PhoneNumber number)
{
    if (m_revealed.insert(number).second)
        Q_EMIT changed();
}

bool NumberMask::hides(engine::PhoneNumber number, engine::Source source) const
{
    return m_isOn || (source == engine::Source::Import && !m_revealed.contains(number));
}

QString NumberMask::shown(engine::PhoneNumber number, engine::Source source) const
{
    return hides(number, source) ? maskedNumber(number) : number.toInternational();
}

QString NumberMask::digits(engine::PhoneNumber number, engine::Source source) const
{
    if (!hides(number, source))
        return number.toString();
    return masked(number.toInternational(), u'x').remove(u'+').remove(u' ');
}

QString maskedNumber(engine::PhoneNumber number)
{
    return masked(number.toInternational(), u'•');
}

} // namespace model
