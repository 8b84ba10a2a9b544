// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actiontable.h"

#include <QMenu>
#include <QMenuBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const ActionEntry entries[]{
    {ActionId::NewVerification, Menu::File, u"&New verification…", "Ctrl+N"},
    {ActionId::RepeatLast, Menu::File, u"&Repeat the last", "Ctrl+Shift+N"},
    {ActionId::Quit, Menu::File, u"&Quit", "Ctrl+Q", true},

    {ActionId::CopyRow, Menu::Edit, u"&Copy row", "Ctrl+C"},
    {ActionId::CopyApiAddress, Menu::Edit, u"Copy API &address", ""},
    {ActionId::Find, Menu::Edit, u"&Find", "Ctrl+F", true},

    {ActionId::TimeOfDay, Menu::View, u"Timelines by time of &day", "", false, true},
    {ActionId::SchemeSystem, Menu::View, u"Colours of the &system", "", true, true},
    {ActionId::SchemeLight, Menu::View, u"&Light", "", false, true},
    {ActionId::SchemeDark, Menu::View, u"&Dark", "", false, true},
    {ActionId::LargerText, Menu::View, u"L&arger text", "Ctrl+=,Ctrl++", true},
    {ActionId::SmallerText, Menu::View, u"S&maller text", "Ctrl+-"},
    {ActionId::NormalText, Menu::View, u"&Normal text", "Ctrl+0"},

    {ActionId::GoToBoard, Menu::Go, u"&Board", "Ctrl+1"},
    {ActionId::GoToTable, Menu::Go, u"Back to the &table", "Esc", true},
    {ActionId::ShowNew, Menu::Go, u"Show what is &new above", ""},
    {ActionId::GoToCodeField, Menu::Go, u"&Code field", "F4"},
    {ActionId::NextPane, Menu::Go, u"Next &pane", "F6", true},
    {ActionId::PreviousPane, Menu::Go, u"P&revious pane", "Shift+F6"},

    {ActionId::UsePin, Menu::Verification, u"Use &PIN from phone", "Alt+P"},
    {ActionId::SendNext, Menu::Verification, u"&Send next message now", ""},
    {ActionId::CancelVerification, Menu::Verification, u"&Cancel", ""},
    {ActionId::AnswerCall, Menu::Verification, u"&Answer the call", "Alt+A", true},
    {ActionId::DeclineCall, Menu::Verification, u"&Decline the call", "Alt+D"},

    {ActionId::PauseClock, Menu::Clock, u"&Pause", "F8", false, true},
    {ActionId::SkipClock, Menu::Clock, u"&Skip to the next moment", "F9"},
    {ActionId::FasterClock, Menu::Clock, u"&Faster", "F7", true},
    {ActionId::SlowerClock, Menu::Clock, u"S&lower", "Shift+F7"},
    {ActionId::HoldClock, Menu::Clock, u"&1x while typing and ringing", "", true, true},
    {ActionId::RealTime, Menu::Clock, u"&Real time", "", false, true},

    {ActionId::ConnectApp, Menu::Help, u"&Connect your app…", ""},
    {ActionId::About, Menu::Help, u"&About Pinpath", ""},
};

QString menuName(Menu menu)
{
    switch (menu) {
    case Menu::File:
        return u"&File"_s;
    case Menu::Edit:
        return u"&Edit"_s;
    case Menu::View:
        return u"&View"_s;
    case Menu::Go:
        return u"&Go"_s;
    case Menu::Verification:
        return u"V&erification"_s;
    case Menu::Clock:
        return u"&Clock"_s;
    case Menu::Help:
        return u"&Help"_s;
    }
    Q_UNREACHABLE();
}

const ActionEntry &entryOf(ActionId id)
{
    return *std::find_if(std::begin(entries), std::end(entries), [id](const ActionEntry &e) { return e.id == id; });
}

} // namespace

std::span<const ActionEntry> actionEntries()
{
    return entries;
}

Actions::Actions(QWidget &window)
    : QObject(&window)
    , m_window(window)
{ }

QAction &Actions::bind(ActionId id, QObject *receiver, std::function<void(bool)> slot)
{
    const ActionEntry &entry = entryOf(id);
    auto *action = new QAction(QString::fromUtf16(entry.words), this);
    QList<QKeySequence> shortcuts;
    for (const QString &key : QString::fromLatin1(entry.keys).split(u',', Qt::SkipEmptyParts))
        shortcuts.append(QKeySequence(key, QKeySequence::PortableText));
    action->setShortcuts(shortcuts);
    action->setCheckable(entry.isSwitch);
    connect(action, &QAction::triggered, receiver, std::move(slot));
    m_window.addAction(action);
    m_actions[id] = action;
    return *action;
}

QAction &Actions::bind(ActionId id, QObject *receiver, std::function<void()> slot)
{
    return bind(id, receiver, std::function<void(bool)>([slot = std::move(slot)](bool) { slot(); }));
}

QAction *Actions::find(ActionId id) const
{
    const auto found = m_actions.find(id);
    return found == m_actions.end() ? nullptr : found->second;
}

void Actions::fill(QMenuBar &menuBar) const
{
    std::map<Menu, QMenu *> menus;
    for (const ActionEntry &entry : entries) {
        QAction *action = find(entry.id);
        if (!action)
            continue;
        QMenu *&menu = menus[entry.menu];
        if (!menu)
            menu = menuBar.addMenu(menuName(entry.menu));
        else if (entry.startsGroup)
            menu->addSeparator();
        menu->addAction(action);
    }
}

} // namespace ui
