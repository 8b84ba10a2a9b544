// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class FindField;
class Theme;

// The Board's part of the top bar: its main action and its find field.
class BoardTools : public QWidget {
    Q_OBJECT

public:
    explicit BoardTools(const Theme &theme, QWidget *parent = nullptr);

    void focusFind();
    // Without saying findChanged().
    void setFind(const QString &text);

Q_SIGNALS:
    void newWanted();
    void findChanged(const QString &text); // a moment after the last key // a moment after the last key

private:
    FindField *m_find;
};

} // namespace ui
