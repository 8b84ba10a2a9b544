// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/buttonlook.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPushButton>
#include <QVariant>

namespace ui {

namespace {

constexpr char LookProperty[] = "pinpathButtonLook";
constexpr char SmallProperty[] = "pinpathSmall";

} // namespace

void setButtonLook(QPushButton &button, ButtonLook look)
{
    button.setProperty(LookProperty, int(look));
    QFont font; // only its weight counts; the rest stays the application's
    font.setWeight(look == ButtonLook::Primary ? QFont::DemiBold : QFont::Normal);
    button.setFont(font);
    button.update();
}

ButtonLook buttonLook(const QAbstractButton &button)
{
    return ButtonLook(button.property(LookProperty).toInt());
}

void setSmall(QWidget &control, bool small)
{
    control.setProperty(SmallProperty, small);
    QEvent change(QEvent::StyleChange); // or a button would keep the size it has worked out before
    QCoreApplication::sendEvent(&control, &change);
}

bool isSmall(const QWidget &control)
{
    return control.property(SmallProperty).toBool();
}

} // namespace ui
