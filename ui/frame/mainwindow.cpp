// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/mainwindow.h"

#include "engine/api/apicontrol.h"
#include "engine/runtime/engine.h"
#include "model/api/apisession.h"
#include "model/compare/guidance.h"
#include "model/simulate/keptruns.h"
#include "model/simulate/simulatesession.h"
#include "model/words/counts.h"
#include "ui/actions/actiontable.h"
#include "ui/admin/adminpage.h"
#include "ui/api/apipage.h"
#include "ui/board/boardpage.h"
#include "ui/compare/comparepage.h"
#include "ui/frame/bannerarea.h"
#include "ui/frame/clockbar.h"
#include "ui/frame/page.h"
#include "ui/frame/pagearea.h"
#include "ui/frame/pagedeck.h"
#include "ui/frame/panes.h"
#include "ui/frame/rail.h"
#include "ui/frame/simulationlink.h"
#include "ui/frame/statusline.h"
#include "ui/frame/topbar.h"
#include "ui/frame/windowhelp.h"
#include "ui/frame/windowlook.h"
#include "ui/frame/windowplace.h"
#include "ui/frame/windowroom.h"
#include "ui/handsets/callspeaker.h"
#include "ui/handsets/handsetspage.h"
#include "ui/import/importflow.h"
#include "ui/newverification/startflow.h"
#include "ui/simulate/simulatepage.h"
#include "ui/stage/stageview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// The demo's choices rest on invented data, and are no one's choices for a store of their own.
QString settingOf(const Page &page, bool isDemo)
{
    return (isDemo ? u"demo/"_s : u"window/"_s) + page.name().toLower();
}

} // namespace

MainWindow::MainWindow(Theme &theme, engine::Engine &engine, const WindowContext &context)
    : m_theme(theme)
    , m_engine(engine)
    , m_context(context)
    , m_clock(engine)
    , m_session(engine, m_clock, m_mask)
    , m_api(context.api ? std::make_unique<model::ApiSession>(engine, *context.api) : nullptr)
    , m_phones(engine, m_clock, m_mask)
    , m_comparison(engine, m_clock, context.isDemo)
    , m_simulation(std::make_unique<model::SimulateSession>(engine.dialect(), engine.prices()))
    , m_keptRuns(std::make_unique<model::KeptRuns>(engine))
    , m_administration(engine)
    , m_place(new WindowPlace(*this))
    , m_start(new StartFlow(theme, engine, m_session.rows(), *this))
    , m_import(new ImportFlow(theme, engine, *this))
    , m_actions(new Actions(*this))
    , m_rail(new Rail(theme))
    , m_clockBar(new ClockBar(theme, m_clock, m_sound))
    , m_banners(new BannerArea(theme))
    , m_topBar(new TopBar(theme, m_clockBar))
    , m_pages(new PageDeck(*m_rail, *m_topBar, *m_actions))
    , m_board(new BoardPage(theme, m_session))
    , m_speaker(new CallSpeaker(m_phones, m_sound, this))
    , m_handsets(new HandsetsPage(theme, m_phones, *m_speaker))
    , m_compare(new ComparePage(theme, m_comparison, model::guidance(engine.dialect())))
    , m_simulate(new SimulatePage(theme, *m_simulation, *m_keptRuns))
    , m_admin(new AdminPage(theme, m_administration))
    , m_status(new StatusLine(theme))
    , m_stage(new StageView(theme, m_session, m_sound))
    , m_pagesOrStage(new QStackedWidget)
    , m_announcer(new Announcer(this))
    , m_help(new WindowHelp({theme, engine, m_clock, *m_actions, *m_pages, *m_status, *m_announcer}, *this))
{
    new WindowLook({theme, m_mask, m_sound, *m_actions, *m_status, *m_announcer}, this);
    new SimulationLink({m_comparison, *m_simulation, *m_compare, *m_simulate, *m_pages, *m_announcer}, this);
    layOut();
    join();
    bindActions();
    m_actions->fill(*menuBar());
    showState();
}

MainWindow::~MainWindow()
{
    // Nobody who watches the focus is told of it while they go.
    if (QWidget *focus = QApplication::focusWidget())
        focus->clearFocus();
    // The parts refer to clock and session, which go before the widgets would.
    delete takeCentralWidget();
    delete m_speaker;
}

void MainWindow::layOut()
{
    m_pages->add(m_board, Icon::Board);
    m_pages->add(m_handsets, Icon::Handsets);
    m_pages->add(m_compare, Icon::Compare);
    m_pages->add(m_simulate, Icon::Simulated);
    if (m_api) {
        m_apiPage = new ApiPage(m_theme, *m_api);
        m_pages->add(m_apiPage, Icon::Api);
    }
    m_pages->add(m_admin, Icon::Admin);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_banners);
    right->addWidget(new PageArea(m_theme, m_pages), 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(right, 1);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    m_pagesOrStage->addWidget(whole);
    m_pagesOrStage->addWidget(m_stage);
    setCentralWidget(m_pagesOrStage);

    if (!m_context.notice.isEmpty())
        m_banners->showNotice(m_context.notice);
    m_status->setAnswering(m_engine.populationName());
}

void MainWindow::join()
{
    connect(m_board, &BoardPage::newWanted, m_start, &StartFlow::open);
    connect(m_compare, &ComparePage::newWanted, m_start, &StartFlow::open);
    connect(m_compare, &ComparePage::importWanted, m_import, &ImportFlow::open);
    connect(m_compare, &ComparePage::told, m_announcer, &Announcer::say);
    connect(m_compare, &ComparePage::boardWanted, m_pages,
            [this](const QVariant &place) { m_pages->show(PageId::Board, place); });
    connect(m_handsets, &HandsetsPage::newWanted, m_start, &StartFlow::open);
    connect(m_handsets, &HandsetsPage::boardWanted, m_board, [this](engine::RequestId id) {
        m_pages->show(PageId::Board);
        m_board->show(id);
    });
    connect(&m_phones, &model::HandsetsModel::changed, this, &MainWindow::showRinging);
    connect(m_start, &StartFlow::started, m_board, [this](engine::RequestId id) {
        const bool wasStage = isStageShown();
        m_pages->show(PageId::Board);
        m_board->startWith(id);
        showStage(wasStage); // of the new one
    });
    const auto showOnBoard = [this](engine::RequestId id) {
        m_pages->show(PageId::Board);
        m_board->show(id);
    };
    connect(m_start, &StartFlow::showWanted, m_board, showOnBoard);
    connect(m_help, &WindowHelp::verificationWanted, m_board, showOnBoard);
    connect(m_banners, &BannerArea::failureShown, m_announcer, &Announcer::say);
    connect(m_pages, &PageDeck::titleChanged, this, &MainWindow::showTitle);
    connect(&m_theme, &Theme::changed, this, &MainWindow::fitRail);
    connect(m_banners, &BannerArea::retryWanted, this, [this] { m_engine.retryStore(); });
    connect(&m_session, &model::BoardSession::changed, this, &MainWindow::showState);
    connect(&m_clock, &model::ClockModel::changed, this, &MainWindow::showState);
    connect(&m_clock, &model::ClockModel::ticked, this, [this] { m_banners->showStore(m_engine.storeState()); });
    m_phones.setSeen([this](engine::PhoneNumber number) { return isSeen(number); });
    if (m_context.isDemo)
        joinDemo();
}

// Before an audience nothing waits for a phone that nobody sees, and what an app starts is shown at once.
void MainWindow::joinDemo()
{
    m_banners->showDemo(m_context.demoDetails);
    m_phones.holdForSeenOnly();
    m_board->followNewest();
    m_stage->setInvented(true);
    connect(m_banners, &BannerArea::startOnePerWorkflowWanted, this, &MainWindow::startOnePerWorkflowWanted);
    connect(m_banners, &BannerArea::startOverWanted, this, &MainWindow::askToStartOver);
    m_actions->bind(ActionId::StartOnePerWorkflow, this, [this] { Q_EMIT startOnePerWorkflowWanted(); });
    m_actions->bind(ActionId::StartOver, this, [this] { askToStartOver(); });
}

// On Handsets all phones are, else that of the verification which is looked at.
bool MainWindow::isSeen(engine::PhoneNumber number)
{
    const PageId page = isStageShown() ? PageId::Stage : m_pages->current().id();
    if (page == PageId::Handsets)
        return true;
    const auto &record = m_session.selected().record();
    return (page == PageId::Stage || page == PageId::Board) && record && record->request.number == number;
}

void MainWindow::showVerification(engine::RequestId id)
{
    const bool wasStage = isStageShown();
    m_pages->show(PageId::Board);
    m_board->show(id);
    showStage(wasStage);
}

void MainWindow::joinStage()
{
    m_stage->bindActions(*m_actions);
    connect(m_stage, &StageView::leaveWanted, this, [this] { showStage(false); });
    connect(m_stage, &StageView::newWanted, m_start, &StartFlow::open);
    connect(m_pages, &PageDeck::turned, this, [this] { showStage(false); });
    m_actions->bind(ActionId::ShowStage, this, [this](bool isWanted) { showStage(isWanted); });
}

bool MainWindow::isStageShown() const
{
    return m_pagesOrStage->currentWidget() == m_stage;
}

void MainWindow::showStage(bool isWanted)
{
    m_actions->find(ActionId::ShowStage)->setChecked(isWanted);
    if (isWanted == isStageShown())
        return;
    // In this order Stage meets the size that it stays in.
    if (isWanted)
        menuBar()->hide();
    m_pagesOrStage->setCurrentIndex(isWanted ? 1 : 0);
    if (!isWanted)
        menuBar()->show();
    m_actions->setPage(isWanted ? PageId::Stage : m_pages->current().id());
    if (isWanted)
        m_stage->takeFocus();
    else
        m_pages->current().takeFocus();
    showTitle();
}

void MainWindow::joinApi()
{
    m_board->useApi(*m_api);
    m_api->setTaken([this](engine::PhoneNumber number) { return m_session.rows().runningFor(number).has_value(); });
    const auto connectApp = [this] {
        m_pages->show(PageId::Api);
        m_apiPage->showConnect();
    };
    m_actions->bind(ActionId::CopyApiAddress, m_status, [this] { m_status->copyApiAddress(); });
    m_actions->bind(ActionId::ConnectApp, m_apiPage, connectApp);
    connect(m_board, &BoardPage::connectWanted, m_apiPage, connectApp);
    connect(m_board, &BoardPage::refusedWanted, m_apiPage,
            [this] { m_pages->show(PageId::Api, ApiPage::refusedPlace()); });
    connect(m_board, &BoardPage::requestsWanted, m_apiPage,
            [this](const QString &id) { m_pages->show(PageId::Api, ApiPage::placeOf(id)); });
    connect(m_apiPage, &ApiPage::boardWanted, m_board, [this](engine::RequestId id) {
        m_pages->show(PageId::Board);
        m_board->show(id);
    });
    connect(m_api.get(), &model::ApiSession::stateChanged, this, &MainWindow::showApi);
    connect(m_api.get(), &model::ApiSession::refusedChanged, this, &MainWindow::showApi);
    showApi();
}

void MainWindow::showApi()
{
    m_status->setApi(m_api->address(), m_api->isOn());
    const int refused = int(std::min<std::uint64_t>(m_api->unseenRefused(), std::numeric_limits<int>::max()));
    m_rail->setCount(PageId::Api, refused, QString::number(refused) + u" refused"_s);
}

void MainWindow::bindActions()
{
    Actions &actions = *m_actions;
    actions.bind(ActionId::NewVerification, m_start, [this] { m_start->open(); });
    actions.bind(ActionId::RepeatLast, m_start, [this] { m_start->repeat(); });
    actions.bind(ActionId::ImportReport, m_import, [this] { m_import->open(); });
    actions.bind(ActionId::Quit, this, [this] { close(); });
    actions.bind(ActionId::NextPane, this, [this] { focusNextPane(m_pages->current().panes(), 1); });
    actions.bind(ActionId::PreviousPane, this, [this] { focusNextPane(m_pages->current().panes(), -1); });
    actions.bind(ActionId::About, this, [this] { about(); });
    if (m_api)
        joinApi();
    bindClockActions();
    joinStage();
}

void MainWindow::bindClockActions()
{
    QAction &pause = m_actions->bind(ActionId::PauseClock, &m_clock, [this] { m_clock.togglePause(); });
    QAction &hold = m_actions->bind(ActionId::HoldClock, &m_clock, [this](bool holds) { m_clock.setHolds(holds); });
    QAction &real = m_actions->bind(ActionId::RealTime, &m_clock, [this](bool wanted) {
        if (wanted)
            m_clock.useRealTime();
        else
            m_clock.setSpeed(1);
    });
    m_actions->bind(ActionId::SkipClock, &m_clock, [this] { m_clock.skip(); });
    m_actions->bind(ActionId::FasterClock, m_clockBar, [this] { m_clockBar->stepSpeed(1); });
    m_actions->bind(ActionId::SlowerClock, m_clockBar, [this] { m_clockBar->stepSpeed(-1); });
    const auto show = [this, &pause, &hold, &real] {
        pause.setChecked(m_clock.isPaused());
        hold.setChecked(m_clock.holds());
        real.setChecked(m_clock.isReal());
    };
    connect(&m_clock, &model::ClockModel::changed, this, show);
    show();
}

void MainWindow::useVoice(std::unique_ptr<Voice> voice)
{
    m_speaker->setVoice(std::move(voice));
}

void MainWindow::showRinging()
{
    const int ringing = m_phones.counts()[std::size_t(model::PhoneState::Ringing)];
    m_rail->setCount(PageId::Handsets, ringing, QString::number(ringing) + u" ringing"_s);
    m_board->setRinging(ringing == 0 ? std::vector<engine::RequestId>() : m_phones.ringingCalls());
}

void MainWindow::showState()
{
    m_status->setStored(m_session.rows().total());
    m_status->setEngine(!m_engine.storeState().isWritable ? u"Engine waiting for the store"_s
                            : m_clock.isPaused()          ? u"Engine paused"_s
                                                          : u"Engine running"_s);
}

void MainWindow::showTitle()
{
    if (isStageShown()) {
        setWindowTitle(u"Stage - Pinpath"_s);
        return;
    }
    const Page &page = m_pages->current();
    const QString note = page.titleNote();
    setWindowTitle(page.name() + (note.isEmpty() ? QString() : u" - "_s + note) + u" - Pinpath"_s);
}

void MainWindow::about()
{
    QMessageBox::about(
        this, u"About Pinpath"_s,
        u"Pinpath %1\n\nA workbench for phone-verification workflows. Free software under the GNU General "
        "Public License, version 3 or later."_s.arg(QStringLiteral(PINPATH_VERSION)));
}

// Invented data come again; what somebody has started does not.
void MainWindow::askToStartOver()
{
    const std::size_t own = m_session.rows().countAfter(m_context.newestOfDemo);
    if (own == 0) {
        Q_EMIT startOverWanted();
        return;
    }
    auto *box = new QMessageBox(
        QMessageBox::Question, u"Start over"_s,
        u"Start over with the demo's own data? "_s + model::counted(qsizetype(own), u"verification"_s)
            + (own == 1 ? u" that you or your app started goes."_s : u" that you or your app started go."_s),
        QMessageBox::Cancel, this);
    QPushButton *goOn = box->addButton(u"Start over"_s, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(goOn, &QPushButton::clicked, this, &MainWindow::startOverWanted);
    box->open();
}

void MainWindow::askToLeave(const QStringList &unsaved)
{
    auto *box = new QMessageBox(QMessageBox::Question, u"Quit"_s,
                                u"Quit without saving what was edited: %1?"_s.arg(unsaved.join(u", "_s)),
                                QMessageBox::Cancel, this);
    QPushButton *goOn = box->addButton(u"Quit"_s, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(goOn, &QPushButton::clicked, this, [this] {
        m_isLeaving = true;
        close();
    });
    box->open();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!focusWidget())
        m_pages->current().takeFocus();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitRail();
}

// Enter presses the button that has the focus, which Qt leaves to dialogs.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (isEnter && button && !event->isAutoRepeat() && !(event->modifiers() & ~Qt::KeypadModifier))
        button->click();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::fitRail()
{
    m_rail->setWordsShown(windowRoom(*this, m_theme) != WindowRoom::Small);
}

void MainWindow::useSettings()
{
    const QSettings settings;
    m_place->restore(settings.value("window/geometry"_L1).toByteArray());
    for (Page *page : m_pages->pages())
        page->restoreState(settings.value(settingOf(*page, m_context.isDemo)).toByteArray());
    const QString last = settings.value("window/page"_L1).toString();
    for (const Page *page : m_pages->pages()) {
        if (page->name() == last && page != &m_pages->current())
            m_pages->show(page->id());
    }
    m_sound.setMuted(settings.value("sound/muted"_L1).toBool());
    m_mask.setOn(settings.value("window/masksNumbers"_L1).toBool());
    m_keepsSettings = true;
}

void MainWindow::keepSettings() const
{
    if (m_keepsSettings) {
        QSettings settings;
        settings.setValue("window/geometry"_L1, m_place->kept());
        for (const Page *page : m_pages->pages())
            settings.setValue(settingOf(*page, m_context.isDemo), page->saveState());
        settings.setValue("window/page"_L1, m_pages->current().name());
        settings.setValue("sound/muted"_L1, m_sound.isMuted());
        settings.setValue("window/masksNumbers"_L1, m_mask.isOn());
        settings.setValue("window/scheme"_L1, int(m_theme.scheme()));
        settings.setValue("window/textSize"_L1, m_theme.textSize());
    }
}

// What was edited and not saved goes with the window, which asks first.
void MainWindow::closeEvent(QCloseEvent *event)
{
    QStringList unsaved;
    for (const Page *page : m_pages->pages())
        unsaved += page->unsaved();
    if (!unsaved.isEmpty() && !m_isLeaving) {
        event->ignore();
        askToLeave(unsaved);
        return;
    }
    keepSettings();
    QMainWindow::closeEvent(event);
}

} // namespace ui
