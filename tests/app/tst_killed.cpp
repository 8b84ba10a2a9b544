// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/delivery/simulatedcarrier.h"
#include "engine/request/exampleprices.h"
#include "engine/runtime/core.h"
#include "engine/store/store.h"
#include "tests/support/manualtime.h"
#include "tests/support/rawclient.h"
#include "tests/support/testclass.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <signal.h>
#include <vector>

namespace tst_killed {

using namespace engine;
using namespace std::chrono_literals;

constexpr int Rounds = 20; // PINPATH_KILLS in the environment is another number
constexpr int Connections = 32;
constexpr int Timeout = 20'000; // of one start of the program, in milliseconds; a loaded machine is slow
constexpr std::uint64_t FirstNumber = 447'700'000'000;

int rounds()
{
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("PINPATH_KILLS", &isSet);
    return isSet ? wanted : Rounds;
}

// `pinpath serve` on a free port; killed, not stopped.
class Server {
public:
    explicit Server(const QString &store)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(PINPATH_PROGRAM),
                        {QStringLiteral("serve"), QStringLiteral("--store"), QStringLiteral("sqlite:") + store,
                         QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--clock"),
                         QStringLiteral("scaled"), QStringLiteral("--speed"), QStringLiteral("20"),
                         QStringLiteral("--population"), QStringLiteral("typical"), QStringLiteral("--rate-limit"),
                         QStringLiteral("0"), QStringLiteral("--api-key"), QStringLiteral("key"),
                         QStringLiteral("--api-secret"), QStringLiteral("secret")});
        if (!m_process.waitForStarted(Timeout))
            return;
        m_pid = static_cast<pid_t>(m_process.processId());
        if (m_process.waitForReadyRead(Timeout))
            m_url = QUrl(QString::fromLatin1(m_process.readLine().trimmed()));
    }
    ~Server() { kill(); }

    // From any thread.
    void killNow() const { ::kill(m_pid, SIGKILL); }
    bool isReady() const { return m_url.port() > 0; }
    quint16 port() const { return static_cast<quint16>(m_url.port()); }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished(Timeout);
    }

private:
    QProcess m_process;
    pid_t m_pid = 0;
    QUrl m_url;
};

QByteArray post(const QByteArray &path, const QByteArray &form)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: " + QByteArray::number(form.size()) + "\r\n\r\n" + form;
}

// What clients asked for and what they were told.
struct Told {
    std::vector<RequestId> started;
    std::map<RequestId, int> checked; // wrong codes that were sent for it, and
    std::map<RequestId, int> wrongCodes; // how many of them were answered with status 16

    void append(Told &&other)
    {
        started.insert(started.end(), other.started.begin(), other.started.end());
        checked.merge(other.checked);
        wrongCodes.merge(other.wrongCodes);
    }
};

// One client that starts verifications, and enters a wrong code for every other one, until the server breaks off.
class Client {
public:
    Client(quint16 port, std::atomic<std::uint64_t> &nextNumber, const std::function<void()> &onAnswer)
        : m_client(port)
        , m_nextNumber(nextNumber)
        , m_onAnswer(onAnswer)
    { }

    Told run()
    {
        for (bool isCheckDue = false;; isCheckDue = !isCheckDue) {
            const auto started
                = ask("/verify/json", "brand=Acme&workflow_id=1&number=" + QByteArray::number(m_nextNumber++));
            if (!started)
                return std::move(m_told);
            const auto id = RequestId::parse(started->value(QStringLiteral("request_id")).toString());
            if (statusOf(*started) != QStringLiteral("0") || !id)
                qFatal("a start was answered %s", qPrintable(statusOf(*started)));
            m_told.started.push_back(*id);
            if (!isCheckDue)
                continue;
            ++m_told.checked[*id];
            const auto checked = ask("/verify/check/json", "code=wrong1&request_id=" + id->toString().toLatin1());
            if (!checked)
                return std::move(m_told);
            if (statusOf(*checked) == QStringLiteral("16"))
                ++m_told.wrongCodes[*id];
        }
    }

private:
    static QString statusOf(const QJsonObject &reply) { return reply.value(QStringLiteral("status")).toString(); }

    // None once the connection is broken.
    std::optional<QJsonObject> ask(const QByteArray &path, const QByteArray &form)
    {
        if (!m_client.send(post(path, "api_key=key&api_secret=secret&" + form)))
            return std::nullopt;
        const tests::RawReply reply = m_client.receive();
        if (reply.status == 0)
            return std::nullopt;
        m_onAnswer();
        return QJsonDocument::fromJson(reply.body).object();
    }

    tests::RawClient m_client;
    std::atomic<std::uint64_t> &m_nextNumber;
    const std::function<void()> &m_onAnswer;
    Told m_told;
};

class tst_Killed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostAndNothingIsSentTwice()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("store.db"));
        Told told;
        for (int round = 0; round < rounds(); ++round) {
            Server server(path);
            QVERIFY2(server.isReady(), qPrintable(QStringLiteral("round %1").arg(round)));
            told.append(loadAndKill(server, 100 + 37 * (round % 20))); // at a different moment each time
        }
        QVERIFY(told.started.size() > std::size_t(rounds()) * 50U);
        QVERIFY(told.wrongCodes.size() > std::size_t(rounds()));
        examine(path, told);
    }

private:
    // Asks on many connections at once. The answer that makes enough of them kills the server, whatever the others are
    // amid.
    Told loadAndKill(Server &server, int enough)
    {
        std::atomic<int> answers = 0;
        const std::function<void()> onAnswer = [&] {
            if (++answers == enough)
                server.killNow();
        };
        std::vector<std::future<Told>> clients;
        for (int i = 0; i < Connections; ++i) {
            clients.push_back(std::async(
                std::launch::async, [&, port = server.port()] { return Client(port, m_nextNumber, onAnswer).run(); }));
        }
        Told told;
        for (auto &client : clients)
            told.append(client.get());
        server.kill();
        return told;
    }

    // Opens the store as a program that starts again would, lets everything come to its end, and reads every story.
    void examine(const QString &path, const Told &told)
    {
        auto store = Store::open({path, {}, {}, {}});
        QVERIFY2(bool(store), store ? "" : qPrintable(store.failure().sentence));
        const tests::ManualTime time;
        Clock clock(time, {ClockMode::Manual, 1.0, false}, (*store)->clockAtOpening().last);
        SimulatedCarrier carrier(CallsByHand::AnswerAtOnce);
        Core core(**store, clock, carrier, examplePrices(Dialect::Vonage), {});
        core.recover();

        std::ptrdiff_t onTheirWay = 0;
        (*store)->visitOpen([&onTheirWay](const OpenVerification &open) {
            onTheirWay += std::count_if(open.pending.begin(), open.pending.end(),
                                        [](const Pending &each) { return each.kind == Pending::Kind::Report; });
        });
        QVERIFY2(onTheirWay > 0, "the kills came when no delivery was on its way");

        const Instant end = clock.now() + 1h;
        core.begin(clock.now());
        while (core.runDue(end, 1000)) { }
        QVERIFY(core.commit());
        QCOMPARE(core.pending(), std::size_t(0));

        std::map<RequestId, Record> stories;
        std::set<PhoneNumber> numbers;
        std::optional<VerificationKey> below;
        do {
            RecordPage page = (*store)->reader().page({}, 1000, below);
            below = page.next;
            for (Record &record : page.records) {
                // Each number was asked for once.
                QVERIFY(record.request.number.digits() >= FirstNumber && record.request.number.digits() < m_nextNumber);
                QVERIFY(numbers.insert(record.request.number).second);
                examine(record);
                stories.emplace(record.request.id, std::move(record));
            }
        } while (below);
        QCOMPARE(VerificationKey(stories.size()), (*store)->reader().latestKey());

        for (const RequestId id : told.started)
            QVERIFY2(stories.contains(id), qPrintable(id.toString()));
        const auto countOf = [](const std::map<RequestId, int> &counts, RequestId id) {
            const auto found = counts.find(id);
            return found == counts.end() ? 0 : found->second;
        };
        for (const auto &[id, record] : stories) {
            const auto wrong = std::count_if(record.checks.begin(), record.checks.end(), [](const CheckRecord &check) {
                return check.code == QStringLiteral("wrong1");
            });
            QVERIFY(wrong >= countOf(told.wrongCodes, id));
            QVERIFY(wrong <= countOf(told.checked, id));
        }
    }

    static void examine(const Record &record)
    {
        QVERIFY(record.verification.hasEnded());
        QVERIFY(!record.isReportAwaited());
        std::map<int, int> sent;
        for (const RecordedEvent &each : record.events) {
            if (each.event.type == EventType::StepSent)
                QCOMPARE(++sent[each.event.step], 1);
        }
        QVERIFY(sent[0] == 1);
    }

    std::atomic<std::uint64_t> m_nextNumber = FirstNumber;
};

PINPATH_TEST(tst_Killed, "tst_killed")

} // namespace tst_killed

#include "tst_killed.moc"
