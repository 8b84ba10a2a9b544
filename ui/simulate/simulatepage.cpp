// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulatepage.h"

#include "model/simulate/keptruns.h"
#include "model/simulate/simulatesession.h"
#include "ui/actions/actiontable.h"
#include "ui/charts/chartmenu.h"
#include "ui/compare/methodsheet.h"
#include "ui/compare/verdictcard.h"
#include "ui/simulate/figuretable.h"
#include "ui/simulate/keptrundialog.h"
#include "ui/simulate/messagepanel.h"
#include "ui/simulate/outcomepanel.h"
#include "ui/simulate/populationpane.h"
#include "ui/simulate/runinputs.h"
#include "ui/simulate/simulatetools.h"
#include "ui/simulate/sweeppanel.h"
#include "ui/simulate/veil.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panescroll.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QDataStream>
#include <QIODevice>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int BandHeight = 28;
constexpr int BandTextX = 40;
constexpr int InputsWidth = 516;

// Says of the whole page that it is invented.
class SimulatedBand final : public Label {
public:
    explicit SimulatedBand(const Theme &theme)
        : Label(theme, TextStyle::Body, u"Simulated: nothing on this page was measured."_s)
        , m_bandTheme(theme)
    {
        const auto measure = [this] {
            setContentsMargins(m_bandTheme.px(BandTextX), 0, 0, 0);
            setFixedHeight(m_bandTheme.px(BandHeight));
        };
        connect(&theme, &Theme::changed, this, measure);
        measure();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        {
            QPainter painter(this);
            painter.fillRect(rect(), m_bandTheme.tokens().bandViolet);
            drawIcon(painter, Icon::Demo, {qreal(m_bandTheme.px(metrics::Space24)), height() / 2.0},
                     m_bandTheme.px(metrics::Space16), m_bandTheme.tokens().simulated);
        }
        Label::paintEvent(event);
    }

private:
    const Theme &m_bandTheme;
};

} // namespace

SimulatePage::SimulatePage(const Theme &theme, model::SimulateSession &session, model::KeptRuns &kept, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_session(session)
    , m_keptRuns(kept)
    , m_tools(new SimulateTools(theme, session))
    , m_population(new PopulationPane(theme, session))
    , m_inputs(new RunInputs(theme, session))
    , m_verdict(new VerdictCard(theme))
    , m_compare(&m_verdict->addLink(u"Open in Compare"_s))
    , m_keep(&m_verdict->addLink(u"Keep"_s))
    , m_openKept(&m_verdict->addLink(u"Open kept…"_s))
    , m_verdictVeil(new Veil(theme, *m_verdict))
    , m_outcomes(new OutcomePanel(theme))
    , m_second(new SegmentedControl(theme, {u"Sweep of the waits"_s, u"What each message adds"_s}))
    , m_sweep(new SweepPanel(theme))
    , m_messages(new MessagePanel(theme))
    , m_under(new QStackedWidget)
    , m_empty(new EmptyState(theme))
    , m_split(new QSplitter(Qt::Horizontal))
    , m_right(new QStackedWidget)
    , m_left(new PaneScroll(theme, inputs(), &Tokens::window))
    , m_evidence(new PaneScroll(theme, evidence(), &Tokens::base))
    , m_card(new QWidget)
{
    auto *card = new QVBoxLayout(m_card);
    scaleMargins(theme, *card, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space12});
    card->addWidget(m_verdict);
    m_right->addWidget(m_empty);
    m_right->addWidget(m_evidence);
    m_split->addWidget(m_left);
    m_split->addWidget(m_right);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({theme.px(InputsWidth), theme.px(2 * InputsWidth)});
    scalePanes(theme, *m_split, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new SimulatedBand(theme));
    column->addWidget(m_card);
    column->addWidget(m_split, 1);
    m_empty->setButton(u"Run"_s, themedIcon(theme, Icon::Play, &Tokens::primaryText));
    connect(&theme, &Theme::changed, this, &SimulatePage::fit);
    connect(m_left, &PaneScroll::measured, this, &SimulatePage::fit); // hidden, it does not measure itself
    join();
    showState();
    showKept();
}

QWidget *SimulatePage::inputs()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    scaleMargins(m_theme, *column, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space12});
    scaleSpacing(m_theme, *column, metrics::Space12);
    column->addWidget(m_population, 1);
    column->addWidget(m_inputs);
    return content;
}

QWidget *SimulatePage::evidence()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    scaleMargins(m_theme, *column, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space16});
    scaleSpacing(m_theme, *column, metrics::Space24);
    column->addWidget(m_outcomes);
    auto *second = new QVBoxLayout;
    scaleSpacing(m_theme, *second, metrics::Space8);
    second->addWidget(m_second, 0, Qt::AlignLeft);
    auto *under = new QWidget;
    auto *underColumn = new QVBoxLayout(under);
    underColumn->setContentsMargins(0, 0, 0, 0);
    underColumn->addWidget(m_under);
    second->addWidget(under);
    column->addLayout(second);
    column->addStretch(1);
    m_under->addWidget(m_sweep);
    m_under->addWidget(m_messages);
    m_evidenceVeil = new Veil(m_theme, *content);
    m_underVeil = new Veil(m_theme, *under);
    return content;
}

void SimulatePage::join()
{
    connect(m_tools, &SimulateTools::runWanted, this, &SimulatePage::run);
    connect(m_tools, &SimulateTools::cancelWanted, &m_session, &model::SimulateSession::cancel);
    connect(m_tools, &SimulateTools::findChanged, &m_population->figures(), &FigureTable::setFind);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        if (m_session.isRunning())
            m_session.cancel();
        else
            run();
    });
    connect(m_outcomes, &ChartPanel::opened, &m_session, [this](int row) { m_session.show(std::size_t(row)); });
    connect(m_second, &SegmentedControl::chosen, m_under, &QStackedWidget::setCurrentIndex);
    connect(m_verdict, &VerdictCard::howComputedWanted, this, &SimulatePage::showMethods);
    connect(m_population, &PopulationPane::calibrateWanted, this, &SimulatePage::marketWanted);
    connect(m_compare, &QPushButton::clicked, this, &SimulatePage::compareResults);
    connect(m_keep, &QPushButton::clicked, this, &SimulatePage::keepResults);
    m_compare->setToolTip(u"Beside what happened, marked as simulated"_s);
    connect(&m_session, &model::SimulateSession::changed, this, &SimulatePage::showState);
    m_openKept->setToolTip(u"Results that the store keeps, to go on with (Ctrl+O)"_s);
    for (const QPushButton *link : {m_openKept, m_empty->link()})
        connect(link, &QPushButton::clicked, this, &SimulatePage::chooseKept);
    connect(&m_keptRuns, &model::KeptRuns::changed, this, &SimulatePage::showKept);
}

void SimulatePage::run()
{
    m_inputs->finishTyping();
    m_session.run();
}

void SimulatePage::showState()
{
    const bool isEmpty = !m_session.hasResults();
    const bool isLeavingEmpty = !isEmpty && m_right->currentIndex() == 0 && m_empty->button()->hasFocus();
    m_card->setVisible(!isEmpty);
    m_right->setCurrentIndex(isEmpty ? 0 : 1);
    if (isEmpty && m_session.isRunning()) {
        m_empty->setSentence(u"Running: %1."_s.arg(m_session.nextRun()));
        m_empty->setButton(u"Cancel"_s);
    } else if (isEmpty) {
        const QString problem = m_session.problem();
        m_empty->setSentence(problem.isEmpty() ? u"Not run yet: %1."_s.arg(m_session.nextRun()) : problem);
        m_empty->setButton(u"Run"_s, themedIcon(m_theme, Icon::Play, &Tokens::primaryText));
    } else {
        m_verdict->setContent(m_session.content().verdict);
        m_keep->setText(m_session.areResultsKept() ? u"Kept"_s : u"Keep"_s);
        m_keep->setToolTip(m_session.areResultsKept()
                               ? u"The store keeps these results; delete them on Compare"_s
                               : u"Keep these results in the store, with seed and populations"_s);
        m_outcomes->setGrid(m_session.content().grid);
        m_sweep->setChart(m_session.content().sweep);
        m_messages->setChart(m_session.content().messages);
        for (ChartPanel *chart : charts())
            chart->setCaption(m_session.content().captionOf(chart->words()), m_session.content().verdict.tag);
    }
    fit();
    const bool isDimmed = m_session.isRunning() || m_session.isStale();
    m_underVeil->setVisible(!isDimmed && m_session.isSweepStale());
    for (Veil *veil : {m_verdictVeil, m_evidenceVeil})
        veil->setVisible(isDimmed);
    for (Veil *veil : {m_verdictVeil, m_evidenceVeil, m_underVeil})
        veil->raise();
    if (isLeavingEmpty)
        takeFocus();
    Q_EMIT stateChanged();
}

void SimulatePage::compareResults()
{
    if (m_session.hasResults())
        Q_EMIT compareWanted(m_session.results());
}

void SimulatePage::keepResults()
{
    if (m_session.hasResults() && !m_session.areResultsKept())
        Q_EMIT keepWanted(m_session.results());
}

void SimulatePage::showKept()
{
    const bool areAny = !m_keptRuns.runs().empty();
    m_openKept->setVisible(areAny);
    m_empty->setLink(areAny ? u"Open kept results"_s : QString());
}

void SimulatePage::chooseKept()
{
    m_inputs->finishTyping();
    auto *dialog = new KeptRunDialog(m_theme, m_keptRuns, m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &SimulatePage::takeFocus);
    dialog->open();
}

// Side by side where there is room for both, each with a scroll bar of its own. Else the evidence stands over the
// inputs, both whole, and the page scrolls.
void SimulatePage::fit()
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int left = m_left->widget()->minimumSizeHint().width() + bar;
    int right = 0;
    for (const ChartPanel *chart : charts())
        right = std::max(right, chart->minimumSizeHint().width());
    right += 2 * m_theme.px(metrics::Space16) + bar;
    const bool isWide = left + right + m_split->handleWidth() <= width();
    setStacked(!isWide);
    m_left->setWhole(!isWide);
    m_evidence->setWhole(!isWide && m_session.hasResults());
    m_left->setMinimumWidth(isWide ? left : 0);
    m_right->setMinimumWidth(isWide ? right : 0);
}

void SimulatePage::setStacked(bool isStacked)
{
    if (isStacked == isStackedNow())
        return;
    if (isStacked)
        m_sideBySide = m_split->saveState();
    m_split->setOrientation(isStacked ? Qt::Vertical : Qt::Horizontal);
    m_split->insertWidget(0, isStacked ? static_cast<QWidget *>(m_right) : m_left);
    if (!isStacked)
        m_split->restoreState(m_sideBySide);
}

bool SimulatePage::isStackedNow() const
{
    return m_split->orientation() == Qt::Vertical;
}

void SimulatePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fit();
}

void SimulatePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_keptRuns.setLookedAt(true);
}

void SimulatePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_keptRuns.setLookedAt(false);
}

void SimulatePage::cancelOrGoToTable()
{
    if (m_session.isRunning())
        m_session.cancel();
    else
        takeFocus();
}

QList<ChartPanel *> SimulatePage::charts() const
{
    return {m_outcomes, m_sweep, m_messages};
}

ChartPanel *SimulatePage::focusedChart() const
{
    const QWidget *focus = focusWidget();
    for (ChartPanel *chart : charts()) {
        if (chart == focus || chart->isAncestorOf(focus))
            return chart;
    }
    return m_outcomes;
}

void SimulatePage::showMethods()
{
    if (!m_session.hasResults())
        return;
    const model::SimulateContent &content = m_session.content();
    auto *sheet = new MethodSheet(m_theme, content.verdict.scope, content.methods, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void SimulatePage::toggleTable()
{
    ChartPanel *chart = focusedChart();
    chart->setTable(!chart->isTable());
}

void SimulatePage::bindActions(Actions &actions)
{
    actions.bind(ActionId::Find, id(), m_tools, [this] { m_tools->focusFind(); });
    actions.bind(ActionId::GoToTable, id(), this, [this] { cancelOrGoToTable(); });
    actions.bind(ActionId::CopyChart, id(), this, [this] { focusedChart()->menu().copy(); });
    actions.bind(ActionId::SaveChart, id(), this, [this] { focusedChart()->menu().save(); });
    actions.bind(ActionId::HowComputed, id(), this, [this] { showMethods(); });
    actions.bind(ActionId::ChartAsTable, id(), this, [this] { toggleTable(); });
    actions.bind(ActionId::RunSimulation, id(), this, [this] { run(); });
    actions.bind(ActionId::CompareResults, id(), this, [this] { compareResults(); });
    actions.bind(ActionId::KeepResults, id(), this, [this] { keepResults(); });
    actions.bind(ActionId::OpenKept, id(), this, [this] { chooseKept(); });
}

QString SimulatePage::name() const
{
    return u"Simulate"_s;
}

QWidget *SimulatePage::tools() const
{
    return m_tools;
}

QList<QWidget *> SimulatePage::panes() const
{
    return {m_tools, m_card, m_population, m_inputs, m_outcomes, m_second, m_sweep, m_messages, m_empty};
}

void SimulatePage::takeFocus()
{
    QWidget *target = m_session.hasResults() ? static_cast<QWidget *>(m_outcomes) : m_empty->button();
    target->setFocus(Qt::ShortcutFocusReason);
}

QString SimulatePage::titleNote() const
{
    if (m_session.isRunning())
        return u"running"_s;
    return m_session.hasResults() ? QString() : u"not run yet"_s;
}

QString SimulatePage::stateSentence() const
{
    if (!m_session.hasResults())
        return u"Not run yet: %1."_s.arg(m_session.nextRun());
    const QString sentence = m_session.content().verdict.sentence();
    const QString stale = m_session.staleness();
    return stale.isEmpty() ? sentence : QString(sentence + u' ' + stale + u'.');
}

QByteArray SimulatePage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << (isStackedNow() ? m_sideBySide : m_split->saveState()) << model::toJson(m_session.choices());
    return state;
}

void SimulatePage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray panes;
    QByteArray choices;
    stream >> panes >> choices;
    if (stream.status() != QDataStream::Ok)
        return;
    if (isStackedNow())
        m_sideBySide = panes;
    else
        m_split->restoreState(panes);
    m_session.choose(model::choicesFromJson(choices, m_session.usual()));
}

} // namespace ui
