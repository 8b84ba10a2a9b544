// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/markets.h"
#include "engine/population/populationjson.h"
#include "engine/population/presets.h"
#include "engine/simulation/simulation.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <array>
#include <cmath>

namespace tst_mix {

using namespace Qt::StringLiterals;
using namespace engine;

class tst_Mix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMixNamesPresetsOrBringsPopulations();
    void aPopulationAloneIsAMixOfOne();
    void marketsMixThePresets();
    void whatIsWrittenIsReadBack();
    void whatIsWrongIsSaidWithItsPath_data();
    void whatIsWrongIsSaidWithItsPath();
    void partsAreDrawnByTheirWeights();
    void aMixLiesBetweenItsParts();
};

void tst_Mix::aMixNamesPresetsOrBringsPopulations()
{
    const auto mix = mixFromJson(R"({"name": "Germany", "mix": [
        {"weight": 8, "population": "Landlines"},
        {"weight": 2, "population": {"name": "mine", "sms": {"delivered": 0.5}}}]})");
    QVERIFY2(bool(mix), mix ? "" : qPrintable(mix.failure().sentence));
    QCOMPARE(mix->name, u"Germany"_s);
    QCOMPARE(mix->parts.size(), 2U);
    QVERIFY(mix->parts[0].population == *findPreset(u"landlines"));
    QCOMPARE(mix->parts[1].population.smsDelivered, 0.5);
    const std::vector<MixPart> view = mix->view();
    QCOMPARE(view[0].weight, 8.0);
    QCOMPARE(view[1].population, &mix->parts[1].population);
}

void tst_Mix::aPopulationAloneIsAMixOfOne()
{
    const auto mix = mixFromJson(toJson(presets().back()));
    QVERIFY(bool(mix));
    QCOMPARE(mix->name, presets().back().name);
    QCOMPARE(mix->parts.size(), 1U);
    QVERIFY(mix->parts.front().population == presets().back());
}

void tst_Mix::marketsMixThePresets()
{
    QCOMPARE(marketMixes().size(), 4U);
    for (const PopulationMix &market : marketMixes()) {
        QVERIFY(market.parts.size() > 1);
        double all = 0;
        for (const PopulationMix::Part &part : market.parts) {
            all += part.weight;
            QVERIFY(part.population == *findPreset(part.population.name));
        }
        QCOMPARE(all, 1.0);
    }
    QCOMPARE(findMarketMix(u"india"), &marketMixes()[2]);
    QVERIFY(!findMarketMix(u"typical"));
}

void tst_Mix::whatIsWrittenIsReadBack()
{
    PopulationMix market = marketMixes().front();
    QVERIFY(toJson(market).contains(R"("population": "typical")"));
    market.parts[1].population.noSms = 0.5;
    market.parts[1].weight = 0.3;
    const auto read = mixFromJson(toJson(market));
    QVERIFY(bool(read));
    QVERIFY(*read == market);
    const PopulationMix alone = PopulationMix::of(presets().back());
    QCOMPARE(toJson(alone), toJson(presets().back()));
}

void tst_Mix::whatIsWrongIsSaidWithItsPath_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("begin");
    const auto row = [](const char *name, const char *json, const QString &begin) {
        QTest::newRow(name) << QByteArray(json) << begin;
    };
    row("no JSON", "{", u"This is no JSON"_s);
    row("no name", R"({"mix": [{"weight": 1, "population": "typical"}]})", u"name must"_s);
    row("unknown", R"({"name": "x", "mixx": 1, "mix": []})", u"mixx is not known here"_s);
    row("empty", R"({"name": "x", "mix": []})", u"mix must"_s);
    row("no object", R"({"name": "x", "mix": [3]})", u"mix[0] must"_s);
    row("unknown in part", R"({"name": "x", "mix": [{"weight": 1, "population": "typical", "share": 2}]})",
        u"mix[0].share is not known here"_s);
    row("no weight", R"({"name": "x", "mix": [{"population": "typical"}]})", u"mix[0].weight must"_s);
    row("weight", R"({"name": "x", "mix": [{"weight": -1, "population": "typical"}]})", u"mix[0].weight must"_s);
    row("no population", R"({"name": "x", "mix": [{"weight": 1}]})", u"mix[0].population must"_s);
    row("no preset", R"({"name": "x", "mix": [{"weight": 1, "population": "typicall"}]})",
        u"mix[0].population must be one of typical, "_s);
    row("figure", R"({"name": "x", "mix": [{"weight": 1, "population": "typical"},
                      {"weight": 1, "population": {"name": "y", "sms": {"delivered": 2}}}]})",
        u"mix[1].population.sms.delivered must be between 0 and 1"_s);
    row("population alone", R"({"name": "x", "wrong_code": 2})", u"wrong_code must"_s);
}

void tst_Mix::whatIsWrongIsSaidWithItsPath()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, begin);
    const auto mix = mixFromJson(json);
    QVERIFY(!mix);
    QVERIFY2(mix.failure().sentence.startsWith(begin), qPrintable(mix.failure().sentence));
    QVERIFY(mix.failure().sentence.endsWith(u'.'));
}

void tst_Mix::partsAreDrawnByTheirWeights()
{
    const std::array<MixPart, 3> parts{MixPart{&presets()[0], 6}, MixPart{&presets()[1], 3}, MixPart{&presets()[2], 1}};
    std::array<int, 3> counts{};
    RandomStream stream(1, 2, 3);
    for (int i = 0; i < 100'000; ++i)
        ++counts[std::size_t(&drawnPart(parts, stream) - presets().data())];
    QVERIFY(std::abs(counts[0] - 60'000) < 700);
    QVERIFY(std::abs(counts[1] - 30'000) < 700);
    QVERIFY(std::abs(counts[2] - 10'000) < 500);
}

void tst_Mix::aMixLiesBetweenItsParts()
{
    const std::atomic<bool> never = false;
    const auto rate = [&](const std::vector<MixPart> &population) {
        const SimulationPlan plan{{*standardWorkflow(4, Dialect::Vonage)}, population, 40'000, 1, 1};
        return simulate(plan, never).workflows.front().successRate();
    };
    const Population &typical = *findPreset(u"typical");
    const Population &landlines = *findPreset(u"landlines");
    const double expected = 0.25 * rate({{&typical, 1}}) + 0.75 * rate({{&landlines, 1}});
    QVERIFY(std::abs(rate({{&typical, 1}, {&landlines, 3}}) - expected) < 0.01);
}

PINPATH_TEST(tst_Mix, "tst_mix")

} // namespace tst_mix

#include "tst_mix.moc"
