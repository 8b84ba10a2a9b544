// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/reportfile.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

namespace tst_comparecommand {

using namespace Qt::StringLiterals;
using tests::Ran;
using tests::ReportFile;

Ran compare(const QStringList &arguments)
{
    return tests::runPinpath(QStringList{u"compare"_s} + arguments);
}

QJsonObject compared(ReportFile &file, const QStringList &more = {})
{
    const Ran ran = compare(QStringList{u"--json"_s, u"--csv"_s, file.path()} + more);
    if (ran.code != 0)
        qWarning("%d %s", ran.code, ran.err.constData());
    return QJsonDocument::fromJson(ran.out).object();
}

// "workflows.0.wilson.1"
QJsonValue at(const QJsonObject &root, const QString &path)
{
    QJsonValue value = root;
    for (const QString &part : path.split(u'.')) {
        bool isIndex = false;
        const int index = part.toInt(&isIndex);
        value = isIndex ? value.toArray().at(index) : value.toObject().value(part);
    }
    return value;
}

QJsonObject pairOf(const QJsonObject &root, int a, int b, const QString &of = u"pairs"_s)
{
    for (const QJsonValue &pair : at(root, of).toArray()) {
        if (pair.toObject().value(u"a"_s).toInt() == a && pair.toObject().value(u"b"_s).toInt() == b)
            return pair.toObject();
    }
    return {};
}

// The number there is the reference's, to the digits that it gives.
void isReference(const QJsonObject &root, const QString &path, double reference, double lastDigit = 1e-7)
{
    const QJsonValue value = at(root, path);
    const bool isIt = value.isDouble() && std::abs(value.toDouble() - reference) <= 0.51 * lastDigit;
    QVERIFY2(isIt, qPrintable(path + u" is "_s + QString::number(value.toDouble(), 'g', 12)));
}

QStringList sorted(QStringList keys)
{
    keys.sort();
    return keys;
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString verdictOf(const QJsonObject &root)
{
    return root.value(u"verdict"_s).toString();
}

// `pinpath compare --csv`: what the reference, statistics.md, gives, and what becomes of odd files.
class tst_CompareCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theObjectHasThePromisedShape()
    {
        ReportFile file;
        file.proportion(1, 40, 50).proportion(2, 30, 50, "IN");
        const QJsonObject root = compared(file);
        QCOMPARE(root.keys(),
                 sorted({u"workflows"_s, u"omnibus"_s, u"pairs"_s, u"stratified"_s, u"markets"_s, u"verdict"_s,
                         u"methods"_s}));
        QCOMPARE(at(root, u"workflows.0"_s).toObject().keys(),
                 sorted({u"workflow_id"_s, u"requests"_s, u"verified"_s, u"expired"_s, u"failed"_s, u"cancelled"_s,
                         u"in_progress"_s, u"success_rate"_s, u"wilson"_s, u"jeffreys"_s, u"clopper_pearson"_s,
                         u"confidence_sequence"_s, u"median_time_to_verify"_s, u"cost_per_success"_s, u"kaplan_meier"_s,
                         u"cumulative_incidence"_s}));
        QCOMPARE(at(root, u"workflows.0.kaplan_meier.0"_s).toObject().keys(),
                 sorted({u"t"_s, u"survival"_s, u"standard_error"_s, u"lower"_s, u"upper"_s}));
        QCOMPARE(at(root, u"workflows.0.cumulative_incidence"_s).toObject().keys(),
                 sorted({u"verified"_s, u"expired"_s, u"failed"_s, u"cancelled"_s}));
        QCOMPARE(at(root, u"omnibus"_s).toObject().keys(), sorted({u"chi_square"_s, u"df"_s, u"p"_s}));
        QCOMPARE(
            at(root, u"pairs.0"_s).toObject().keys(),
            sorted({u"a"_s, u"b"_s, u"difference"_s, u"newcombe"_s, u"fisher_p"_s, u"fisher_p_holm"_s, u"log_rank"_s}));
        QCOMPARE(at(root, u"markets.0"_s).toObject().keys(), sorted({u"country"_s, u"answer"_s, u"leader"_s, u"n"_s}));
        QVERIFY(root.value(u"stratified"_s).isNull());
        QCOMPARE(at(root, u"workflows.0.requests"_s).toInt(), 50);
        QCOMPARE(at(root, u"workflows.0.median_time_to_verify"_s).toDouble(), 10.0);
        isReference(root, u"workflows.0.cost_per_success"_s, 50 * 0.05 / 40, 1e-12);
        QCOMPARE(at(root, u"markets.0.n"_s).toInt(), 50);
    }

    void intervalsOfARateAreTheReferences()
    {
        ReportFile file;
        file.proportion(1, 81, 263)
            .proportion(2, 15, 148)
            .proportion(3, 0, 20)
            .proportion(4, 18, 20)
            .proportion(5, 100, 200);
        const QJsonObject root = compared(file);
        const auto isInterval = [&](int workflow, const char *method, double low, double high) {
            const QString path = u"workflows.%1.%2."_s.arg(workflow - 1).arg(QLatin1StringView(method));
            isReference(root, path + u'0', low);
            isReference(root, path + u'1', high);
        };
        isInterval(1, "wilson", .2552885, .3662096);
        isInterval(1, "clopper_pearson", .2527367, .3676219);
        isInterval(1, "jeffreys", .2545219, .3656475);
        isInterval(2, "wilson", .0623864, .1604872);
        isInterval(2, "clopper_pearson", .0578440, .1616505);
        isInterval(2, "jeffreys", .0604485, .1576431);
        isInterval(3, "wilson", 0, .1611252);
        isInterval(3, "clopper_pearson", 0, .1684335);
        isInterval(3, "jeffreys", .0000242, .1166390);
        isInterval(4, "wilson", .6989664, .9721335);
        isInterval(4, "clopper_pearson", .6830173, .9876515);
        isInterval(4, "jeffreys", .7161467, .9786275);
        isInterval(5, "wilson", .4313609, .5686391);
        isInterval(5, "clopper_pearson", .4286584, .5713416);
        isInterval(5, "jeffreys", .4311217, .5688783);
    }

    void differencesAreTheReferences()
    {
        ReportFile file;
        file.proportion(1, 56, 70).proportion(2, 48, 80).proportion(3, 9, 10).proportion(4, 3, 10);
        file.proportion(5, 10, 10).proportion(6, 0, 20).proportion(7, 7, 34).proportion(8, 1, 34);
        const QJsonObject root = compared(file);
        const auto isDifference = [&](int a, int b, double low, double high) {
            isReference(pairOf(root, a, b), u"newcombe.0"_s, low);
            isReference(pairOf(root, a, b), u"newcombe.1"_s, high);
        };
        isDifference(1, 2, .0524315, .3338727);
        isDifference(3, 4, .1705227, .8090180);
        isDifference(5, 6, .6790860, 1);
        isDifference(7, 8, .0189214, .3403687);
        QCOMPARE(root.value(u"pairs"_s).toArray().size(), 28);
    }

    void testsOfRatesAreTheReferences()
    {
        ReportFile fisher;
        fisher.proportion(1, 2, 9).proportion(2, 8, 10).proportion(3, 7, 19).proportion(4, 8, 11);
        fisher.proportion(5, 100, 102).proportion(6, 1000, 1005);
        const QJsonObject root = compared(fisher);
        isReference(pairOf(root, 1, 2), u"fisher_p"_s, .0230141376, 1e-10);
        isReference(pairOf(root, 3, 4), u"fisher_p"_s, .1281359320, 1e-10);
        isReference(pairOf(root, 5, 6), u"fisher_p"_s, .1300759363, 1e-10);
        double least = 1;
        for (const QJsonValue &pair : root.value(u"pairs"_s).toArray())
            least = std::min(least, pair.toObject().value(u"fisher_p"_s).toDouble());
        for (const QJsonValue &pair : root.value(u"pairs"_s).toArray()) {
            const double p = pair.toObject().value(u"fisher_p"_s).toDouble();
            const double adjusted = pair.toObject().value(u"fisher_p_holm"_s).toDouble();
            QVERIFY(p <= adjusted && adjusted <= std::min(1.0, 15 * p) + 1e-15);
            if (p == least) // Holm's first step is the whole family, of 15 pairs
                isReference(pair.toObject(), u"fisher_p_holm"_s, 15 * p, 1e-15);
        }

        ReportFile four;
        four.proportion(1, 83, 86).proportion(2, 90, 93).proportion(3, 129, 136).proportion(4, 70, 82);
        const QJsonObject omnibus = compared(four);
        isReference(omnibus, u"omnibus.chi_square"_s, 12.60041130, 1e-8);
        isReference(omnibus, u"omnibus.p"_s, .00558548, 1e-8);
        QCOMPARE(at(omnibus, u"omnibus.df"_s).toInt(), 3);
    }

    void theStratifiedComparisonIsTheReference()
    {
        ReportFile file; // UC Berkeley 1973: admitted of those who applied, by department; men are 1
        file.proportion(1, 512, 825, "AA").proportion(2, 89, 108, "AA");
        file.proportion(1, 353, 560, "BB").proportion(2, 17, 25, "BB");
        file.proportion(1, 120, 325, "CC").proportion(2, 202, 593, "CC");
        file.proportion(1, 138, 417, "DD").proportion(2, 131, 375, "DD");
        file.proportion(1, 53, 191, "EE").proportion(2, 94, 393, "EE");
        file.proportion(1, 22, 373, "FF").proportion(2, 24, 341, "FF");
        const QJsonObject root = compared(file, {u"--stratify-by"_s, u"country"_s});
        QCOMPARE(at(root, u"stratified.by"_s).toString(), u"country"_s);
        const QJsonObject pair = pairOf(root, 1, 2, u"stratified.pairs"_s);
        isReference(pair, u"odds_ratio"_s, 1.8410800);
        isReference(pair, u"cmh_odds_ratio"_s, .9046968);
        isReference(pair, u"interval.0"_s, .7719074);
        isReference(pair, u"interval.1"_s, 1.0603298);
        isReference(pair, u"cmh_chi_square"_s, 1.4269462);
        isReference(pair, u"cmh_p"_s, .2322635);
        isReference(pair, u"woolf_chi_square"_s, 17.9017125);
        isReference(pair, u"woolf_p"_s, .0030721);
        QCOMPARE(pair.value(u"reverses"_s).toBool(), true);
    }

    void survivalIsTheReference()
    {
        ReportFile file; // R's `aml`, weeks as seconds; the maintained are 1
        for (const int t : {9, 13, 18, 23, 31, 34, 48})
            file.rows(1, "SUCCESS", 1, t);
        for (const int t : {13, 28, 45, 161})
            file.rows(1, "EXPIRED", 1, t);
        for (const int t : {5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45})
            file.rows(2, "SUCCESS", 1, t);
        file.rows(2, "FAILED", 1, 16);
        const QJsonObject root = compared(file);
        const std::vector<std::array<double, 3>> reference{
            {9, .9090909, .0866784},  {13, .8181818, .1162913}, {18, .7159091, .1396650}, {23, .6136364, .1526323},
            {31, .4909091, .1641933}, {34, .3681818, .1626689}, {48, .1840909, .1534927}};
        QCOMPARE(at(root, u"workflows.0.kaplan_meier"_s).toArray().size(), qsizetype(reference.size()));
        for (std::size_t i = 0; i < reference.size(); ++i) {
            const QString point = u"workflows.0.kaplan_meier.%1."_s.arg(i);
            QCOMPARE(at(root, point + u't').toDouble(), reference[i][0]);
            isReference(root, point + u"survival"_s, reference[i][1]);
            isReference(root, point + u"standard_error"_s, reference[i][2]);
        }
        isReference(root, u"workflows.0.kaplan_meier.0.lower"_s, .50808, 1e-5);
        isReference(root, u"workflows.0.kaplan_meier.0.upper"_s, .98667, 1e-5);
        isReference(root, u"pairs.0.log_rank.chi_square"_s, 3.3963887);
        isReference(root, u"pairs.0.log_rank.p"_s, .0653393);
    }

    void incidenceIsTheReference()
    {
        ReportFile file; // verified is cause 1, expired cause 2
        file.rows(1, "IN PROGRESS", 1, 1)
            .rows(1, "SUCCESS", 1, 2)
            .rows(1, "IN PROGRESS", 1, 2)
            .rows(1, "EXPIRED", 1, 3);
        file.rows(1, "IN PROGRESS", 1, 3)
            .rows(1, "EXPIRED", 1, 3)
            .rows(1, "IN PROGRESS", 1, 5)
            .rows(1, "EXPIRED", 1, 6);
        const QJsonObject root = compared(file);
        const std::vector<std::array<double, 3>> reference{{2, 1 / 7., 0}, {3, 1 / 7., 12 / 35.}, {6, 1 / 7., 6 / 7.}};
        for (std::size_t i = 0; i < reference.size(); ++i) {
            const QString path = u"workflows.0.cumulative_incidence.%1.%2."_s;
            QCOMPARE(at(root, path.arg(u"verified"_s).arg(i) + u't').toDouble(), reference[i][0]);
            isReference(root, path.arg(u"verified"_s).arg(i) + u'p', reference[i][1], 1e-14);
            isReference(root, path.arg(u"expired"_s).arg(i) + u'p', reference[i][2], 1e-14);
        }
        QCOMPARE(at(root, u"workflows.0.in_progress"_s).toInt(), 4);
        QCOMPARE(at(root, u"workflows.0.requests"_s).toInt(), 8);
    }

    void theConfidenceSequenceIsTheReference()
    {
        ReportFile file;
        file.proportion(1, 700, 1000);
        const QJsonObject root = compared(file);
        isReference(root, u"workflows.0.confidence_sequence.0"_s, .651629, 2e-6); // which is cut off, not rounded
        isReference(root, u"workflows.0.confidence_sequence.1"_s, .745949, 1e-6);
    }

    void theVerdictLeadsAndNamesTheWinner()
    {
        ReportFile file;
        file.proportion(1, 700, 1000).proportion(2, 850, 1000);
        QCOMPARE(verdictOf(compared(file)),
                 u"Workflow 2 verifies most users: 15.0 points more than workflow 1, between 11.4 and 18.6. Verified: "
                 "85.0 % of 1,000 with workflow 2; 70.0 % of 1,000 with workflow 1. EUR 58.8 per 1,000 verified users, "
                 "12.6 less than 1. Half of all requests verified within 10 s, as with 1."_s);
        const Ran ran = compare({u"--csv"_s, file.path(), u"--country"_s, u"gb"_s});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.startsWith("Workflow 2 verifies most users in the United Kingdom: "), ran.out.constData());
        QVERIFY(ran.out.contains("2 - 1: +15.00 points"));
        QVERIFY(!ran.out.contains("nan"));
    }

    void noWinnerIsSaidSo()
    {
        ReportFile same;
        same.proportion(1, 8000, 10'000).proportion(2, 8010, 10'000);
        QCOMPARE(
            verdictOf(compared(same)),
            u"No difference that matters: 2 and 1 are within 2 points. EUR 62.4 (2) to 62.5 (1) per 1,000 verified "
            "users. Half of all requests verified within 10 s with each."_s);
        ReportFile undecided;
        undecided.proportion(1, 80, 100).proportion(2, 82, 100);
        const QString verdict = verdictOf(compared(undecided));
        QVERIFY2(verdict.startsWith(u"Cannot tell yet: 2 or 1. 100 of about "_s), qPrintable(verdict));
    }

    void theOrderThatTurnsChangesTheHeadline()
    {
        ReportFile file; // 2 is better in each country, but serves the harder one
        file.proportion(1, 900, 1000, "GB").proportion(2, 96, 100, "GB");
        file.proportion(1, 30, 100, "IN").proportion(2, 450, 1000, "IN");
        const QJsonObject root = compared(file, {u"--stratify-by"_s, u"country"_s});
        QVERIFY2(verdictOf(root).startsWith(
                     u"Compare per country: workflow 1 leads over all, but workflow 2 leads in India"_s),
                 qPrintable(verdictOf(root)));
        QCOMPARE(at(root, u"stratified.pairs.0.reverses"_s).toBool(), true);
        QCOMPARE(at(root, u"markets.0.country"_s).toString(), u"GB"_s);
        QCOMPARE(at(root, u"markets.1.leader"_s).toInt(), 2);
        const QJsonObject india = compared(file, {u"--country"_s, u"IN"_s});
        QCOMPARE(at(india, u"workflows.1.requests"_s).toInt(), 1000);
        QCOMPARE(india.value(u"markets"_s).toArray().size(), 1);
    }

    void oneWorkflowAloneIsNoComparison()
    {
        ReportFile file;
        file.proportion(3, 40, 50);
        const QJsonObject root = compared(file);
        QVERIFY(verdictOf(root).startsWith(u"Only workflow 3 has data: 80 %."_s));
        QCOMPARE(at(root, u"omnibus.df"_s).toInt(), 0);
        QVERIFY(at(root, u"omnibus.p"_s).isNull());
        QCOMPARE(root.value(u"pairs"_s).toArray().size(), 0);
    }

    void threeVerificationsAreTooFew()
    {
        ReportFile file;
        file.proportion(1, 2, 3);
        QVERIFY(verdictOf(compared(file)).startsWith(u"Too few to compare: 3 requests have ended."_s));
    }

    void aReportWithoutRowsComparesNothing()
    {
        ReportFile file;
        const Ran ran = compare({u"--json"_s, u"--csv"_s, file.path()});
        QCOMPARE(ran.code, 0);
        const QJsonObject root = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(root.value(u"workflows"_s).toArray().size(), 0);
        QCOMPARE(verdictOf(root), u"No requests here yet."_s);
    }

    void whatNeverFinishedStaysOutOfTests()
    {
        ReportFile file;
        file.proportion(1, 40, 50).proportion(2, 30, 50).rows(4, "IN PROGRESS", 7);
        const QJsonObject root = compared(file);
        QCOMPARE(root.value(u"workflows"_s).toArray().size(), 3);
        QVERIFY(at(root, u"workflows.2.success_rate"_s).isNull());
        QVERIFY(at(root, u"workflows.2.wilson"_s).isNull());
        QVERIFY(at(root, u"workflows.2.cost_per_success"_s).isNull());
        QCOMPARE(at(root, u"omnibus.df"_s).toInt(), 1);
        QCOMPARE(root.value(u"pairs"_s).toArray().size(), 1);
    }

    void aWorkflowIsStatedOrStaysUnknown()
    {
        ReportFile file(false);
        file.proportion(0, 40, 50);
        const Ran unknown = compare({u"--json"_s, u"--csv"_s, file.path()});
        QCOMPARE(unknown.code, 0);
        QVERIFY(unknown.err.contains("50 requests are left out, since nobody knows their workflow."));
        const QJsonObject root = QJsonDocument::fromJson(unknown.out).object();
        QCOMPARE(root.value(u"workflows"_s).toArray().size(), 0);
        QCOMPARE(at(root, u"methods.requests_without_workflow"_s).toInt(), 50);
        const QJsonObject stated = compared(file, {u"--workflow"_s, u"4"_s});
        QCOMPARE(at(stated, u"workflows.0.workflow_id"_s).toInt(), 4);
        QCOMPARE(at(stated, u"workflows.0.verified"_s).toInt(), 40);
    }

    void aRuleThatGetsNoRowIsRefused()
    {
        ReportFile file(false);
        file.proportion(0, 40, 50);
        const QTemporaryDir folder;
        const QString store = u"sqlite:"_s + folder.filePath(u"store.db"_s);
        for (const QStringList &command : {QStringList{u"compare"_s, u"--csv"_s, file.path()},
                                           QStringList{u"import"_s, file.path(), u"--store"_s, store}}) {
            const Ran ran = tests::runPinpath(command + QStringList{u"--workflow"_s, u"March 1-15: 1, 2"_s});
            QCOMPARE(ran.code, 2);
            QVERIFY2(ran.err.contains("The rule \"March 1-15: 1\" gets no row: "), ran.err.constData());
        }
        QVERIFY(!QFile::exists(folder.filePath(u"store.db"_s)));
        const Ran ran = tests::runPinpath({u"import"_s, file.path(), u"--store"_s, store, u"--workflow"_s,
                                           u"2026-03-01: 1, 2026-03-01..2026-03-15: 2"_s});
        QCOMPARE(ran.code, 2);
        const Ran right
            = tests::runPinpath({u"import"_s, file.path(), u"--store"_s, store, u"--workflow"_s, u"2026-03-01: 1"_s});
        QCOMPARE(right.out, QByteArray("50 of 50 rows imported.\nEnded rows by workflow: 1 gets 50.\n"));
    }

    void aWorkflowStatedWronglyIsPutRightByImportingAgain()
    {
        ReportFile file(false);
        file.proportion(0, 40, 50);
        const QTemporaryDir folder;
        const QString store = u"sqlite:"_s + folder.filePath(u"store.db"_s);
        const QStringList import{u"import"_s, file.path(), u"--store"_s, store, u"--workflow"_s};
        QCOMPARE(tests::runPinpath(import + QStringList{u"2"_s}).code, 0);
        QCOMPARE(tests::runPinpath(import + QStringList{u"4"_s}).out,
                 QByteArray("50 rows put right: their workflow was another.\n"
                            "Ended rows by workflow: 4 gets 50.\n"));
        const Ran ran = compare({u"--json"_s, u"--store"_s, store});
        const QJsonObject root = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(at(root, u"workflows"_s).toArray().size(), 1);
        QCOMPARE(at(root, u"workflows.0.workflow_id"_s).toInt(), 4);
        QCOMPARE(at(root, u"workflows.0.verified"_s).toInt(), 40);
        QCOMPARE(tests::runPinpath({u"import"_s, file.path(), u"--store"_s, store}).out,
                 QByteArray("50 rows taken out of comparisons.\n"));
        const Ran wrong = compare({u"--store"_s, store, u"--experiment"_s, u"a/1"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("the store knows no experiment \"a/1\""), wrong.err.constData());
    }

    void badRowsAreListedAndTheRestCounts()
    {
        ReportFile file;
        file.proportion(1, 40, 50).line("one,value").rows(1, "GONE", 1).proportion(2, 1, 2);
        const Ran ran = compare({u"--json"_s, u"--csv"_s, file.path()});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.err.contains("line 52: it has 2 values, the first line names 22 columns\n"), ran.err.constData());
        QVERIFY(ran.err.contains("line 53: the status \"GONE\" is not known\n"));
        QVERIFY(ran.err.contains("2 of 54 rows could not be read, the rest were."));
        QCOMPARE(at(QJsonDocument::fromJson(ran.out).object(), u"workflows.1.requests"_s).toInt(), 2);
    }

    void anImportedReportComparesTheSame()
    {
        ReportFile file;
        file.proportion(1, 60, 80).proportion(2, 70, 80, "IN").rows(2, "FAILED", 5, 40).rows(3, "CANCELLED", 2, 31);
        const QTemporaryDir folder;
        const QString store = u"sqlite:"_s + folder.filePath(u"store.db"_s);
        const Ran imported = tests::runPinpath({u"import"_s, file.path(), u"--store"_s, store});
        QCOMPARE(imported.code, 0);
        QCOMPARE(imported.out, QByteArray("167 of 167 rows imported.\n"));
        QJsonObject ofFile = compared(file, {u"--stratify-by"_s, u"country"_s});
        const Ran ran = compare({u"--json"_s, u"--store"_s, store, u"--stratify-by"_s, u"country"_s});
        QCOMPARE(ran.code, 0);
        QJsonObject ofStore = QJsonDocument::fromJson(ran.out).object();
        ofFile.remove(u"methods"_s); // which count rows
        ofStore.remove(u"methods"_s);
        QCOMPARE(ofStore, ofFile);
    }

    void beforeAndAfterAreNoExperiment()
    {
        ReportFile file;
        file.proportion(1, 700, 1000);
        file.text().replace("2026-03-01T", "2026-02-15T");
        file.proportion(2, 850, 1000);
        const Ran ran = compare({u"--csv"_s, file.path()});
        QVERIFY2(ran.out.contains("Workflow 1 ran until 15 February"), ran.out.constData());
        QVERIFY(ran.out.contains(": what else changed then is in the difference.\n"));
        const QTemporaryDir folder;
        const QString report = folder.filePath(u"report.html"_s);
        compare({u"--csv"_s, file.path(), u"--report"_s, report});
        QVERIFY(read(report).contains(u"what else changed then is in the difference"_s));
        QVERIFY(!read(report).contains(u"at random"_s));
    }

    void theReportIsAFileForOthers()
    {
        ReportFile file;
        file.proportion(1, 700, 1000)
            .proportion(2, 850, 1000)
            .proportion(1, 70, 100, "IN")
            .proportion(2, 60, 100, "IN");
        const QTemporaryDir folder;
        const QString report = folder.filePath(u"report.html"_s);
        const Ran ran = compare({u"--json"_s, u"--csv"_s, file.path(), u"--report"_s, report});
        QCOMPARE(ran.code, 0);
        const QString html = read(report);
        const QJsonObject root = QJsonDocument::fromJson(ran.out).object();
        const auto heading = [](const QString &text) {
            return text.section(u"<h1>"_s, 2, 2).section(u"</h1>"_s, 0, 0).replace(QChar(0x00A0), u' ');
        };
        QVERIFY2(verdictOf(root).startsWith(heading(html)), qPrintable(heading(html)));
        QCOMPARE(html.count(u"<section "_s), 3); // all of them, and two countries
        QVERIFY(html.contains(u"from report.csv, as of "_s));
        QVERIFY(html.contains(u"complete and looked at once"_s));
        QVERIFY(html.contains(u"As the imported report has it."_s));
        QVERIFY(html.contains(u"Half of all requests verified within 10"_s));

        // The same of one country from a store, whose requests are the same.
        const QString store = u"sqlite:"_s + folder.filePath(u"store.db"_s);
        QCOMPARE(tests::runPinpath({u"import"_s, file.path(), u"--store"_s, store}).code, 0);
        const auto ofIndia = [&](const QStringList &source) {
            compare(source + QStringList{u"--country"_s, u"in"_s, u"--report"_s, report});
            return read(report)
                .section(u"<body>"_s, 1)
                .section(u"<p class=\"made\">"_s, 0, 0)
                .replace(QChar(0x00A0), u' ');
        };
        const QString india = ofIndia({u"--csv"_s, file.path()});
        QVERIFY2(india.contains(u"India"_s), qPrintable(india.left(2000)));
        QCOMPARE(ofIndia({u"--store"_s, store}), india);
    }

    void aReportThatCannotBeWrittenIsSaidSo()
    {
        ReportFile file;
        file.proportion(1, 7, 10);
        const Ran ran = compare({u"--csv"_s, file.path(), u"--report"_s, u"/nowhere/report.html"_s});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.startsWith("The report cannot be written into /nowhere/report.html: "), ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
        const Ran same = compare({u"--csv"_s, file.path(), u"--report"_s, file.path()});
        QCOMPARE(same.code, 2);
        QVERIFY(same.err.contains("would overwrite"));
        QVERIFY(read(file.path()).startsWith(u"account_id"_s));
    }

    void theSameReportIsImportedOnce()
    {
        ReportFile file;
        file.proportion(1, 60, 80).rows(1, "IN PROGRESS", 3).line("bad");
        const QTemporaryDir folder;
        const QString store = u"sqlite:"_s + folder.filePath(u"store.db"_s);
        QCOMPARE(tests::runPinpath({u"import"_s, file.path(), u"--store"_s, store}).out,
                 QByteArray("80 of 84 rows imported; 3 had not ended and were left out; 1 could not be read.\n"));
        const Ran again = tests::runPinpath({u"import"_s, file.path(), u"--store"_s, store});
        QVERIFY(again.out.startsWith("0 of 84 rows imported; 80 were in the store already"));
        QVERIFY(again.err.contains("line 85: it has 1 values"));
    }

    void whatCannotBeImportedIsRefused()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"store.db"_s); // a path is as good as sqlite:PATH
        QCOMPARE(tests::runPinpath({u"import"_s, u"--store"_s, store}).code, 2);
        QCOMPARE(tests::runPinpath({u"import"_s, u"x"_s, u"--numbers"_s, u"sold"_s}).code, 2);
        ReportFile file;
        file.text() = "a,b\n";
        QCOMPARE(tests::runPinpath({u"import"_s, file.path(), u"--store"_s, store}).code, 1);
        QVERIFY(!QFile::exists(folder.filePath(u"store.db"_s)));
    }

    void whatIsNoReportIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("empty") << QByteArray() << QByteArray("is empty");
        QTest::newRow("another table") << QByteArray("name,colour\nx,red\n")
                                       << QByteArray("does not name date_received (or date_submitted), date_finalized, "
                                                     "verify_status (or status)");
        QTest::newRow("one column missing") << QByteArray("date_received,status\n") << QByteArray("date_finalized.");
        QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\"", 12) << QByteArray("is no verify report");
    }

    void whatIsNoReportIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        ReportFile file;
        file.text() = text;
        const Ran ran = compare({u"--csv"_s, file.path()});
        QCOMPARE(ran.code, 1);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY2(ran.err.contains(said), ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void whatIsWrongIsSaidInOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("nothing") << QStringList() << 2 << QByteArray("either --store URL or --csv FILE");
        QTest::newRow("both") << QStringList{u"--csv"_s, u"x"_s, u"--store"_s, u"sqlite:y"_s} << 2
                              << QByteArray("either");
        QTest::newRow("no file") << QStringList{u"--csv"_s, u"/nowhere/x.csv"_s} << 1 << QByteArray("cannot be read");
        QTest::newRow("no store") << QStringList{u"--store"_s, u"sqlite:/nowhere/x.db"_s} << 1
                                  << QByteArray("There is no store");
        QTest::newRow("country") << QStringList{u"--csv"_s, u"x"_s, u"--country"_s, u"GBR"_s} << 2
                                 << QByteArray("--country takes");
        QTest::newRow("stratum") << QStringList{u"--csv"_s, u"x"_s, u"--stratify-by"_s, u"network"_s} << 2
                                 << QByteArray("--stratify-by takes country");
        QTest::newRow("margin") << QStringList{u"--csv"_s, u"x"_s, u"--margin"_s, u"-1"_s} << 2
                                << QByteArray("--margin takes");
        QTest::newRow("workflow") << QStringList{u"--csv"_s, u"x"_s, u"--workflow"_s, u"0"_s} << 2
                                  << QByteArray("--workflow: \"0\" is no rule");
        QTest::newRow("experiment of a report")
            << QStringList{u"--csv"_s, u"x"_s, u"--experiment"_s, u"a/1"_s} << 2 << QByteArray("a report tells of no");
        QTest::newRow("workflow of a store")
            << QStringList{u"--store"_s, u"sqlite:x"_s, u"--workflow"_s, u"1"_s} << 2 << QByteArray("a store knows");
    }

    void whatIsWrongIsSaidInOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        const Ran ran = compare(arguments);
        QCOMPARE(ran.code, code);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY2(ran.err.contains(said), ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void aHundredThousandRowsAreCounted()
    {
        ReportFile file;
        for (int workflow = 1; workflow <= 5; ++workflow)
            file.proportion(workflow, 16'000 - 500 * workflow, 20'000, workflow % 2 ? "GB" : "IN");
        const QJsonObject root = compared(file);
        QCOMPARE(at(root, u"methods.rows"_s).toInt(), 100'000);
        QCOMPARE(at(root, u"workflows.4.verified"_s).toInt(), 13'500);
        QVERIFY(pairOf(root, 1, 5).value(u"fisher_p"_s).toDouble() < 1e-10);
    }

    // A pipe never comes to its end, so that the command is sure to be still reading.
    void anInterruptEndsItWithoutAnAnswer()
    {
        ReportFile file;
        file.rows(1, "SUCCESS", 20'000);
        const QByteArray rows = file.text();
        QProcess process;
        process.start(QStringLiteral(PINPATH_PROGRAM), {u"compare"_s, u"--csv"_s, u"/dev/stdin"_s});
        QVERIFY(process.waitForStarted(tests::ProgramTimeout));
        process.write(rows);
        while (process.bytesToWrite() > 0) // a pipe holds a part of it only, so it is being read
            QVERIFY(process.waitForBytesWritten(tests::ProgramTimeout));
        process.terminate();
        for (int i = 0; i < 1000 && process.state() == QProcess::Running; ++i) {
            process.write(rows.mid(rows.indexOf('\n') + 1));
            process.waitForBytesWritten(100);
            process.waitForFinished(10);
        }
        process.closeWriteChannel();
        QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(tests::ProgramTimeout));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QVERIFY(process.readAllStandardError().contains("Interrupted; nothing was compared."));
    }
};

PINPATH_TEST(tst_CompareCommand, "tst_comparecommand")

} // namespace tst_comparecommand

#include "tst_comparecommand.moc"
