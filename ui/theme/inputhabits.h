// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui {

// How controls take input, where Qt's own way surprises: the wheel turns a field only once it has the focus, else what
// it stands on scrolls; and Tab reaches the checked one of several radio buttons, from which the arrows choose. The
// style owns it and gives it to every control; GUI thread.
class InputHabits : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void giveTo(QWidget &control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ui
