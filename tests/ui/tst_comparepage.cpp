// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/chartcontent.h"
#include "tests/support/comparisons.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"
#include "ui/board/boardpage.h"
#include "ui/charts/chartmenu.h"
#include "ui/charts/charttabs.h"
#include "ui/charts/plot.h"
#include "ui/compare/compareinputs.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/endpanel.h"
#include "ui/compare/leadpanel.h"
#include "ui/compare/marketlist.h"
#include "ui/compare/ratepanel.h"
#include "ui/compare/reportsaver.h"
#include "ui/compare/verdictcard.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/pagedeck.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

namespace tst_comparepage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
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

const engine::Market India = market("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 634, 1655}});

// The window with the page shown, as a person finds it.
struct Open {
    void show()
    {
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(theme, *run.engine, ui::WindowContext());
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(window->comparison().isRead());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    ui::ComparePage &page() const { return window->compare(); }
    QComboBox &box(const QString &name) const
    {
        for (auto *box : page().findChildren<QComboBox *>()) {
            if (box->accessibleName() == name)
                return *box;
        }
        qFatal("no such box");
    }
    template <class Part>
    Part &part() const
    {
        return *window->findChild<Part *>();
    }

    tests::EngineRun run;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

class tst_ComparePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void barsReachTheRatesAndWhiskersTheIntervals()
    {
        const ui::Theme theme;
        ui::RatePanel panel(theme);
        panel.setChart(model::rateChart(India, judge(India, {}, tests::ManualTime::Start), 1));
        const auto bars = all<QCPBars>(panel);
        QCOMPARE(bars.size(), 3);
        QVERIFY(std::abs(bars[0]->data()->at(0)->value - 100.0 * 4766 / 5646) < 1e-9);
        QCOMPARE(bars[0]->brush().color(), theme.tokens().workflow(2));
        QCOMPARE(bars[2]->data()->at(0)->key, 2.0);
        const auto whiskers = all<QCPErrorBars>(panel); // a thin one and a thick one, with their casings underneath
        QCOMPARE(whiskers.size(), 12);
        const auto isAround = [&](const QCPErrorBars &whisker, const engine::Interval &interval) {
            const double value = bars[0]->data()->at(0)->value;
            const QCPErrorBarsData &reach = whisker.data()->at(0);
            return std::abs(value - reach.errorMinus - 100 * interval.low) < 1e-9
                && std::abs(value + reach.errorPlus - 100 * interval.high) < 1e-9;
        };
        const model::RateRow &row = panel.chart().rows[0];
        QVERIFY(isAround(*whiskers[2], row.always));
        QVERIFY(isAround(*whiskers[3], row.interval));
        QVERIFY(whiskers[2]->pen().widthF() < whiskers[3]->pen().widthF());
        QVERIFY(row.always.low < row.interval.low && row.interval.high < row.always.high);
        QCOMPARE(panel.plot().xAxis->range().lower, 0.0);
        QCOMPARE(panel.plot().xAxis->range().upper, 100.0);
    }

    void aNetworkIsChosenWhereAnyIsKnown()
    {
        const ui::Theme theme;
        ui::CompareInputs inputs(theme);
        const auto boxes = inputs.findChildren<QComboBox *>();
        const auto box = *std::find_if(boxes.begin(), boxes.end(),
                                       [](const auto *each) { return each->accessibleName() == u"Network"_s; });
        model::CompareContent content;
        inputs.setChoices({}, content);
        QVERIFY(!box->isVisibleTo(&inputs));
        content.networks = {std::nullopt, "O2", "Vodafone"};
        inputs.setChoices({}, content);
        QVERIFY(box->isVisibleTo(&inputs));
        QCOMPARE(box->currentText(), u"All"_s);
        QSignalSpy chosen(&inputs, &ui::CompareInputs::chosen);
        box->setCurrentIndex(2);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().value<model::CompareChoices>().network, std::optional<std::string>("Vodafone"));
    }

    void whatIsComparedKeepsItsWordsAtEveryWidth()
    {
        const ui::Theme theme;
        ui::CompareInputs inputs(theme);
        model::CompareContent content;
        content.networks = {std::nullopt, "Vodafone"};
        content.experiments = {std::nullopt, "first message/1"};
        inputs.setChoices({}, content);
        const int least = inputs.minimumSizeHint().width();
        for (const int width : {1800, 1300, 1000, 700, least}) {
            inputs.resize(width, inputs.height());
            inputs.grab(); // lays it out
            QList<QRect> places;
            for (const QWidget *part : inputs.findChildren<QWidget *>()) {
                if (!qobject_cast<const QComboBox *>(part) && !qobject_cast<const QAbstractSpinBox *>(part)
                    && !qobject_cast<const ui::Label *>(part))
                    continue;
                const QRect place(part->mapTo(&inputs, QPoint()), part->size());
                QVERIFY(part->isVisibleTo(&inputs));
                QVERIFY2(inputs.rect().contains(place), qPrintable(QString::number(width)));
                QVERIFY(std::ranges::none_of(places, [&](const QRect &other) { return other.intersects(place); }));
                places << place;
            }
            QCOMPARE(places.size(), 17); // eight controls, each with its words; the margin has some behind it, too
        }
    }

    void dotsStandAtTheLeads()
    {
        const ui::Theme theme;
        ui::LeadPanel panel(theme);
        panel.setChart(model::leadChart(India, judge(India, {}, tests::ManualTime::Start), {}));
        const auto dots = all<QCPGraph>(panel);
        QVERIFY(std::abs(dots[0]->data()->at(0)->value - 100 * (4766.0 / 5646 - 4520.0 / 5790)) < 1e-9);
        QCOMPARE(dots[1]->data()->at(0)->value, 0.0); // the one of today
        QCOMPARE(all<QCPErrorBars>(panel).size(), 2); // of the one that is neither that nor far off
        const auto &always = all<QCPErrorBars>(panel).front()->data()->at(0);
        QVERIFY(std::abs(panel.chart().rows[0].points - always.errorMinus - panel.chart().rows[0].always.low) < 1e-9);
    }

    void whatGoesBeyondTheAxisEndsInAnArrow_data()
    {
        QTest::addColumn<std::int64_t>("verified"); // of 1,000 with workflow 2, against 500 with workflow 1
        QTest::addColumn<double>("left");
        QTest::addColumn<double>("right");
        QTest::newRow("within") << std::int64_t(500) << 0.0 << 0.0;
        QTest::newRow("its interval ends beyond") << std::int64_t(580) << 0.0 << 10.0;
        QTest::newRow("it is far ahead") << std::int64_t(900) << 0.0 << 10.0;
        QTest::newRow("it is far behind") << std::int64_t(100) << -10.0 << 0.0;
    }

    void whatGoesBeyondTheAxisEndsInAnArrow()
    {
        QFETCH(std::int64_t, verified);
        QFETCH(double, left);
        QFETCH(double, right);
        ui::Theme theme;
        theme.setScheme(ui::ColourScheme::Light);
        ui::LeadPanel panel(theme);
        panel.resize(600, 200);
        const engine::Market both = market("IN", {{1, 500, 1000}, {2, verified, 1000}});
        panel.setChart(model::leadChart(both, judge(both, {}, tests::ManualTime::Start), {}));
        QList<double> edges;
        for (const QCPGraph *graph : all<QCPGraph>(panel)) {
            if (graph->name() == u"cut"_s)
                edges << graph->data()->at(0)->value;
        }
        QCOMPARE(edges.contains(-10.0), left != 0);
        QCOMPARE(edges.contains(10.0), right != 0);
        // As it is seen: near the edge the arrow is higher than a line is thick.
        const QImage image = panel.grab().toImage();
        const QColor colour = theme.tokens().workflow(2);
        const auto heightAt = [&](int x) {
            int height = 0;
            for (int y = 0; y < image.height(); ++y)
                height += image.pixelColor(x, y) == colour;
            return height;
        };
        const QRect axis = panel.plot().axisRect()->rect().translated(panel.plot().pos());
        QVERIFY((heightAt(axis.right() - 5) >= 4) == (right != 0));
        QVERIFY((heightAt(axis.left() + 5) >= 4) == (left != 0));
    }

    void partsStandEndToEnd()
    {
        const ui::Theme theme;
        ui::EndPanel panel(theme);
        panel.setChart(model::endChart(India));
        const auto bars = all<QCPBars>(panel);
        QCOMPARE(bars.size(), 6);
        QCOMPARE(bars[0]->baseValue(), 0.0);
        QCOMPARE(bars[1]->baseValue(), bars[0]->data()->at(0)->value);
        QVERIFY(std::abs(bars[1]->baseValue() + bars[1]->data()->at(0)->value - 100) < 1e-9);
    }

    void walkingAChartSpeaksItsValues()
    {
        ui::Theme theme;
        QWidget window;
        auto *panel = new ui::RatePanel(theme, &window);
        panel->setChart(model::rateChart(India, judge(India, {}, tests::ManualTime::Start), 1));
        QCOMPARE(panel->accessibleName(), panel->words().finding);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        panel->setFocus();
        QTest::keyClick(panel, Qt::Key_Right);
        QVERIFY2(panel->accessibleName().startsWith(u"Workflow 2, SMS, SMS at 2:05, call at 5:05: 84.4 % verified"_s),
                 qPrintable(panel->accessibleName()));
        QTest::keyClick(panel, Qt::Key_End);
        QVERIFY(panel->accessibleName().startsWith(u"Workflow 3"_s));
        QTest::keyClick(panel, Qt::Key_Home);
        QCOMPARE(panel->current(), 0);
    }

    void theChosenMarketStaysReadable()
    {
        ui::Theme theme;
        theme.applyTo(*qApp);
        QWidget window;
        auto *list = new ui::MarketList(theme, &window);
        list->resize(248, 300);
        model::MarketRow row;
        row.market = "IN";
        row.name = u"India"_s;
        row.answer = u"2 leads"_s;
        row.markers = {2};
        list->setMarkets({row}, 0, [](const auto &) { return false; });
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        list->setFocus();
        const QRect rect = list->visualItemRect(list->item(0));
        const QImage image = list->viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(rect.center() + QPoint(40, 0)), theme.tokens().selection);
    }

    void nothingIsReadUntilThePageIsShown()
    {
        Open open;
        open.theme.applyTo(*qApp);
        open.window = std::make_unique<ui::MainWindow>(open.theme, *open.run.engine, ui::WindowContext{});
        open.window->resize(1440, 900);
        open.window->show();
        QTRY_VERIFY(open.window->session().isRead());
        QVERIFY(!open.window->comparison().isRead());
    }

    void anEmptyStoreSaysWhatToDo()
    {
        Open open;
        open.show();
        const auto focusedButton = [] {
            const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
            return button ? button->text() : QString();
        };
        QTRY_COMPARE(focusedButton(), u"Import a report"_s);
    }

    void whatRunsIsSaidWithAWayOn()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.show();
        QTRY_COMPARE(open.page().verdict().headline(), u"Nothing has ended yet; 1 is running, it ends within 5:00."_s);
        QVERIFY(open.page().verdict().skip()->isVisible());
    }

    void aWalkByKeyboardAlone()
    {
        Open open;
        for (std::uint64_t i = 0; i < 3; ++i)
            open.run.start(447700900112 + i, 4);
        open.run.start(919876543210, 4);
        open.run.advance(11min);
        open.show();
        QTRY_COMPARE(open.page().verdict().headline(), u"Too few to compare: 4 requests have ended."_s);
        auto &markets = open.part<ui::MarketList>();
        QTRY_VERIFY(markets.hasFocus());
        QCOMPARE(markets.count(), 3);
        open.press(Qt::Key_Down);
        QCOMPARE(open.page().verdict().headline(),
                 u"Too few to compare in the United Kingdom: 3 requests have ended."_s);

        open.press(Qt::Key_F6); // to the verdict
        open.press(Qt::Key_F6); // to the charts
        auto &rates = open.part<ui::RatePanel>();
        QTRY_VERIFY(rates.hasFocus());
        open.press(Qt::Key_Right);
        QVERIFY(rates.accessibleName().startsWith(u"Workflow 4, SMS, SMS at 2:00: 0 of 3 verified"_s));

        open.press(Qt::Key_T); // its table twin
        QTRY_VERIFY(rates.isTable());
        QVERIFY(rates.findChild<QTableWidget *>()->hasFocus());
        QCOMPARE(rates.findChild<QTableWidget *>()->item(0, 4)->text(), u"0 of 3"_s);
        open.press(Qt::Key_T);
        QTRY_VERIFY(!rates.isTable());

        open.press(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copy = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copy->text().startsWith(u"Success rate. United Kingdom, all time: 3 ended."_s));
        QVERIFY(copy->text().contains(u"4\tSMS, SMS at 2:00\t3\t0\t0 of 3"_s));
        QVERIFY(copy->hasImage());

        open.press(Qt::Key_Return); // the Board, filtered
        QTRY_VERIFY(open.window->board().isVisible());
        QCOMPARE(open.window->session().rows().filter().find.text(), u"wf:4 country:GB"_s);
        open.press(Qt::Key_Left, Qt::AltModifier); // and back, where it was
        QTRY_VERIFY(open.page().isVisible());
        QCOMPARE(open.window->comparison().choices().market, std::optional<std::string>("GB"));
    }

    void aChartIsSavedWithAllThatSaysWhatItIs()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.run.advance(11min);
        open.show();
        auto &ends = open.part<ui::EndPanel>();
        QTRY_VERIFY(!ends.values().isEmpty());
        const QTemporaryDir folder;
        const auto contentOf = [&](const QString &name) {
            ends.menu().saveAs(folder.filePath(name));
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QString svg = QString::fromUtf8(contentOf(u"chart.svg"_s));
        for (const QString &part : {u"<svg"_s, u"Where requests ended"_s, u"All markets, all time: 1 ended"_s,
                                    u"Amber: expired"_s, u"2026"_s})
            QVERIFY2(svg.contains(part), qPrintable(part));
        QVERIFY(!svg.contains(u"<image"_s)); // drawn, not a photograph
        const QImage png = QImage::fromData(contentOf(u"chart.PNG"_s));
        QCOMPARE(png.text(u"Title"_s), u"Where requests ended"_s);
        QVERIFY(png.width() > 2 * ends.width());
        const QStringList csv = QString::fromUtf8(contentOf(u"chart.csv"_s)).split(u"\r\n"_s);
        QVERIFY2(csv[0].startsWith(u"# Where requests ended. All markets, all time: 1 ended."_s), qPrintable(csv[0]));
        QCOMPARE(csv[1],
                 u"Workflow,Ended,Verified after message 1,Verified after message 2,Expired,Wrong codes,Cancelled"_s);
        QCOMPARE(csv[2], u"4,1,0,0,1,0,0"_s);
    }

    void aCopyHasNeitherFocusNorButtons()
    {
        ui::Theme theme;
        QWidget window;
        auto *panel = new ui::RatePanel(theme, &window);
        panel->resize(600, 220);
        panel->setChart(model::rateChart(India, judge(India, {}, tests::ManualTime::Start), 1));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QImage before = panel->picture().image(1);
        panel->setFocus();
        panel->setCurrent(1);
        QVERIFY(panel->grab().toImage() != before);
        QCOMPARE(panel->picture().image(1), before);
    }

    void theChartsMenuIsReachedByKeyboard()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.run.advance(11min);
        open.show();
        auto &rates = open.part<ui::RatePanel>();
        QTRY_VERIFY(!rates.values().isEmpty());
        rates.setFocus();
        open.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Success rate: copy, save, show as table"_s);
        open.press(Qt::Key_Space);
        QTRY_VERIFY(rates.menu().isVisible());
        QTest::keyClick(&rates.menu(), Qt::Key_Return); // Copy comes first
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
        QVERIFY2(QApplication::focusWidget()->accessibleName().startsWith(u"Copied, as a picture and as text."_s),
                 qPrintable(QApplication::focusWidget()->accessibleName()));
    }

    void howItWasComputedIsReadByKeyboard()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.run.advance(11min);
        open.show();
        QPushButton *button = nullptr;
        for (auto *each : open.page().verdict().findChildren<QPushButton *>()) {
            if (each->text() == u"How computed"_s)
                button = each;
        }
        QVERIFY(button);
        QTRY_VERIFY(button->isVisible());
        button->setFocus();
        open.press(Qt::Key_Space);
        QTRY_VERIFY(qobject_cast<QTextEdit *>(QApplication::focusWidget()));
        const auto *text = qobject_cast<QTextEdit *>(QApplication::focusWidget());
        QVERIFY(text->accessibleName().contains(u"All markets, all time: 1 ended"_s));
        QVERIFY(text->toPlainText().contains(u"Wilson"_s));
        open.press(Qt::Key_Escape);
        QTRY_VERIFY(!text->isVisible());
        QCOMPARE(open.window->focusWidget(), button);
    }

    void theBrandChoosesWhatIsCompared()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.run.advance(11min);
        open.show();
        QComboBox *brands = &open.box(u"Brand"_s);
        QTRY_COMPARE(brands->count(), 2);
        brands->setFocus();
        open.press(Qt::Key_Down);
        QTRY_VERIFY(open.window->comparison().choices().brand.has_value());
        const QString brand = brands->currentText();
        QTRY_VERIFY(open.window->comparison().content().verdict.scope.contains(brand));
        auto &rates = open.part<ui::RatePanel>();
        QTRY_VERIFY(!rates.values().isEmpty());
        rates.setFocus();
        open.press(Qt::Key_Right);
        open.press(Qt::Key_Return);
        QTRY_VERIFY(open.window->board().isVisible());
        QCOMPARE(open.window->session().rows().filter().find.text(), u"wf:4 brand:\"%1\""_s.arg(brand));
        open.press(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(open.page().isVisible());
        QCOMPARE(open.window->comparison().choices().brand, std::optional(brand.toStdString()));
    }

    void anExperimentIsChosenWhereThereIsOne()
    {
        Open open;
        open.run.start(447700900112, 4);
        engine::AssignmentRule split;
        split.name = u"split"_s;
        split.shares = {{2, 1}, {4, 1}};
        open.run.useTable({split});
        for (std::uint64_t number = 447400123001; number <= 447400123020; ++number)
            open.run.startUnnamed(number);
        open.run.advance(11min);
        open.show();
        model::CompareSession &comparison = open.window->comparison();
        QTRY_COMPARE(comparison.content().rates.rows.size(), 2U);
        QCOMPARE(comparison.content().markets.front().count, u"21"_s);
        auto &chooser = open.box(u"How workflows were chosen"_s);
        QVERIFY(chooser.isVisible());
        QCOMPARE(chooser.currentText(), u"any way"_s);
        chooser.setFocus();
        open.press(Qt::Key_Down);
        QCOMPARE(chooser.currentText(), u"by lot in split, version 1"_s);
        QTRY_COMPARE(comparison.content().markets.front().count, u"20"_s);
        QVERIFY(comparison.content().verdict.scope.contains(u"by lot in split, version 1"_s));
        QVERIFY(chooser.isVisible());
        open.press(Qt::Key_Up);
        QTRY_COMPARE(comparison.content().markets.front().count, u"21"_s);
    }

    void withoutExperimentsThereIsNothingToChoose()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.run.advance(11min);
        open.show();
        QTRY_VERIFY(!open.window->comparison().content().rates.rows.empty());
        QVERIFY(!open.box(u"How workflows were chosen"_s).isVisible());
        QVERIFY(open.box(u"Version of the workflows"_s).isVisible());
    }

    void theTrendStandsBehindATab()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.run.advance(11min);
        open.show();
        auto &ends = open.part<ui::EndPanel>();
        QTRY_VERIFY(ends.isVisible());
        auto &bar = *open.page().tabs().findChild<QTabBar *>();
        bar.setFocus();
        open.press(Qt::Key_Right);
        QVERIFY(!ends.isVisible());
        QCOMPARE(open.page().tabs().current().words().waits, u"Waits for requests of a second week."_s);
        open.press(Qt::Key_T); // the chart of the tab as a table
        QVERIFY(open.page().tabs().current().isTable());
    }

    void spaceAndTheBoxPutMarketsIntoTheReport()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.run.start(12025550142, 1);
        open.run.advance(11min);
        open.show();
        auto &markets = open.part<ui::MarketList>();
        QTRY_COMPARE(markets.count(), 3);
        const auto scopes = [&] {
            QStringList names;
            for (const model::CompareContent &content : open.window->comparison().report())
                names << content.verdict.scope.section(u", "_s, 0, 0);
            return names;
        };
        QCOMPARE(scopes(), QStringList{u"All markets"_s}); // the one shown
        markets.setFocus();
        markets.setCurrentRow(2);
        open.press(Qt::Key_Space);
        QCOMPARE(markets.item(2)->checkState(), Qt::Checked);
        const QString third = scopes().first();
        QVERIFY(third != u"All markets"_s);
        const QPoint box = markets.visualItemRect(markets.item(0)).topLeft() + QPoint(14, 14);
        QTest::mouseClick(markets.viewport(), Qt::LeftButton, {}, box);
        QCOMPARE(markets.currentRow(), 2); // a tick chooses nothing
        QCOMPARE(scopes(), (QStringList{u"All markets"_s, third}));
        QTest::mouseClick(markets.viewport(), Qt::LeftButton, {}, box);
        QCOMPARE(scopes(), QStringList{third});
    }

    void ctrlPSavesTheReportAsAFile()
    {
        const QTemporaryDir folder;
        Open open;
        open.run.start(447700900112, 4);
        open.run.advance(11min);
        open.show();
        QTRY_COMPARE(open.part<ui::MarketList>().count(), 2);
        open.press(Qt::Key_P, Qt::ControlModifier);
        auto *dialog = open.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->defaultSuffix(), u"html"_s);
        const QString path = folder.filePath(u"report.html"_s);
        dialog->hide(); // as it does before it tells
        QVERIFY(QTest::qWaitForWindowActive(open.window.get()));
        Q_EMIT dialog->fileSelected(path);
        QTRY_COMPARE(open.page().report().sentence(), u"Report saved: "_s + path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        QVERIFY(html.contains(open.window->comparison().content().verdict.headline.toHtmlEscaped()));
        QVERIFY(html.contains(u"0 of 1"_s));
        const auto isTold = [] {
            const QWidget *focused = QApplication::focusWidget();
            return focused && focused->accessibleName().startsWith(u"Report saved: "_s);
        };
        QTRY_VERIFY(isTold());
        for (QPushButton *button : open.page().report().findChildren<QPushButton *>()) {
            if (button->text() == u"Open"_s)
                button->click(); // offscreen, nothing opens files
        }
        QCOMPARE(open.page().report().sentence(), u"Report saved, but no program was found that opens it: "_s + path);

        open.page().report().save(open.window->comparison().report(), u"/nowhere/report.html"_s);
        QTRY_VERIFY(
            open.page().report().sentence().startsWith(u"The report cannot be written into /nowhere/report.html: "_s));
    }

    void aPartOfABarOpensItsState()
    {
        Open open;
        open.run.start(447700900112, 4);
        open.run.advance(11min);
        open.show();
        auto &ends = open.part<ui::EndPanel>();
        QTRY_COMPARE(ends.values(), QStringList{u"Workflow 4: 1 of 1 expired"_s});
        ends.setFocus();
        open.press(Qt::Key_Right);
        open.press(Qt::Key_Return);
        QTRY_VERIFY(open.window->board().isVisible());
        QCOMPARE(open.window->session().rows().filter().chip, model::StateChip::Expired);
    }
};

PINPATH_TEST(tst_ComparePage, "tst_comparepage")

} // namespace tst_comparepage

#include "tst_comparepage.moc"
