// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"
#include "model/board/boardfilter.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace model {
class BoardSession;
}

namespace ui {

class Actions;
class BoardTable;
class BoardTools;
class ChipsRow;
class DetailPane;
class EmptyState;
class Theme;

// The Board: the table of verifications with its filter, and under it the selected one. It lays out its parts and joins
// them to the session, which has the data. Session and theme outlive it.
class BoardPage : public QWidget {
    Q_OBJECT

public:
    BoardPage(const Theme &theme, model::BoardSession &session, QWidget *parent = nullptr);

    // What the top bar shows for this page; for the bar to own.
    QWidget *tools() const;
    // Where an app finds the API, for the empty Board; empty where there is none.
    void setApiAddress(const QString &address);
    void bindActions(Actions &actions);
    // Each takes the focus; F6 goes from one to the next.
    QList<QWidget *> panes() const;
    // The table, or what stands in its place.
    void takeFocus();

    // Selects it, as soon as it is known, and puts the focus where its code is typed.
    void startWith(engine::RequestId id);
    // Selects it.
    void show(engine::RequestId id);

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void newWanted();
    void connectWanted(); // how an app is pointed at the engine

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *tableWithChips();
    QWidget *firstStart();
    void join();
    void showRows();
    void showNow();
    void takeFound(engine::VerificationKey key);
    void setFilter(model::BoardFilter filter);
    void clearFilter();
    void copyRow() const;

    const Theme &m_theme;
    model::BoardSession &m_session;
    bool m_isCodeWanted = false; // the one looked for is to be typed into
    BoardTools *m_tools;
    ChipsRow *m_chips;
    BoardTable *m_table;
    EmptyState *m_nothingMatches;
    QStackedWidget *m_tableOrNothing;
    DetailPane *m_detail;
    QSplitter *m_split;
    EmptyState *m_firstStart;
    QStackedWidget *m_whole; // the first start, or all of it
};

} // namespace ui
