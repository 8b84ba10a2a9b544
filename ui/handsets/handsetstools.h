// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class FindField;
class Theme;

// The part of the top bar that belongs to the phones: a new verification and the find field. Neither is filled: on this
// page that is for answering.
class HandsetsTools : public QWidget {
    Q_OBJECT

public:
    explicit HandsetsTools(const Theme &theme, QWidget *parent = nullptr);

    void focusFind();
    // Without saying findChanged().
    void setFind(const QString &text);

Q_SIGNALS:
    void newWanted();
    void findChanged(const QString &text); // a moment after the last key

private:
    FindField *m_find;
};

} // namespace ui
