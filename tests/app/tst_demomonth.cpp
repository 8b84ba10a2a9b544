// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demomonth.h"
#include "engine/delivery/magicnumbers.h"
#include "engine/population/population.h"
#include "engine/population/user.h"
#include "engine/request/userkey.h"
#include "engine/simulation/userlife.h"
#include "engine/store/store.h"
#include "tests/support/testclass.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
#include <map>

namespace tst_demomonth {

using namespace Qt::StringLiterals;
using namespace engine;

constexpr Instant Until = fromMilliseconds(1'795'441'560'000); // 23 November 2026, 13:46 in London

struct Count {
    int ended = 0;
    int verified = 0;

    double rate() const { return double(verified) / ended; }
    double variance() const { return rate() * (1 - rate()) / ended; }
};

// How the month's requests ended, by country and workflow.
std::map<QString, std::map<WorkflowId, Count>> livedThrough(const std::vector<LifeToLive> &month)
{
    std::map<QString, std::map<WorkflowId, Count>> counts;
    for (const LifeToLive &each : month) {
        UserLife life(each.request->workflow, *each.population, {0, userKeyOf(each.request->id)}, each.startedAt);
        while (!life.verification().hasEnded())
            life.live();
        Count &count = counts[each.request->country][each.request->workflow.id()];
        ++count.ended;
        count.verified += life.verification().status == Status::Succeeded;
    }
    return counts;
}

// By how much `a` leads over `b`, and the half of the interval that holds for all pairs of five workflows together.
std::pair<double, double> lead(const Count &a, const Count &b)
{
    constexpr double AllTenPairs = 2.81; // of the normal distribution, at 95 %
    return {a.rate() - b.rate(), AllTenPairs * std::sqrt(a.variance() + b.variance())};
}

class tst_DemoMonth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeedGivesTheSameMonth();
    void everyMarketIsAMixOfPresetsAndSaysSo();
    void nobodyIsCalled();
    void noSmsReachesALandline();
    void theMarketsHaveDifferentAnswers();
    void keyAndSecretAreTheSameInEveryDemo();
};

void tst_DemoMonth::aSeedGivesTheSameMonth()
{
    const auto month = app::month(app::demoMarkets(), Until, 1, u"key"_s);
    const auto again = app::month(app::demoMarkets(), Until, 1, u"key"_s);
    QCOMPARE(month.size(), 40'000U);
    QVERIFY(std::ranges::equal(month, again, [](const LifeToLive &a, const LifeToLive &b) {
        return a.startedAt == b.startedAt && *a.request == *b.request && a.population == b.population;
    }));
    QVERIFY(*app::month(app::demoMarkets(), Until, 2, u"key"_s).front().request != *month.front().request);
}

void tst_DemoMonth::everyMarketIsAMixOfPresetsAndSaysSo()
{
    for (const TrafficMarket &market : app::demoMarkets()) {
        double sum = 0;
        for (const MixPart &part : market.mix) {
            QVERIFY(part.population);
            sum += part.weight;
        }
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }
    QCOMPARE(app::demoMixes().at(1), u"Germany, 8,000 requests: 80 % landlines, 20 % clean direct route"_s);
}

// Only numbers that are kept for fiction or that nobody can have, and none with a fate of its own.
void tst_DemoMonth::nobodyIsCalled()
{
    for (const TrafficMarket &market : app::demoMarkets()) {
        const bool areMobilesKept = market.country == "GB"_L1 || market.country == "DE"_L1;
        for (const std::vector<NumberRange> &ranges : {market.numbers, market.landlines}) {
            for (const NumberRange &range : ranges) {
                for (const std::uint64_t digits : {range.first, range.first + range.count - 1}) {
                    QCOMPARE(PhoneNumber(digits).country(), market.country);
                    QVERIFY(PhoneNumber(digits).line() != PhoneNumber::Line::Mobile || areMobilesKept);
                }
            }
        }
    }
    for (const MagicNumber &magic : magicNumbers())
        QVERIFY(magic.number.digits() < 447'700'900'300);
}

void tst_DemoMonth::noSmsReachesALandline()
{
    int landlines = 0;
    for (const LifeToLive &life : app::month(app::demoMarkets(), Until, 1, u"key"_s)) {
        const Request &request = *life.request;
        if (request.country != "DE"_L1)
            continue;
        const bool isLandline = request.number.line() == PhoneNumber::Line::Landline;
        QCOMPARE(isLandline, drawTraits(*life.population, {0, userKeyOf(request.id)}).getsNoSms);
        landlines += isLandline;
    }
    QVERIFY(landlines > 4'000);
}

void tst_DemoMonth::theMarketsHaveDifferentAnswers()
{
    auto counts = livedThrough(app::month(app::demoMarkets(), Until, 1, u"key"_s));

    // Germany, where landlines are most: calls lead beyond doubt.
    for (const WorkflowId other : std::array<WorkflowId, 4>{1, 2, 4, 5}) {
        const auto [points, half] = lead(counts[u"DE"_s][3], counts[u"DE"_s][other]);
        QVERIFY2(points > half, qPrintable(QString::number(points)));
    }

    // The United States, where messages arrive: no difference that matters between those that begin with an SMS.
    const auto [points, half] = lead(counts[u"US"_s][2], counts[u"US"_s][1]);
    QVERIFY2(std::abs(points) + half < 0.02, qPrintable(QString::number(points)));
    QVERIFY(lead(counts[u"US"_s][1], counts[u"US"_s][3]).first > 0.3);

    // India and the United Kingdom: nobody can tell yet.
    for (const QString &country : {u"IN"_s, u"GB"_s}) {
        const auto [difference, doubt] = lead(counts[country][2], counts[country][1]);
        QVERIFY2(std::abs(difference) < doubt && std::abs(difference) + doubt > 0.02, qPrintable(country));
    }
}

void tst_DemoMonth::keyAndSecretAreTheSameInEveryDemo()
{
    for (const QString &name : {u"one.db"_s, u"another.db"_s}) {
        QTemporaryDir folder;
        StoreOptions options;
        options.path = folder.filePath(name);
        QVERIFY(app::writeMonth(options.path, {}, Until, {}));
        const auto store = Store::open(options);
        QVERIFY(store);
        QCOMPARE((*store)->account().apiKey, app::DemoApiKey.toString());
        QCOMPARE((*store)->account().apiSecret, app::DemoApiSecret.toString());
    }
}

PINPATH_TEST(tst_DemoMonth, "tst_demomonth")

} // namespace tst_demomonth

#include "tst_demomonth.moc"
