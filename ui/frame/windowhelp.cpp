// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowhelp.h"

#include "model/board/clockmodel.h"
#include "ui/actions/actionsheet.h"
#include "ui/actions/actiontable.h"
#include "ui/frame/gotodialog.h"
#include "ui/frame/page.h"
#include "ui/frame/pagedeck.h"
#include "ui/frame/statusline.h"
#include "ui/widgets/announcer.h"

#include <QEvent>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace ui {

WindowHelp::WindowHelp(const Parts &parts, QMainWindow &window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
{
    Actions &actions = parts.actions;
    actions.bind(ActionId::KeysAndHelp, this, [this] { showKeys(); });
    actions.bind(ActionId::FindAction, this, [this] { findAction(); });
    actions.bind(ActionId::GoToVerification, this, [this] { goTo(); });
    actions.bind(ActionId::SayState, this, [this] { sayState(); });
    actions.bind(ActionId::GoToTable, this, [this] { m_parts.pages.current().takeFocus(); });
    actions.bind(ActionId::FullScreen, this,
                 [this](bool) { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
    window.installEventFilter(this);
}

void WindowHelp::showKeys()
{
    open(new ActionSheet(m_parts.theme, u"Keys and help"_s, keyHelp(m_parts.actions), &m_window));
}

void WindowHelp::findAction()
{
    open(new ActionSheet(m_parts.theme, u"Find an action"_s, {KeyGroup{{}, possibleActions(m_parts.actions)}},
                         &m_window));
}

void WindowHelp::goTo()
{
    auto *dialog = new GoToDialog(m_parts.theme, m_parts.engine, &m_window);
    connect(dialog, &GoToDialog::found, this, &WindowHelp::verificationWanted);
    open(dialog);
}

void WindowHelp::sayState()
{
    const Page &page = m_parts.pages.current();
    const QString state = page.stateSentence();
    const QString words = (state.isEmpty() ? QString(page.name() + u'.') : state) + u' ' + m_parts.clock.sentence();
    m_parts.status.say(words);
    m_parts.announcer.say(words);
}

void WindowHelp::open(QDialog *dialog)
{
    delete m_dialog;
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Not every window manager gives the focus back by itself.
    connect(dialog, &QDialog::finished, &m_window, [this] { m_window.activateWindow(); });
    dialog->open();
}

// A window manager has keys of its own for it.
bool WindowHelp::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        m_parts.actions.find(ActionId::FullScreen)->setChecked(m_window.isFullScreen());
    return QObject::eventFilter(watched, event);
}

} // namespace ui
