// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wraplabel.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int UsualLineWidth = 640;
constexpr double NarrowShare = 0.6; // of one line: as words break, half of it is not enough for two

} // namespace

WrapLabel::WrapLabel(const Theme &theme, TextStyle style, const QString &text, QColor Tokens::*role, QWidget *parent)
    : Label(theme, style, text, role, parent)
{
    setWordWrap(true);
}

void WrapLabel::setLineWidth(int width)
{
    m_lineWidth = width;
    updateGeometry();
}

QSize WrapLabel::sizeHint() const
{
    const int line = fontMetrics().horizontalAdvance(text()) + 2;
    const int width = std::min(line, m_lineWidth > 0 ? m_lineWidth : theme().px(UsualLineWidth));
    return {width, heightForWidth(width)};
}

QSize WrapLabel::minimumSizeHint() const
{
    return {int(sizeHint().width() * NarrowShare), fontMetrics().height()};
}

} // namespace ui
