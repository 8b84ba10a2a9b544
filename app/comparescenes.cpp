// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparescenes.h"

#include "app/await.h"
#include "app/demodata.h"
#include "app/windowstage.h"
#include "engine/population/presets.h"
#include "ui/actions/actiontable.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/charttabs.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/methodsheet.h"
#include "ui/frame/pagedeck.h"
#include "ui/import/importdialog.h"
#include "ui/import/importflow.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

PictureScene onCompare(const QString &name, const WindowSetting &setting, const Prepare &prepare = {})
{
    return windowScene(name, setting, [=](WindowStage &stage) {
        stage.window().pages().show(ui::PageId::Compare);
        stage.settle();
        if (prepare)
            prepare(stage);
    });
}

PictureScene demoScene(const QString &name, QSize size, const Prepare &prepare = {}, double textSize = 1)
{
    return onCompare(name, {.size = size, .textSize = textSize, .isDemo = true}, prepare);
}

PictureScene scriptScene(const QString &name, const QStringList &script, const std::vector<TrafficMarket> &markets = {},
                         const Prepare &prepare = {})
{
    return onCompare(name, {.script = readScript(script), .markets = markets}, prepare);
}

Prepare inMarket(const std::string &country)
{
    return [country](WindowStage &stage) {
        model::CompareChoices choices;
        choices.market = country;
        stage.window().pages().show(ui::PageId::Compare, model::toVariant(choices));
    };
}

Prepare onTab(const std::string &country, int tab)
{
    return [country, tab](WindowStage &stage) {
        inMarket(country)(stage);
        stage.window().compare().tabs().setCurrent(tab);
    };
}

// The charts, which a small window shows only after scrolling.
Prepare atCharts(const std::string &country)
{
    return [country](WindowStage &stage) {
        inMarket(country)(stage);
        stage.settle();
        ui::ComparePage &page = stage.window().compare();
        auto *scroll = page.findChild<QScrollArea *>();
        scroll->verticalScrollBar()->setValue(page.charts().at(2)->mapTo(scroll->widget(), QPoint()).y());
    };
}

Prepare walking(const std::string &country)
{
    return [country](WindowStage &stage) {
        inMarket(country)(stage);
        ui::ChartPanel *times = stage.window().compare().charts().at(2);
        times->setFocus();
        times->setCurrent(3);
    };
}

void ticked(WindowStage &stage)
{
    inMarket("IN")(stage);
    model::CompareSession &comparison = stage.window().comparison();
    for (const model::MarketRow &row : std::vector(comparison.content().markets)) {
        if (row.market == "IN" || row.market == "DE")
            comparison.tick(row, true);
    }
}

// An experiment of today, and a few users whom it did not meet.
void experimenting(WindowStage &stage)
{
    constexpr int Users = 340;
    Engine &engine = stage.engine();
    AssignmentRule rule;
    rule.name = u"first message"_s;
    rule.country = u"GB"_s;
    rule.shares = {{4, 50}, {5, 50}};
    Account own = engine.account();
    own.assignment = {rule};
    await<PolicyReply>([&](auto reply) { engine.changePolicy(own, reply); });
    StartRequest request;
    request.account = own.apiKey;
    request.brand = u"Acme"_s;
    request.locale = u"en-gb"_s;
    request.customPin = u"4821"_s;
    request.workflow = *standardWorkflow(1, Dialect::Vonage);
    std::vector<RequestId> ids;
    for (std::uint64_t user = 0; user < Users; ++user) {
        request.number = PhoneNumber(447'400'123'000U + user);
        request.openChoice = user % 9 == 0 ? std::optional<OpenChoice>() : OpenChoice();
        ids.push_back(await<StartReply>([&](auto reply) { engine.start(request, reply); }).id);
    }
    const auto advance = [&](milliseconds by) {
        await<ClockReply>([&](auto reply) { engine.changeClock({ClockChange::Advance{by}}, reply); });
    };
    advance(21s);
    int count = 0;
    for (const RequestId id : ids) {
        std::promise<WorkflowId> workflow;
        engine.read([&](StoreReader &reader) { workflow.set_value(reader.record(id)->request.workflow.id()); });
        if (++count % (workflow.get_future().get() == 5 ? 9 : 4) != 0)
            await<CheckReply>([&](auto reply) { engine.check(id, u"4821"_s, reply); });
    }
    advance(30min);
    model::CompareChoices choices;
    choices.experiment = "first message/1";
    stage.window().pages().show(ui::PageId::Compare, model::toVariant(choices));
    stage.settle();
}

void importing(WindowStage &stage)
{
    static const QTemporaryDir folder;
    QFile file(folder.filePath(u"verify-report.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(
        "account_id,request_id,from,to,country,date_received,date_finalized,verify_status,sms_event_count,price\n");
    for (int row = 0; row < 6; ++row)
        file.write(QByteArray("a1b2c3d4,") + QByteArray::number(row + 1).rightJustified(32, '0') + ",Acme,44770090011"
                   + QByteArray::number(row) + ",GB,2026-11-02T09:00:0" + QByteArray::number(row)
                   + "+0000,2026-11-02T09:00:31+0000," + (row % 3 ? "SUCCESS" : "EXPIRED") + ",1,0.0500\n");
    file.close();
    stage.window().importing().openFile(file.fileName());
    stage.showDialog(stage.window().importing().dialog());
}

void asTable(WindowStage &stage)
{
    stage.window().compare().charts().front()->setTable(true);
}

void howComputed(WindowStage &stage)
{
    inMarket("GB")(stage);
    stage.window().findChild<ui::Actions *>()->find(ui::ActionId::HowComputed)->trigger();
    stage.showDialog(stage.window().findChild<ui::MethodSheet *>());
}

} // namespace

std::vector<PictureScene> compareScenes()
{
    const std::vector<TrafficMarket> one{{.country = u"IN"_s,
                                          .locale = u"en-in"_s,
                                          .eastOfUtc = 5h + 30min,
                                          .numbers = {{915'550'000'000, 400}},
                                          .mix = {{findPreset(u"typical"), 1}},
                                          .volumes = {{*standardWorkflow(1, Dialect::Vonage), 400}}}};
    const QStringList three{u"13:46:20 447700900158 wf 2 step 9 right 26"_s,
                            u"13:47:05 447700900127 wf 5 step lost step 8 right 151"_s,
                            u"13:48:20 447700900131 wf 1 step 5 wrong 14 wrong 24 wrong 41"_s};
    const QStringList running{u"14:00:14 447700900177 wf 4 step 7"_s, u"14:00:51 447700900205 wf 3 step lost"_s,
                              u"14:01:52 12025550142 wf 1 step 5"_s};
    return {
        demoScene(u"compare-much"_s, UsualWindow),
        demoScene(u"compare-market"_s, UsualWindow, inMarket("DE")),
        demoScene(u"compare-same"_s, UsualWindow, inMarket("US")),
        demoScene(u"compare-undecided"_s, UsualWindow, inMarket("GB")),
        demoScene(u"compare-trend"_s, UsualWindow, onTab("DE", 1)),
        demoScene(u"compare-pairs"_s, UsualWindow, onTab("DE", 2)),
        demoScene(u"compare-walked"_s, UsualWindow, walking("IN")),
        demoScene(u"compare-narrow-charts"_s, LeastWindow, atCharts("DE")),
        demoScene(u"compare-large-text-charts"_s, LeastWindow, atCharts("DE"), HalfAsLargeAgain),
        demoScene(u"compare-how-computed"_s, UsualWindow, howComputed),
        demoScene(u"compare-ticked"_s, UsualWindow, ticked),
        scriptScene(u"compare-experiment"_s, {}, {}, experimenting),
        onCompare(u"compare-experiment-narrow"_s, {.size = LeastWindow}, experimenting),
        scriptScene(u"compare-import"_s, {}, {}, importing),
        demoScene(u"compare-table"_s, UsualWindow, asTable),
        demoScene(u"compare-narrow"_s, LeastWindow, inMarket("DE")),
        demoScene(u"compare-large-text"_s, UsualWindow, inMarket("DE"), HalfAsLargeAgain),
        demoScene(u"compare-large-text-narrow"_s, LeastWindow, inMarket("DE"), HalfAsLargeAgain),
        scriptScene(u"compare-one"_s, {}, one),
        scriptScene(u"compare-little"_s, three),
        scriptScene(u"compare-running"_s, running),
        scriptScene(u"compare-nothing"_s, {}),
    };
}

} // namespace app
