// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/handsetfeed.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <set>

namespace tst_phoneshelf {

using namespace engine;
using namespace std::chrono_literals;

std::shared_ptr<const Record> record(VerificationKey key, std::uint64_t number, Status status = Status::InProgress,
                                     const QString &population = {})
{
    Record made;
    made.key = key;
    made.sequence = key;
    made.verification.startedAt = made.verification.endedAt = fromMilliseconds(key); // as keys rise, so do starts
    made.request.number = PhoneNumber(number);
    made.request.population = population;
    made.verification.status = status;
    return std::make_shared<const Record>(made);
}

Summary summaryOf(const Record &record, Source source = Source::Api)
{
    Summary summary;
    summary.key = record.key;
    summary.startedAt = record.verification.startedAt;
    summary.endedAt = record.verification.endedAt;
    summary.number = record.request.number;
    summary.status = record.status();
    summary.source = source;
    return summary;
}

class tst_PhoneShelf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPhoneKeepsItsNewestThreeVerifications();
    void theLongestQuietPhoneGivesUpItsPlaceFirst();
    void aRingingPhoneStaysHoweverOldItIs();
    void populationsGetFewPlacesAndSwapOnlyEndedOnes();
    void theFeedTellsOfPhonesAndOfWhatChanges();
    void aFloodOfStartsIsToldInBoundedBatches();
};

void tst_PhoneShelf::aPhoneKeepsItsNewestThreeVerifications()
{
    PhoneShelf shelf;
    for (const VerificationKey key : {2, 4, 1, 3})
        shelf.put(record(key, 1));
    const auto changed = shelf.takeChanged();
    QCOMPARE(changed.size(), std::size_t(1));
    QCOMPARE(changed[0].records.size(), PhoneShelf::RecordsPerPhone);
    QCOMPARE(changed[0].records.front()->key, VerificationKey(4));
    QCOMPARE(changed[0].records.back()->key, VerificationKey(2));
    QVERIFY(shelf.takeChanged().empty());
}

void tst_PhoneShelf::theLongestQuietPhoneGivesUpItsPlaceFirst()
{
    PhoneShelf shelf;
    for (std::size_t i = 0; i < PhoneShelf::Capacity; ++i)
        shelf.put(record(VerificationKey(i + 1), i + 1, i == 7 || i == 9 ? Status::Expired : Status::InProgress));
    QVERIFY(!shelf.leavesOut());
    shelf.put(record(1000, 1000));
    QCOMPARE(shelf.takeGone(), std::vector{PhoneNumber(8)});
    shelf.put(record(1001, 1001));
    QCOMPARE(shelf.takeGone(), std::vector{PhoneNumber(10)});
    QCOMPARE(shelf.size(), PhoneShelf::Capacity);
    QVERIFY(shelf.leavesOut());
    QVERIFY(!shelf.hasPlaceFor(summaryOf(*record(1, 5000, Status::Expired))));
}

void tst_PhoneShelf::aRingingPhoneStaysHoweverOldItIs()
{
    PhoneShelf shelf;
    Record ringing = *record(1, 1);
    StepRecord call;
    call.channel = Channel::Tts;
    call.sentAt = Instant{};
    ringing.steps = {call};
    shelf.put(std::make_shared<const Record>(ringing));
    for (std::size_t i = 1; i < 2 * PhoneShelf::Capacity; ++i)
        shelf.put(record(VerificationKey(i + 1), i + 1));
    QVERIFY(shelf.isKept(summaryOf(ringing)));
    QCOMPARE(shelf.size(), PhoneShelf::Capacity);
}

void tst_PhoneShelf::populationsGetFewPlacesAndSwapOnlyEndedOnes()
{
    PhoneShelf shelf;
    const QString typical = QStringLiteral("typical");
    for (std::size_t i = 0; i < 3 * PhoneShelf::PopulationCapacity; ++i)
        shelf.put(record(VerificationKey(i + 1), i + 1, Status::InProgress, typical));
    QCOMPARE(shelf.size(), PhoneShelf::PopulationCapacity);
    const Summary newcomer = summaryOf(*record(500, 500, Status::InProgress, typical), Source::Population);
    QVERIFY(!shelf.hasPlaceFor(newcomer));
    shelf.put(record(501, 3, Status::Succeeded, typical));
    QVERIFY(shelf.hasPlaceFor(newcomer));
    shelf.put(record(500, 500, Status::InProgress, typical));
    QCOMPARE(shelf.takeGone(), std::vector{PhoneNumber(3)});
    QCOMPARE(shelf.size(), PhoneShelf::PopulationCapacity);
}

void tst_PhoneShelf::theFeedTellsOfPhonesAndOfWhatChanges()
{
    tests::EngineRun run;
    const RequestId id = run.start(447700900112, 1, QStringLiteral("4821"));
    std::mutex mutex;
    std::vector<HandsetBatch> batches;
    const auto latest = [&] {
        const std::scoped_lock lock(mutex);
        return batches.empty() ? HandsetBatch() : batches.back();
    };
    HandsetFeed feed(*run.engine, [&](HandsetBatch batch) {
        const std::scoped_lock lock(mutex);
        batches.push_back(std::move(batch));
    });
    QTRY_COMPARE(latest().phones.size(), std::size_t(1));
    QVERIFY(latest().isReset);
    QVERIFY(!latest().leavesOut);
    QCOMPARE(latest().phones[0].records[0]->pins[0].digits, QStringLiteral("4821"));
    run.check(id, QStringLiteral("4821"));
    feed.acknowledge();
    QTRY_VERIFY(!latest().isReset);
    QCOMPARE(latest().phones[0].records[0]->status(), Status::Succeeded);
}

void tst_PhoneShelf::aFloodOfStartsIsToldInBoundedBatches()
{
    tests::EngineRun run;
    std::mutex mutex;
    std::set<PhoneNumber> known;
    std::size_t newInOneBatch = 0;
    bool leavesOut = false;
    std::atomic<HandsetFeed *> receiver = nullptr;
    HandsetFeed feed(*run.engine, [&](const HandsetBatch &batch) {
        {
            const std::scoped_lock lock(mutex);
            for (const PhoneNumber number : batch.gone)
                known.erase(number);
            const std::size_t before = known.size();
            for (const PhoneRecords &phone : batch.phones)
                known.insert(phone.number);
            newInOneBatch = std::max(newInOneBatch, known.size() - before);
            leavesOut = batch.leavesOut;
        }
        if (HandsetFeed *told = receiver)
            told->acknowledge();
    });
    receiver = &feed;
    feed.acknowledge(); // the first may have come before
    const auto isLeftOut = [&] {
        const std::scoped_lock lock(mutex);
        return leavesOut;
    };
    for (std::uint64_t i = 0; i < 600; ++i)
        run.start(447700900000 + i, 1);
    QTRY_VERIFY(isLeftOut());
    const std::scoped_lock lock(mutex);
    QVERIFY(newInOneBatch <= 40);
    QVERIFY(known.size() <= PhoneShelf::Capacity);
}

PINPATH_TEST(tst_PhoneShelf, "tst_phoneshelf")

} // namespace tst_phoneshelf

#include "tst_phoneshelf.moc"
