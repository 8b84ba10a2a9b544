// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/outcomesofreport.h"
#include "engine/import/reporttime.h"
#include "engine/import/verifyreport.h"
#include "tests/support/reportfile.h"
#include "tests/support/testclass.h"

#include <QBuffer>
#include <QTest>

namespace tst_verifyreport {

using namespace engine;
using namespace Qt::StringLiterals;
using tests::ReportFile;

// "1: a|b", a line for each record; broken ones as "2: why".
QStringList recordsOf(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    QStringList lines;
    for (auto got = reader.next(); got != CsvReader::Got::End; got = reader.next()) {
        QStringList values;
        for (std::size_t i = 0; got == CsvReader::Got::Record && i < reader.size(); ++i)
            values << QString::fromUtf8(reader.value(i).data(), qsizetype(reader.value(i).size()));
        lines << QString::number(reader.line()) + u": "_s
                + (got == CsvReader::Got::Record ? values.join(u'|') : reader.problem());
    }
    return lines;
}

ReportOutcomes counted(ReportFile &file, const ReportChoice &choice = {})
{
    const auto outcomes = countReport(file.path(), choice, [](double) { return true; });
    if (!outcomes)
        qFatal("%s", qPrintable(outcomes.failure().sentence));
    return *outcomes;
}

struct OneRow : ReportRow {
    std::string id; // of its own
    std::string from;
    std::string place;
};

// What the file says of its one row.
OneRow rowOf(const QByteArray &header, const QByteArray &row, QString *problem = nullptr)
{
    ReportFile file;
    file.text() = header + '\n' + row + '\n';
    OneRow read;
    const auto report = VerifyReport::open(file.path());
    if (!report)
        qFatal("%s", qPrintable(report.failure().sentence));
    const auto done = (*report)->read(
        {[&](const ReportRow &each) {
             read = {each, std::string(each.requestId), std::string(each.sender), std::string(each.country)};
         },
         [&](const BadRow &bad) {
             if (problem)
                 *problem = bad.reason;
         },
         [](double) { return true; }});
    if (!done)
        qFatal("%s", qPrintable(done.failure().sentence));
    return read;
}

QString problemOf(const QByteArray &status, const QByteArray &received, const QByteArray &finalized,
                  const QByteArray &country = "GB", const QByteArray &workflow = "1", const QByteArray &price = "")
{
    QString problem;
    rowOf("verify_status,date_received,date_finalized,country,workflow_id,price",
          status + ',' + received + ',' + finalized + ',' + country + ',' + workflow + ',' + price, &problem);
    return problem;
}

class tst_VerifyReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsAreSplitAsTheStandardSays()
    {
        QCOMPARE(recordsOf("a,b\r\n\"c,d\",\"e \"\"f\"\"\"\r\n"), (QStringList{u"1: a|b"_s, u"2: c,d|e \"f\""_s}));
        QCOMPARE(recordsOf("\xEF\xBB\xBF\"a\",b\nc,"), (QStringList{u"1: a|b"_s, u"2: c|"_s}));
        QCOMPARE(recordsOf("a,\"two\nlines\"\n\n  \nb,c\n"), (QStringList{u"1: a|two\nlines"_s, u"5: b|c"_s}));
        QCOMPARE(recordsOf(""), QStringList());
        QCOMPARE(recordsOf("\n\n"), QStringList());
    }

    void aBrokenRecordLosesItsLineOnly()
    {
        QCOMPARE(recordsOf("a,b\n\"c\" x,d\ne,f\n"),
                 (QStringList{u"1: a|b"_s, u"2: a quote stands where none may be"_s, u"3: e|f"_s}));
        QCOMPARE(recordsOf("\"a,b\nc,d\ne,f"),
                 (QStringList{u"1: a quote is never closed"_s, u"2: c|d"_s, u"3: e|f"_s}));
        QByteArray lines = "\"a\n";
        for (int i = 0; i < 40; ++i)
            lines += "b\n";
        QCOMPARE(recordsOf(lines).size(), 41);
        QCOMPARE(recordsOf(lines).last(), u"41: b"_s);
        QCOMPARE(recordsOf("a\rb\nc\n"), (QStringList{u"1: a carriage return stands inside the line"_s, u"2: c"_s}));
    }

    void aHugeLineIsSkippedAndNotKept()
    {
        QCOMPARE(recordsOf("a\n" + QByteArray(3'000'000, 'x') + "\nb\n"),
                 (QStringList{u"1: a"_s, u"2: a line is longer than 64 KiB"_s, u"3: b"_s}));
        QCOMPARE(recordsOf("a\n\"" + QByteArray(3'000'000, 'x')),
                 (QStringList{u"1: a"_s, u"2: a line is longer than 64 KiB"_s}));
    }

    void recordsMayCrossTheReadersChunks()
    {
        QByteArray text;
        for (int i = 0; i < 50'000; ++i)
            text += QByteArray::number(i) + ",\"value, " + QByteArray::number(i) + "\"\n";
        const QStringList records = recordsOf(text);
        QCOMPARE(records.size(), 50'000);
        QCOMPARE(records.last(), u"50000: 49999|value, 49999"_s);
    }

    void bothFormsOfADateAreUtc()
    {
        const auto at = [](const char *text) {
            const auto time = readReportTime(text);
            return time ? QDateTime::fromMSecsSinceEpoch(toMilliseconds(*time), Qt::UTC).toString(Qt::ISODateWithMs)
                        : QString();
        };
        QCOMPARE(at("2019-06-28T15:30:00+0000"), u"2019-06-28T15:30:00.000Z"_s);
        QCOMPARE(at("2019-06-28 15:30:00"), u"2019-06-28T15:30:00.000Z"_s);
        QCOMPARE(at("2024-02-29T23:59:59.250Z"), u"2024-02-29T23:59:59.250Z"_s);
        QCOMPARE(at("2019-06-28T15:30:00+05:30"), u"2019-06-28T10:00:00.000Z"_s);
        QCOMPARE(at("2019-06-28T15:30:00-0100"), u"2019-06-28T16:30:00.000Z"_s);
        for (const char *wrong : {"", "2019", "2019-02-29 00:00:00", "2019-06-28", "28/06/2019 15:30:00",
                                  "2019-06-28T25:00:00", "2019-06-28 15:30:00 x", "2019-06-28T15:30:00+"})
            QCOMPARE(at(wrong), QString());
    }

    void bothSetsOfColumnsAreRead()
    {
        const OneRow today = rowOf("request_id,from,to,country,date_received,date_finalized,verify_status,"
                                   "sms_event_count,tts_event_count,price,workflow_id",
                                   "000102030405060708090a0b0c0d0e0f,Acme,447700900112,GB,2019-06-28T15:30:00+0000,"
                                   "2019-06-28T15:30:17+0000,SUCCESS,2,"
                                   "1,0.05,3");
        QCOMPARE(today.id, std::string("000102030405060708090a0b0c0d0e0f"));
        QCOMPARE(today.ending, Ending::Verified);
        QCOMPARE(today.secondsSeen(), 17);
        QCOMPARE(int(today.workflow), 3);
        QCOMPARE(today.smsCount, 2);
        QCOMPARE(today.callCount, 1);
        QCOMPARE(today.price, Money::fromMilli(50));
        const OneRow older = rowOf("\"Status\",\"date_submitted\",\"date_finalized\",\"country_code\",\"sender_id\"",
                                   "expired,2019-06-28 15:30:00,2019-06-28 15:35:05,IN,Acme");
        QCOMPARE(older.ending, Ending::Expired);
        QCOMPARE(older.secondsSeen(), 305);
        QCOMPARE(older.place, std::string("IN"));
        QCOMPARE(older.from, std::string("Acme"));
        QCOMPARE(older.workflow, UnknownWorkflow);
    }

    void aBadRowSaysWhatIsWrongWithIt()
    {
        const QByteArray at = "2019-06-28 15:30:00";
        QCOMPARE(problemOf("SUCCESS", at, at), QString());
        QCOMPARE(problemOf("DONE", at, at), u"the status \"DONE\" is not known"_s);
        QCOMPARE(problemOf("SUCCESS", "", at), u"it does not tell when the request came"_s);
        QCOMPARE(problemOf("SUCCESS", "yesterday", at), u"the time of the request \"yesterday\" is no date"_s);
        QCOMPARE(problemOf("SUCCESS", at, ""), u"it has ended, but date_finalized is empty"_s);
        QCOMPARE(problemOf("IN PROGRESS", at, ""), QString());
        QCOMPARE(problemOf("EXPIRED", at, "2019-06-28 15:29:59"), u"it ends before it begins"_s);
        QCOMPARE(problemOf("EXPIRED", at, at, "Britain"), u"the country \"Britain\" is not two letters"_s);
        QCOMPARE(problemOf("EXPIRED", at, at, "GB", "x"), u"the workflow_id \"x\" is not a number from 1 to 255"_s);
        QCOMPARE(problemOf("EXPIRED", at, at, "GB", "256"), u"the workflow_id \"256\" is not a number from 1 to 255"_s);
        QCOMPARE(problemOf("EXPIRED", at, at, "GB", "1", "free"), u"the price \"free\" is not an amount"_s);
        QCOMPARE(problemOf("EXPIRED", at, at, "GB", "1", "nan"), u"the price \"nan\" is not an amount"_s);
    }

    void everyRowCountsOnce()
    {
        ReportFile file;
        file.proportion(1, 3, 5).proportion(2, 1, 2, "IN").rows(0, "SUCCESS", 4).line("bad");
        const ReportOutcomes all = counted(file);
        QCOMPARE(all.rows, 12);
        QCOMPARE(all.badRows.count, 1);
        QCOMPARE(all.badRows.first.front().line, 13);
        QCOMPARE(all.withoutWorkflow, 4);
        QCOMPARE(all.outcomes.all().at(1).count(Ending::Verified), 3);
        QCOMPARE(all.outcomes.all().at(1).finished(), 5);
        QCOMPARE(all.outcomes.all().at(1).cost(), Money::fromMilli(250));
        QVERIFY(all.outcomes.isCostKnown);
        const ReportOutcomes india = counted(file, {{"IN"}, *WorkflowRules::parse(u"7"_s)});
        QCOMPARE(india.outcomes.all().size(), std::size_t(1));
        QCOMPARE(counted(file, {{}, *WorkflowRules::parse(u"7"_s)}).outcomes.all().at(7).requests(), 4);
    }

    void aWorkflowIsStatedByTheFirstRuleThatFits()
    {
        const auto stated = [](const QString &text, const ReportRow &row) {
            const auto rules = WorkflowRules::parse(text);
            return rules ? int(rules->workflowOf(row)) : -1;
        };
        ReportRow row;
        row.country = "IN";
        row.sender = "Acme";
        row.receivedAt = *readReportTime("2026-01-31 23:59:59");
        QCOMPARE(stated(u"4"_s, row), 4);
        QCOMPARE(stated(u"GB:2, IN:3, 1"_s, row), 3);
        QCOMPARE(stated(u"GB:2,1"_s, row), 1);
        QCOMPARE(stated(u"GB:2"_s, row), int(UnknownWorkflow));
        QCOMPARE(stated(u"Acme:5,IN:3"_s, row), 5);
        QCOMPARE(stated(u"2026-01-01..2026-01-31:6"_s, row), 6);
        QCOMPARE(stated(u"2026-01-01..2026-01-30:6"_s, row), int(UnknownWorkflow));
        row.workflow = 2; // the file knows better
        QCOMPARE(stated(u"4"_s, row), 2);
        for (const QString &wrong :
             {u""_s, u"0"_s, u"256"_s, u":3"_s, u"IN:"_s, u"IN"_s, u"2026-02-01..2026-01-01:1"_s, u"1,,2"_s})
            QCOMPARE(stated(wrong, row), -1);
    }

    void pricesInTwoCurrenciesAreNoCost()
    {
        ReportFile file;
        file.rows(1, "SUCCESS", 1);
        file.text() += file.text().mid(file.text().indexOf('\n') + 1).replace("EUR", "USD");
        QVERIFY(!counted(file).outcomes.isCostKnown);
    }

    void manyBadRowsAreCountedAndTheFirstKept()
    {
        ReportFile file;
        for (int i = 0; i < 500; ++i)
            file.line("bad");
        QCOMPARE(counted(file).badRows.count, 500);
        QCOMPARE(counted(file).badRows.first.size(), BadRows::MostKept);
    }

    void readingTellsHowFarItIsAndCanBeEnded()
    {
        ReportFile file;
        file.rows(1, "SUCCESS", 30'000);
        std::vector<double> parts;
        const auto whole = countReport(file.path(), {}, [&](double part) {
            parts.push_back(part);
            return true;
        });
        QVERIFY(whole && whole->isWhole);
        QVERIFY(parts.size() >= 2 && parts.front() > 0 && parts.front() < parts.back() && parts.back() <= 1);
        const auto ended = countReport(file.path(), {}, [](double) { return false; });
        QVERIFY(ended && !ended->isWhole && ended->rows < 30'000);
    }
};

PINPATH_TEST(tst_VerifyReport, "tst_verifyreport")

} // namespace tst_verifyreport

#include "tst_verifyreport.moc"
