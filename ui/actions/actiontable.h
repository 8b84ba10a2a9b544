// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/pageid.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>

class QMenuBar;

namespace ui {

// Everything a person can do in the window that has a key or stands in a menu.
enum class ActionId {
    NewVerification,
    RepeatLast,
    StartOnePerWorkflow,
    StartOver,
    Quit,
    SaveTimeline,
    SaveChart,
    SaveReport,
    ImportReport,
    CopyRow,
    CopyRowCsv,
    CopyRowJson,
    CopyRowsText,
    CopyRowsCsv,
    CopyRowsJson,
    CopyAs,
    CopyChart,
    CopyApiAddress,
    ApiOn,
    HttpsOn,
    Find,
    ShowStage,
    TimeOfDay,
    SortByColumn,
    ChooseColumns,
    ChartAsTable,
    HowComputed,
    MaskNumbers,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    LargerText,
    SmallerText,
    NormalText,
    GoBack,
    GoForward,
    GoToBoard,
    GoToHandsets,
    GoToCompare,
    GoToSimulate,
    GoToApi,
    GoToAdmin,
    GoToTable,
    GoToCodeField,
    NextPane,
    PreviousPane,
    ShowNew,
    UsePin,
    SendNext,
    CancelVerification,
    RevealNumber,
    RunSimulation,
    CompareResults,
    KeepResults,
    OpenKept,
    DeleteResults,
    Calibrate,
    AnswerCall,
    DeclineCall,
    MuteCalls,
    PauseClock,
    SkipClock,
    FasterClock,
    SlowerClock,
    HoldClock,
    RealTime,
    ConnectApp,
    About,
    GoToVerification,
    FullScreen,
    SayState,
    FindAction,
    KeysAndHelp,
};

enum class Menu { File, Edit, View, Go, Verification, Clock, Help };

struct ActionEntry {
    ActionId id;
    Menu menu;
    const char16_t *words; // as the menu writes them, & before the letter
    const char *keys; // portable text, several separated by commas; empty: none
    bool startsGroup = false; // a line before it
    bool isSwitch = false; // on or off
};

// The one table of actions: words, keys and places, for menus and key help alike.
std::span<const ActionEntry> actionEntries();

// The window's actions by id. A part of the window binds what it can do, everywhere or while its page is shown; what
// nobody has bound does not exist, neither in a menu nor as a key, and what the page shown cannot do is disabled.
// Belongs to the window.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget &window);

    // `slot` is called in the context of `receiver`; with a switch it gets whether it was switched on.
    QAction &bind(ActionId id, QObject *receiver, std::function<void(bool)> slot);
    QAction &bind(ActionId id, QObject *receiver, std::function<void()> slot);
    // The same for as long as `page` is shown; there it goes before what is bound everywhere.
    QAction &bind(ActionId id, PageId page, QObject *receiver, std::function<void(bool)> slot);
    QAction &bind(ActionId id, PageId page, QObject *receiver, std::function<void()> slot);
    void setPage(PageId page);
    PageId page() const { return m_page; }
    // Null when nobody has bound it.
    QAction *find(ActionId id) const;
    // Where it was bound; both may be.
    bool isBoundEverywhere(ActionId id) const;
    bool isBoundOn(ActionId id, PageId page) const;

    // One menu per group of bound actions, in the order of the table.
    void fill(QMenuBar &menuBar) const;

private:
    using Scope = std::optional<PageId>; // none: everywhere
    struct Bound {
        QAction *action = nullptr; // a child
        std::set<Scope> scopes;
    };

    QAction &bind(ActionId id, Scope scope, QObject *receiver, std::function<void(bool)> slot);
    bool isInForce(ActionId id, Scope scope) const;
    void enable(const Bound &bound) const;

    QWidget &m_window;
    PageId m_page = PageId::Board;
    std::map<ActionId, Bound> m_actions;
};

} // namespace ui
