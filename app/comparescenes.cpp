// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparescenes.h"

#include "app/crowd.h"
#include "app/demodata.h"
#include "app/windowstage.h"
#include "ui/charts/chartpanel.h"
#include "ui/compare/comparepage.h"
#include "ui/frame/pagedeck.h"

using namespace Qt::StringLiterals;

namespace app {

using namespace engine;

namespace {

constexpr QSize Usual{1440, 900};
constexpr QSize Least{1024, 700};
constexpr auto Month = std::chrono::days(30);

using Crowd = std::vector<CrowdMarket>;
using Prepare = std::function<void(WindowStage &)>;

PictureScene compareScene(
    const QString &name, const Crowd &crowd, const QStringList &script, QSize size,
    const Prepare &prepare = [](WindowStage &) {})
{
    return {name, [=](ui::Theme &theme) -> Result<std::unique_ptr<PictureStage>> {
                const auto fill = [&crowd](const QString &store, Instant midnight) {
                    return crowd.empty() ? Result<void>() : writeCrowd(store, crowd, midnight - Month, midnight);
                };
                auto stage = WindowStage::open(theme, readScript(script), size, fill);
                if (!stage)
                    return stage.failure();
                (*stage)->window().pages().show(ui::PageId::Compare);
                (*stage)->settle();
                prepare(**stage);
                (*stage)->settle();
                return std::unique_ptr<PictureStage>(std::move(*stage));
            }};
}

Crowd month()
{
    const std::vector<WorkflowId> five{1, 2, 3, 4, 5};
    return {
        {u"IN"_s, 919800000000, u"poor-route"_s, five, 5000},       {u"DE"_s, 4915100000000, u"typical"_s, five, 3000},
        {u"GB"_s, 447700000000, u"dislikes-calls"_s, five, 1200},   {u"US"_s, 12025550100, u"landlines"_s, {1, 4}, 900},
        {u"BR"_s, 5511900000000, u"dislikes-calls"_s, {3, 4}, 400}, {u"FR"_s, 33600000000, u"typical"_s, five, 60}};
}

Prepare inMarket(const std::string &country)
{
    return [country](WindowStage &stage) {
        model::CompareChoices choices;
        choices.market = country;
        stage.window().pages().show(ui::PageId::Compare, model::toVariant(choices));
    };
}

void asTable(WindowStage &stage)
{
    stage.window().compare().charts().front()->setTable(true);
}

} // namespace

std::vector<PictureScene> compareScenes()
{
    const Crowd one{{u"IN"_s, 919800000000, u"typical"_s, {1}, 400}};
    const QStringList three{u"13:46:20 447700900158 wf 2 step 9 right 26"_s,
                            u"13:47:05 447700900127 wf 5 step lost step 8 right 151"_s,
                            u"13:48:20 447700900131 wf 1 step 5 wrong 14 wrong 24 wrong 41"_s};
    const QStringList running{u"14:00:14 447700900177 wf 4 step 7"_s, u"14:00:51 447700900205 wf 3 step lost"_s,
                              u"14:01:52 12025550142 wf 1 step 5"_s};
    return {
        compareScene(u"compare-much"_s, month(), afternoon(), Usual),
        compareScene(u"compare-market"_s, month(), afternoon(), Usual, inMarket("US")),
        compareScene(u"compare-undecided"_s, month(), afternoon(), Usual, inMarket("GB")),
        compareScene(u"compare-table"_s, month(), afternoon(), Usual, asTable),
        compareScene(u"compare-narrow"_s, month(), afternoon(), Least, inMarket("US")),
        compareScene(u"compare-one"_s, one, {}, Usual),
        compareScene(u"compare-little"_s, {}, three, Usual),
        compareScene(u"compare-running"_s, {}, running, Usual),
        compareScene(u"compare-nothing"_s, {}, {}, Usual),
    };
}

} // namespace app
