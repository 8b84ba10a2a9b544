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
    {ActionId::StartOnePerWorkflow, Menu::File, u"Start one per &workflow", "F3", true},
    {ActionId::StartOver, Menu::File, u"Start the demo &over…", "Shift+F3"},
    {ActionId::SaveTimeline, Menu::File, u"Save the &timeline…", "Ctrl+S", true},
    {ActionId::SaveChart, Menu::File, u"&Export the chart: PNG, SVG, CSV…", "Ctrl+S"},
    {ActionId::SaveReport, Menu::File, u"Save the re&port…", "Ctrl+P"},
    {ActionId::ImportReport, Menu::File, u"&Import report…", "", true},
    {ActionId::Quit, Menu::File, u"&Quit", "Ctrl+Q", true},

    {ActionId::CopyRow, Menu::Edit, u"&Copy row", "Ctrl+C"},
    {ActionId::CopyRowCsv, Menu::Edit, u"Copy row as CS&V", ""},
    {ActionId::CopyRowJson, Menu::Edit, u"Copy row as &JSON", ""},
    {ActionId::CopyRowsText, Menu::Edit, u"Copy &all shown rows", "", true},
    {ActionId::CopyRowsCsv, Menu::Edit, u"Copy all shown rows as C&SV", ""},
    {ActionId::CopyRowsJson, Menu::Edit, u"Copy all shown rows as JS&ON", ""},
    {ActionId::CopyAs, Menu::Edit, u"Copy the verification as &program or picture…", "Ctrl+Shift+C", true},
    {ActionId::CopyChart, Menu::Edit, u"Copy c&hart", "Ctrl+C"},
    {ActionId::CopyApiAddress, Menu::Edit, u"Copy API a&ddress", "", true},
    {ActionId::ApiOn, Menu::Edit, u"AP&I on", "", false, true},
    {ActionId::HttpsOn, Menu::Edit, u"API over h&ttps", "", false, true},
    {ActionId::Find, Menu::Edit, u"&Find", "Ctrl+F", true},

    {ActionId::ShowStage, Menu::View, u"S&tage: the selected one alone", "F5", false, true},
    {ActionId::TimeOfDay, Menu::View, u"Timelines by time &of day", "", true, true},
    {ActionId::SortByColumn, Menu::View, u"Sort by this &column", "Ctrl+Shift+S"},
    {ActionId::ChooseColumns, Menu::View, u"Columns and o&rder…", "Ctrl+Shift+O"},
    {ActionId::ChartAsTable, Menu::View, u"C&hart as table", "T"},
    {ActionId::HowComputed, Menu::View, u"How the verdict is com&puted…", ""},
    {ActionId::MaskNumbers, Menu::View, u"Mask n&umbers", "Ctrl+Shift+M", false, true},
    {ActionId::SchemeSystem, Menu::View, u"Colours of the &system", "", true, true},
    {ActionId::SchemeLight, Menu::View, u"&Light", "", false, true},
    {ActionId::SchemeDark, Menu::View, u"&Dark", "", false, true},
    {ActionId::LargerText, Menu::View, u"L&arger text", "Ctrl+=,Ctrl++", true},
    {ActionId::SmallerText, Menu::View, u"S&maller text", "Ctrl+-"},
    {ActionId::NormalText, Menu::View, u"&Normal text", "Ctrl+0"},
    {ActionId::FullScreen, Menu::View, u"&Full screen", "F11", true, true},
    {ActionId::SayState, Menu::View, u"Sa&y the state of the page", "F2"},

    {ActionId::GoBack, Menu::Go, u"Bac&k", "Alt+Left"},
    {ActionId::GoForward, Menu::Go, u"&Forward", "Alt+Right"},
    {ActionId::GoToBoard, Menu::Go, u"&Board", "Ctrl+1", true},
    {ActionId::GoToHandsets, Menu::Go, u"&Handsets", "Ctrl+2"},
    {ActionId::GoToCompare, Menu::Go, u"C&ompare", "Ctrl+3"},
    {ActionId::GoToSimulate, Menu::Go, u"&Simulate", "Ctrl+4"},
    {ActionId::GoToApi, Menu::Go, u"&API", "Ctrl+5"},
    {ActionId::GoToAdmin, Menu::Go, u"Ad&min", "Ctrl+6"},
    {ActionId::GoToVerification, Menu::Go, u"&Id or number…", "Ctrl+G", true},
    {ActionId::GoToTable, Menu::Go, u"Back to the &table", "Esc"},
    {ActionId::ShowNew, Menu::Go, u"Show what is &new above", ""},
    {ActionId::GoToCodeField, Menu::Go, u"&Code field", "F4"},
    {ActionId::NextPane, Menu::Go, u"Next &pane", "F6", true},
    {ActionId::PreviousPane, Menu::Go, u"P&revious pane", "Shift+F6"},

    {ActionId::UsePin, Menu::Verification, u"Use &PIN from phone", "Alt+P"},
    {ActionId::SendNext, Menu::Verification, u"&Send next message now", ""},
    {ActionId::CancelVerification, Menu::Verification, u"&Cancel", ""},
    {ActionId::RevealNumber, Menu::Verification, u"Show this imported &number", ""},
    {ActionId::RunSimulation, Menu::Verification, u"R&un the simulation", "Ctrl+R", true},
    {ActionId::CompareResults, Menu::Verification, u"&Open the results in Compare", ""},
    {ActionId::KeepResults, Menu::Verification, u"&Keep the results", ""},
    {ActionId::OpenKept, Menu::Verification, u"Op&en kept results…", "Ctrl+O"},
    {ActionId::DeleteResults, Menu::Verification, u"De&lete the kept results…", ""},
    {ActionId::Calibrate, Menu::Verification, u"Cali&brate a population with this market", ""},
    {ActionId::AnswerCall, Menu::Verification, u"&Answer the call", "Alt+A", true},
    {ActionId::DeclineCall, Menu::Verification, u"&Decline the call", "Alt+D"},
    {ActionId::MuteCalls, Menu::Verification, u"&Mute calls", "Ctrl+M", false, true},

    {ActionId::PauseClock, Menu::Clock, u"&Pause", "F8", false, true},
    {ActionId::SkipClock, Menu::Clock, u"&Skip to the next moment", "F9"},
    {ActionId::FasterClock, Menu::Clock, u"&Faster", "F7", true},
    {ActionId::SlowerClock, Menu::Clock, u"S&lower", "Shift+F7"},
    {ActionId::HoldClock, Menu::Clock, u"&1x while typing and ringing", "", true, true},
    {ActionId::RealTime, Menu::Clock, u"&Real time", "", false, true},

    {ActionId::KeysAndHelp, Menu::Help, u"&Keys and help…", "F1"},
    {ActionId::FindAction, Menu::Help, u"&Find an action…", "Ctrl+K"},
    {ActionId::ConnectApp, Menu::Help, u"&Connect your app", "", true},
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
        return u"Ve&rification"_s;
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

QAction &Actions::bind(ActionId id, Scope scope, QObject *receiver, std::function<void(bool)> slot)
{
    Bound &bound = m_actions[id];
    if (!bound.action) {
        const ActionEntry &entry = entryOf(id);
        bound.action = new QAction(QString::fromUtf16(entry.words), this);
        QList<QKeySequence> shortcuts;
        for (const QString &key : QString::fromLatin1(entry.keys).split(u',', Qt::SkipEmptyParts))
            shortcuts.append(QKeySequence(key, QKeySequence::PortableText));
        bound.action->setShortcuts(shortcuts);
        bound.action->setCheckable(entry.isSwitch);
        m_window.addAction(bound.action);
    }
    bound.scopes.insert(scope);
    connect(bound.action, &QAction::triggered, receiver, [this, id, scope, slot = std::move(slot)](bool isOn) {
        if (isInForce(id, scope))
            slot(isOn);
    });
    enable(bound);
    return *bound.action;
}

QAction &Actions::bind(ActionId id, QObject *receiver, std::function<void(bool)> slot)
{
    return bind(id, Scope(), receiver, std::move(slot));
}

QAction &Actions::bind(ActionId id, QObject *receiver, std::function<void()> slot)
{
    return bind(id, receiver, std::function<void(bool)>([slot = std::move(slot)](bool) { slot(); }));
}

QAction &Actions::bind(ActionId id, PageId page, QObject *receiver, std::function<void(bool)> slot)
{
    return bind(id, Scope(page), receiver, std::move(slot));
}

QAction &Actions::bind(ActionId id, PageId page, QObject *receiver, std::function<void()> slot)
{
    return bind(id, page, receiver, std::function<void(bool)>([slot = std::move(slot)](bool) { slot(); }));
}

void Actions::setPage(PageId page)
{
    m_page = page;
    for (const auto &[id, bound] : m_actions)
        enable(bound);
}

bool Actions::isInForce(ActionId id, Scope scope) const
{
    return scope == m_page || (!scope && !m_actions.at(id).scopes.contains(m_page));
}

// What is bound everywhere is its binder's to disable.
void Actions::enable(const Bound &bound) const
{
    if (!bound.scopes.contains(std::nullopt))
        bound.action->setEnabled(bound.scopes.contains(m_page));
}

QAction *Actions::find(ActionId id) const
{
    const auto found = m_actions.find(id);
    return found == m_actions.end() ? nullptr : found->second.action;
}

bool Actions::isBoundEverywhere(ActionId id) const
{
    const auto found = m_actions.find(id);
    return found != m_actions.end() && found->second.scopes.contains(std::nullopt);
}

bool Actions::isBoundOn(ActionId id, PageId page) const
{
    const auto found = m_actions.find(id);
    return found != m_actions.end() && found->second.scopes.contains(page);
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
