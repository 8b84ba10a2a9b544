// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/label.h"

namespace ui {

// A label that wants one line, up to a width, and takes two where there is no room. (A QLabel that wraps wants to be
// square.)
class WrapLabel : public Label {
    Q_OBJECT

public:
    WrapLabel(const Theme &theme, TextStyle style, const QString &text = {}, QColor Tokens::*role = &Tokens::text,
              QWidget *parent = nullptr);

    // The most that it asks for, in pixels.
    void setLineWidth(int width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    int m_lineWidth = 0; // 0: the usual one
};

} // namespace ui
