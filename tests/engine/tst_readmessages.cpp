// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>

namespace tst_readmessages {

using namespace engine;

class tst_ReadMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyMessagesComeWholeAndOldestFirst();
    void otherWorkIsDoneBetweenPages();
};

constexpr std::uint64_t Number = 447700900100;
constexpr std::size_t Count = 200; // more than two pages

void startMany(tests::EngineRun &run)
{
    for (std::uint64_t i = 0; i < Count; ++i)
        run.start(Number + i, 6);
}

void tst_ReadMessages::manyMessagesComeWholeAndOldestFirst()
{
    tests::EngineRun run;
    startMany(run);
    using Messages = std::vector<HandsetMessage>;
    const auto messages
        = tests::EngineRun::await<Messages>([&](auto reply) { run.engine->readMessages(std::nullopt, 0, reply); });
    QCOMPARE(messages.size(), Count);
    QVERIFY(std::ranges::is_sorted(messages, {}, &HandsetMessage::id));
    QCOMPARE(messages.front().number, PhoneNumber(Number));
    QVERIFY(messages.back().text.contains(messages.back().pin));
    const auto after = tests::EngineRun::await<Messages>(
        [&](auto reply) { run.engine->readMessages(std::nullopt, messages[150].id, reply); });
    QCOMPARE(after.size(), Count - 151);
}

void tst_ReadMessages::otherWorkIsDoneBetweenPages()
{
    tests::EngineRun run;
    startMany(run);
    std::atomic<bool> isOtherDone = false;
    std::promise<bool> answered; // whether the other work was done by then
    run.engine->read([&](StoreReader &) { // both are asked for before either begins
        run.engine->readMessages(std::nullopt, 0,
                                 [&](const std::vector<HandsetMessage> &) { answered.set_value(isOtherDone); });
        run.engine->read([&](StoreReader &) { isOtherDone = true; });
    });
    QVERIFY(answered.get_future().get());
}

PINPATH_TEST(tst_ReadMessages, "tst_readmessages")

} // namespace tst_readmessages

#include "tst_readmessages.moc"
