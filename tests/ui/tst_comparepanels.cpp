// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/comparisons.h"
#include "tests/support/testclass.h"
#include "ui/charts/charttabs.h"
#include "ui/charts/plot.h"
#include "ui/compare/costpanel.h"
#include "ui/compare/pairpanel.h"
#include "ui/compare/timepanel.h"
#include "ui/compare/trendpanel.h"
#include "ui/theme/theme.h"

#include <QTest>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <random>

namespace tst_comparepanels {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Market;
using tests::market;

template <class Plottable>
QList<Plottable *> all(const ui::ChartPanel &panel)
{
    QList<Plottable *> found;
    for (int i = 0; i < panel.plot().plottableCount(); ++i) {
        if (auto *plottable = dynamic_cast<Plottable *>(panel.plot().plottable(i)))
            found << plottable;
    }
    return found;
}

Market timed(std::initializer_list<tests::Counts> counts)
{
    Market all = market("IN", counts);
    for (engine::WorkflowTally &tally : all.workflows)
        tally.verifiedIn = {{10, tally.verified / 2}, {40, tally.verified - tally.verified / 2}};
    return all;
}

model::TimeChart timeChart(const Market &market)
{
    return model::timeChart(market, judge(market, {}, tests::ManualTime::Start), 1);
}

// 1 verifies 70 % for EUR 100, 2 verifies 80 % for EUR 75 per 1,000 users.
model::CostChart costChart()
{
    Market all = market("IN", {{1, 70, 100}, {2, 80, 100}});
    for (engine::WorkflowTally &tally : all.workflows) {
        const engine::Money each = engine::Money::fromMilli(tally.id() == 1 ? 70 : 60);
        tally.cost.all = each * tally.ended();
        tally.cost.ofVerified = each * tally.verified;
        tally.cost.squares = each.toDouble() * each.toDouble() * double(tally.ended());
    }
    return model::costChart(all, judge(all, {}, tests::ManualTime::Start), 1);
}

// 2 has nothing in the first week, too few in the second and 90 % in the third.
model::TrendChart trendChart()
{
    const engine::Instant monday = engine::fromMilliseconds(1'795'392'000'000);
    const std::chrono::weeks week(1);
    Market all = market("IN", {{1, 100, 200}, {2, 100, 120}});
    all.workflows[0].weeks = {{monday, 60, 100}, {monday + week, 20, 50}, {monday + 2 * week, 20, 50}};
    all.workflows[1].weeks = {{monday + week, 10, 20}, {monday + 2 * week, 90, 100}};
    return model::trendChart(all, judge(all, {}, tests::ManualTime::Start), monday + 5 * week);
}

// Points anywhere in the plane, the last of them far off if wanted.
model::CostChart scattered(int count, std::mt19937 &luck, bool hasFar)
{
    model::CostChart chart;
    chart.cost = {60, 100, 10};
    chart.percent = {70, 90, 5};
    const auto between = [&luck](double from, double to) { return from + (to - from) * double(luck() % 1000) / 1000; };
    for (int i = 0; i < count; ++i) {
        model::CostPoint point;
        point.line.workflow = engine::WorkflowId(i + 1);
        point.cost = between(62, 98);
        point.costInterval = {point.cost - 2, point.cost + 2};
        point.percent = between(71, 89);
        point.percentInterval = {point.percent - 1, point.percent + 1};
        point.isShown = !hasFar || i + 1 < count;
        chart.points.push_back(point);
    }
    if (hasFar)
        chart.far << QString::number(count) + u": 38.3 % at EUR 172.1 →"_s;
    return chart;
}

struct Words {
    QString text;
    QRectF box;
};

QList<Words> wordsIn(const ui::ChartPanel &panel)
{
    QList<Words> words;
    for (int i = 0; i < panel.plot().itemCount(); ++i) {
        if (const auto *text = qobject_cast<QCPItemText *>(panel.plot().item(i)))
            words << Words{text->text(), {text->topLeft->pixelPosition(), text->bottomRight->pixelPosition()}};
    }
    return words;
}

// A window with one panel, as large as it wants to be.
template <class Panel>
struct Shown {
    explicit Shown(QSize size)
        : panel(new Panel(theme, &window))
    {
        panel->resize(size);
        window.resize(size);
    }
    void show()
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        panel->setFocus();
    }

    ui::Theme theme;
    QWidget window;
    Panel *panel;
};

class tst_ComparePanels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curvesStepUpToTheSuccessRates()
    {
        const ui::Theme theme;
        ui::TimePanel panel(theme);
        panel.resize(520, 280);
        const model::TimeChart chart = timeChart(timed({{1, 4520, 5790}, {2, 4766, 5646}}));
        panel.setChart(chart);
        QCPGraph *best = nullptr; // drawn last of the curves
        for (QCPGraph *graph : all<QCPGraph>(panel)) {
            if (graph->lineStyle() == QCPGraph::lsStepLeft)
                best = graph;
        }
        QVERIFY(best);
        QCOMPARE(best->pen().color(), theme.tokens().workflow(2));
        QCOMPARE(best->data()->size(), 4); // the start, two steps, the end of its life
        QCOMPARE(best->data()->at(1)->key, chart.axis.xAt(10s));
        QVERIFY(std::abs(best->data()->at(1)->value - 100.0 * 2383 / 5646) < 1e-9);
        QVERIFY(std::abs(best->data()->at(3)->value - 100.0 * 4766 / 5646) < 1e-9);
        QCOMPARE(best->data()->at(3)->key, 1.0);
        QCOMPARE(panel.plot().yAxis->range().upper, 100.0);
    }

    void aCurveThatEndsBeforeTheAxisGoesOnDotted()
    {
        const ui::Theme theme;
        ui::TimePanel panel(theme);
        panel.resize(520, 280);
        panel.setChart(timeChart(timed({{1, 700, 1000}, {4, 800, 1000}})));
        int dotted = 0;
        for (const QCPGraph *graph : all<QCPGraph>(panel)) {
            const bool isRest = graph->pen().style() == Qt::DotLine && graph->data()->at(1)->key == 1;
            dotted += isRest && graph->pen().color() == theme.tokens().workflow(4);
            QVERIFY(!isRest || graph->pen().color() != theme.tokens().workflow(1));
        }
        QCOMPARE(dotted, 1);
    }

    void keysWalkWorkflowsAndTime()
    {
        Shown<ui::TimePanel> shown({520, 280});
        shown.panel->setChart(timeChart(timed({{1, 4520, 5790}, {2, 4766, 5646}})));
        shown.show();
        const auto said = [&] { return shown.panel->accessibleName().section(u", 95"_s, 0, 0); };
        QTest::keyClick(shown.panel, Qt::Key_Right);
        QCOMPARE(said(), u"Workflow 2: 42.2 % verified by 10 s"_s);
        QVERIFY(QToolTip::text().startsWith(u"Workflow 2: 42.2 % verified by 10 s"_s)); // seen as well as heard
        QTest::keyClick(shown.panel, Qt::Key_Right);
        QCOMPARE(said(), u"Workflow 2: 42.2 % verified by 30 s"_s);
        QTest::keyClick(shown.panel, Qt::Key_Down);
        QCOMPARE(said(), u"Workflow 1: 39.0 % verified by 30 s"_s);
        QTest::keyClick(shown.panel, Qt::Key_Down); // there is none below
        QCOMPARE(said(), u"Workflow 1: 39.0 % verified by 30 s"_s);
        QTest::keyClick(shown.panel, Qt::Key_End);
        QCOMPARE(said(), u"Workflow 1: 78.1 % verified by 10:05"_s);
        QCOMPARE(shown.panel->lineOf(shown.panel->current()), 1);
    }

    void thePointerReadsACurveToTheSecond()
    {
        Shown<ui::TimePanel> shown({520, 280});
        const model::TimeChart chart = timeChart(timed({{1, 600, 1000}}));
        shown.panel->setChart(chart);
        shown.show();
        const QRect axis = shown.panel->plot().axisRect()->rect().translated(shown.panel->plot().pos());
        const int x = axis.left() + int(chart.axis.xAt(90s) * axis.width()) + 1;
        const QPoint on(x, axis.bottom() - int(0.6 * axis.height()));
        QTest::mouseMove(shown.panel, on);
        QTRY_VERIFY2(QToolTip::text().startsWith(u"Workflow 1: 60.0 % verified by 1:3"_s),
                     qPrintable(QToolTip::text()));
        QTest::mouseMove(shown.panel, QPoint(x, axis.top() + 4)); // far from it
        QTRY_VERIFY(!QToolTip::isVisible() || QToolTip::text().isEmpty());
    }

    void labelsThatWouldTouchMoveApart()
    {
        QCOMPARE(ui::movedApart({10, 50}, 16, 0, 100), (std::vector<double>{10, 50}));
        QCOMPARE(ui::movedApart({10, 12, 90}, 16, 0, 100), (std::vector<double>{10, 26, 90}));
        QCOMPARE(ui::movedApart({90, 95, 99}, 16, 0, 100), (std::vector<double>{68, 84, 100}));
    }

    void crossesReachTheIntervals()
    {
        const ui::Theme theme;
        ui::CostPanel panel(theme);
        panel.resize(320, 290);
        panel.setChart(costChart());
        QCOMPARE(panel.chart().points.size(), std::size_t(2));
        const model::CostPoint &today = panel.chart().points[1];
        const auto bars = all<QCPCurve>(panel); // the best is drawn last
        QCOMPARE(bars.size(), 4);
        QCOMPARE(bars[0]->data()->at(0)->key, today.costInterval.low);
        QCOMPARE(bars[0]->data()->at(1)->key, today.costInterval.high);
        QCOMPARE(bars[0]->data()->at(1)->value, today.percent);
        QCOMPARE(bars[1]->data()->at(0)->value, today.percentInterval.low);
        QCOMPARE(bars[1]->pen().color(), theme.tokens().workflow(1));
        const auto marks = all<QCPGraph>(panel); // a point and its ring, then the other point
        QCOMPARE(marks.size(), 3);
        QCOMPARE(marks[0]->data()->at(0)->value, 100.0);
        QCOMPARE(marks[1]->scatterStyle().brush().style(), Qt::NoBrush);
        QCOMPARE(marks[1]->data()->at(0)->value, 100.0);
        QCOMPARE(marks[2]->data()->at(0)->key, 80.0);
    }

    void idsStandBesideTheirPoints()
    {
        const ui::Theme theme;
        ui::CostPanel panel(theme);
        panel.resize(320, 290);
        panel.setChart(costChart());
        QStringList ids;
        for (int i = 0; i < panel.plot().itemCount(); ++i) {
            const auto *text = qobject_cast<QCPItemText *>(panel.plot().item(i));
            if (!text || text->text().size() != 1)
                continue;
            ids << text->text();
            const QPointF offset = text->position->coords();
            QCOMPARE(std::abs(offset.x()), std::abs(offset.y()));
            QVERIFY(std::abs(offset.x()) >= 12);
        }
        QCOMPARE(ids, (QStringList{u"2"_s, u"1"_s}));
    }

    void wordsInThePlaneTouchNeitherOneAnotherNorPoints()
    {
        Shown<ui::CostPanel> shown({320, 290});
        shown.show();
        ui::CostPanel &panel = *shown.panel;
        std::mt19937 luck(4821);
        for (int round = 0; round < 40; ++round) {
            const model::CostChart chart = scattered(2 + round % 5, luck, round % 2 == 1);
            panel.setChart(chart);
            panel.plot().replot();
            const QList<Words> words = wordsIn(panel);
            QStringList touching;
            for (qsizetype i = 0; i < words.size(); ++i) {
                for (qsizetype j = i + 1; j < words.size(); ++j) {
                    const bool areIds = words[i].text.size() == 1 && words[j].text.size() == 1;
                    if (!areIds && words[i].box.intersects(words[j].box)) // ids of points on one another may
                        touching << words[i].text + u" and "_s + words[j].text;
                }
                for (const model::CostPoint &point : chart.points) {
                    const QPointF at(panel.plot().xAxis->coordToPixel(point.cost),
                                     panel.plot().yAxis->coordToPixel(point.percent));
                    if (point.isShown && words[i].box.contains(at))
                        touching << words[i].text + u" and the point of "_s + QString::number(point.line.workflow);
                }
            }
            QCOMPARE(QString::number(round) + u": "_s + touching.join(u", "_s), QString::number(round) + u": "_s);
        }
    }

    // Where a cross runs through the corner that it would stand in.
    void theWayToWhatIsBetterIsToldInAFreeCorner()
    {
        Shown<ui::CostPanel> shown({320, 290});
        shown.show();
        ui::CostPanel &panel = *shown.panel;
        panel.setChart(costChart()); // the better one is the cheaper one: at the top left
        panel.plot().replot();
        const QList<Words> words = wordsIn(panel);
        const auto better = std::ranges::find(words, u"↖ better"_s, &Words::text);
        QVERIFY(better != words.end());
        const model::CostPoint &best = panel.chart().points.front();
        const auto x = [&](double cost) { return panel.plot().xAxis->coordToPixel(cost); };
        const auto y = [&](double percent) { return panel.plot().yAxis->coordToPixel(percent); };
        const QRectF across(QPointF(x(best.costInterval.low), y(best.percent) - 1),
                            QPointF(x(best.costInterval.high), y(best.percent) + 1));
        const QRectF up(QPointF(x(best.cost) - 1, y(best.percentInterval.high)),
                        QPointF(x(best.cost) + 1, y(best.percentInterval.low)));
        QVERIFY(!better->box.intersects(across) && !better->box.intersects(up));
    }

    // 2 climbs through where the words of the half would usually stand.
    void theWordsOfTheHalfTouchNoCurve()
    {
        const ui::Theme theme;
        ui::TimePanel panel(theme);
        panel.resize(430, 280);
        Market all = market("IN", {{1, 900, 1000}, {2, 880, 1000}});
        all.workflows[0].verifiedIn = {{10, 300}, {17, 300}, {60, 300}};
        all.workflows[1].verifiedIn = {{3, 440}, {9, 10}, {18, 60}, {25, 370}};
        panel.setChart(timeChart(all));
        panel.plot().replot();
        QVERIFY(panel.chart().half);
        const QCPItemText *half = nullptr;
        for (int i = 0; i < panel.plot().itemCount(); ++i) {
            const auto *text = qobject_cast<QCPItemText *>(panel.plot().item(i));
            if (text && text->text().startsWith(u"half"))
                half = text;
        }
        QVERIFY(half);
        const QRectF box(half->topLeft->pixelPosition(), half->bottomRight->pixelPosition());
        int curves = 0;
        for (const QCPGraph *graph : tst_comparepanels::all<QCPGraph>(panel)) {
            if (graph->lineStyle() != QCPGraph::lsStepLeft || graph->data()->size() < 3)
                continue;
            ++curves;
            QPointF before;
            for (auto at = graph->data()->constBegin(); at != graph->data()->constEnd(); ++at) {
                const QPointF point(panel.plot().xAxis->coordToPixel(at->key),
                                    panel.plot().yAxis->coordToPixel(at->value));
                if (at != graph->data()->constBegin()) {
                    const QRectF across = QRectF(before, QPointF(point.x(), before.y())).adjusted(0, -1, 0, 1);
                    const QRectF up = QRectF(QPointF(point.x(), before.y()), point).normalized().adjusted(-1, 0, 1, 0);
                    QVERIFY(!box.intersects(across) && !box.intersects(up));
                }
                before = point;
            }
        }
        QVERIFY(curves >= 2);
    }

    // 100 is the longest figure of the scale, and the plot would cover what reaches into its room.
    void theScaleOfTheTrendIsNotCut()
    {
        const ui::Theme theme;
        ui::TrendPanel panel(theme);
        panel.resize(320, panel.sizeHint().height());
        panel.setChart(trendChart());
        panel.resize(320, panel.sizeHint().height());
        QVERIFY(panel.plot().x() >= ui::TrendPanel::scaleRight(theme));
        QCOMPARE(panel.plot().xAxis->grid()->zeroLinePen().style(), Qt::NoPen); // the first week is no zero
    }

    void weeksStandAtTheirRates()
    {
        const ui::Theme theme;
        ui::TrendPanel panel(theme);
        panel.resize(320, 250);
        panel.setChart(trendChart());
        const auto graphs = all<QCPGraph>(panel);
        // For each row its interval's ends and its line, then a dot for each week.
        const QCPGraph &line = *graphs[2];
        QCOMPARE(line.data()->size(), 3);
        QVERIFY(std::isnan(line.data()->at(0)->value)); // none ended in that week
        QCOMPARE(line.data()->at(2)->value, ui::TrendPanel::heightOf(0, 90));
        QCOMPARE(graphs[1]->channelFillGraph(), graphs[0]);
        QCOMPARE(graphs[3]->data()->at(0)->value, 1.0);
        QCOMPARE(graphs[3]->scatterStyle().brush().color(), theme.tokens().base); // hollow: too few
        QVERIFY(ui::TrendPanel::heightOf(0, 100) > -0.5 && ui::TrendPanel::heightOf(0, 0) < 0.5);
        QCOMPARE(ui::TrendPanel::heightOf(1, 50), 1.0);
    }

    void aNarrowTableOfPairsKeepsWhatMattersMost()
    {
        const ui::Theme theme;
        ui::PairPanel panel(theme);
        const Market three = market("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 634, 1655}});
        panel.setChart(model::pairTable(three));
        panel.resize(300, 200);
        QCOMPARE(panel.shownHeads().mid(0, 3), (QStringList{u"points"_s, u"95 %"_s, u"p, Holm"_s}));
        QVERIFY(!panel.shownHeads().contains(u"Fisher"_s));
        panel.resize(600, 200);
        QCOMPARE(panel.shownHeads().size(), 5);
        QCOMPARE(panel.values().size(), 3);
        QVERIFY(panel.words().twin.heads.contains(u"p, Fisher"_s));
    }

    void tabsShowOneChartAtATime()
    {
        ui::Theme theme;
        auto *trend = new ui::TrendPanel(theme);
        auto *pairs = new ui::PairPanel(theme);
        trend->setChart(trendChart());
        pairs->setChart(model::pairTable(market("IN", {{1, 4520, 5790}, {2, 4766, 5646}})));
        ui::ChartTabs tabs(theme, {trend, pairs});
        tabs.resize(tabs.sizeHint());
        tabs.show();
        QVERIFY(trend->isVisible() && !pairs->isVisible());
        const int before = tabs.sizeHint().height();
        tabs.setCurrent(1);
        QVERIFY(!trend->isVisible() && pairs->isVisible());
        QVERIFY(tabs.sizeHint().height() < before); // as high as the one that shows
        QCOMPARE(&tabs.current(), pairs);
        const auto *bar = tabs.findChild<QTabBar *>();
        QCOMPARE(bar->tabText(1), u"All pairs"_s);
    }

    // As a report needs it.
    void aChartThatWasNeverShownHasItsPicture()
    {
        ui::Theme theme;
        theme.setScheme(ui::ColourScheme::Light);
        ui::TimePanel panel(theme);
        panel.resize(520, panel.sizeHint().height());
        panel.setChart(timeChart(timed({{1, 4520, 5790}, {2, 4766, 5646}})));
        panel.setCaption(u"Time to verify. India."_s, {}, u"India"_s);
        QCOMPARE(panel.fileName(), u"time-to-verify-india"_s);
        const QImage image = panel.picture().image(1);
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y) == theme.tokens().workflow(2);
        }
        QVERIFY(pixels > 300); // its curve, and its marker
        QVERIFY(QString::fromUtf8(panel.picture().svg()).contains(u"half by 40 s"_s));
    }
};

PINPATH_TEST(tst_ComparePanels, "tst_comparepanels")

} // namespace tst_comparepanels

#include "tst_comparepanels.moc"
