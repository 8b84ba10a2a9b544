// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"
#include "model/board/boardfilter.h"
#include "ui/frame/page.h"

class QSplitter;
class QStackedWidget;

namespace model {
class ApiSession;
class BoardSession;
} // namespace model

namespace ui {

class BannerLine;
class BoardTable;
class BoardTools;
class ChipsRow;
class DetailPane;
class EmptyState;
class Theme;

// The Board: the table of verifications with its filter, and under it the selected one. It lays out its parts and joins
// them to the session, which has the data. Session and theme outlive it.
class BoardPage : public Page {
    Q_OBJECT

public:
    BoardPage(const Theme &theme, model::BoardSession &session, QWidget *parent = nullptr);

    // Tells where apps find the API, what it refused, and what a verification's requests were. The API outlives the
    // page.
    void useApi(model::ApiSession &api);

    // Selects it, as soon as it is known, and puts the focus where its code is typed.
    void startWith(engine::RequestId id);
    // Selects it.
    void show(engine::RequestId id);
    // The calls that ring for a person: those of other verifications than the selected one are counted over the table.
    void setRinging(std::vector<engine::RequestId> calls);
    // While nobody has selected, what is started anywhere is shown as it comes in.
    void followNewest();

    PageId id() const override { return PageId::Board; }
    QString name() const override;
    QWidget *tools() const override;
    void bindActions(Actions &actions) override;
    QList<QWidget *> panes() const override;
    void takeFocus() override;
    QString titleNote() const override;
    QString stateSentence() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

Q_SIGNALS:
    void newWanted();
    void connectWanted(); // how an app is pointed at the engine
    void refusedWanted(); // the requests that were refused
    void requestsWanted(const QString &requestId); // those about a verification, in full

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    QWidget *tableWithChips();
    QWidget *firstStart();
    void setApi(const QString &address, const QString &shownSecret); // see SnippetView
    void showRefused(const model::ApiSession &api);
    void join();
    void showRows();
    void showNow();
    void takeFound(engine::VerificationKey key);
    void takeRevealed();
    model::FindExpression expression(const QString &text) const;
    void setFilter(model::BoardFilter filter);
    void clearFilter();
    void bindCopies(Actions &actions);
    void showRinging();
    std::vector<engine::RequestId> ringingElsewhere() const;

    const Theme &m_theme;
    model::BoardSession &m_session;
    std::vector<engine::RequestId> m_ringing;
    bool m_isCodeWanted = false; // the one looked for is to be typed into
    BannerLine *m_refused = nullptr; // over it all, as long as there is something; with an API
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
