// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/stage/stagewords.h"
#include "model/timeline/timelinetext.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_stagewords {

using namespace Qt::StringLiterals;

class tst_StageWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHeadlineTellsWhatHappenedAndWhatIsHappening_data();
    void theHeadlineTellsWhatHappenedAndWhatIsHappening();
    void underTheHeadlineStandWorkflowAndCost();
    void underTheCodeFieldStandTriesAndTime();
};

model::WrittenTimeline written(const QString &text)
{
    return model::timelineFromText(text).front();
}

void tst_StageWords::theHeadlineTellsWhatHappenedAndWhatIsHappening_data()
{
    QTest::addColumn<QString>("headline");
    QTest::newRow("a wf1 sms@0 now@3") << u"An SMS is on its way."_s;
    QTest::newRow("a wf1 sms@0 delivered@7 now@9") << u"The code is on the phone."_s;
    QTest::newRow("a wf1 sms@0 lost@2 now@20") << u"The SMS was not delivered. A call follows at 2:05."_s;
    QTest::newRow("a wf1 sms@0 lost@2 call@125 now@136") << u"The SMS was not delivered. A call is ringing."_s;
    QTest::newRow("a wf1 sms@0 lost@2 call@125 answered@137 now@144")
        << u"The SMS was not delivered. A call is speaking the code."_s;
    QTest::newRow("a wf1 sms@0 lost@2 call@125 answered@137 now@200")
        << u"The SMS was not delivered. The call has spoken the code."_s;
    QTest::newRow("a wf1 sms@0 delivered@7 call@125 unanswered@150 now@302")
        << u"The call was not answered. A second call follows at 5:05."_s;
    QTest::newRow("a wf1 sms@0 delivered@7 call@125 now@130") << u"The SMS was not used. A call is ringing."_s;
    QTest::newRow("a wf2 sms@0 sms@125 now@130") << u"The SMS has not arrived. A second SMS is on its way."_s;
    QTest::newRow("a wf4 sms@0 delivered@7 wrong@21 now@30") << u"A wrong code was entered. 2 tries are left."_s;
    QTest::newRow("a wf4 sms@0 delivered@0 wrong@1 wrong@2 now@3") << u"Two wrong codes were entered. 1 try is left."_s;
    QTest::newRow("a wf4 sms@0 delivered@7 wrong@21 sms@120 delivered@123 now@137")
        << u"A wrong code was entered. The code is on the phone."_s;
    QTest::newRow("a wf6 sms@0 lost@3 now@30") << u"The SMS was not delivered. No other message follows."_s;
    QTest::newRow("a wf1 sms@0 delivered@7 verified@17") << u"Verified in 17 s with the code of the SMS."_s;
    QTest::newRow("a wf2 sms@0 lost@2 sms@125 delivered@130 verified@144")
        << u"Verified in 2:24 with the code of the second SMS."_s;
    QTest::newRow("a wf1 sms@0 verified@44 imported") << u"Verified in 44 s."_s;
    QTest::newRow("a wf1 sms@0 delivered@4 wrong@16 wrong@24 failed@41")
        << u"Failed: three wrong codes were entered."_s;
    QTest::newRow("a wf4 sms@0 lost@3 wrong@60 sms@120 delivered@122 expired@300")
        << u"Expired at 5:00: 2 messages were sent, 1 wrong code was entered."_s;
    QTest::newRow("a wf4 sms@0 lost@3 sms@120 lost@122 expired@300")
        << u"Expired at 5:00: no message reached the user."_s;
    QTest::newRow("a wf6 sms@0 delivered@5 expired@300")
        << u"Expired at 5:00: 1 message was sent, no code was entered."_s;
    QTest::newRow("a wf5 sms@0 delivered@11 cancelled@45") << u"Cancelled after 45 s."_s;
}

void tst_StageWords::theHeadlineTellsWhatHappenedAndWhatIsHappening()
{
    QFETCH(QString, headline);
    const model::WrittenTimeline row = written(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(model::stageHeadline(*row.record, row.now), headline);
    QVERIFY(headline.size() <= model::StageHeadlineLength);
}

void tst_StageWords::underTheHeadlineStandWorkflowAndCost()
{
    const auto subline = [](const QString &text) { return model::stageSubline(*written(text).record); };
    QCOMPARE(subline(u"a wf1 sms@0 lost@2 call@125 now@136"_s),
             u"Workflow 1: SMS, call at 2:05, call at 5:05. EUR 0.042 so far."_s);
    QCOMPARE(subline(u"a wf6 sms@0 delivered@5 expired@300"_s), u"Workflow 6: SMS only. EUR 0.014 in all."_s);
    QCOMPARE(subline(u"a wf6 sms@0 delivered@7 verified@17"_s),
             u"Workflow 6: SMS only. EUR 0.064 in all, EUR 0.050 for success."_s);
}

void tst_StageWords::underTheCodeFieldStandTriesAndTime()
{
    const model::WrittenTimeline row = written(u"a wf4 sms@0 delivered@0 wrong@1 wrong@2 now@3"_s);
    QCOMPARE(model::stageHint(*row.record, row.now), u"1 try left, 4:57 until it expires. Enter sends."_s);
}

PINPATH_TEST(tst_StageWords, "tst_stagewords")

} // namespace tst_stagewords

#include "tst_stagewords.moc"
