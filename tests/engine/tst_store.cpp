// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/journalcodec.h"
#include "tests/support/corerun.h"
#include "tests/support/testclass.h"

#include <QFile>
#include <QTest>

namespace tst_store {

using namespace engine;
using namespace std::chrono_literals;
using tests::CoreRun;

constexpr std::uint64_t Alice = 447700900112;

QString refusal(const QString &path)
{
    const auto opened = Store::open({path, {}, {}, {}});
    return opened ? QString() : opened.failure().sentence;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

// All that rollups and projection say, as text.
QString figures(CoreRun &run)
{
    QString text;
    for (const WorkflowStats &each : run.store->reader().stats()) {
        text += QStringLiteral("%1: %2 %3 %4 %5 %6 %7 [")
                    .arg(each.workflowId)
                    .arg(each.requests)
                    .arg(each.verified)
                    .arg(each.expired)
                    .arg(each.failed)
                    .arg(each.cancelled)
                    .arg(each.cost.toString());
        for (const auto &[seconds, count] : each.secondsToVerify)
            text += QStringLiteral("%1x%2 ").arg(seconds).arg(count);
        text += QStringLiteral("]\n");
    }
    for (const Summary &each : run.store->reader().summaries(1000))
        text += QStringLiteral("%1 %2 %3 %4\n")
                    .arg(each.key)
                    .arg(each.id.toString())
                    .arg(int(each.status))
                    .arg(toMilliseconds(each.endedAt));
    return text;
}

class tst_Store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfEntryComesBackAsItWent()
    {
        CoreRun run;
        const StartReply reply = run.start(447700900007, 1);
        run.advance(60s);
        const Record record = run.record(reply.id);
        JournalEntry entry;
        entry.sequence = 1;
        entry.key = record.key;
        entry.request = std::make_shared<const Request>(record.request);
        entry.code = QStringLiteral("0000");
        for (const RecordedEvent &each : record.events)
            entry.events.push_back(each.event);
        for (const EventType type :
             {EventType::StepFailed, EventType::Cancelled, EventType::Failed, EventType::Expired}) {
            Event event;
            event.type = type;
            event.at = record.verification.startedAt;
            entry.events.push_back(event);
        }
        const auto decoded = decodeJournalBody(1, record.key, encodeJournalBody(entry));
        QVERIFY(decoded);
        QVERIFY(decoded->events == entry.events);
        QVERIFY(*decoded->request == *entry.request);
        QCOMPARE(decoded->code, entry.code);
    }

    void whoChoseTheWorkflowComesBack()
    {
        CoreRun run;
        Request request = run.record(run.start(Alice).id).request;
        QCOMPARE(request.choice.by, ChosenBy::Named);
        request.choice = {ChosenBy::Lot, QStringLiteral("split"), 3};
        request.amount = QStringLiteral("12.50");
        JournalEntry entry;
        entry.request = std::make_shared<const Request>(request);
        Event requested;
        requested.workflow = request.workflow;
        entry.events.push_back(requested);
        QVERIFY(*decodeJournalBody(1, 1, encodeJournalBody(entry))->request == request);
    }

    void damagedBytesAreNoEntry()
    {
        CoreRun run;
        const Record record = run.record(run.start(Alice).id);
        JournalEntry entry;
        entry.request = std::make_shared<const Request>(record.request);
        entry.events.push_back(record.events.front().event);
        const QByteArray body = encodeJournalBody(entry);
        for (qsizetype length = 0; length < body.size(); ++length)
            QVERIFY2(!decodeJournalBody(1, 1, body.left(length)), qPrintable(QString::number(length)));
    }

    void noLivePinIsStored()
    {
        CoreRun run;
        QByteArray bytes;
        QStringList pins;
        for (std::uint64_t i = 0; i < 20; ++i) {
            StartRequest request = CoreRun::request(Alice + i);
            request.codeLength = 10; // long enough not to be there by chance
            pins.append(run.pin(run.start(request).id));
        }
        run.close();
        for (const QString &suffix : {QString(), QStringLiteral("-wal")})
            bytes += contents(run.path() + suffix);
        QVERIFY(bytes.size() > 4096);
        for (const QString &pin : std::as_const(pins))
            QVERIFY(!bytes.contains(pin.toLatin1()));
        run.open();
    }

    void theAccountsSecretComesBackAndIsSealed()
    {
        CoreRun run;
        const Account account = run.store->account();
        QVERIFY(!account.apiKey.isEmpty() && account.apiSecret.size() >= 16);
        run.close();
        QVERIFY(!contents(run.path()).contains(account.apiSecret.toLatin1()));
        run.open();
        QCOMPARE(run.store->account().apiSecret, account.apiSecret);
        run.close();
        const auto named = Store::open({run.path(), QStringLiteral("abcd1234"), QStringLiteral("sesame"), {}});
        QVERIFY(named);
        QCOMPARE((*named)->account().apiKey, QStringLiteral("abcd1234"));
        QCOMPARE((*named)->account().apiSecret, QStringLiteral("sesame"));
    }

    void aRebuildFromTheJournalGivesTheSameFigures()
    {
        CoreRun run;
        for (std::uint64_t i = 0; i < 60; ++i) {
            StartRequest request = CoreRun::request(447700901000 + i, static_cast<WorkflowId>(1 + i % 7));
            request.population = QStringLiteral("typical");
            run.start(request);
            run.advance(20s);
        }
        const QString before = figures(run);
        QVERIFY(before.count(u'\n') == 7 + 60);
        QVERIFY(run.store->rebuildProjection());
        QCOMPARE(figures(run), before);
        run.reopen();
        QCOMPARE(figures(run), before);
    }

    void oneWriterAtATime()
    {
        CoreRun run;
        QVERIFY(refusal(run.path()).contains(QStringLiteral("in use by another Pinpath")));
        run.close();
        QVERIFY(refusal(run.path()).isEmpty());
        run.open();
    }

    void aFileThatIsNoStoreIsRefusedAndKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("notes.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("These are my notes, not a database. ").repeated(200));
        file.close();
        const QByteArray before = contents(path);
        QVERIFY(refusal(path).contains(QStringLiteral("damaged or is no store")));
        QCOMPARE(contents(path), before);
    }

    void aDamagedStoreIsRefusedAndKept()
    {
        CoreRun run;
        for (std::uint64_t i = 0; i < 300; ++i)
            run.start(Alice + i);
        run.close();
        const qint64 size = QFile(run.path()).size();
        for (qint64 at = 4096; at + 200 < size; at += 4096)
            overwrite(run.path(), at, QByteArray(200, '\xA5'));
        const QByteArray before = contents(run.path());
        const QString sentence = refusal(run.path());
        QVERIFY2(sentence.contains(QStringLiteral("damaged")), qPrintable(sentence));
        QCOMPARE(contents(run.path()), before);
    }

    void anotherProgramsDatabaseIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.db"));
        {
            const auto other = Connection::open(path, Connection::Access::ReadWrite);
            QVERIFY(other->run(QStringLiteral("CREATE TABLE contacts (name TEXT)")));
        }
        QVERIFY(refusal(path).contains(QStringLiteral("another program")));
    }

    void aNewerStoreIsRefused()
    {
        CoreRun run;
        run.close();
        {
            const auto connection = Connection::open(run.path(), Connection::Access::ReadWrite);
            QVERIFY(connection->run(QStringLiteral("PRAGMA user_version = 999")));
        }
        QVERIFY(refusal(run.path()).contains(QStringLiteral("newer Pinpath")));
    }

    void aPlaceThatCannotBeWrittenIsRefused()
    {
        const QTemporaryDir folder;
        QVERIFY(refusal(folder.filePath(QStringLiteral("no/such/folder/store.db")))
                    .contains(QStringLiteral("there is no folder")));
        QVERIFY(refusal(folder.path()).contains(QStringLiteral("is a folder")));
        QVERIFY(!refusal(QStringLiteral("/proc/store.db")).isEmpty());
    }

    void withoutItsKeyHistoryOpensButCodesCannotBeChecked()
    {
        CoreRun run;
        const StartReply reply = run.start(Alice);
        run.close();
        QVERIFY(QFile::rename(run.path() + QStringLiteral(".key"), run.path() + QStringLiteral(".kept")));
        run.open();
        QVERIFY(run.store->keyTrouble());
        QVERIFY(run.store->keyTrouble()->sentence.contains(QStringLiteral("missing")));
        QCOMPARE(run.record(reply.id).status(), Status::InProgress);
        QVERIFY(run.pin(reply.id).isEmpty());
        QCOMPARE(run.check(reply.id, QStringLiteral("0000")).trouble, Trouble::KeyMissing);
        QCOMPARE(run.start(Alice + 1).trouble, Trouble::KeyMissing);
        QVERIFY(!QFile::exists(run.path() + QStringLiteral(".key")));
    }

    void aForeignKeyIsNoticed()
    {
        CoreRun run;
        run.close();
        QVERIFY(QFile::remove(run.path() + QStringLiteral(".key")));
        QVERIFY(StoreKey::create(run.path() + QStringLiteral(".key")));
        run.open();
        QVERIFY(run.store->keyTrouble());
        QVERIFY(run.store->keyTrouble()->sentence.contains(QStringLiteral("another store")));
    }
};

PINPATH_TEST(tst_Store, "tst_store")

} // namespace tst_store

#include "tst_store.moc"
