// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/presets.h"
#include "model/simulate/simulatesession.h"
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/plot.h"
#include "ui/compare/compareinputs.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/marketlist.h"
#include "ui/compare/verdictcard.h"
#include "ui/frame/pagedeck.h"
#include "ui/simulate/figuretable.h"
#include "ui/simulate/keptrundialog.h"
#include "ui/simulate/messagepanel.h"
#include "ui/simulate/outcomepanel.h"
#include "ui/simulate/ownworkflowdialog.h"
#include "ui/simulate/populationpane.h"
#include "ui/simulate/runinputs.h"
#include "ui/simulate/runprogress.h"
#include "ui/simulate/simulatepage.h"
#include "ui/simulate/sweeppanel.h"
#include "ui/simulate/veil.h"
#include "ui/timeline/previewpicture.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>

namespace tst_simulatepage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ShownWindow;

constexpr std::int64_t Few = 1'000; // users: done at once
constexpr std::int64_t Endless = 100'000'000;

// The window with the page shown, as a person finds it.
struct Open : ShownWindow {
    void show(QSize size = {1440, 900}, std::int64_t users = Few)
    {
        ShownWindow::show(size);
        QTest::keyClick(window.get(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(page().isVisible());
        model::SimulateChoices choices = session().choices();
        choices.users = users;
        session().choose(choices);
    }
    void run() const
    {
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(session().hasResults() && !session().isRunning());
    }
    ui::SimulatePage &page() const { return window->simulate(); }
    model::SimulateSession &session() const { return window->simulation(); }
    ui::FigureTable &figures() const { return page().population().figures(); }
    engine::Population shown() const { return session().population().parts.front().population; }
    ui::OutcomePanel &outcomes() const { return *page().findChild<ui::OutcomePanel *>(); }
    template <class Part>
    Part &named(const QString &name) const
    {
        for (Part *part : page().findChildren<Part *>()) {
            if (part->accessibleName() == name)
                return *part;
        }
        qFatal("no such part");
    }
    QPushButton &link(const QString &words) const
    {
        for (QPushButton *button : page().verdict().findChildren<QPushButton *>()) {
            if (button->text() == words)
                return *button;
        }
        qFatal("no such link");
    }
    // So many requests from `number` on get an SMS; so many of them are verified after 20 s, the others expire.
    void live(std::uint64_t number, int requests, int verified)
    {
        auto &run = ShownWindow::run;
        std::vector<engine::RequestId> ids;
        for (int i = 0; i < requests; ++i)
            ids.push_back(run.start(number + std::uint64_t(i), 4, u"4821"_s));
        run.advance(20s);
        for (int i = 0; i < verified; ++i)
            QCOMPARE(run.check(ids[std::size_t(i)], u"4821"_s), engine::Outcome::Accepted);
        run.advance(30min);
    }
    // As a person comes from this page: over Compare, where the market is chosen.
    void calibrateFrom(const char *country) const
    {
        named<QPushButton>(u"More about populations"_s).menu()->actions().at(1)->trigger();
        QTRY_VERIFY(window->compare().isVisible());
        model::CompareSession &comparison = window->comparison();
        QTRY_VERIFY(comparison.isRead());
        model::CompareChoices choices = comparison.choices();
        choices.market = country;
        comparison.choose(choices);
        for (QPushButton *button : window->compare().verdict().findChildren<QPushButton *>()) {
            if (button->text() == u"Calibrate"_s && button->isVisible())
                button->click();
        }
        QTRY_VERIFY(page().isVisible());
    }
    bool isDimmed() const { return page().verdict().findChild<ui::Veil *>()->isVisible(); }
};

QString focusedButton()
{
    const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    return button ? button->text() : QString();
}

class tst_SimulatePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatARunWouldBe()
    {
        Open open;
        open.show();
        const auto *empty = open.page().findChild<ui::EmptyState *>();
        const auto *sentence = empty->findChild<ui::Label *>();
        QCOMPARE(sentence->text(), u"Not run yet: 5 workflows, 1,000 users each, about a second."_s);
        QCOMPARE(focusedButton(), u"Run"_s);
        QCOMPARE(open.window->windowTitle(), u"Simulate - not run yet - Pinpath"_s);
        open.press(Qt::Key_Space);
        QTRY_VERIFY(open.session().hasResults());
        QTRY_VERIFY(open.outcomes().hasFocus());
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        Open open;
        open.show();
        QCOMPARE(focusedButton(), u"Run"_s);
        open.press(Qt::Key_Return);
        QTRY_VERIFY(open.session().hasResults());
    }

    void theAnswerComesFirst()
    {
        Open open;
        open.show();
        open.run();
        QVERIFY(open.page().verdict().isVisible());
        QVERIFY(open.page().verdict().headline().startsWith(u"Under these assumptions, "_s));
        QVERIFY(open.page().stateSentence().startsWith(u"Simulated: Under these assumptions, "_s));
        QVERIFY(open.outcomes().accessibleName().startsWith(u"Success rate, simulated: workflow "_s));
    }

    void markersStandAtTheRates()
    {
        Open open;
        open.show();
        open.run();
        const ui::OutcomePanel &panel = open.outcomes();
        QSet<int> seen;
        for (int i = 0; i < panel.plot().plottableCount(); ++i) {
            const auto *graph = dynamic_cast<QCPGraph *>(panel.plot().plottable(i));
            if (!graph || graph->lineStyle() != QCPGraph::lsNone)
                continue;
            const auto &point = *graph->data()->at(0);
            const auto &cells = panel.grid().rows[std::size_t(point.key)].cells;
            for (const model::OutcomeCell &cell : cells) {
                const bool isHere = std::abs(point.value - cell.rate * 100) < 1e-9;
                const bool isFilled
                    = graph->scatterStyle().brush().color() == open.theme.tokens().workflow(cell.workflow);
                if (isHere && isFilled == cell.isBest)
                    seen.insert(int(point.key) * 10 + cell.workflow);
            }
        }
        QCOMPARE(seen.size(), 6 * 5); // populations by workflows
    }

    void todaysSettingIsRingedInTheSweep()
    {
        Open open;
        open.show();
        open.run();
        const auto *panel = open.page().findChild<ui::SweepPanel *>();
        int curves = 0;
        int rings = 0;
        for (int i = 0; i < panel->plot().plottableCount(); ++i) {
            curves += dynamic_cast<QCPCurve *>(panel->plot().plottable(i)) != nullptr;
            const auto *graph = dynamic_cast<QCPGraph *>(panel->plot().plottable(i));
            if (!graph || graph->scatterStyle().brush().style() != Qt::NoBrush)
                continue;
            ++rings;
            const auto &points = panel->chart().points;
            const auto today = std::find_if(points.begin(), points.end(), [](const auto &p) { return p.isToday; });
            QCOMPARE(graph->data()->at(0)->value, today->cost);
            QCOMPARE(graph->data()->at(0)->key, today->percent);
        }
        QCOMPARE(rings, 1);
        QCOMPARE(curves, int(panel->chart().lines.size()) + 1); // and the efficient edge
        QVERIFY(panel->accessibleName().startsWith(u"Sweep of the waits, typical, simulated: "_s));
    }

    void whatEachMessageAddsTakesTheSweepsPlace()
    {
        Open open;
        open.show();
        open.run();
        const auto &panel = *open.page().findChild<ui::MessagePanel *>();
        QVERIFY(!panel.isVisible());
        for (auto *choice : open.page().findChildren<QRadioButton *>()) {
            if (choice->text() == "What each message adds"_L1)
                choice->click();
        }
        QVERIFY(panel.isVisible());
        QVERIFY(panel.accessibleName().startsWith(u"What each message adds, typical, simulated: "_s));
        QStringList seen;
        for (int i = 0; i < panel.plot().plottableCount(); ++i) {
            const auto *graph = dynamic_cast<QCPGraph *>(panel.plot().plottable(i));
            if (!graph || graph->lineStyle() != QCPGraph::lsNone)
                continue;
            const model::MessageRow &row = panel.chart().rows[std::size_t(graph->data()->at(0)->key)];
            QCOMPARE(graph->data()->at(0)->value, row.points);
            seen << row.message;
        }
        QCOMPARE(seen.size(), 3 + 3 + 2 + 2 + 2); // the messages of workflows 1 to 5
    }

    void aWalkByKeyboardAlone()
    {
        Open open;
        open.show();
        open.run();
        open.press(Qt::Key_Escape); // to the evidence
        QTRY_VERIFY(open.outcomes().hasFocus());
        open.press(Qt::Key_Home);
        QVERIFY(open.outcomes().accessibleName().startsWith(u"typical: best or tied "_s));
        open.press(Qt::Key_T); // its table twin
        QTRY_VERIFY(open.outcomes().isTable());
        const auto *table = open.outcomes().findChild<QTableWidget *>();
        QVERIFY(table->hasFocus());
        QCOMPARE(table->item(3, 0)->text(), u"landlines"_s);
        open.press(Qt::Key_T);
        open.press(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copy = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copy->text().startsWith(u"Success rate. 5 workflows, 6 populations, 1,000 users each"_s));
        QVERIFY(copy->text().contains(u"Simulated."_s));
        QVERIFY(copy->hasImage());
        open.press(Qt::Key_Down);
        open.press(Qt::Key_Down);
        open.press(Qt::Key_Down);
        open.press(Qt::Key_Return); // its figures
        QCOMPARE(open.session().population().name, u"landlines"_s);
    }

    void aFigureIsEditedInPlace()
    {
        Open open;
        open.show();
        open.run();
        open.figures().setFocus();
        open.press(Qt::Key_Return);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        QCOMPARE(editor->accessibleName(), u"User nothing arrives"_s);
        editor->selectAll();
        open.type(u"9 %"_s);
        open.press(Qt::Key_Return);
        QTRY_COMPARE(open.shown().unreachable, 0.09);
        QCOMPARE(open.figures().model()->index(0, 3).data().toString(), u"yours"_s);
        QVERIFY(open.isDimmed()); // the results are of other figures
        open.press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(!open.isDimmed());
        QCOMPARE(open.outcomes().grid().rows[0].population, u"typical, edited"_s);
    }

    void theEditorHidesTheValueUnderIt()
    {
        Open open;
        open.show();
        open.figures().setFocus();
        open.press(Qt::Key_Return);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        editor->clear();
        const QImage image = open.figures().viewport()->grab(editor->geometry()).toImage();
        int others = 0; // right of the cursor
        for (int y = 2; y < image.height() - 2; ++y) {
            for (int x = 8; x < image.width() - 2; ++x)
                others += image.pixelColor(x, y) != image.pixelColor(image.width() - 3, 2);
        }
        QCOMPARE(others, 0);
    }

    void aBadFigureIsRefusedWhereItIsTyped()
    {
        Open open;
        open.show();
        open.figures().setFocus();
        open.type(u"1"_s); // typing edits
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        editor->setText(u"140"_s);
        open.press(Qt::Key_Return);
        const QString sentence = u"nothing arrives: a share is from 0 to 100 %, not \"140\"."_s;
        QTRY_COMPARE(open.page().population().problem(), sentence);
        QCOMPARE(open.figures().model()->index(0, 2).data().toString(), u"4 %"_s);
        QTRY_VERIFY(open.figures().hasFocus());
        QVERIFY(open.figures().accessibleName().startsWith(sentence));
    }

    void escapeCancelsAndWhatIsThereStays()
    {
        Open open;
        open.show({1440, 900}, Endless);
        const auto &cancel = *open.window->findChild<ui::RunProgress *>();
        open.press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(open.session().left().has_value());
        QVERIFY(cancel.words().endsWith(u" left"_s));
        QCOMPARE(cancel.accessibleName(), u"Running."_s); // not of every second
        open.press(Qt::Key_Escape);
        QTRY_VERIFY(!open.session().isRunning());
        QVERIFY(cancel.words().startsWith(u"Cancelled after "_s));
        QVERIFY(open.page().verdict().isVisible());
        QCOMPARE(open.outcomes().grid().rows[5].best, u"not run"_s);
    }

    void findShowsFiguresBySource()
    {
        Open open;
        open.show();
        open.press(Qt::Key_F, Qt::ControlModifier);
        open.type(u"etsi"_s);
        const auto shown = [&] {
            QStringList names;
            for (int row = 0; row < open.figures().model()->rowCount(); ++row) {
                if (!open.figures().isRowHidden(row))
                    names << open.figures().model()->index(row, 1).data().toString();
            }
            return names;
        };
        QTRY_COMPARE(shown(), QStringList{u"arrives, half by"_s});
        QVERIFY(!open.figures().isRowHidden(open.figures().currentIndex().row()));
    }

    void inputsSayWhatIsRun()
    {
        Open open;
        open.show();
        open.named<QCheckBox>(u"Workflow 3: call, call at 2:30"_s).click();
        open.named<QSpinBox>(u"Wait between messages"_s).setValue(90);
        open.named<QSpinBox>(u"Seed of their luck"_s).setValue(7);
        const model::SimulateChoices &choices = open.session().choices();
        QCOMPARE(choices.workflows, (std::vector<engine::WorkflowId>{1, 2, 4, 5}));
        QCOMPARE(choices.timing.nextEventWait, std::optional(engine::seconds(90)));
        QCOMPARE(choices.seed, 7U);
        open.run();
        QVERIFY(open.session().content().verdict.scope.endsWith(u"seed 7, waits of 90 s"_s));
        open.named<QSpinBox>(u"Wait between messages"_s).stepBy(-99); // as documented again
        QVERIFY(!choices.timing.nextEventWait.has_value());
    }

    void theWordOfTheDocumentedTimesIsTyped()
    {
        Open open;
        open.show();
        const auto &inputs = *open.page().findChild<ui::RunInputs *>();
        auto &wait = open.named<QSpinBox>(u"Wait between messages"_s);
        const auto typeIn = [&](const QString &text) {
            wait.setFocus();
            wait.selectAll();
            open.type(text);
            open.press(Qt::Key_Return);
        };
        typeIn(u"90"_s);
        const model::SimulateChoices &choices = open.session().choices();
        QCOMPARE(choices.timing.nextEventWait, std::optional(engine::seconds(90)));
        typeIn(u"soon"_s);
        QVERIFY(inputs.note().startsWith(u"Wait between messages: write 60 to "_s));
        QVERIFY(inputs.note().endsWith(u", or documented, not \"soon\"."_s));
        QCOMPARE(choices.timing.nextEventWait, std::optional(engine::seconds(90)));
        typeIn(u"Documented"_s);
        QVERIFY(!choices.timing.nextEventWait.has_value());
        QVERIFY(!inputs.note().contains(u"soon"_s));
        typeIn(u"12"_s);
        QVERIFY(inputs.note().endsWith(u", or documented, not \"12\"."_s));
    }

    void anotherPopulationDimsWhatIsOfTheOneBefore()
    {
        Open open;
        open.show();
        open.run();
        const auto &progress = *open.window->findChild<ui::RunProgress *>();
        const auto isSweepDimmed = [&] {
            const auto veils = open.page().findChildren<ui::Veil *>();
            return std::ranges::any_of(veils, [&](const ui::Veil *veil) {
                return veil->isVisible() && !veil->parentWidget()->isAncestorOf(&open.outcomes());
            });
        };
        QVERIFY(!isSweepDimmed());
        open.session().show(3);
        QVERIFY(isSweepDimmed());
        QVERIFY(!open.isDimmed());
        QCOMPARE(progress.words(), u"Sweep and messages are of typical; Run renews them"_s);
        open.run();
        QVERIFY(!isSweepDimmed());
        open.link(u"Open in Compare"_s).click();
        QTRY_VERIFY(open.window->comparison().content().verdict.scope.startsWith(u"landlines, seed 1"_s));
    }

    void anOwnWorkflowIsDrawnAsItIsEdited()
    {
        Open open;
        open.show();
        open.named<QPushButton>(u"Workflows of your own"_s).click();
        auto *dialog = open.page().findChild<ui::OwnWorkflowDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        const auto *picture = dialog->findChild<ui::PreviewPicture *>();
        QVERIFY(picture->accessibleName().startsWith(u"SMS, call at 1:00"_s));
        for (auto *box : dialog->findChildren<QComboBox *>()) {
            if (box->accessibleName() == "Message 2"_L1)
                box->setCurrentIndex(0);
        }
        QVERIFY(picture->accessibleName().startsWith(u"SMS, SMS at 1:00"_s));
        dialog->accept();
        QCOMPARE(open.session().choices().own.size(), 1U);
        QVERIFY(open.named<QCheckBox>(u"Workflow 8: SMS, SMS at 1:00"_s).isChecked());
        open.run();
        QCOMPARE(int(open.outcomes().grid().workflows.back()), 8);
    }

    void aPopulationIsSavedAndOpened()
    {
        Open open;
        open.show();
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"ours.json"_s);
        QCOMPARE(open.session().setFigure(u"user.no_sms"_s, u"50"_s), QString());
        open.page().population().saveFile(path);
        QCOMPARE(open.page().population().problem(), QString());
        open.session().resetPopulation();
        open.page().population().openFile(path);
        QCOMPARE(open.shown().noSms, 0.5);
        QCOMPARE(open.figures().model()->index(1, 3).data().toString(), u"yours"_s);

        QFile broken(folder.filePath(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(R"({"name": "x", "wrong_code": -1})") > 0);
        broken.close();
        open.page().population().openFile(broken.fileName());
        QCOMPARE(open.page().population().problem(), u"broken.json: wrong_code must be between 0 and 1, not -1."_s);
        open.page().population().openFile(folder.filePath(u"none.json"_s));
        QVERIFY(open.page().population().problem().startsWith(u"none.json cannot be read: "_s));
    }

    void aMarketIsAddedAndItsSharesEdited()
    {
        Open open;
        open.show();
        QMenu *menu = open.named<QPushButton>(u"More about populations"_s).menu();
        QMenu *markets = menu->actions().front()->menu();
        QCOMPARE(markets->actions().size(), 4);
        markets->actions().at(1)->trigger();
        QCOMPARE(markets->actions().size(), 3);
        auto &choice = open.named<QComboBox>(u"Population"_s);
        QCOMPARE(choice.currentText(), u"Germany"_s);
        QAbstractItemModel &rows = *open.figures().model();
        QCOMPARE(rows.index(3, 1).data().toString(), u"landlines"_s);
        QCOMPARE(rows.index(3, 2).data().toString(), u"80 %"_s);
        rows.setData(rows.index(3, 2), u"30 %"_s);
        QCOMPARE(rows.index(3, 3).data().toString(), u"yours"_s);
        QCOMPARE(choice.currentText(), u"Germany, edited"_s);
        open.run();
        QCOMPARE(open.outcomes().grid().rows.back().population, u"Germany, edited"_s);
        menu->actions().back()->trigger(); // remove it
        QCOMPARE(choice.count(), 6);
        QCOMPARE(markets->actions().size(), 4);
    }

    void choicesComeBackNextTime()
    {
        Open open;
        open.show();
        QCOMPARE(open.session().setFigure(u"user.no_sms"_s, u"50"_s), QString());
        const QByteArray state = open.page().saveState();
        Open next;
        next.show();
        next.page().restoreState(state);
        QCOMPARE(next.shown().noSms, 0.5);
        QCOMPARE(next.session().choices().users, Few);
    }

    void itFitsASmallWindowAndLargeText()
    {
        Open open;
        open.show({1024, 700});
        open.run();
        open.theme.setTextSize(1.5);
        QCoreApplication::processEvents();
        QVERIFY(open.outcomes().width() >= open.outcomes().minimumSizeHint().width());
        QCOMPARE(open.window->size(), QSize(1024, 700));
        open.theme.setTextSize(1);
    }

    void resultsOpenInCompareBesideWhatHappened()
    {
        Open open;
        open.ShownWindow::run.start(447700900112);
        open.show();
        open.run();
        open.link(u"Open in Compare"_s).click();
        QTRY_VERIFY(open.window->compare().isVisible());
        model::CompareSession &comparison = open.window->comparison();
        QTRY_VERIFY(comparison.content().verdict.isSimulated);
        QCOMPARE(open.window->compare().verdict().headline(), comparison.content().verdict.headline);
        QCOMPARE(comparison.content().markets.size(), 2U + open.session().choices().populations.size());
        QCOMPARE(comparison.content().rates.rows.size(), 5U);
        for (const model::RateRow &row : comparison.content().rates.rows) {
            const auto &cells = open.session().content().grid.rows.front().cells;
            const auto cell = std::find_if(cells.begin(), cells.end(), [&](const model::OutcomeCell &each) {
                return each.workflow == row.line.workflow;
            });
            QCOMPARE(row.rate, cell->rate);
        }
        const auto choosers = open.window->compare().findChild<ui::CompareInputs *>()->findChildren<QComboBox *>();
        const auto found = std::find_if(choosers.begin(), choosers.end(),
                                        [](const QComboBox *each) { return each->accessibleName() == u"Source"_s; });
        QVERIFY(found != choosers.end());
        QComboBox *const source = *found;
        QCOMPARE(source->currentText(), u"Simulated"_s);
        source->setCurrentIndex(0);
        QTRY_VERIFY(!comparison.content().verdict.isSimulated);
        QVERIFY(comparison.content().verdict.scope.startsWith(u"All markets"_s));
    }

    void calibrateFitsTheFiguresThatAMarketTells()
    {
        Open open;
        open.live(447400123000, 130, 110); // 110 of 130 verified after 20 s
        open.live(12025550100, 20, 18);
        open.show();
        open.calibrateFrom("GB");
        const auto titles = [&] { return open.session().titles(); };
        QTRY_COMPARE_WITH_TIMEOUT(titles().back(), u"United Kingdom, calibrated"_s,
                                  60'000); // a second or two when idle
        QCOMPARE(open.named<QComboBox>(u"Population"_s).currentText(), u"United Kingdom, calibrated"_s);
        QCOMPARE(open.page().population().problem(), QString());
        QStringList fromData;
        const QAbstractItemModel &rows = *open.figures().model();
        for (int row = 0; row < rows.rowCount(); ++row) {
            if (const QString origin = rows.index(row, 3).data().toString(); origin.startsWith(u"fitted to"_s))
                fromData << rows.index(row, 1).data().toString() + u", "_s + origin;
        }
        QCOMPARE(fromData,
                 (QStringList{u"delivered, fitted to what happened (n=130)"_s,
                              u"arrives, half by, fitted to what happened (n=110)"_s}));
        // They typed it sooner than 20 s after it came.
        const engine::Population shown = open.shown();
        const auto &delay = std::get<engine::Distribution::Plain>(shown.smsDelay.shape());
        const double median = std::get<engine::distributions::Lognormal>(delay).median;
        QVERIFY2(median > 1 && median < 20, qPrintable(QString::number(median)));
    }

    void aMarketThatTellsTooLittleIsNotCalibrated()
    {
        Open open;
        open.live(12025550100, 60, 50);
        open.show();
        open.calibrateFrom("US");
        const QString sentence = u"United States tells too little to calibrate with: fewer than 100 were verified by a "
                                 "first SMS, and by a first call."_s;
        QTRY_COMPARE(open.page().population().problem(), sentence);
        QCOMPARE(open.session().titles().size(), qsizetype(engine::presets().size()));
        QVERIFY(open.figures().accessibleName().startsWith(sentence));
    }

    void keptResultsAreTakenUpAgain()
    {
        Open open;
        open.show();
        QVERIFY(!open.page().findChild<ui::EmptyState *>()->link()->isVisibleTo(&open.page())); // none is kept
        open.named<QCheckBox>(u"Workflow 3: call, call at 2:30"_s).click();
        open.named<QSpinBox>(u"Wait between messages"_s).setValue(90);
        open.named<QSpinBox>(u"Seed of their luck"_s).setValue(7);
        QCOMPARE(open.session().setFigure(u"user.no_sms"_s, u"50"_s), QString());
        open.run();
        const QString before = open.outcomes().grid().words.twin.text();
        open.trigger(ui::ActionId::KeepResults);
        QTRY_VERIFY(open.session().areResultsKept());
        open.window.reset();

        open.show();
        auto *empty = open.page().findChild<ui::EmptyState *>();
        QTRY_COMPARE(empty->link()->text(), u"Open kept results"_s);
        open.press(Qt::Key_O, Qt::ControlModifier);
        auto *dialog = open.page().findChild<ui::KeptRunDialog *>();
        QTRY_VERIFY(open.dialog<ui::KeptRunDialog>());
        QCOMPARE(dialog->list().count(), 1);
        QCOMPARE(dialog->warning(), QString());
        open.press(Qt::Key_Return);
        QTRY_COMPARE(open.window->focusWidget(), static_cast<QWidget *>(&open.outcomes()));
        open.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(open.window.get()));
        QCOMPARE(open.outcomes().grid().words.twin.text(), before);
        QTRY_VERIFY(!open.session().isRunning());
        QVERIFY(!open.isDimmed());
        QVERIFY(open.link(u"Kept"_s).isVisible());
        QVERIFY(!open.named<QCheckBox>(u"Workflow 3: call, call at 2:30"_s).isChecked());
        QCOMPARE(open.named<QSpinBox>(u"Wait between messages"_s).value(), 90);
        QCOMPARE(open.named<QSpinBox>(u"Seed of their luck"_s).value(), 7);
        QCOMPARE(open.named<QSpinBox>(u"Users of each population"_s).value(), int(Few));
        QCOMPARE(open.named<QComboBox>(u"Population"_s).currentText(), u"typical, edited"_s);

        open.named<QSpinBox>(u"Seed of their luck"_s).setValue(8);
        QVERIFY(open.isDimmed()); // old results stay
        open.run();
        QVERIFY(!open.isDimmed());
        QVERIFY(open.link(u"Keep"_s).isVisible());
        QVERIFY(open.outcomes().grid().words.twin.text() != before);
    }

    void withoutKeptResultsTheListSaysHowToKeepSome()
    {
        Open open;
        open.show();
        open.trigger(ui::ActionId::OpenKept);
        QTRY_VERIFY(open.dialog<ui::KeptRunDialog>());
        auto *dialog = open.dialog<ui::KeptRunDialog>();
        QVERIFY(dialog->list().currentItem()->text().startsWith(u"The store keeps no results yet. "_s));
        open.press(Qt::Key_Return); // there is nothing to open
        QVERIFY(!open.session().hasResults());
        open.press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void keptResultsComeBackWithTheStore()
    {
        Open open;
        open.show();
        open.run();
        open.trigger(ui::ActionId::KeepResults);
        QTRY_VERIFY(open.session().areResultsKept());
        QCOMPARE(open.link(u"Kept"_s).isVisible(), true);
        open.trigger(ui::ActionId::KeepResults); // no second time
        const double rate = open.session().content().grid.rows.front().cells.front().rate;
        open.window.reset();
        open.ShownWindow::show();
        open.press(Qt::Key_3, Qt::ControlModifier);
        model::CompareSession &comparison = open.window->comparison();
        QTRY_VERIFY(comparison.content().firstSimulated());
        QCOMPARE(comparison.content().markets.size(), 7U); // all, and six populations
        auto &list = *open.window->compare().findChild<ui::MarketList *>();
        list.setCurrentRow(1);
        QTRY_VERIFY(comparison.content().verdict.isSimulated);
        const auto &rows = comparison.content().rates.rows;
        const auto first
            = std::find_if(rows.begin(), rows.end(), [](const model::RateRow &row) { return row.line.workflow == 1; });
        QCOMPARE(first->rate, rate);

        open.trigger(ui::ActionId::DeleteResults);
        QTRY_VERIFY(QApplication::activeModalWidget());
        for (QPushButton *button : QApplication::activeModalWidget()->findChildren<QPushButton *>()) {
            if (button->text() == u"Delete"_s)
                button->click();
        }
        QTRY_VERIFY(!comparison.content().firstSimulated());
        QTRY_VERIFY(!comparison.content().verdict.isSimulated);
    }
};

PINPATH_TEST(tst_SimulatePage, "tst_simulatepage")

} // namespace tst_simulatepage

#include "tst_simulatepage.moc"
