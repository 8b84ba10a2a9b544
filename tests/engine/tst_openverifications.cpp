// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/population/presets.h"
#include "tests/support/corerun.h"
#include "tests/support/oldformat.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace tst_openverifications {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::CoreRun;

constexpr std::uint64_t FirstNumber = 447'700'100'000;

// Draws that are the same on every machine.
class Dice {
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    { }
    unsigned below(unsigned count) { return unsigned(m_engine() % count); }
    bool oneIn(unsigned count) { return below(count) == 0; }

private:
    std::mt19937 m_engine;
};

// People, populations, carriers and the clock do what they like with a handful of verifications.
class Lives {
public:
    explicit Lives(unsigned seed)
        : m_dice(seed)
    { }

    void goOn(CoreRun &run)
    {
        const RequestId id = m_ids.empty() ? RequestId() : m_ids[m_dice.below(unsigned(m_ids.size()))];
        switch (m_dice.below(8)) {
        case 0:
        case 1:
            return start(run);
        case 2:
            run.check(id, m_dice.oneIn(3) ? run.pin(id) : u"wrong1"_s);
            return;
        case 3:
            run.control(id, m_dice.oneIn(2) ? Command(Cancel{}) : Command(TriggerNext{}));
            return;
        case 4:
            run.reportCall(id, std::uint8_t(m_dice.below(3)), m_dice.oneIn(2));
            return;
        case 5:
            run.time.pass(milliseconds(m_dice.below(100'000))); // what is due waits for the program
            return run.reopen();
        default:
            return pass(run, milliseconds(m_dice.below(m_dice.oneIn(4) ? 200'000 : 20'000)));
        }
    }

private:
    static void pass(CoreRun &run, milliseconds span)
    {
        if (run.setting.mode == ClockMode::Manual) {
            run.advance(span);
        } else {
            run.time.pass(span);
            run.batch([](Core &) {});
        }
    }

    void start(CoreRun &run)
    {
        const bool isMagic = m_dice.oneIn(4);
        const std::uint64_t number = isMagic ? 447'700'900'001 + m_dice.below(8) : FirstNumber + m_ids.size();
        StartRequest request = CoreRun::request(number, WorkflowId(1 + m_dice.below(7)));
        if (m_dice.oneIn(2))
            request.population = presets()[m_dice.below(unsigned(presets().size()))].name;
        if (m_dice.oneIn(3))
            request.customPin = u"AKFG-3424"_s;
        m_ids.push_back(run.start(request).id);
    }

    Dice m_dice;
    std::vector<RequestId> m_ids;
};

std::vector<OpenVerification> asRowsTell(CoreRun &run)
{
    std::vector<OpenVerification> open;
    run.store->visitOpen([&open](const OpenVerification &each) { open.push_back(each); });
    return open;
}

std::vector<OpenVerification> asStoriesTell(CoreRun &run)
{
    std::vector<OpenVerification> open;
    for (const Record &record : run.store->reader().openRecords())
        open.push_back(toOpenVerification(record));
    return open;
}

// Changes the store behind the engine's back, while it is closed.
void change(const CoreRun &run, const QString &statement)
{
    const auto connection = Connection::open(run.path(), Connection::Access::ReadWrite);
    QVERIFY(connection);
    const auto done = connection->run(statement);
    QVERIFY2(bool(done), done ? "" : qPrintable(done.failure().detail));
}

int count(const CoreRun &run, const QString &condition)
{
    const auto connection = Connection::open(run.path(), Connection::Access::ReadOnly);
    return connection->value(u"SELECT count(*) FROM verification WHERE "_s + condition).toInt();
}

// Some that run and some that have ended, in all stages.
void fill(CoreRun &run)
{
    Lives lives(4821);
    for (int i = 0; i < 120; ++i)
        lives.goOn(run);
}

// What recovery brings back: rows of the projection tell it, and say the same as the journal.
class tst_OpenVerifications : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsTellWhatStoriesTell_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void rowsTellWhatStoriesTell()
    {
        QFETCH(unsigned, seed);
        CoreRun run;
        if (seed % 2) {
            run.setting.mode = ClockMode::Real;
            run.reopen();
        }
        Lives lives(seed);
        std::size_t most = 0;
        for (int i = 0; i < 150; ++i) {
            lives.goOn(run);
            const auto told = asRowsTell(run);
            QVERIFY2(told == asStoriesTell(run), qPrintable(QString::number(i)));
            QCOMPARE(count(run, u"is_open = 1 AND (open_state IS NULL OR open_request IS NULL)"_s), 0);
            most = std::max(most, told.size());
        }
        QVERIFY(most > 3);
        const auto before = asRowsTell(run);
        QVERIFY(run.store->rebuildProjection());
        QVERIFY(asRowsTell(run) == before);
        QCOMPARE(count(run, u"is_open = 1 AND (open_state IS NULL OR open_request IS NULL)"_s), 0);
    }

    void anEndedVerificationLeavesNothingToRecover()
    {
        CoreRun run;
        fill(run);
        QVERIFY(count(run, u"open_state IS NOT NULL"_s) > 0);
        run.advance(24h);
        QVERIFY(asRowsTell(run).empty());
        QCOMPARE(count(run, u"open_state IS NOT NULL OR open_request IS NOT NULL"_s), 0);
    }

    void theJournalTellsWhereARowDoesNot_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("no state") << u"UPDATE verification SET open_state = NULL"_s;
        QTest::newRow("no state of some") << u"UPDATE verification SET open_state = NULL WHERE key % 2"_s;
        QTest::newRow("no request") << u"UPDATE verification SET open_request = NULL"_s;
        QTest::newRow("another version") << u"UPDATE verification SET open_state = X'7F' || substr(open_state, 2)"_s;
        QTest::newRow("cut off")
            << u"UPDATE verification SET open_state = substr(open_state, 1, length(open_state) - 1)"_s;
        QTest::newRow("more than there should be") << u"UPDATE verification SET open_state = open_state || X'00'"_s;
        QTest::newRow("not there yet")
            << u"ALTER TABLE verification DROP COLUMN open_state; ALTER TABLE verification DROP COLUMN open_request; "
               "ALTER TABLE verification DROP COLUMN account; ALTER TABLE verification DROP COLUMN chosen; "
               "DROP TABLE policy_change; DROP TABLE kept_simulation; CREATE TABLE account (api_key TEXT PRIMARY KEY, "
               "sealed_secret BLOB NOT NULL, "
               "has_custom_pins INTEGER NOT NULL); PRAGMA user_version = 2"_s;
    }

    void theJournalTellsWhereARowDoesNot()
    {
        QFETCH(QString, damage);
        CoreRun run;
        fill(run);
        const auto stories = asStoriesTell(run);
        QVERIFY(stories.size() > 3);
        run.close();
        if (damage.contains(u"user_version"_s))
            tests::bringBackToFormat5(*Connection::open(run.path(), Connection::Access::ReadWrite));
        for (const QString &statement : damage.split(u"; "_s))
            change(run, statement);
        run.open();
        auto told = asRowsTell(run);
        std::sort(told.begin(), told.end(), [](const auto &a, const auto &b) { return a.row.key < b.row.key; });
        QVERIFY(told == stories);
        run.advance(24h);
        QVERIFY(asRowsTell(run).empty());
    }

    void damagedBytesAreNoVerification()
    {
        CoreRun run;
        StartRequest wanted = CoreRun::request(FirstNumber);
        wanted.population = presets().front().name;
        wanted.customPin = u"AKFG-3424"_s;
        const Record record = run.record(run.start(wanted).id);
        const OpenVerification open = toOpenVerification(record);
        QVERIFY(!open.pending.empty());
        const QByteArray request = encodeOpenRequest(record.request);
        const QByteArray state = encodeOpenState(open.row.verification, open.pending);
        VerificationRow row;
        row.key = open.row.key;
        row.sequence = open.row.sequence;
        row.id = open.row.id;
        row.number = open.row.number;
        QVERIFY(decodeOpen(row, request, state) == open);
        for (qsizetype length = 0; length < request.size(); ++length)
            QVERIFY2(!decodeOpen(row, request.left(length), state), qPrintable(QString::number(length)));
        for (qsizetype length = 0; length < state.size(); ++length)
            QVERIFY2(!decodeOpen(row, request, state.left(length)), qPrintable(QString::number(length)));
    }
};

PINPATH_TEST(tst_OpenVerifications, "tst_openverifications")

} // namespace tst_openverifications

#include "tst_openverifications.moc"
