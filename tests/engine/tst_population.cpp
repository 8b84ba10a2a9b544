// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/population/populationjson.h"
#include "engine/population/presets.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_population {

using namespace engine;
using namespace engine::distributions;
using namespace Qt::StringLiterals;

// The model, its JSON and the presets.
class tst_Population : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsRead();
    void absentKeysMeanZeroAndNoLimitForPatience();
    void everyShapeIsRead_data();
    void everyShapeIsRead();
    void aSlipIsExplainedWithItsPath_data();
    void aSlipIsExplainedWithItsPath();
    void whatIsWrittenIsReadBack();
    void anOriginMayStandForEveryOtherFigure();
    void presetsSayWhereEachFigureComesFrom();
    void presetsAreFoundByName();
    void everyPresetDiffersFromTypical();
};

QByteArray withEntry(const QByteArray &entry)
{
    return R"({"name": "mine", "entry": )" + entry + '}';
}

void tst_Population::everyKeyIsRead()
{
    const auto population = populationFromJson(R"({
        "name": "mine",
        "user": {"unreachable": 0.01, "no_sms": 0.02, "never_answers_calls": 0.03,
                 "patience": {"lognormal": {"median": 180, "sigma": 1.2}}},
        "sms": {"delivered": 0.95, "delay": {"exponential": {"mean": 7}}},
        "tts": {"answered": 0.75, "delay": {"constant": {"value": 25}}},
        "entry": {"uniform": {"from": 5, "to": 20}}, "entry_after_call": {"constant": {"value": 8}},
        "wrong_code": 0.04,
        "origin": {"sms.delivered": "Meng et al. 2007, 2005 data"}})");
    QVERIFY2(population, qPrintable(population.failure().sentence));
    QCOMPARE(population->name, u"mine"_s);
    QCOMPARE(population->unreachable, 0.01);
    QCOMPARE(population->noSms, 0.02);
    QCOMPARE(population->neverAnswersCalls, 0.03);
    QVERIFY(population->patience == Distribution(Lognormal{180, 1.2}));
    QCOMPARE(population->smsDelivered, 0.95);
    QVERIFY(population->smsDelay == Distribution(Exponential{7}));
    QCOMPARE(population->callAnswered, 0.75);
    QVERIFY(population->callDelay == Distribution(Constant{25}));
    QVERIFY(population->entry == Distribution(Uniform{5, 20}));
    QVERIFY(population->entryAfterCall == Distribution(Constant{8}));
    QCOMPARE(population->wrongCode, 0.04);
    QCOMPARE(population->origin(u"sms.delivered"_s), u"Meng et al. 2007, 2005 data"_s);
    QCOMPARE(population->origin(u"wrong_code"_s), QString());
}

void tst_Population::absentKeysMeanZeroAndNoLimitForPatience()
{
    const auto population = populationFromJson(R"({"name": "nobody"})");
    QVERIFY2(population, qPrintable(population.failure().sentence));
    Population expected;
    expected.name = u"nobody"_s;
    QVERIFY(*population == expected);
    QVERIFY(!population->patience);
}

void tst_Population::everyShapeIsRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Distribution>("distribution");
    const auto row = [](const char *json, const Distribution &distribution) {
        QTest::newRow(json) << QByteArray(json) << distribution;
    };
    row(R"({"constant": {"value": 1.5}})", Constant{1.5});
    row(R"({"uniform": {"from": 1, "to": 2}})", Uniform{1, 2});
    row(R"({"exponential": {"mean": 3}})", Exponential{3});
    row(R"({"lognormal": {"median": 7, "sigma": 1.306}})", Lognormal{7, 1.306});
    row(R"({"empirical": [[4, 1], [9, 6]]})", Empirical{{{4, 1}, {9, 6}}});
    row(R"({"mixture": [{"weight": 0.4, "constant": {"value": 2}}, {"weight": 0.6, "empirical": [[5, 1]]}]})",
        Mixture{{{0.4, Constant{2}}, {0.6, Empirical{{{5, 1}}}}}});
}

void tst_Population::everyShapeIsRead()
{
    QFETCH(const QByteArray, json);
    QFETCH(const Distribution, distribution);
    const auto population = populationFromJson(withEntry(json));
    QVERIFY2(population, qPrintable(population.failure().sentence));
    QVERIFY(population->entry == distribution);
    const auto again = populationFromJson(toJson(*population));
    QVERIFY(again && *again == *population);
}

void tst_Population::aSlipIsExplainedWithItsPath_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    const auto row
        = [](const QByteArray &json, const QString &sentence) { QTest::newRow(json.constData()) << json << sentence; };
    row("", u"This is no JSON: illegal value at character 0."_s);
    row(R"({"name": )", u"This is no JSON: unterminated object at character 9."_s);
    row("[]", u"A population must be an object in braces."_s);
    row("{}", u"name is missing."_s);
    row(R"({"name": " "})", u"name must not be empty."_s);
    row(R"({"name": 5})", u"name must be a text."_s);

    const auto mine
        = [&](const QByteArray &rest, const QString &sentence) { row(R"({"name": "mine", )" + rest + '}', sentence); };
    mine(R"("sms": {"delivered": 1.2})", u"sms.delivered must be between 0 and 1, not 1.2."_s);
    mine(R"("user": {"no_sms": -0.1})", u"user.no_sms must be between 0 and 1, not -0.1."_s);
    mine(R"("wrong_code": "3 %")", u"wrong_code must be a number."_s);
    mine(R"("wrong_code": null)", u"wrong_code must be a number."_s);
    mine(R"("sms": {"delivred": 1})", u"sms.delivred is not known here; expected: delivered, delay."_s);
    mine(R"("sms": 0.95)", u"sms must be an object in braces."_s);
    mine(
        R"("sms.delivered": 0.95)",
        u"sms.delivered is not known here; expected: name, origin, user, sms, tts, entry, entry_after_call, wrong_code."_s);
    mine(R"("user": {"patience": 180})", u"user.patience must be an object in braces."_s);
    mine(R"("origin": {"sms.delivery": "assumption"})",
         u"origin.sms.delivery is not known here; expected: ..., user.unreachable, user.no_sms, "
         u"user.never_answers_calls, "
         "user.patience, sms.delivered, sms.delay, tts.answered, tts.delay, entry, entry_after_call, wrong_code."_s);
    mine(R"("origin": {"sms.delay": 2006})", u"origin.sms.delay must be a text."_s);
    mine(R"("origin": "assumption")", u"origin must be an object in braces."_s);

    const auto entry = [&](const QByteArray &shape, const QString &sentence) { row(withEntry(shape), sentence); };
    entry(R"({"constant": {"value": -3}})", u"entry.constant.value must not be negative, but is -3."_s);
    entry(R"({"constant": {"value": 1e300}})", u"entry.constant.value must be between 0 and 2592000, not 1e+300."_s);
    entry(R"({"constant": 3})", u"entry.constant must be an object in braces."_s);
    entry(R"({"constant": {}})", u"entry.constant.value is missing."_s);
    entry(R"({"lognormal": {"median": 10, "sd": 1}})",
          u"entry.lognormal.sd is not known here; expected: median, sigma."_s);
    entry("{}", u"entry must be exactly one of constant, uniform, exponential, lognormal, empirical, mixture."_s);
    entry(R"({"constant": {"value": 1}, "uniform": {"from": 1, "to": 2}})",
          u"entry must be exactly one of constant, uniform, exponential, lognormal, empirical, mixture."_s);
    entry(
        R"({"normal": {"mean": 1}})",
        u"entry.normal is not known here; expected: constant, uniform, exponential, lognormal, empirical, mixture."_s);
    entry(R"({"empirical": {"4": 1}})", u"entry.empirical must be a list in brackets."_s);
    entry(R"({"empirical": [[4, 1], [9]]})", u"entry.empirical[1] must be a pair of a value and its weight."_s);
    entry(R"({"empirical": [[4, "1"]]})", u"entry.empirical[0][1] must be a number."_s);
    entry(R"({"empirical": []})", u"entry.empirical must not be empty."_s);
    entry(R"({"mixture": [{"constant": {"value": 1}}]})", u"entry.mixture[0].weight is missing."_s);
    entry(
        R"({"mixture": [{"weight": 1}]})",
        u"entry.mixture[0] must be a weight and exactly one of constant, uniform, exponential, lognormal, empirical."_s);
    entry(
        R"({"mixture": [{"weight": 1, "mixture": []}]})",
        u"entry.mixture[0].mixture is not known here; expected: constant, uniform, exponential, lognormal, empirical, weight."_s);
    entry(R"({"mixture": [{"weight": 1, "lognormal": {"median": -7, "sigma": 1}}]})",
          u"entry.mixture[0].lognormal.median must not be negative, but is -7."_s);
}

void tst_Population::aSlipIsExplainedWithItsPath()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, sentence);
    const auto population = populationFromJson(json);
    QVERIFY(!population);
    QCOMPARE(population.failure().sentence, sentence);
}

void tst_Population::whatIsWrittenIsReadBack()
{
    for (const Population &preset : presets()) {
        const auto again = populationFromJson(toJson(preset));
        QVERIFY2(again, qPrintable(again.failure().sentence));
        QVERIFY(*again == preset);
    }
}

void tst_Population::anOriginMayStandForEveryOtherFigure()
{
    const auto population
        = populationFromJson(R"({"name": "mine", "origin": {"sms.delay": "ETSI 2006", "...": "assumption"}})");
    QVERIFY2(population, qPrintable(population.failure().sentence));
    QCOMPARE(population->origin(u"sms.delay"_s), u"ETSI 2006"_s);
    QCOMPARE(population->origin(u"entry"_s), u"assumption"_s);
}

void tst_Population::presetsSayWhereEachFigureComesFrom()
{
    for (const Population &preset : presets()) {
        for (const Figure &figure : figures())
            QVERIFY2(preset.origins.count(figure.path) == 1, qPrintable(preset.name + u": "_s + figure.path));
    }
}

void tst_Population::presetsAreFoundByName()
{
    QStringList names;
    for (const Population &preset : presets())
        names << preset.name;
    QCOMPARE(names,
             (QStringList{u"typical"_s, u"clean direct route"_s, u"poor route"_s, u"landlines"_s, u"dislikes calls"_s,
                          u"carrier brown-out"_s}));
    QCOMPARE(findPreset(u"carrier brown-out"), &presets().back());
    QCOMPARE(findPreset(u"Carrier-Brown-Out"), &presets().back());
    QCOMPARE(findPreset(u"typical"), &presets().front());
    QVERIFY(!findPreset(u"manual"));
    QVERIFY(!findPreset(u""));
}

void tst_Population::everyPresetDiffersFromTypical()
{
    Population typical = presets().front();
    for (std::size_t i = 1; i < presets().size(); ++i) {
        typical.name = presets()[i].name;
        typical.origins = presets()[i].origins;
        QVERIFY2(typical != presets()[i], qPrintable(typical.name));
    }
}

PINPATH_TEST(tst_Population, "tst_population")

} // namespace tst_population

#include "tst_population.moc"
