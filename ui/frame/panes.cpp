// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/panes.h"

#include <QApplication>
#include <QWidget>

namespace ui {

namespace {

bool takesFocus(const QWidget &control)
{
    return control.isVisible() && control.isEnabled() && (control.focusPolicy() & Qt::TabFocus);
}

QWidget *firstControl(QWidget &pane)
{
    if (takesFocus(pane))
        return &pane;
    // The chain of focus is a ring through the whole window.
    for (QWidget *next = pane.nextInFocusChain(); next != &pane; next = next->nextInFocusChain()) {
        if (pane.isAncestorOf(next) && takesFocus(*next))
            return next;
    }
    return nullptr;
}

} // namespace

void focusNextPane(const QList<QWidget *> &panes, int by)
{
    const QWidget *focus = QApplication::focusWidget();
    qsizetype current = by > 0 ? -1 : panes.size();
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i] == focus || panes[i]->isAncestorOf(focus))
            current = i;
    }
    for (qsizetype tried = 0; tried < panes.size(); ++tried) {
        current = (current + by + panes.size()) % panes.size();
        if (QWidget *control = firstControl(*panes[current])) {
            control->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace ui
