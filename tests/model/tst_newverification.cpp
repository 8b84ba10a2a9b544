// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/newverification.h"
#include "tests/support/enginerun.h"
#include "tests/support/localboard.h"
#include "tests/support/summaries.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_newverification {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Parameter;

struct Form {
    tests::EngineRun run;
    tests::LocalBoard board;
    model::NewVerification form{*run.engine, board.model};
    QSignalSpy started{&form, &model::NewVerification::started};

    void fill(const QString &number)
    {
        form.set(Parameter::Number, number);
        form.set(Parameter::Brand, u"Acme"_s);
    }
};

class tst_NewVerification : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyNumberAndBrandAreRequired();
    void everyFieldWithAProblemTellsIt();
    void theNumbersCountryAndLineAreHints();
    void theBrandIsCountedInCharacters();
    void thePreviewFollowsEveryEdit();
    void aFieldThatIsWrongLeavesThePreviewAsIfItWereEmpty();
    void startingGivesTheEngineWhatWasFilledIn();
    void nothingIsStartedWhileSomethingIsWrong();
    void aTakenNumberIsToldBeforeItIsTried();
    void aTakenNumberThatTheBoardDoesNotKnowIsToldByTheEngine();
    void anotherNumberIsNotTaken();
};

void tst_NewVerification::onlyNumberAndBrandAreRequired()
{
    Form f;
    QVERIFY(!f.form.isInOrder());
    QVERIFY(!f.form.problem(Parameter::Number).isEmpty());
    QVERIFY(!f.form.problem(Parameter::Brand).isEmpty());
    QCOMPARE(f.form.problem(Parameter::SenderId), QString());
    f.fill(u"+44 7700 900112"_s);
    QVERIFY(f.form.isInOrder());
}

void tst_NewVerification::everyFieldWithAProblemTellsIt()
{
    Form f;
    f.fill(u"12"_s);
    f.form.set(Parameter::Brand, u"A brand of nineteen"_s);
    f.form.set(Parameter::PinExpiry, u"59"_s);
    f.form.set(Parameter::NextEventWait, u"901"_s);
    f.form.set(Parameter::SenderId, u"TWELVE CHARS"_s);
    f.form.set(Parameter::PinCode, u"123"_s);
    for (const Parameter parameter : {Parameter::Number, Parameter::Brand, Parameter::PinExpiry,
                                      Parameter::NextEventWait, Parameter::SenderId, Parameter::PinCode})
        QVERIFY2(!f.form.problem(parameter).isEmpty(), qPrintable(engine::parameterName(parameter)));
    QCOMPARE(f.form.problem(Parameter::CodeLength), QString());
}

void tst_NewVerification::theNumbersCountryAndLineAreHints()
{
    Form f;
    f.fill(u"+91 98765 43210"_s);
    QCOMPARE(f.form.numberHint(), u"India, mobile"_s);
    f.fill(u"+91"_s);
    QCOMPARE(f.form.numberHint(), QString());
}

void tst_NewVerification::theBrandIsCountedInCharacters()
{
    Form f;
    f.form.set(Parameter::Brand, u"Acme"_s);
    QCOMPARE(f.form.brandCount(), u"4 of 18"_s);
    f.form.set(Parameter::Brand, u"A\U0001F600"_s);
    QCOMPARE(f.form.brandCount(), u"2 of 18"_s);
}

void tst_NewVerification::thePreviewFollowsEveryEdit()
{
    Form f;
    QCOMPARE(f.form.preview().steps.size(), 3u);
    QCOMPARE(f.form.preview().cost, u"at most EUR 0.120"_s);
    f.form.set(Parameter::ChosenWorkflow, u"6"_s);
    QCOMPARE(f.form.preview().steps.size(), 1u);
    f.form.set(Parameter::PinExpiry, u"120"_s);
    QCOMPARE(f.form.preview().endsAt, engine::milliseconds(120s));
}

void tst_NewVerification::aFieldThatIsWrongLeavesThePreviewAsIfItWereEmpty()
{
    Form f;
    f.form.set(Parameter::ChosenWorkflow, u"6"_s);
    f.form.set(Parameter::PinExpiry, u"5"_s);
    QCOMPARE(f.form.preview().endsAt, engine::milliseconds(300s));
}

void tst_NewVerification::startingGivesTheEngineWhatWasFilledIn()
{
    Form f;
    f.fill(u"07700 900112"_s);
    f.form.set(Parameter::Number, u"+44 7700 900112"_s);
    f.form.set(Parameter::ChosenWorkflow, u"4"_s);
    f.form.set(Parameter::CodeLength, u"6"_s);
    f.form.setPopulation(u"typical"_s);
    f.form.start();
    QTRY_COMPARE(f.started.count(), 1);
    QCOMPARE(f.started.first().at(1).toInt(), 6);

    const auto id = f.started.first().first().value<engine::RequestId>();
    std::promise<std::optional<engine::Record>> read;
    f.run.engine->read([&](engine::StoreReader &reader) { read.set_value(reader.record(id)); });
    const auto record = read.get_future().get();
    QVERIFY(record);
    QCOMPARE(record->request.number, engine::PhoneNumber(447700900112));
    QCOMPARE(record->request.brand, u"Acme"_s);
    QCOMPARE(record->request.workflow.id(), engine::WorkflowId(4));
    QCOMPARE(record->request.codeLength, 6);
    QCOMPARE(record->request.population, u"typical"_s);
    QCOMPARE(record->request.source, engine::Source::Window);
}

void tst_NewVerification::nothingIsStartedWhileSomethingIsWrong()
{
    Form f;
    f.fill(u"+44 7700 900112"_s);
    f.form.set(Parameter::PinExpiry, u"5"_s);
    f.form.start();
    std::promise<std::size_t> read;
    f.run.engine->read([&](engine::StoreReader &reader) { read.set_value(reader.summaries(10).size()); });
    QCOMPARE(read.get_future().get(), 0u);
}

void tst_NewVerification::aTakenNumberIsToldBeforeItIsTried()
{
    Form f;
    engine::Summary running = tests::summary(1);
    running.startedAt = f.run.engine->clock().now();
    f.board.apply(tests::batch({running}, true));
    f.run.advance(14s);
    f.fill(running.number.toInternational());
    QVERIFY(f.form.taken());
    QCOMPARE(f.form.taken()->id, running.id);
    QCOMPARE(f.form.taken()->sentence, u"This number has a running verification, started 14 s ago."_s);
}

void tst_NewVerification::aTakenNumberThatTheBoardDoesNotKnowIsToldByTheEngine()
{
    Form f;
    const engine::RequestId id = f.run.start(447700900112);
    f.run.advance(5s);
    f.fill(u"+44 7700 900112"_s);
    QVERIFY(!f.form.taken());
    f.form.start();
    QTRY_VERIFY(f.form.taken());
    QCOMPARE(f.form.taken()->id, id);
    QCOMPARE(f.form.taken()->sentence, u"This number has a running verification, started 5 s ago."_s);
    QCOMPARE(f.started.count(), 0);
}

void tst_NewVerification::anotherNumberIsNotTaken()
{
    Form f;
    f.run.start(447700900112);
    f.fill(u"+44 7700 900112"_s);
    f.form.start();
    QTRY_VERIFY(f.form.taken());
    f.form.set(Parameter::Number, u"+44 7700 900113"_s);
    QVERIFY(!f.form.taken());
    f.form.start();
    QTRY_COMPARE(f.started.count(), 1);
}

PINPATH_TEST(tst_NewVerification, "tst_newverification")

} // namespace tst_newverification

#include "tst_newverification.moc"
