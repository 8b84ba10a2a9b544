// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "model/board/clockmodel.h"
#include "model/compare/comparesession.h"
#include "model/compare/guidance.h"
#include "model/words/counts.h"
#include "model/words/times.h"
#include "ui/actions/actiontable.h"
#include "ui/charts/chartmenu.h"
#include "ui/charts/charttabs.h"
#include "ui/compare/comparecharts.h"
#include "ui/compare/compareinputs.h"
#include "ui/compare/comparetools.h"
#include "ui/compare/costpanel.h"
#include "ui/compare/guidancepane.h"
#include "ui/compare/leadpanel.h"
#include "ui/compare/marketlist.h"
#include "ui/compare/marketpane.h"
#include "ui/compare/methodsheet.h"
#include "ui/compare/ratepanel.h"
#include "ui/compare/reportsaver.h"
#include "ui/compare/timepanel.h"
#include "ui/compare/verdictcard.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/panescroll.h"
#include "ui/widgets/scaledlayout.h"

#include <QBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int MarketsWidth = 248;
constexpr int SideBySideFrom = 1000; // px of the evidence; below, charts stand one under the other
constexpr int PanelGap = 24;
constexpr int PanelBelow = 12;

// The Board's place, as BoardPage::goTo() reads it.
QVariant boardPlace(model::StateChip chip, const QString &find)
{
    return QVariantList{int(chip), find};
}

} // namespace

ComparePage::ComparePage(const Theme &theme, model::CompareSession &session,
                         const std::vector<model::Guidance> &guidance, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_session(session)
    , m_tools(new CompareTools(theme))
    , m_report(new ReportSaver(theme))
    , m_inputs(new CompareInputs(theme))
    , m_markets(new MarketPane(theme))
    , m_verdict(new VerdictCard(theme))
    , m_calibrate(&m_verdict->addLink(u"Calibrate"_s))
    , m_keep(&m_verdict->addLink(u"Keep"_s))
    , m_delete(&m_verdict->addLink(u"Delete…"_s))
    , m_charts(new CompareCharts(theme, *this))
    , m_tabs(new ChartTabs(theme, m_charts->last()))
    , m_split(new QSplitter(Qt::Horizontal))
    , m_empty(new EmptyState(theme))
    , m_whole(new QStackedWidget)
{
    m_split->addWidget(m_markets);
    m_split->addWidget(new PaneScroll(theme, evidence(guidance), &Tokens::base));
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({theme.px(MarketsWidth), theme.px(4 * MarketsWidth)});
    scalePanes(theme, *m_split, 1);
    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_inputs);
    rows->addWidget(m_split, 1);
    m_whole->addWidget(whole);
    m_whole->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_report);
    column->addWidget(m_whole);
    m_empty->setPicture({Mark::Verified, Mark::Expired, Mark::Failed});
    join();
    showContent();
}

QWidget *ComparePage::evidence(const std::vector<model::Guidance> &guidance)
{
    m_evidence = new QWidget;
    m_evidence->installEventFilter(this);
    auto *column = new QVBoxLayout(m_evidence);
    scaleMargins(m_theme, *column, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space16});
    scaleSpacing(m_theme, *column, PanelBelow);
    m_upper = new QHBoxLayout;
    m_lower = new QHBoxLayout;
    for (QBoxLayout *row : {m_upper, m_lower})
        scaleSpacing(m_theme, *row, PanelGap);
    m_upper->addWidget(&m_charts->rates(), 6);
    m_upper->addWidget(&m_charts->leads(), 5);
    m_lower->addWidget(&m_charts->times(), 430);
    m_lower->addWidget(&m_charts->costs(), 290);
    m_lower->addWidget(m_tabs, 320);
    column->addWidget(m_verdict);
    column->addLayout(m_upper);
    column->addLayout(m_lower);
    column->addWidget(new GuidancePane(m_theme, guidance));
    column->addStretch(1);
    connect(&m_theme, &Theme::changed, this, &ComparePage::arrange);
    return m_evidence;
}

void ComparePage::join()
{
    connect(m_tools, &CompareTools::findChanged, &m_markets->list(), &MarketList::setFind);
    connect(m_tools, &CompareTools::reportWanted, this, &ComparePage::askForReport);
    connect(m_report, &ReportSaver::told, this, &ComparePage::told);
    connect(&m_markets->list(), &MarketList::ticked, &m_session, &model::CompareSession::tick);
    connect(m_inputs, &CompareInputs::chosen, this, [this](model::CompareChoices choices) {
        choices.market = m_session.choices().market;
        choose(choices);
    });
    connect(&m_markets->list(), &MarketList::chosen, this, [this](const model::MarketRow &row) {
        model::CompareChoices choices = m_session.choices();
        choices.simulated = row.simulated;
        if (!row.simulated)
            choices.market = row.market;
        choose(choices);
    });
    connect(m_charts, &CompareCharts::opened, this, &ComparePage::openBoard);
    connect(m_verdict, &VerdictCard::howComputedWanted, this, &ComparePage::showMethods);
    m_calibrate->setToolTip(u"A population for Simulate with what happened in this market"_s);
    connect(m_calibrate, &QPushButton::clicked, this, &ComparePage::calibrateWanted);
    connect(m_keep, &QPushButton::clicked, &m_session, &model::CompareSession::keepShown);
    connect(m_delete, &QPushButton::clicked, this, &ComparePage::askToDelete);
    connect(m_verdict->skip(), &QPushButton::clicked, this, [this] { m_session.clock().skip(); });
    connect(m_empty->button(), &QPushButton::clicked, this, &ComparePage::importWanted);
    connect(m_empty->link(), &QPushButton::clicked, this, &ComparePage::newWanted);
    connect(m_markets, &MarketPane::importWanted, this, &ComparePage::importWanted);
    connect(&m_session, &model::CompareSession::changed, this, &ComparePage::showContent);
    connect(&m_session.clock(), &model::ClockModel::ticked, this, &ComparePage::showSkip);
}

void ComparePage::choose(const model::CompareChoices &choices)
{
    m_session.choose(choices);
    Q_EMIT placeChosen();
}

void ComparePage::showContent()
{
    const model::CompareContent &content = m_session.content();
    const bool hasNothing
        = content.rates.rows.empty() && !content.firstSimulated() && m_session.choices() == model::CompareChoices();
    if (!m_session.isRead()) {
        m_empty->setSentence(u"Reading the store: %1 %."_s.arg(std::lround(m_session.progress() * 100)));
        m_empty->setButton({});
        m_empty->setLink({});
    } else if (hasNothing) {
        m_empty->setSentence(u"No verifications yet."_s,
                             u"Send part of the traffic through each of two workflows; from 30 ended requests each on "
                             "they can be compared."_s);
        m_empty->setButton(u"Import a report"_s, themedIcon(m_theme, Icon::Report, &Tokens::primaryText));
        m_empty->setLink(u"New verification"_s);
    }
    const bool isEmpty = !m_session.isRead() || hasNothing;
    const QWidget *focus = m_whole->focusWidget();
    const bool hadFocus = focus && focus->hasFocus();
    m_whole->setCurrentIndex(isEmpty ? 1 : 0);
    m_tools->setReportable(!isEmpty);
    if (!isEmpty) {
        m_inputs->setChoices(m_session.choices(), content);
        m_markets->setContent(content, m_session.choices(),
                              [this](const auto &row) { return m_session.isTicked(row); });
        m_verdict->setContent(content.verdict);
        m_charts->setContent(content);
        m_tabs->follow();
        showKeeping();
        showSkip();
    }
    const bool isMoved = hadFocus && !focus->isVisible(); // what had it has made room
    if (isMoved || (m_isFocusWanted && m_session.isRead()))
        takeFocus();
    Q_EMIT stateChanged();
}

void ComparePage::showKeeping()
{
    const engine::KeptSimulation *run = m_session.shownRun();
    const QWidget *focus = focusWidget();
    const bool hadFocus = focus == m_keep || focus == m_delete;
    m_calibrate->setVisible(m_session.content().canCalibrate);
    m_keep->setVisible(run && run->number == 0);
    m_delete->setVisible(run && run->number > 0);
    if (hadFocus && !focus->isVisibleTo(this))
        (m_delete->isVisibleTo(this) ? static_cast<QWidget *>(m_delete) : &m_markets->list())
            ->setFocus(Qt::OtherFocusReason); // what had it has gone
}

void ComparePage::askToDelete()
{
    const engine::KeptSimulation *run = m_session.shownRun();
    if (!run)
        return;
    if (run->number == 0) {
        m_session.deleteShown(); // a run that nobody kept
        return;
    }
    const auto count = qsizetype(run->populations.size());
    auto *box = new QMessageBox(QMessageBox::Question, u"Delete kept results"_s,
                                u"Delete this simulated run with its %1? Seed and figures go with it."_s.arg(
                                    model::counted(count, u"population"_s)),
                                QMessageBox::Cancel, this);
    QPushButton *goOn = box->addButton(u"Delete"_s, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(goOn, &QPushButton::clicked, &m_session, &model::CompareSession::deleteShown);
    box->open();
}

void ComparePage::showSkip()
{
    const auto left = m_session.clock().untilNext();
    m_verdict->setSkip(left ? u"Skip "_s + model::timeLeft(*left) : u"Skip"_s);
}

void ComparePage::openBoard(engine::WorkflowId workflow, model::StateChip chip)
{
    if (m_session.content().simulated) {
        Q_EMIT simulateWanted(); // its users are on no Board
        return;
    }
    QString find = u"wf:"_s + QString::number(workflow);
    const model::CompareChoices &choices = m_session.choices();
    if (choices.market && !choices.market->empty())
        find += u" country:"_s + QString::fromStdString(*choices.market);
    if (choices.brand && !choices.brand->empty())
        find += u" brand:\""_s + QString::fromStdString(*choices.brand) + u'"';
    Q_EMIT boardWanted(boardPlace(chip, find));
}

QList<ChartPanel *> ComparePage::charts() const
{
    return m_charts->all();
}

ChartPanel *ComparePage::focusedChart() const
{
    const QWidget *focus = focusWidget();
    for (ChartPanel *chart : charts()) {
        if (chart == focus || chart->isAncestorOf(focus))
            return chart;
    }
    return m_tabs->isAncestorOf(focus) ? &m_tabs->current() : &m_charts->rates();
}

void ComparePage::showMethods()
{
    if (!m_session.isRead())
        return;
    const model::CompareContent &content = m_session.content();
    auto *sheet = new MethodSheet(m_theme, content.verdict.scope, content.methods, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void ComparePage::askForReport()
{
    if (m_whole->currentIndex() == 0)
        m_report->ask([this] { return m_session.report(); });
}

void ComparePage::toggleTable()
{
    ChartPanel *chart = focusedChart();
    chart->setTable(!chart->isTable());
}

void ComparePage::bindActions(Actions &actions)
{
    actions.bind(ActionId::Find, id(), m_tools, [this] { m_tools->focusFind(); });
    actions.bind(ActionId::GoToTable, id(), this, [this] { takeFocus(); });
    actions.bind(ActionId::CopyChart, id(), this, [this] { focusedChart()->menu().copy(); });
    actions.bind(ActionId::SaveChart, id(), this, [this] { focusedChart()->menu().save(); });
    actions.bind(ActionId::SaveReport, id(), this, [this] { askForReport(); });
    actions.bind(ActionId::HowComputed, id(), this, [this] { showMethods(); });
    actions.bind(ActionId::ChartAsTable, id(), this, [this] { toggleTable(); });
    actions.bind(ActionId::Calibrate, id(), this, [this] {
        if (m_session.content().canCalibrate)
            Q_EMIT calibrateWanted();
    });
    actions.bind(ActionId::KeepResults, id(), this, [this] { m_session.keepShown(); });
    actions.bind(ActionId::DeleteResults, id(), this, [this] { askToDelete(); });
}

QString ComparePage::name() const
{
    return u"Compare"_s;
}

QWidget *ComparePage::tools() const
{
    return m_tools;
}

QList<QWidget *> ComparePage::panes() const
{
    return {m_tools,
            m_inputs,
            &m_markets->list(),
            m_verdict,
            &m_charts->rates(),
            &m_charts->leads(),
            &m_charts->times(),
            &m_charts->costs(),
            m_tabs};
}

void ComparePage::takeFocus()
{
    m_isFocusWanted = !m_session.isRead();
    if (m_isFocusWanted)
        return; // there is nothing yet that could take it
    QWidget *target = m_whole->currentIndex() == 0 ? static_cast<QWidget *>(&m_markets->list()) : m_empty->button();
    target->setFocus(Qt::ShortcutFocusReason);
}

QString ComparePage::titleNote() const
{
    if (!m_session.isRead())
        return {};
    const auto &rows = m_session.content().markets;
    return rows.empty() ? QString() : rows.front().answer;
}

QString ComparePage::stateSentence() const
{
    return m_session.isRead() ? m_session.content().verdict.sentence() : u"The store is being read."_s;
}

QVariant ComparePage::place() const
{
    return model::toVariant(m_session.choices());
}

void ComparePage::goTo(const QVariant &place)
{
    m_session.choose(model::toChoices(place));
}

QByteArray ComparePage::saveState() const
{
    return m_split->saveState();
}

void ComparePage::restoreState(const QByteArray &state)
{
    m_split->restoreState(state);
}

void ComparePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_session.setLookedAt(true);
}

void ComparePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_session.setLookedAt(false);
}

bool ComparePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_evidence && event->type() == QEvent::Resize)
        arrange();
    return Page::eventFilter(watched, event);
}

void ComparePage::arrange()
{
    const bool isNarrow = m_evidence->width() < m_theme.px(SideBySideFrom);
    const auto direction = isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_upper->setDirection(direction);
    m_lower->setDirection(direction);
}

} // namespace ui
