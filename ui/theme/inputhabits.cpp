// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/inputhabits.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QRadioButton>

namespace ui {

namespace {

bool isWheeled(const QObject *control)
{
    return qobject_cast<const QComboBox *>(control) || qobject_cast<const QAbstractSpinBox *>(control);
}

// Null where it is checked itself, or none is.
QRadioButton *checkedBeside(const QRadioButton &button)
{
    if (button.isChecked() || !button.parentWidget())
        return nullptr;
    for (auto *other : button.parentWidget()->findChildren<QRadioButton *>(Qt::FindDirectChildrenOnly)) {
        if (other->isChecked() && other->autoExclusive() && other->isVisible() && other->isEnabled())
            return other;
    }
    return nullptr;
}

} // namespace

void InputHabits::giveTo(QWidget &control)
{
    if (isWheeled(&control) || qobject_cast<QRadioButton *>(&control))
        control.installEventFilter(this);
    if (isWheeled(&control) && control.focusPolicy() == Qt::WheelFocus)
        control.setFocusPolicy(Qt::StrongFocus);
}

bool InputHabits::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && isWheeled(watched) && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore(); // what it stands on takes it
        return true;
    }
    if (event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        auto *button = qobject_cast<QRadioButton *>(watched);
        if (button && (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)) {
            if (QRadioButton *checked = checkedBeside(*button)) {
                checked->setFocus(reason);
                return true;
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
