// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulatescenes.h"

#include "app/demodata.h"
#include "app/windowstage.h"
#include "model/simulate/keptruns.h"
#include "model/simulate/simulatesession.h"
#include "ui/actions/actiontable.h"
#include "ui/charts/chartpanel.h"
#include "ui/frame/pagedeck.h"
#include "ui/simulate/figuretable.h"
#include "ui/simulate/keptrundialog.h"
#include "ui/simulate/populationpane.h"
#include "ui/simulate/simulatepage.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {

using namespace engine;

namespace {

constexpr std::int64_t Quick = 100'000; // users
constexpr std::int64_t Endless = 100'000'000;
constexpr double LargestText = 2;

PictureScene scene(const QString &name, const Prepare &prepare, QSize size = UsualWindow, double textSize = 1)
{
    return windowScene(name, {readScript(afternoon()), size, textSize}, [=](WindowStage &stage) {
        stage.window().pages().show(ui::PageId::Simulate);
        prepare(stage);
    });
}

// Until `isSo`; a run always ends, so this does.
void waitUntil(const std::function<bool()> &isSo)
{
    while (!isSo())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void setUsers(WindowStage &stage, std::int64_t users)
{
    model::SimulateChoices choices = stage.window().simulation().choices();
    choices.users = users;
    stage.window().simulation().choose(choices);
}

void run(WindowStage &stage)
{
    setUsers(stage, Quick);
    stage.window().simulate().run();
    waitUntil([&] { return !stage.window().simulation().isRunning(); });
}

// Workflows of one's own beside the API's.
void runOwn(WindowStage &stage)
{
    model::SimulateSession &session = stage.window().simulation();
    model::SimulateChoices choices = session.choices();
    const Step one[]{{Channel::Sms, seconds(45)}, {Channel::Tts, seconds(120)}};
    const Step two[]{{Channel::Sms, seconds(30)}, {Channel::Sms, seconds(30)}, {Channel::Tts, seconds(120)}};
    model::putOwn(choices, Workflow(8, one, seconds(300)));
    model::putOwn(choices, Workflow(9, two, seconds(300)));
    session.choose(choices);
    run(stage);
}

// A market with the shares of populations in it.
void showMarket(WindowStage &stage)
{
    stage.window().simulation().addMarket(u"United Kingdom"_s);
    run(stage);
}

// The last population of a run beside what happened.
void openInCompare(WindowStage &stage)
{
    run(stage);
    model::CompareSession &comparison = stage.window().comparison();
    comparison.open(stage.window().simulation().results());
    model::CompareChoices choices = comparison.choices();
    choices.simulated = {0, 4};
    stage.window().pages().show(ui::PageId::Compare, model::toVariant(choices));
    waitUntil([&] { return comparison.shownRun() != nullptr; });
}

// A population with what happened in a market.
void calibrate(WindowStage &stage)
{
    model::CompareChoices choices;
    choices.market = "DE";
    stage.window().pages().show(ui::PageId::Compare, model::toVariant(choices));
    stage.settle();
    const model::SimulateSession &session = stage.window().simulation();
    const qsizetype before = session.titles().size();
    stage.window().findChild<ui::Actions *>()->find(ui::ActionId::Calibrate)->trigger();
    waitUntil([&] { return session.titles().size() > before; });
    run(stage);
}

void keep(WindowStage &stage)
{
    model::SimulateSession &session = stage.window().simulation();
    stage.window().findChild<ui::Actions *>()->find(ui::ActionId::KeepResults)->trigger();
    waitUntil([&] { return session.areResultsKept(); });
}

// Two kept runs, and a population that is in neither.
void listKept(WindowStage &stage)
{
    model::SimulateSession &session = stage.window().simulation();
    run(stage);
    keep(stage);
    model::SimulateChoices choices = session.choices();
    choices.workflows = {2, 4};
    choices.timing.nextEventWait = engine::seconds(90);
    choices.populations.erase(choices.populations.begin() + 2, choices.populations.end());
    session.choose(choices);
    session.setFigure(u"user.no_sms"_s, u"12 %"_s);
    run(stage);
    keep(stage);
    session.resetPopulation();
    session.setFigure(u"sms.delivered"_s, u"80 %"_s);
    stage.settle();
    ui::SimulatePage &page = stage.window().simulate();
    waitUntil([&] { return stage.window().keptRuns().runs().size() == 2; });
    stage.showDialog(new ui::KeptRunDialog(stage.theme(), stage.window().keptRuns(), session, &page));
}

// One of those, opened again.
void openKept(WindowStage &stage)
{
    run(stage);
    keep(stage);
    model::SimulateSession &session = stage.window().simulation();
    waitUntil([&] { return !stage.window().keptRuns().runs().empty(); });
    session.setFigure(u"sms.delivered"_s, u"80 %"_s);
    session.open(std::make_shared<const KeptSimulation>(stage.window().keptRuns().runs().front()));
    waitUntil([&] { return !session.isRunning(); });
}

void cancelMidway(WindowStage &stage)
{
    model::SimulateSession &session = stage.window().simulation();
    setUsers(stage, Quick);
    stage.window().simulate().run();
    waitUntil([&] { return session.progress() > 0.4 || !session.isRunning(); });
    session.cancel();
    waitUntil([&] { return !session.isRunning(); });
}

void startEndless(WindowStage &stage)
{
    setUsers(stage, Endless);
    stage.window().simulate().run();
    waitUntil([&] { return stage.window().simulation().left().has_value(); });
}

void edit(WindowStage &stage)
{
    run(stage);
    model::SimulateSession &session = stage.window().simulation();
    session.setFigure(u"sms.delay#median"_s, u"20 s"_s);
    session.setFigure(u"tts.answered"_s, u"40 %"_s);
    auto &table = stage.window().simulate().population().figures();
    table.model()->setData(table.model()->index(0, 2), u"120"_s); // refused
}

} // namespace

std::vector<PictureScene> simulateScenes()
{
    const auto nothing = [](WindowStage &) {};
    const auto showPopulation = [](const QString &name) {
        return [name](WindowStage &stage) {
            run(stage);
            model::SimulateSession &session = stage.window().simulation();
            for (std::size_t i = 0; i < session.choices().populations.size(); ++i) {
                if (session.choices().populations[i].name == name)
                    session.show(i);
            }
        };
    };
    const auto asTable = [](WindowStage &stage) {
        run(stage);
        stage.window().simulate().charts().front()->setTable(true);
    };
    return {
        scene(u"simulate-not-run"_s, nothing),
        scene(u"simulate-not-run-narrow"_s, nothing, LeastWindow),
        scene(u"simulate-running-first"_s, startEndless),
        scene(u"simulate-running-again"_s,
              [](WindowStage &stage) {
                  run(stage);
                  startEndless(stage);
              }),
        scene(u"simulate-done"_s, run),
        scene(u"simulate-done-narrow"_s, run, LeastWindow),
        windowScene(u"simulate-calibrated"_s, {.size = UsualWindow, .isDemo = true}, calibrate),
        scene(u"simulate-cancelled"_s, cancelMidway),
        scene(u"simulate-kept"_s, listKept),
        scene(u"simulate-opened"_s, openKept),
        scene(u"simulate-opened-narrow"_s, openKept, LeastWindow),
        scene(u"simulate-in-compare"_s, openInCompare),
        scene(u"simulate-in-compare-narrow"_s, openInCompare, LeastWindow),
        scene(u"simulate-edited"_s, edit),
        scene(u"simulate-brown-out"_s, showPopulation(u"carrier brown-out"_s)),
        scene(u"simulate-table"_s, asTable),
        scene(u"simulate-own"_s, runOwn),
        scene(u"simulate-own-narrow"_s, runOwn, LeastWindow),
        scene(u"simulate-market"_s, showMarket),
        scene(u"simulate-market-narrow"_s, showMarket, LeastWindow),
        scene(u"simulate-large-text"_s, run, UsualWindow, HalfAsLargeAgain),
        scene(u"simulate-large-text-narrow"_s, run, LeastWindow, HalfAsLargeAgain),
        scene(u"simulate-largest-text-narrow"_s, run, LeastWindow, LargestText),
    };
}

} // namespace app
