// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"
#include "engine/population/presets.h"
#include "tests/support/manualtime.h"
#include "tests/support/testclass.h"

#include "app/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace engine;

namespace {

constexpr int Workflows = 5;
constexpr std::uint64_t RingingPhone = 919876543210;

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

    // How those fared that were started last, each in a line: when its messages left and came, and how it ended.
    QStringList outcomes()
    {
        std::promise<QStringList> read;
        engine->read([&](StoreReader &reader) {
            QStringList lines;
            for (int place = 0; place < Workflows; ++place)
                lines << outcome(*reader.record(reader.latestKey() - Workflows + 1 + place));
            read.set_value(lines);
        });
        return read.get_future().get();
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

} // namespace

class tst_DemoData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameComesAgainAfterStartingOver();
    void phonesForAPersonRingAndAsk();
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

void tst_DemoData::phonesForAPersonRingAndAsk()
{
    Demo demo;
    QCOMPARE(demo.engine->handset(PhoneNumber(RingingPhone)), HandsetSettings());
    QCOMPARE(HandsetSettings().calls, HandsetSettings::Calls::AskMe);
    QVERIFY(demo.engine->clock().setting().isPaused);
}

PINPATH_TEST(tst_DemoData, "tst_demodata")
#include "tst_demodata.moc"
