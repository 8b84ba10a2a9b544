// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"
#include "engine/population/presets.h"
#include "tests/support/manualtime.h"
#include "tests/support/testclass.h"

#include "app/await.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_demodata {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace engine;

constexpr int Workflows = 5;
constexpr std::uint64_t RingingPhone = 915550009876;

// The demo without its month.
struct Demo {
    explicit Demo(milliseconds later = 0ms)
    {
        time.pass(later);
        EngineOptions options;
        options.storePath = folder.filePath(u"demo.db"_s);
        options.clock = ClockSetting{ClockMode::Manual, 1, false};
        engine = std::move(*Engine::open(std::move(options), time));
        app::playAfternoon(*engine, engine->clock().now());
    }

    void advance(milliseconds by)
    {
        app::await<ClockReply>([&](auto reply) { engine->changeClock({ClockChange::Advance{by}}, reply); });
    }

    // Those that were started last.
    std::vector<Record> started()
    {
        std::promise<std::vector<Record>> read;
        engine->read([&](StoreReader &reader) {
            std::vector<Record> records;
            for (int place = 0; place < Workflows; ++place)
                records.push_back(*reader.record(reader.latestKey() - Workflows + 1 + place));
            read.set_value(records);
        });
        return read.get_future().get();
    }

    // How they fared, each in a line: when its messages left and came, and how it ended.
    QStringList outcomes()
    {
        QStringList lines;
        for (const Record &record : started())
            lines << outcome(record);
        return lines;
    }

    static QString outcome(const Record &record)
    {
        const auto since = [&](const std::optional<Instant> &at) {
            return at ? QString::number((*at - record.verification.startedAt).count()) : u"never"_s;
        };
        QString line = record.request.number.toString() + u" status "_s + QString::number(int(record.status()))
            + u" after "_s + since(record.endsAt());
        for (const StepRecord &step : record.steps)
            line += u", "_s + since(step.sentAt) + u' ' + since(step.deliveredAt) + u' ' + since(step.failedAt);
        return line;
    }

    tests::ManualTime time;
    QTemporaryDir folder;
    std::unique_ptr<Engine> engine;
    int numbersUsed = 0;
};

class tst_DemoData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameComesAgainAfterStartingOver();
    void theFirstShowWhatWorkflowsDifferIn();
    void phonesForAPersonRingAndAsk();
    void nobodyIsCalled();
};

void tst_DemoData::theSameComesAgainAfterStartingOver()
{
    Demo first;
    app::startOnePerWorkflow(*first.engine, first.numbersUsed, {});
    first.advance(15min);
    // On another day, and some time after it was opened.
    Demo again(26h + 3s);
    again.advance(47s);
    app::startOnePerWorkflow(*again.engine, again.numbersUsed, {});
    again.advance(15min);
    QCOMPARE(again.outcomes(), first.outcomes());
    // They differ among one another, or there would be little to see.
    app::startOnePerWorkflow(*again.engine, again.numbersUsed, {});
    again.advance(15min);
    QVERIFY(again.outcomes() != first.outcomes());
}

void tst_DemoData::theFirstShowWhatWorkflowsDifferIn()
{
    Demo demo;
    app::startOnePerWorkflow(*demo.engine, demo.numbersUsed, {});
    demo.advance(15min);
    const std::vector<Record> records = demo.started();
    const auto arrived = [&](int workflow, std::size_t step) {
        return records.at(std::size_t(workflow - 1)).steps.at(step).deliveredAt.has_value();
    };
    const auto isVerified
        = [&](int workflow) { return records.at(std::size_t(workflow - 1)).status() == Status::Succeeded; };
    QVERIFY(!arrived(1, 0) && arrived(1, 1) && isVerified(1)); // the call of those whom no SMS reaches
    QVERIFY(!arrived(2, 0) && arrived(2, 1) && isVerified(2)); // the second SMS
    QVERIFY(arrived(3, 0) && isVerified(3)); // a call at once
    QVERIFY(!arrived(4, 0) && !arrived(4, 1));
    QCOMPARE(records.at(3).status(), Status::Expired);
    QVERIFY(arrived(5, 0) && isVerified(5));
}

// Only numbers that are kept for fiction or that nobody can have.
void tst_DemoData::nobodyIsCalled()
{
    for (const app::ScriptedVerification &each : app::readScript(app::afternoon())) {
        const QString digits = each.number.toString();
        QVERIFY2(digits.startsWith("447700900"_L1) || digits.startsWith("120255501"_L1)
                     || each.number.line() == PhoneNumber::Line::Unknown,
                 qPrintable(digits));
    }
}

void tst_DemoData::phonesForAPersonRingAndAsk()
{
    Demo demo;
    QCOMPARE(demo.engine->handset(PhoneNumber(RingingPhone)), HandsetSettings());
    QCOMPARE(HandsetSettings().calls, HandsetSettings::Calls::AskMe);
    QVERIFY(demo.engine->clock().setting().isPaused);
}

PINPATH_TEST(tst_DemoData, "tst_demodata")

} // namespace tst_demodata

#include "tst_demodata.moc"
