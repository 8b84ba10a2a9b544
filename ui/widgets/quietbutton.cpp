// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quietbutton.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace ui {

QuietButton::QuietButton(const QIcon &icon, const QString &longestWords, const QString &name, QWidget *parent)
    : QPushButton(icon, longestWords, parent)
    , m_longestWords(longestWords)
    , m_words(longestWords)
{
    setAccessibleName(name);
}

void QuietButton::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    update();
}

void QuietButton::setIconAlone(bool isAlone)
{
    setText(isAlone ? QString() : m_longestWords);
}

void QuietButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = text().isEmpty() ? QString() : m_words;
    painter.drawControl(QStyle::CE_PushButton, option);
}

} // namespace ui
