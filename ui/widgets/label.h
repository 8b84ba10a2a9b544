// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace ui {

// A label in a style of the type scale and a colour of the theme that follows both when they change.
class Label : public QLabel {
    Q_OBJECT

public:
    Label(const Theme &theme, TextStyle style, const QString &text = {}, QColor Tokens::*role = &Tokens::text,
          QWidget *parent = nullptr);

    void setRole(QColor Tokens::*role);

protected:
    const Theme &theme() const { return m_theme; }

private:
    void follow();

    const Theme &m_theme;
    TextStyle m_style;
    QColor Tokens::*m_role;
};

} // namespace ui
