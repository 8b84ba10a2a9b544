// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <map>
#include <span>

class QMenuBar;

namespace ui {

// Everything a person can do in the window that has a key or stands in a menu.
enum class ActionId {
    NewVerification,
    RepeatLast,
    Quit,
    CopyRow,
    Find,
    CopyApiAddress,
    TimeOfDay,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    LargerText,
    SmallerText,
    NormalText,
    GoToBoard,
    GoToTable,
    GoToCodeField,
    NextPane,
    PreviousPane,
    ShowNew,
    UsePin,
    SendNext,
    CancelVerification,
    AnswerCall,
    DeclineCall,
    PauseClock,
    SkipClock,
    FasterClock,
    SlowerClock,
    HoldClock,
    RealTime,
    ConnectApp,
    About,
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

// The window's actions by id. A part of the window binds what it can do; what nobody has bound does not exist, neither
// in a menu nor as a key. Belongs to the window.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget &window);

    // `slot` is called in the context of `receiver`; with a switch it gets whether it was switched on.
    QAction &bind(ActionId id, QObject *receiver, std::function<void(bool)> slot);
    QAction &bind(ActionId id, QObject *receiver, std::function<void()> slot);
    // Null when nobody has bound it.
    QAction *find(ActionId id) const;

    // One menu per group of bound actions, in the order of the table.
    void fill(QMenuBar &menuBar) const;

private:
    QWidget &m_window;
    std::map<ActionId, QAction *> m_actions; // children
};

} // namespace ui
