// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <variant>

namespace ui {

class Theme;
class WrapLabel;

// Words with the sign that tells their kind: a reply beside a field, an error under it. Long words take two lines.
class SignedLabel : public QWidget {
    Q_OBJECT

public:
    using Sign = std::variant<std::monostate, Mark, Icon>;

    explicit SignedLabel(const Theme &theme, QWidget *parent = nullptr);

    // `role` is an icon's colour; marks have their own.
    void setContent(const Sign &sign, const QString &words, QColor Tokens::*role = &Tokens::secondary);
    QString words() const;
    void setWordsRole(QColor Tokens::*role);
    // The most that the words ask for in one line, in pixels.
    void setLineWidth(int width);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Sign m_sign;
    QColor Tokens::*m_role = &Tokens::secondary;
    WrapLabel *m_words;
};

} // namespace ui
