// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adminscenes.h"

#include "app/await.h"
#include "app/demodata.h"
#include "app/windowstage.h"
#include "ui/admin/adminpage.h"
#include "ui/frame/pagedeck.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;
using Part = ui::AdminPage::Part;

namespace {

void change(WindowStage &stage, const PolicyChange &change)
{
    await<PolicyReply>([&](auto reply) { stage.engine().changePolicy(change, reply); });
}

AssignmentRule rule(const QString &name, const QString &country, std::vector<Share> shares)
{
    AssignmentRule rule;
    rule.name = name;
    rule.country = country;
    rule.shares = std::move(shares);
    return rule;
}

// Accounts, rules, prices and an assignment, some of each.
void fill(WindowStage &stage)
{
    Account own = stage.engine().account();
    own.assignment
        = {rule(u"India by SMS first"_s, u"IN"_s, {{2, 1}}),
           rule(u"two SMS or SMS and call"_s, u"GB"_s, {{4, 70}, {5, 30}}), rule(u"everybody else"_s, {}, {{1, 1}})};
    change(stage, own);
    Account second;
    second.apiKey = u"f0e1d2c3"_s;
    second.apiSecret = u"Kq7vRw2pXs9d"_s;
    second.isDemo = true;
    second.approved = {PhoneNumber(447700900112), PhoneNumber(447700900177)};
    second.credit = Money::fromMilli(25'000);
    second.rateLimitPerSecond = 5;
    change(stage, second);
    Rules rules;
    rules.blockedNumbers = {PhoneNumber(447700900141)};
    rules.blockedNetworks
        = {{u"23410"_s, u"4477009002"_s, {}}, {u"40410"_s, u"919876"_s, stage.engine().clock().now() + 1h}};
    rules.unsupportedCountries = {u"BR"_s};
    change(stage, rules);
    change(stage,
           PriceList{{u"IN"_s, Charge::Sms, Money::fromMilli(31), u"contract, from May"_s},
                     {u"IN"_s, Charge::Success, Money::fromMilli(40), u"contract, from May"_s},
                     {{}, Charge::Call, Money::fromMilli(30), u"invoice of October"_s}});
}

PictureScene scene(const QString &name, const QSize &size, Part part, bool isFilled)
{
    return windowScene(name, {readScript(afternoon()), size}, [=](WindowStage &stage) {
        if (isFilled)
            fill(stage);
        stage.window().pages().show(ui::PageId::Admin);
        stage.window().admin().show(part);
    });
}

} // namespace

std::vector<PictureScene> adminScenes()
{
    return {
        scene(u"admin-accounts"_s, UsualWindow, Part::Accounts, true),
        scene(u"admin-accounts-narrow"_s, LeastWindow, Part::Accounts, true),
        scene(u"admin-accounts-one"_s, UsualWindow, Part::Accounts, false),
        scene(u"admin-rules"_s, UsualWindow, Part::Rules, true),
        scene(u"admin-rules-nothing"_s, UsualWindow, Part::Rules, false),
        scene(u"admin-prices"_s, UsualWindow, Part::Prices, true),
        scene(u"admin-assignment"_s, UsualWindow, Part::Assignment, true),
        scene(u"admin-assignment-narrow"_s, LeastWindow, Part::Assignment, true),
        scene(u"admin-assignment-nothing"_s, UsualWindow, Part::Assignment, false),
    };
}

} // namespace app
