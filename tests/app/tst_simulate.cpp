// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tst_simulate {

using namespace Qt::StringLiterals;

constexpr int Timeout = 30'000; // milliseconds; a loaded machine is slow

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Ran simulate(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PINPATH_PROGRAM), QStringList{u"simulate"_s} + arguments);
    if (!process.waitForFinished(Timeout))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QStringList sorted(QStringList keys)
{
    keys.sort();
    return keys;
}

class tst_Simulate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsOneObjectOfThePromisedShape();
    void printsTheSameOnAnyNumberOfThreads();
    void timingAndPopulationAreTheCallers();
    void printsATableForPeople();
    void ownWorkflowsRunBesideTheStandardOnes();
    void aMixIsAPopulation();
    void everyPresetGivesAnAnswerOverAll();
    void aSweepTellsWhichSettingsNoOtherBeats();
    void messagesAreWorthWhatTheirLackCosts();
    void whatIsWrongIsSaidInOneSentence_data();
    void whatIsWrongIsSaidInOneSentence();
    void anInterruptKeepsWhatIsThere();
};

void tst_Simulate::printsOneObjectOfThePromisedShape()
{
    const Ran ran = simulate({u"--json"_s, u"--verifications"_s, u"2000"_s, u"--seed"_s, u"7"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QByteArray());
    QCOMPARE(ran.out.count('\n'), 1);
    const QJsonObject root = json(ran.out);
    QCOMPARE(root.keys(),
             sorted({u"seed"_s, u"population"_s, u"verifications"_s, u"threads"_s, u"elapsed_seconds"_s,
                     u"verifications_per_second"_s, u"workflows"_s, u"paired"_s}));
    QCOMPARE(root.value(u"seed"_s).toInt(), 7);
    QCOMPARE(root.value(u"population"_s).toString(), u"typical"_s);
    QCOMPARE(root.value(u"verifications"_s).toInt(), 2000);
    const QJsonArray workflows = root.value(u"workflows"_s).toArray();
    QCOMPARE(workflows.size(), 5);
    const QJsonObject second = workflows.at(1).toObject();
    QCOMPARE(
        second.keys(),
        sorted({u"workflow_id"_s, u"verified"_s, u"expired"_s, u"failed"_s, u"success_rate"_s, u"wilson"_s,
                u"verified_by_step"_s, u"time_to_verify"_s, u"messages_per_verification"_s, u"cost_per_success"_s}));
    QCOMPARE(second.value(u"workflow_id"_s).toInt(), 2);
    QCOMPARE(second.value(u"verified_by_step"_s).toArray().size(), 3);
    QCOMPARE(second.value(u"time_to_verify"_s).toObject().keys(), QStringList({u"p50"_s, u"p90"_s, u"p99"_s}));
    const QJsonArray wilson = second.value(u"wilson"_s).toArray();
    const double rate = second.value(u"success_rate"_s).toDouble();
    QVERIFY(wilson.at(0).toDouble() < rate && rate < wilson.at(1).toDouble());
    const QJsonArray paired = root.value(u"paired"_s).toArray();
    QCOMPARE(paired.size(), 10);
    QCOMPARE(paired.at(0).toObject().keys(), QStringList({u"a"_s, u"b"_s, u"difference"_s, u"interval"_s}));
    QCOMPARE(paired.at(0).toObject().value(u"interval"_s).toArray().size(), 2);
}

void tst_Simulate::printsTheSameOnAnyNumberOfThreads()
{
    QList<QByteArray> printed;
    for (const QString &threads : {u"1"_s, u"2"_s, u"4"_s}) {
        QByteArray out = simulate({u"--json"_s, u"--verifications"_s, u"5000"_s, u"--threads"_s, threads}).out;
        // All but the three fields about the run itself, byte for byte.
        const qsizetype from = out.indexOf("\"threads\"");
        const qsizetype until = out.indexOf("\"workflows\"");
        QVERIFY(from > 0 && until > from);
        QVERIFY(out.mid(from).startsWith(QByteArray("\"threads\":" + threads.toLatin1() + ",")));
        printed.append(out.remove(from, until - from));
    }
    QCOMPARE(printed.at(1), printed.at(0));
    QCOMPARE(printed.at(2), printed.at(0));
}

void tst_Simulate::timingAndPopulationAreTheCallers()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"slow.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"name": "slow", "sms": {"delivered": 1, "delay": {"constant": {"value": 70}}},
                   "entry": {"constant": {"value": 10}}})");
    file.close();
    const auto verified = [&](const QStringList &more) -> QString {
        const Ran ran = simulate(QStringList{u"--json"_s, u"--verifications"_s, u"100"_s, u"--workflows"_s, u"6"_s,
                                             u"--population"_s, file.fileName()}
                                 + more);
        const QJsonObject root = json(ran.out);
        return root.value(u"population"_s).toString() + u' '
            + QString::number(root.value(u"workflows"_s).toArray().at(0).toObject().value(u"verified"_s).toInt());
    };
    QCOMPARE(verified({}), u"slow 100"_s);
    QCOMPARE(verified({u"--pin-expiry"_s, u"60"_s}), u"slow 0"_s);
    // A life that is no multiple of the wait becomes the wait.
    QCOMPARE(verified({u"--pin-expiry"_s, u"100"_s, u"--next-event-wait"_s, u"75"_s}), u"slow 0"_s);
}

void tst_Simulate::printsATableForPeople()
{
    const Ran ran = simulate({u"--verifications"_s, u"1000"_s, u"--workflows"_s, u"1,3"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.startsWith("Simulated, not real: 1,000 users of \"typical\""));
    QVERIFY(ran.out.contains("\n  1 - 3: +"));
    QVERIFY(!ran.out.contains("nan"));
}

void tst_Simulate::ownWorkflowsRunBesideTheStandardOnes()
{
    const QStringList arguments{u"--verifications"_s, u"1000"_s, u"--workflows"_s, u"5,s60+c120,c30+p90"_s};
    const QJsonObject root = json(simulate(arguments + QStringList{u"--json"_s}).out);
    const QJsonArray workflows = root.value(u"workflows"_s).toArray();
    QCOMPARE(workflows.size(), 3);
    QVERIFY(!workflows.at(0).toObject().contains(u"steps"_s));
    QCOMPARE(workflows.at(1).toObject().value(u"workflow_id"_s).toInt(), 8);
    QCOMPARE(workflows.at(1).toObject().value(u"steps"_s).toString(), u"s60+c120+p300"_s);
    QCOMPARE(workflows.at(2).toObject().value(u"workflow_id"_s).toInt(), 9);
    QCOMPARE(root.value(u"paired"_s).toArray().size(), 3);
    const Ran table = simulate(arguments);
    QVERIFY2(table.out.contains("\ns60+c120"), table.out.constData());
}

void tst_Simulate::aMixIsAPopulation()
{
    const QTemporaryDir folder;
    const auto withMix = [&](const QByteArray &text) {
        QFile file(folder.filePath(u"mix.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        file.close();
        return simulate({u"--json"_s, u"--verifications"_s, u"2000"_s, u"--population"_s, file.fileName()});
    };
    const Ran ran = withMix(R"({"name": "Germany", "mix": [{"weight": 8, "population": "landlines"},
                                                           {"weight": 2, "population": "typical"}]})");
    QCOMPARE(ran.code, 0);
    QCOMPARE(json(ran.out).value(u"population"_s).toString(), u"Germany"_s);
    const Ran wrong = withMix(R"({"name": "Germany", "mix": [{"weight": 0, "population": "landlines"}]})");
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.contains("mix[0].weight must"), wrong.err.constData());
}

void tst_Simulate::everyPresetGivesAnAnswerOverAll()
{
    const QStringList arguments{u"--verifications"_s, u"10000"_s, u"--population"_s, u"all"_s};
    const QJsonObject root = json(simulate(arguments + QStringList{u"--json"_s}).out);
    QCOMPARE(root.value(u"population"_s).toString(), u"all"_s);
    QCOMPARE(root.value(u"populations"_s).toArray().size(), 6);
    const QJsonObject first = root.value(u"standings"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"workflow_id"_s).toInt(), 2);
    QCOMPARE(first.value(u"best_or_tied"_s).toInt(), 5);
    QCOMPARE(first.value(u"worst"_s).toObject().value(u"population"_s).toString(), u"landlines"_s);
    const Ran table = simulate(arguments);
    QVERIFY2(table.out.contains("\nUnder these assumptions, 2 is best or tied for 5 of 6 populations.\n"
                                "For landlines it falls 4"),
             table.out.constData());
}

void tst_Simulate::aSweepTellsWhichSettingsNoOtherBeats()
{
    const QStringList arguments{u"--verifications"_s, u"2000"_s,      u"--workflows"_s,       u"2,4"_s, u"--sweep"_s,
                                u"--sweep-waits"_s,   u"60-120:30"_s, u"--sweep-multiples"_s, u"1,3"_s};
    const QJsonObject root = json(simulate(arguments + QStringList{u"--json"_s}).out);
    const QJsonArray settings = root.value(u"settings"_s).toArray();
    QCOMPARE(settings.size(), 2 * (1 + 3 * 2));
    int efficient = 0;
    for (const QJsonValue &each : settings)
        efficient += each.toObject().value(u"efficient"_s).toBool();
    QVERIFY(efficient > 0 && efficient < settings.size());
    QCOMPARE(settings.at(1).toObject().value(u"next_event_wait"_s).toInt(), 60);
    QCOMPARE(settings.at(2).toObject().value(u"pin_expiry"_s).toInt(), 180);
    QVERIFY(simulate(arguments).out.contains("14 settings."));
}

void tst_Simulate::messagesAreWorthWhatTheirLackCosts()
{
    const QStringList arguments{u"--verifications"_s, u"2000"_s, u"--workflows"_s, u"1,6"_s, u"--messages"_s};
    const QJsonObject root = json(simulate(arguments + QStringList{u"--json"_s}).out);
    const QJsonArray messages = root.value(u"messages"_s).toArray();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages.at(1).toObject().value(u"channel"_s).toString(), u"tts"_s);
    QCOMPARE(messages.at(1).toObject().value(u"interval"_s).toArray().size(), 2);
    QVERIFY(messages.at(3).toObject().value(u"difference"_s).toDouble() > 0.5); // the only one
    QVERIFY(simulate(arguments).out.contains("no message"));
}

void tst_Simulate::whatIsWrongIsSaidInOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("workflow") << QStringList{u"--workflows"_s, u"1,8"_s} << QByteArray("--workflows takes");
    QTest::newRow("workflow twice") << QStringList{u"--workflows"_s, u"1,1"_s} << QByteArray("--workflows takes");
    QTest::newRow("own workflow") << QStringList{u"--workflows"_s, u"1,s60+x20"_s} << QByteArray("such as s60+c120");
    QTest::newRow("two experiments") << QStringList{u"--sweep"_s, u"--messages"_s} << QByteArray("two experiments");
    QTest::newRow("sweep over all") << QStringList{u"--sweep"_s, u"--population"_s, u"all"_s}
                                    << QByteArray("one population");
    QTest::newRow("sweep and wait") << QStringList{u"--sweep"_s, u"--next-event-wait"_s, u"60"_s}
                                    << QByteArray("leave out");
    QTest::newRow("sweep waits") << QStringList{u"--sweep"_s, u"--sweep-waits"_s, u"30-60"_s}
                                 << QByteArray("--sweep-waits takes");
    QTest::newRow("sweep multiples") << QStringList{u"--sweep"_s, u"--sweep-multiples"_s, u"5-1"_s}
                                     << QByteArray("--sweep-multiples takes");
    QTest::newRow("no user") << QStringList{u"--verifications"_s, u"0"_s} << QByteArray("--verifications takes");
    QTest::newRow("population") << QStringList{u"--population"_s, u"manual"_s}
                                << QByteArray("There are: all, United States, ");
    QTest::newRow("seed") << QStringList{u"--seed"_s, u"-1"_s} << QByteArray("--seed takes");
    QTest::newRow("threads") << QStringList{u"--threads"_s, u"0"_s} << QByteArray("--threads takes");
    QTest::newRow("wait") << QStringList{u"--next-event-wait"_s, u"59"_s} << QByteArray("from 60 to 900");
    QTest::newRow("expiry") << QStringList{u"--pin-expiry"_s, u"3601"_s} << QByteArray("from 60 to 3600");
    QTest::newRow("unknown") << QStringList{u"--sede"_s} << QByteArray("sede");
}

void tst_Simulate::whatIsWrongIsSaidInOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Ran ran = simulate(arguments);
    QCOMPARE(ran.code, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(said), ran.err.constData());
    QCOMPARE(ran.err.count('\n'), 1);
}

void tst_Simulate::anInterruptKeepsWhatIsThere()
{
    QProcess process;
    process.start(QStringLiteral(PINPATH_PROGRAM),
                  {u"simulate"_s, u"--json"_s, u"--verifications"_s, u"1000000000"_s, u"--threads"_s, u"1"_s});
    QVERIFY(process.waitForStarted(Timeout));
    process.setReadChannel(QProcess::StandardError);
    QVERIFY(process.waitForReadyRead(Timeout)); // how far it is
    QVERIFY(process.readLine().contains("% done"));
    process.terminate(); // as Ctrl+C does
    QVERIFY(process.waitForFinished(Timeout));
    QCOMPARE(process.exitCode(), 1);
    const int done = json(process.readAllStandardOutput()).value(u"verifications"_s).toInt();
    QVERIFY(done > 0 && done < 1'000'000'000);
    QVERIFY(process.readAllStandardError().contains(QByteArray("Interrupted after " + QByteArray::number(done))));
}

PINPATH_TEST(tst_Simulate, "tst_simulate")

} // namespace tst_simulate

#include "tst_simulate.moc"
