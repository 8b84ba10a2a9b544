// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/request/startparameters.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_startparameters {

using namespace engine;
using namespace Qt::StringLiterals;

constexpr StartRules Today;
constexpr StartRules In2019{Dialect::Nexmo2019, true};

StartParameters minimal()
{
    StartParameters parameters;
    parameters.number = u"447700900112"_s;
    parameters.brand = u"Acme"_s;
    return parameters;
}

void set(StartParameters &parameters, const QString &name, const QString &value)
{
    static const std::map<QString, std::optional<QString> StartParameters::*> fields{
        {u"number"_s, &StartParameters::number},          {u"brand"_s, &StartParameters::brand},
        {u"country"_s, &StartParameters::country},        {u"sender_id"_s, &StartParameters::senderId},
        {u"code_length"_s, &StartParameters::codeLength}, {u"lg"_s, &StartParameters::locale},
        {u"pin_expiry"_s, &StartParameters::pinExpiry},   {u"next_event_wait"_s, &StartParameters::nextEventWait},
        {u"workflow_id"_s, &StartParameters::workflowId}, {u"pin_code"_s, &StartParameters::pinCode},
    };
    parameters.*fields.at(name) = value;
}

QString word(const ParameterProblem &problem)
{
    static const std::map<ParameterProblem::Kind, QString> kinds{
        {ParameterProblem::Kind::Missing, u"missing"_s},        {ParameterProblem::Kind::Invalid, u"invalid"_s},
        {ParameterProblem::Kind::TooLong, u"too long"_s},       {ParameterProblem::Kind::NotAllowed, u"not allowed"_s},
        {ParameterProblem::Kind::FeatureOff, u"feature off"_s},
    };
    return parameterName(problem.parameter) + u' ' + kinds.at(problem.kind);
}

// "number missing, lg invalid"; empty when all is in order.
QString judge(const StartParameters &parameters, const StartRules &rules = Today)
{
    QStringList words;
    for (const ParameterProblem &problem : problems(parameters, rules))
        words << word(problem);
    return words.join(u", "_s);
}

StartRequest accepted(const StartParameters &parameters, const StartRules &rules = Today)
{
    const auto read = readStart(parameters, rules);
    if (const auto *problem = std::get_if<ParameterProblem>(&read)) {
        QTest::qFail(qPrintable(word(*problem)), __FILE__, __LINE__);
        return {};
    }
    return std::get<StartRequest>(read);
}

// The rules for what a start may say. Reference: verify-api.md, section 1.3 and its Decisions.
class tst_StartParameters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aParameterIsJudged_data();
    void aParameterIsJudged();
    void whatIsMissingComesFirst();
    void theFirstProblemIsTheAnswer();
    void anEmptyTextCountsAsAbsent();
    void defaultsFillWhatIsAbsent();
    void spellingsOfOneNumberAreEqual_data();
    void spellingsOfOneNumberAreEqual();
    void theLocaleFollowsTheCountryOfTheNumber();
    void givenValuesAreKept();
    void aCustomPinSetsTheCodeLength();
    void withoutTheFeatureACustomPinIsRefused();
    void theDialectOf2019KnowsNoHyphenAndFiveWorkflows();
};

void tst_StartParameters::aParameterIsJudged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");

    const auto row = [](const QString &name, const QString &value, const QString &problem = {}) {
        const QString title = name + u'=' + (value.size() > 24 ? value.left(24) + u"..."_s : value);
        QTest::newRow(qPrintable(title)) << name << value << problem;
    };
    const auto refusedNumber = u"number invalid"_s;
    row(u"number"_s, u"447700900000"_s);
    row(u"number"_s, u"+44 7700 900 000"_s);
    row(u"number"_s, u" 447700900000"_s); // a plus that a form encoding ate
    row(u"number"_s, u"(44) 7700-900000"_s);
    row(u"number"_s, u"12025550123"_s);
    row(u"number"_s, u"07700900000"_s, refusedNumber); // national, but no country
    row(u"number"_s, u"4477"_s, refusedNumber);
    row(u"number"_s, u"44770090000000000000"_s, refusedNumber);
    row(u"number"_s, u"phone"_s, refusedNumber);
    row(u"number"_s, u"4477009000OO"_s, refusedNumber);
    row(u"number"_s, u"447700900000"_s.append(QChar()), refusedNumber);
    row(u"number"_s, QString(10'000, u'4'), refusedNumber);

    row(u"brand"_s, u"A"_s);
    row(u"brand"_s, u":):):)"_s);
    row(u"brand"_s, u"$$$%%%@@@"_s);
    row(u"brand"_s, u"exactly 18 letters"_s);
    row(u"brand"_s, u"nineteen characters"_s, u"brand too long"_s);
    row(u"brand"_s, u"Ålesund Åpen Åvis!"_s);
    row(u"brand"_s, u"🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑"_s); // 18 characters in 36 UTF-16 units
    row(u"brand"_s, u"🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑"_s, u"brand too long"_s);
    row(u"brand"_s, u"nul "_s.append(QChar()), u"brand invalid"_s);
    row(u"brand"_s, u"not UTF-8 \uFFFD"_s, u"brand invalid"_s);
    row(u"brand"_s, u"half "_s.append(QChar(0xD83D)), u"brand invalid"_s);
    row(u"brand"_s, u"half "_s.append(QChar(0xDD11)), u"brand invalid"_s);

    row(u"country"_s, u"RU"_s);
    row(u"country"_s, u"gb"_s);
    row(u"country"_s, u"R"_s, u"country invalid"_s);
    row(u"country"_s, u"RUS"_s, u"country invalid"_s);
    row(u"country"_s, u"44"_s, u"country invalid"_s);
    row(u"country"_s, u"ÄÖ"_s, u"country invalid"_s);

    row(u"sender_id"_s, u"ABCDEFABCDE"_s);
    row(u"sender_id"_s, u"Длинноеимя1"_s);
    row(u"sender_id"_s, u"ABCDEFABCDEF"_s, u"sender_id too long"_s);
    row(u"sender_id"_s, u"ABCDEFABCDEFABCD"_s, u"sender_id too long"_s);

    row(u"code_length"_s, u"4"_s);
    row(u"code_length"_s, u"6"_s);
    row(u"code_length"_s, u"00004"_s);
    row(u"code_length"_s, u"06"_s);
    for (const auto &other : {u"0"_s, u"-1"_s, u"3"_s, u"5"_s, u"7"_s, u"999999"_s, u"99999999999999999999"_s, u"-4"_s})
        row(u"code_length"_s, other, u"code_length not allowed"_s);
    for (const auto &other : {u"4.0"_s, u"+4"_s, u"=4"_s, u"8/2"_s, u"four"_s, u" 4"_s, u"-"_s, u"٤"_s})
        row(u"code_length"_s, other, u"code_length invalid"_s);

    row(u"lg"_s, u"en-gb"_s);
    row(u"lg"_s, u"yue-cn"_s);
    for (const auto &other : {u"en_us"_s, u"en"_s, u"xx-yy"_s, u"bg-bg"_s})
        row(u"lg"_s, other, u"lg invalid"_s);

    for (const auto &inside : {u"60"_s, u"3600"_s, u"0300"_s})
        row(u"pin_expiry"_s, inside);
    for (const auto &outside : {u"59"_s, u"3601"_s, u"-60"_s, u"60.0"_s, u"5m"_s, u"4294967356"_s})
        row(u"pin_expiry"_s, outside, u"pin_expiry invalid"_s);
    for (const auto &inside : {u"60"_s, u"900"_s})
        row(u"next_event_wait"_s, inside);
    for (const auto &outside : {u"59"_s, u"901"_s, u"x"_s})
        row(u"next_event_wait"_s, outside, u"next_event_wait invalid"_s);
    for (const auto &inside : {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"07"_s})
        row(u"workflow_id"_s, inside);
    for (const auto &outside : {u"0"_s, u"8"_s, u"-1"_s, u"257"_s, u"one"_s})
        row(u"workflow_id"_s, outside, u"workflow_id invalid"_s);

    for (const auto &good : {u"1234"_s, u"abcdEFGH10"_s, u"AKFG-3424"_s})
        row(u"pin_code"_s, good);
    for (const auto &bad : {u"123"_s, u"12345678901"_s, u"12 34"_s, u"12_34"_s, u"äöüß"_s})
        row(u"pin_code"_s, bad, u"pin_code invalid"_s);
}

void tst_StartParameters::aParameterIsJudged()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, problem);
    StartParameters parameters = minimal();
    set(parameters, name, value);
    QCOMPARE(judge(parameters), problem);
}

void tst_StartParameters::whatIsMissingComesFirst()
{
    QCOMPARE(judge({}), u"number missing, brand missing"_s);

    StartParameters parameters;
    parameters.number = u"nobody"_s;
    parameters.workflowId = u"99"_s;
    QCOMPARE(judge(parameters), u"brand missing, number invalid, workflow_id invalid"_s);
}

void tst_StartParameters::theFirstProblemIsTheAnswer()
{
    StartParameters parameters = minimal();
    parameters.country = u"R"_s;
    parameters.codeLength = u"5"_s;
    parameters.locale = u"en_us"_s;
    const auto read = readStart(parameters, Today);
    QVERIFY(std::holds_alternative<ParameterProblem>(read));
    QCOMPARE(word(std::get<ParameterProblem>(read)), u"country invalid"_s);
}

void tst_StartParameters::anEmptyTextCountsAsAbsent()
{
    StartParameters parameters = minimal();
    for (const auto &name : {u"country"_s, u"sender_id"_s, u"code_length"_s, u"lg"_s, u"pin_expiry"_s,
                             u"next_event_wait"_s, u"workflow_id"_s, u"pin_code"_s})
        set(parameters, name, {});
    QCOMPARE(judge(parameters), QString());
    QCOMPARE(accepted(parameters).workflow, accepted(minimal()).workflow);

    parameters.number = u""_s;
    parameters.brand = u""_s;
    QCOMPARE(judge(parameters), u"number missing, brand missing"_s);
}

void tst_StartParameters::defaultsFillWhatIsAbsent()
{
    const StartRequest request = accepted(minimal());
    QCOMPARE(request.number.toString(), u"447700900112"_s);
    QCOMPARE(request.brand, u"Acme"_s);
    QCOMPARE(request.senderId, u"VERIFY"_s);
    QCOMPARE(request.codeLength, 4);
    QVERIFY(request.customPin.isEmpty());
    QCOMPARE(request.workflow, standardWorkflow(1, Dialect::Vonage).value());
}

void tst_StartParameters::spellingsOfOneNumberAreEqual_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("country");
    QTest::newRow("digits") << u"447700900112"_s << QString();
    QTest::newRow("plus") << u"+447700900112"_s << QString();
    QTest::newRow("plus eaten by a form") << u" 447700900112"_s << QString();
    QTest::newRow("spaces and brackets") << u"+44 (7700) 900-112"_s << QString();
    QTest::newRow("national with its country") << u"07700 900112"_s << u"GB"_s;
    QTest::newRow("national, country in lower case") << u"07700900112"_s << u"gb"_s;
    QTest::newRow("international with its country") << u"447700900112"_s << u"GB"_s;
    QTest::newRow("international with another country") << u"+447700900112"_s << u"US"_s;
}

void tst_StartParameters::spellingsOfOneNumberAreEqual()
{
    QFETCH(QString, number);
    QFETCH(QString, country);
    StartParameters parameters = minimal();
    parameters.number = number;
    parameters.country = country;
    QCOMPARE(accepted(parameters).number, PhoneNumber(447700900112));
}

void tst_StartParameters::theLocaleFollowsTheCountryOfTheNumber()
{
    StartParameters parameters = minimal();
    QCOMPARE(accepted(parameters).locale, u"en-gb"_s);
    parameters.number = u"4915112345678"_s;
    QCOMPARE(accepted(parameters).locale, u"de-de"_s);
    parameters.locale = u"fr-fr"_s;
    QCOMPARE(accepted(parameters).locale, u"fr-fr"_s);
}

void tst_StartParameters::givenValuesAreKept()
{
    StartParameters parameters = minimal();
    parameters.senderId = u"Acme Inc"_s;
    parameters.codeLength = u"06"_s;
    parameters.workflowId = u"4"_s;
    parameters.pinExpiry = u"240"_s;
    parameters.nextEventWait = u"120"_s;
    const StartRequest request = accepted(parameters);
    QCOMPARE(request.senderId, u"Acme Inc"_s);
    QCOMPARE(request.codeLength, 6);
    QCOMPARE(request.workflow, standardWorkflow(4, Dialect::Vonage, {seconds(120), seconds(240)}).value());
}

void tst_StartParameters::aCustomPinSetsTheCodeLength()
{
    StartParameters parameters = minimal();
    parameters.pinCode = u"AKFG-3424"_s;
    parameters.codeLength = u"6"_s;
    const StartRequest request = accepted(parameters);
    QCOMPARE(request.customPin, u"AKFG-3424"_s);
    QCOMPARE(request.codeLength, 9);
}

void tst_StartParameters::withoutTheFeatureACustomPinIsRefused()
{
    StartParameters parameters = minimal();
    const StartRules without{Dialect::Vonage, false};
    QCOMPARE(judge(parameters, without), QString());
    parameters.pinCode = u"1234"_s;
    QCOMPARE(judge(parameters, without), u"pin_code feature off"_s);
}

void tst_StartParameters::theDialectOf2019KnowsNoHyphenAndFiveWorkflows()
{
    StartParameters parameters = minimal();
    parameters.workflowId = u"5"_s;
    QCOMPARE(judge(parameters, In2019), QString());
    QCOMPARE(accepted(parameters, In2019).workflow, standardWorkflow(5, Dialect::Nexmo2019).value());
    parameters.workflowId = u"6"_s;
    QCOMPARE(judge(parameters, In2019), u"workflow_id invalid"_s);

    parameters = minimal();
    parameters.pinCode = u"AKFG-3424"_s;
    QCOMPARE(judge(parameters, In2019), u"pin_code invalid"_s);
    parameters.pinCode = u"AKFG3424"_s;
    QCOMPARE(judge(parameters, In2019), QString());
}

PINPATH_TEST(tst_StartParameters, "tst_startparameters")

} // namespace tst_startparameters

#include "tst_startparameters.moc"
