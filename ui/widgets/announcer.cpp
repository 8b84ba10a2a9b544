// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/announcer.h"

#include <QAccessible>
#include <QApplication>
#include <QWidget>

namespace ui {

Announcer::Announcer(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, &Announcer::giveBack);
}

void Announcer::say(const QString &words)
{
    giveBack();
    m_control = QApplication::focusWidget();
    if (!m_control)
        return;
    m_ownName = m_control->accessibleName();
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_control);
    const QString name = spoken ? spoken->text(QAccessible::Name) : m_ownName;
    m_said = words + u' ' + name;
    m_control->setAccessibleName(m_said);
}

// Unless it was given another name since.
void Announcer::giveBack()
{
    if (m_control && m_control->accessibleName() == m_said)
        m_control->setAccessibleName(m_ownName);
    m_control = nullptr;
}

} // namespace ui
