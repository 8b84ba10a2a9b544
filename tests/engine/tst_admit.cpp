// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/admit.h"
#include "engine/account/pricelist.h"
#include "engine/request/exampleprices.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <functional>

namespace tst_admit {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr Instant Now = fromMilliseconds(1'795'442'400'000);
const PhoneNumber British(447700900112);
const PhoneNumber Indian(919876543210);

// A request with everything in order, and what the case changes about it.
struct Situation {
    StartRequest request;
    Account account;
    Rules rules;
    Money spent;
    std::optional<Barrier> fate;

    std::optional<Obstacle> judged() const { return admit(request, account, rules, {spent, Now}, fate); }
};
using Change = std::function<void(Situation &)>;

Situation inOrder()
{
    Situation all;
    all.request.number = British;
    all.request.brand = u"Acme"_s;
    all.account.apiKey = u"a1b2c3d4"_s;
    return all;
}

struct Row {
    const char *name;
    Barrier barrier;
    Change change;
};

// In the documented order.
const Row Rows[]{
    {"a test number that is throttled", Barrier::Throttled, [](Situation &s) { s.fate = Barrier::Throttled; }},
    {"a blocked number", Barrier::Blocked, [](Situation &s) { s.rules.blockedNumbers = {British}; }},
    {"a barred account", Barrier::AccountBarred, [](Situation &s) { s.account.isBarred = true; }},
    {"no credit", Barrier::NoCredit, [](Situation &s) { s.account.credit = s.spent = Money::fromMilli(500); }},
    {"an unsupported country", Barrier::UnsupportedNetwork,
     [](Situation &s) { s.rules.unsupportedCountries = {u"GB"_s}; }},
    {"no custom PINs", Barrier::NoCustomPins,
     [](Situation &s) {
         s.account.hasCustomPins = false;
         s.request.customPin = u"4711"_s;
     }},
    {"a demo account's stranger", Barrier::NotApproved, [](Situation &s) { s.account.isDemo = true; }},
};

class tst_Admit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsInOrderMayBegin() { QVERIFY(!inOrder().judged()); }

    void eachBarrierHoldsAlone()
    {
        for (const Row &row : Rows) {
            Situation situation = inOrder();
            row.change(situation);
            const auto obstacle = situation.judged();
            QVERIFY2(obstacle && obstacle->barrier == row.barrier, row.name);
            QVERIFY(obstacle->network.isEmpty());
        }
    }

    void ofTwoBarriersTheFirstIsTold()
    {
        for (std::size_t first = 0; first < std::size(Rows); ++first) {
            for (std::size_t second = first + 1; second < std::size(Rows); ++second) {
                Situation situation = inOrder();
                Rows[second].change(situation);
                Rows[first].change(situation);
                const auto obstacle = situation.judged();
                QVERIFY2(obstacle && obstacle->barrier == Rows[first].barrier, Rows[second].name);
            }
        }
    }

    void aNumberOfNoCountryCannotBeRouted()
    {
        Situation situation = inOrder();
        situation.request.number = PhoneNumber(80012345678);
        QCOMPARE(situation.judged()->barrier, Barrier::Unroutable);
    }

    void testNumbersAreRefusedInTheirPlace()
    {
        Situation situation = inOrder();
        situation.fate = Barrier::Blocked;
        situation.account.isBarred = true;
        QCOMPARE(situation.judged()->barrier, Barrier::Blocked);
        situation.fate = Barrier::UnsupportedNetwork;
        QCOMPARE(situation.judged()->barrier, Barrier::AccountBarred);
        situation.account.isBarred = false;
        QCOMPARE(situation.judged()->barrier, Barrier::UnsupportedNetwork);
    }

    void aBlockedNetworkIsNamed()
    {
        Situation situation = inOrder();
        situation.rules.blockedNetworks = {{u"40410"_s, u"9198"_s, {}}, {u"23410"_s, u"447700"_s, {}}};
        QVERIFY(situation.judged() == std::optional(Obstacle{Barrier::Blocked, u"23410"_s}));
        situation.request.number = Indian;
        QVERIFY(situation.judged() == std::optional(Obstacle{Barrier::Blocked, u"40410"_s}));
        situation.request.number = PhoneNumber(447911123456);
        QVERIFY(!situation.judged());
    }

    void anUnblockedNetworkIsBlockedAgainAfterwards()
    {
        Situation situation = inOrder();
        situation.rules.blockedNetworks = {{u"23410"_s, u"447700"_s, Now + 1ms}};
        QVERIFY(!situation.judged());
        situation.rules.blockedNetworks.front().unblockedUntil = Now;
        QVERIFY(situation.judged());
    }

    void creditIsSpentToTheLastCent()
    {
        Situation situation = inOrder();
        situation.account.credit = Money::fromMilli(500);
        situation.spent = Money::fromMilli(499);
        QVERIFY(!situation.judged());
        situation.spent = Money::fromMilli(501);
        QCOMPARE(situation.judged()->barrier, Barrier::NoCredit);
        situation.account.credit.reset();
        QVERIFY(!situation.judged());
    }

    void aDemoAccountReachesItsApprovedNumbers()
    {
        Situation situation = inOrder();
        situation.account.isDemo = true;
        situation.account.approved = {Indian, British};
        QVERIFY(!situation.judged());
        situation.request.number = PhoneNumber(447911123456);
        QCOMPARE(situation.judged()->barrier, Barrier::NotApproved);
    }

    void aControlIsKeptFromBarredAndPennilessAccountsOnly()
    {
        Account account;
        account.isDemo = true;
        QVERIFY(!admitControl(account, {{}, Now}));
        account.credit = Money();
        QCOMPARE(admitControl(account, {{}, Now})->barrier, Barrier::NoCredit);
        account.isBarred = true;
        QCOMPARE(admitControl(account, {{}, Now})->barrier, Barrier::AccountBarred);
    }

    void aPriceIsTheCountrysElseEverybodysElseTheExample()
    {
        const Prices examples = examplePrices(Dialect::Vonage);
        const PriceList list{{u"IN"_s, Charge::Sms, Money::fromMilli(31), u"contract"_s},
                             {{}, Charge::Sms, Money::fromMilli(20), u"contract"_s},
                             {u"IN"_s, Charge::Success, Money::fromMilli(40), u"contract"_s}};
        const Prices india{Money::fromMilli(40), Money::fromMilli(31), examples.perCall};
        const Prices britain{examples.onSuccess, Money::fromMilli(20), examples.perCall};
        QVERIFY(pricesFor(list, u"IN"_s, Billing::Conversion, examples) == india);
        QVERIFY(pricesFor(list, u"GB"_s, Billing::Conversion, examples) == britain);
        QVERIFY(pricesFor({}, u"IN"_s, Billing::Conversion, examples) == examples);
        QVERIFY(!findPrice(list, u"GB"_s, Charge::Call));
    }

    void whoPaysPerSuccessPaysNoMessages()
    {
        const Prices examples = examplePrices(Dialect::Vonage);
        const Prices prices = pricesFor({}, u"GB"_s, Billing::Success, examples);
        QCOMPARE(prices.onSuccess, examples.onSuccess);
        QCOMPARE(prices.perSms, Money());
        QCOMPARE(prices.perCall, Money());
    }
};

PINPATH_TEST(tst_Admit, "tst_admit")

} // namespace tst_admit

#include "tst_admit.moc"
