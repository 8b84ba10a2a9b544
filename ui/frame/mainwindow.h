// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/admin/adminsession.h"
#include "model/board/boardsession.h"
#include "model/board/clockmodel.h"
#include "model/compare/comparesession.h"
#include "model/handsets/handsetsmodel.h"
#include "model/handsets/sound.h"

#include <QMainWindow>

#include <memory>

class QStackedWidget;

namespace engine {
class ApiControl;
}

namespace model {
class ApiSession;
class KeptRuns;
class SimulateSession;
} // namespace model

namespace ui {

class Actions;
class AdminPage;
class Announcer;
class ApiPage;
class BannerArea;
class BoardPage;
class CallSpeaker;
class ClockBar;
class ComparePage;
class HandsetsPage;
class ImportFlow;
class PageDeck;
class Rail;
class SimulatePage;
class StageView;
class StartFlow;
class StatusLine;
class Theme;
class TopBar;
class Voice;
class WindowHelp;
class WindowPlace;

// What the window is told about where it runs.
struct WindowContext {
    engine::ApiControl *api = nullptr; // outlives the window; null: there is none
    QString notice; // what went wrong at the start, a sentence; empty: nothing
    bool isDemo = false;
    QStringList demoDetails = {}; // what the demo's data are mixes of, a line each
    engine::VerificationKey newestOfDemo = 0; // what is newer was started in this window or by an app
};

// The window: menu, rail, top bar, banners, pages and status line, joined. What they do is their own. Theme and engine
// outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Theme &theme, engine::Engine &engine, const WindowContext &context);
    ~MainWindow() override;

    BoardPage &board() const { return *m_board; }
    ComparePage &compare() const { return *m_compare; }
    PageDeck &pages() const { return *m_pages; }
    // Stage takes the whole window, or gives it back to menu, rail and pages.
    void showStage(bool isWanted);
    bool isStageShown() const;
    // On the Board, or on Stage if that is shown.
    void showVerification(engine::RequestId id);
    model::ClockModel &clock() { return m_clock; }
    model::BoardSession &session() { return m_session; }
    HandsetsPage &handsets() const { return *m_handsets; }
    model::HandsetsModel &phones() { return m_phones; }
    // Without one, calls that speak show their words only.
    void useVoice(std::unique_ptr<Voice> voice);
    model::CompareSession &comparison() { return m_comparison; }
    ImportFlow &importing() const { return *m_import; }
    AdminPage &admin() const { return *m_admin; }
    SimulatePage &simulate() const { return *m_simulate; }
    model::SimulateSession &simulation() { return *m_simulation; }
    model::KeptRuns &keptRuns() { return *m_keptRuns; }
    model::ApiSession *api() { return m_api.get(); }
    // Takes size, panes and colours from the settings of last time, and keeps them at the end.
    void useSettings();
    // At once, where it has taken them.
    void keepSettings() const;

Q_SIGNALS:
    void startOnePerWorkflowWanted(); // demo data
    void startOverWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void joinStage();
    void join();
    void bindActions();
    void bindClockActions();
    void showState();
    void showRinging();
    void showTitle();
    bool isSeen(engine::PhoneNumber number);
    void fitRail();
    void about();
    void joinDemo();
    void askToStartOver();
    void askToLeave(const QStringList &unsaved);
    void joinApi();
    void showApi();

    Theme &m_theme;
    engine::Engine &m_engine;
    WindowContext m_context;
    model::ClockModel m_clock;
    model::NumberMask m_mask;
    model::BoardSession m_session;
    std::unique_ptr<model::ApiSession> m_api; // null: there is none
    model::HandsetsModel m_phones;
    model::Sound m_sound;
    model::CompareSession m_comparison;
    std::unique_ptr<model::SimulateSession> m_simulation;
    std::unique_ptr<model::KeptRuns> m_keptRuns;
    model::AdminSession m_administration;
    WindowPlace *m_place;
    StartFlow *m_start;
    ImportFlow *m_import;
    Actions *m_actions;
    Rail *m_rail;
    ClockBar *m_clockBar;
    BannerArea *m_banners;
    TopBar *m_topBar;
    PageDeck *m_pages;
    BoardPage *m_board; // of the deck
    ApiPage *m_apiPage = nullptr; // of the deck, with m_api
    CallSpeaker *m_speaker;
    HandsetsPage *m_handsets; // of the deck
    ComparePage *m_compare;
    SimulatePage *m_simulate;
    AdminPage *m_admin;
    StatusLine *m_status;
    StageView *m_stage;
    QStackedWidget *m_pagesOrStage;
    Announcer *m_announcer;
    WindowHelp *m_help;
    bool m_keepsSettings = false;
    bool m_isLeaving = false; // whatever was not saved
};

} // namespace ui
