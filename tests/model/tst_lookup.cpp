// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/lookup.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_lookup {

using namespace Qt::StringLiterals;

constexpr std::uint64_t Number = 447700900112;

struct Asked {
    // What is answered: the id, or the sentence.
    QString answer(const QString &text)
    {
        model::Lookup lookup(*run.engine);
        QString answered;
        QObject::connect(&lookup, &model::Lookup::found, &lookup,
                         [&](engine::RequestId id) { answered = id.toString(); });
        QObject::connect(&lookup, &model::Lookup::failed, &lookup,
                         [&](const QString &sentence) { answered = sentence; });
        lookup.find(text);
        [&] { QTRY_VERIFY(!answered.isEmpty()); }();
        return answered;
    }

    tests::EngineRun run;
};

class tst_Lookup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsFoundHoweverItIsWritten()
    {
        Asked asked;
        const QString id = asked.run.start(Number).toString();
        asked.run.start(Number + 1);
        for (const QString &text : {u"+44 7700 900112"_s, u"447700900112"_s, u"07700 900-112"_s, u"900112"_s})
            QCOMPARE(asked.answer(text), id);
    }

    void anIdIsFoundByItsBeginning()
    {
        Asked asked;
        const QString first = asked.run.start(Number).toString();
        const QString second = asked.run.start(Number + 1).toString();
        QCOMPARE(asked.answer(first), first);
        QCOMPARE(asked.answer(first.toUpper()), first);
        QCOMPARE(asked.answer(first.left(31)), first);
        QCOMPARE(asked.answer(second.left(8)), std::max(first, second)); // both begin alike: the newer one
    }

    void theNewestOfANumberIsMeant()
    {
        Asked asked;
        const engine::RequestId old = asked.run.start(Number, 1, u"4821"_s);
        asked.run.check(old, u"4821"_s);
        const QString id = asked.run.start(Number).toString();
        QVERIFY(old.toString() != id);
        QCOMPARE(asked.answer(u"900112"_s), id);
    }

    void whatIsUnknownIsToldInASentence()
    {
        Asked asked;
        asked.run.start(Number);
        QCOMPARE(asked.answer(u"9001199"_s),
                 u"No verification has “9001199” in its number or at the beginning of its id."_s);
        QCOMPARE(asked.answer(u"hello"_s), u"“hello” is neither a number nor a request id."_s);
        QCOMPARE(asked.answer(u" "_s), u"Type a number, a request id, or the beginning of one."_s);
        QCOMPARE(asked.answer(u"44"_s), u"Type at least 3 digits."_s);
        QCOMPARE(asked.answer(QString(33, u'a')),
                 u"“%1” is neither a number nor a request id."_s.arg(QString(33, u'a')));
    }

    void onlyTheLastQuestionIsAnswered()
    {
        Asked asked;
        asked.run.start(Number);
        model::Lookup lookup(*asked.run.engine);
        QSignalSpy found(&lookup, &model::Lookup::found);
        QSignalSpy failed(&lookup, &model::Lookup::failed);
        lookup.find(u"900112"_s);
        lookup.find(u"9001199"_s);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(found.count(), 0);
    }
};

PINPATH_TEST(tst_Lookup, "tst_lookup")

} // namespace tst_lookup

#include "tst_lookup.moc"
