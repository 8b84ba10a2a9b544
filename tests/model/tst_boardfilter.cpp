// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardfilter.h"
#include "tests/support/summaries.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_boardfilter {

using namespace Qt::StringLiterals;
using engine::Status;
using model::BoardFilter;
using model::FindExpression;
using model::StateChip;

class tst_BoardFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsFindWhatTheySay_data();
    void wordsFindWhatTheySay();
    void whatCannotBeUnderstoodIsToldAndFindsNothing_data();
    void whatCannotBeUnderstoodIsToldAndFindsNothing();
    void aWordThatIsBeingTypedHidesNothing_data();
    void aWordThatIsBeingTypedHidesNothing();
    void whatRunsHasTakenNoTimeYet();
    void aChipAndWordsMustBothFit();
    void anEmptyTableTellsWhatHidesHowMany();
};

// Verified through workflow 2; its number is Indian.
engine::Summary indian()
{
    engine::Summary summary = tests::summary(7, Status::Succeeded, 2);
    summary.number = engine::PhoneNumber(919876543210);
    summary.country[0] = 'I';
    summary.country[1] = 'N';
    summary.brand = QStringLiteral("Acme Bank");
    summary.cost = engine::Money::fromMilli(92);
    return summary;
}

void tst_BoardFilter::wordsFindWhatTheySay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("nothing finds all") << u""_s << true;
    QTest::newRow("part of the number") << u"6543"_s << true;
    QTest::newRow("the number as it is written") << u"+91 98765 43210"_s << true;
    QTest::newRow("the number with hyphens") << u"98765-43210"_s << true;
    QTest::newRow("the number as at home") << u"098765 43210"_s << true;
    QTest::newRow("another number") << u"900112"_s << false;
    QTest::newRow("its workflow") << u"wf:2"_s << true;
    QTest::newRow("another workflow") << u"wf:3"_s << false;
    QTest::newRow("one of several workflows") << u"wf:1,2"_s << true;
    QTest::newRow("a key apart from its value") << u"wf: 2"_s << true;
    QTest::newRow("its country, in any case") << u"country:in"_s << true;
    QTest::newRow("another country") << u"country:GB"_s << false;
    QTest::newRow("its state") << u"verified"_s << true;
    QTest::newRow("another state") << u"expired"_s << false;
    QTest::newRow("one of several states") << u"state:expired,verified"_s << true;
    QTest::newRow("all of several words") << u"wf:2 country:IN 43210"_s << true;
    QTest::newRow("not all of several words") << u"wf:2 country:GB"_s << false;
    QTest::newRow("a key beside digits") << u"wf:2 98765"_s << true;
    QTest::newRow("the whole id") << indian().id.toString() << true;
    QTest::newRow("the id's beginning") << indian().id.toString().left(10) << true;
    QTest::newRow("another id") << u"deadbeef"_s << false;
    QTest::newRow("one of several countries") << u"country:GB,IN"_s << true;
    QTest::newRow("part of the brand, in any case") << u"brand:acme"_s << true;
    QTest::newRow("a brand with a blank") << u"brand:\"acme bank\" wf:2"_s << true;
    QTest::newRow("another brand") << u"brand:globe"_s << false;
    QTest::newRow("one of several brands") << u"brand:globe,acme"_s << true;
    QTest::newRow("that it has ended") << u"is:ended"_s << true;
    QTest::newRow("that it runs") << u"is:running"_s << false;
    QTest::newRow("a state with is:") << u"is:verified"_s << true;
    QTest::newRow("today") << u"started:today"_s << true;
    QTest::newRow("yesterday") << u"started:yesterday"_s << false;
    QTest::newRow("one of several days") << u"started:yesterday,today"_s << true;
    QTest::newRow("a date") << u"started:2026-11-23"_s << true;
    QTest::newRow("another date") << u"started:2026-11-22"_s << false;
    QTest::newRow("a cost above") << u"cost:>0.05"_s << true;
    QTest::newRow("a cost above, without the colon") << u"cost>0.05"_s << true;
    QTest::newRow("a cost above, with a comma") << u"cost > 0,05"_s << true;
    QTest::newRow("not above its own cost") << u"cost:>0.092"_s << false;
    QTest::newRow("its own cost or above") << u"cost:>=0.092"_s << true;
    QTest::newRow("a cost below") << u"cost:<0.05"_s << false;
    QTest::newRow("a cost between") << u"cost:>0.05 cost:<0.10"_s << true;
    QTest::newRow("less time than it took") << u"took:<17"_s << false;
    QTest::newRow("at most the time that it took") << u"took:<=17s"_s << true;
    QTest::newRow("more time, in minutes") << u"took:<2m"_s << true;
    QTest::newRow("more time, as a clock says it") << u"took<2:30"_s << true;
}

void tst_BoardFilter::wordsFindWhatTheySay()
{
    QFETCH(QString, text);
    QFETCH(bool, isFound);
    const FindExpression find(text, tests::ManualTime::Start);
    QCOMPARE(find.problem(), QString());
    QCOMPARE(find.matches(indian()), isFound);
}

void tst_BoardFilter::whatCannotBeUnderstoodIsToldAndFindsNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("unknown key")
        << u"colour:red"_s
        << u"There is no key “colour:”. Keys are wf:, country:, brand:, state:, is:, started:, "
           u"cost: and took:."_s;
    QTest::newRow("no workflow") << u"wf:x"_s << u"“wf:x” cannot be. Write wf:2 or wf:1,2."_s;
    QTest::newRow("a workflow beyond all") << u"wf:70000"_s << u"“wf:70000” cannot be. Write wf:2 or wf:1,2."_s;
    QTest::newRow("no country") << u"country:India"_s
                                << u"“country:india” cannot be. Write country:GB or country:GB,IN."_s;
    QTest::newRow("no comparison") << u"cost:0.05 wf:2"_s
                                   << u"“cost:0.05” cannot be. Write cost:>0.05 or cost:<0.05."_s;
    QTest::newRow("no span") << u"took:>soon"_s
                             << u"“took:>soon” cannot be. Write took:>30, in seconds, or took:<2:00."_s;
    QTest::newRow("no day")
        << u"started:monday"_s
        << u"“started:monday” cannot be. Write started:today, started:yesterday or started:2026-11-23."_s;
    QTest::newRow("no state") << u"is:odd"_s << u"“is:odd” cannot be. Write is:running or is:ended."_s;
    QTest::newRow("a word that is nothing") << u"hello"_s << u"“hello” is no number, id or state."_s;
}

void tst_BoardFilter::whatCannotBeUnderstoodIsToldAndFindsNothing()
{
    QFETCH(QString, text);
    QFETCH(QString, problem);
    const FindExpression find(text);
    QCOMPARE(find.problem(), problem);
    QVERIFY(!find.matches(indian()));
}

void tst_BoardFilter::aWordThatIsBeingTypedHidesNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"w", "wf", "wf:", "coun", "country:", "exp", "state:ex", "wf:2 ver", "brand:", "bra", "is:r", "started:to",
          "started:2026-1", "cost", "cost>", "took:<", "country:I", "country:IN,"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_BoardFilter::aWordThatIsBeingTypedHidesNothing()
{
    QFETCH(QString, text);
    const FindExpression find(text);
    QCOMPARE(find.problem(), QString());
    QVERIFY(find.matches(indian()));
}

void tst_BoardFilter::whatRunsHasTakenNoTimeYet()
{
    QVERIFY(!FindExpression(u"took:<30"_s).matches(tests::summary(1)));
    QVERIFY(FindExpression(u"took:<30"_s).matches(tests::summary(1, Status::Expired)));
}

void tst_BoardFilter::aChipAndWordsMustBothFit()
{
    QVERIFY((BoardFilter{StateChip::Verified, FindExpression(u"wf:2"_s)}.matches(indian())));
    QVERIFY((!BoardFilter{StateChip::Expired, FindExpression(u"wf:2"_s)}.matches(indian())));
    QVERIFY((!BoardFilter{StateChip::Verified, FindExpression(u"wf:1"_s)}.matches(indian())));
}

void tst_BoardFilter::anEmptyTableTellsWhatHidesHowMany()
{
    QCOMPARE(model::nothingMatchesSentence({StateChip::Running, FindExpression(u"9001"_s)}, 1204),
             u"Nothing matches “9001” among the running. 1,204 are hidden."_s);
    QCOMPARE(model::nothingMatchesSentence({StateChip::All, FindExpression(u"9001"_s)}, 1),
             u"Nothing matches “9001”. 1 is hidden."_s);
    QCOMPARE(model::nothingMatchesSentence({StateChip::Expired, {}}, 12), u"Nothing is expired. 12 are hidden."_s);
    QCOMPARE(model::nothingMatchesSentence({StateChip::All, FindExpression(u"hello"_s)}, 12),
             u"“hello” is no number, id or state."_s);
}

PINPATH_TEST(tst_BoardFilter, "tst_boardfilter")

} // namespace tst_boardfilter

#include "tst_boardfilter.moc"
