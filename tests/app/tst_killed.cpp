// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/delivery/simulatedcarrier.h"
#include "engine/request/exampleprices.h"
#include "engine/runtime/core.h"
#include "engine/store/store.h"
#include "tests/support/manualtime.h"
#include "tests/support/testclass.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <map>
#include <vector>

using namespace engine;
using namespace std::chrono_literals;

namespace {

constexpr int Rounds = 20;
constexpr int Connections = 8;
constexpr int Timeout = 20'000; // of one answer, in milliseconds; a loaded machine is slow

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
        if (m_process.waitForStarted(Timeout) && m_process.waitForReadyRead(Timeout))
            m_url = QUrl(QString::fromLatin1(m_process.readLine().trimmed()));
    }
    ~Server() { kill(); }

    bool isReady() const { return m_url.port() > 0; }
    quint16 port() const { return static_cast<quint16>(m_url.port()); }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished(Timeout);
    }

private:
    QProcess m_process;
    QUrl m_url;
};

QByteArray post(const QByteArray &path, const QByteArray &form)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: " + QByteArray::number(form.size()) + "\r\n\r\n" + form;
}

// The JSON of the next reply, or nothing when the connection breaks.
QJsonObject readReply(QTcpSocket &socket)
{
    QByteArray bytes;
    for (;;) {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end >= 0) {
            const qsizetype field = bytes.toLower().indexOf("content-length:");
            const qsizetype length = bytes.mid(field + 15, bytes.indexOf("\r\n", field) - field - 15).trimmed().toInt();
            if (bytes.size() >= end + 4 + length)
                return QJsonDocument::fromJson(bytes.mid(end + 4, length)).object();
        }
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(Timeout))
            return {};
        bytes += socket.readAll();
    }
}

// What a client was told.
struct Acknowledged {
    std::vector<RequestId> started;
    std::map<RequestId, int> wrongCodes; // how many were answered with status 16
};

} // namespace

class tst_Killed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostAndNothingIsSentTwice()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("store.db"));
        Acknowledged told;
        for (int round = 0; round < Rounds; ++round) {
            Server server(path);
            QVERIFY2(server.isReady(), qPrintable(QStringLiteral("round %1").arg(round)));
            load(server, 30 + 7 * round, told); // a different moment each time
            server.kill();
        }
        QVERIFY(told.started.size() > Rounds * 30U);
        QVERIFY(told.wrongCodes.size() > Rounds);
        examine(path, told);
    }

private:
    // Starts and wrong codes on several connections at once, until `enough` starts are acknowledged; returns with
    // further requests on their way.
    void load(Server &server, int enough, Acknowledged &told)
    {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < Connections; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), server.port());
            QVERIFY(sockets.back()->waitForConnected(Timeout));
        }
        const auto askToStart = [this](QTcpSocket &socket) {
            const QByteArray number = QByteArray::number(447700000000LL + m_nextNumber++);
            socket.write(
                post("/verify/json", "api_key=key&api_secret=secret&brand=Acme&workflow_id=1&number=" + number));
            socket.flush();
        };
        const auto askToCheck = [](QTcpSocket &socket, RequestId id) {
            socket.write(post("/verify/check/json",
                              "api_key=key&api_secret=secret&code=wrong1&request_id=" + id.toString().toLatin1()));
            socket.flush();
        };
        for (int started = 0; started < enough;) {
            for (auto &socket : sockets)
                askToStart(*socket);
            for (auto &socket : sockets) {
                const QJsonObject reply = readReply(*socket);
                QCOMPARE(reply.value(QStringLiteral("status")).toString(), QStringLiteral("0"));
                told.started.push_back(*RequestId::parse(reply.value(QStringLiteral("request_id")).toString()));
                ++started;
            }
            const RequestId id = told.started.back();
            askToCheck(*sockets.front(), id);
            const QString status = readReply(*sockets.front()).value(QStringLiteral("status")).toString();
            if (status == QStringLiteral("16"))
                ++told.wrongCodes[id];
        }
        for (auto &socket : sockets)
            askToStart(*socket);
    }

    // Opens the store as a program that starts again would, lets everything come to its end, and reads every story.
    void examine(const QString &path, const Acknowledged &told)
    {
        auto store = Store::open({path, {}, {}, {}});
        QVERIFY2(bool(store), store ? "" : qPrintable(store.failure().sentence));
        const tests::ManualTime time;
        Clock clock(time, {ClockMode::Manual, 1.0, false}, (*store)->clockAtOpening().last);
        SimulatedCarrier carrier(CallsByHand::AnswerAtOnce);
        Core core(**store, clock, carrier, examplePrices(Dialect::Vonage), {});
        core.recover();

        int onTheirWay = 0;
        for (const Record &record : (*store)->reader().openRecords())
            onTheirWay += record.isReportAwaited();
        QVERIFY2(onTheirWay > 0, "the kills came when no delivery was on its way");

        const Instant end = clock.now() + 1h;
        core.begin(clock.now());
        while (core.runDue(end, 1000)) { }
        QVERIFY(core.commit());
        QCOMPARE(core.pending(), std::size_t(0));

        for (const RequestId id : told.started) {
            const auto record = (*store)->reader().record(id);
            QVERIFY2(record, qPrintable(id.toString()));
            QVERIFY(record->verification.hasEnded());
            QVERIFY(!record->isReportAwaited());
            std::map<int, int> sent;
            for (const RecordedEvent &each : record->events) {
                if (each.event.type == EventType::StepSent)
                    QCOMPARE(++sent[each.event.step], 1);
            }
            QVERIFY(sent[0] == 1);
            int wrong = 0;
            for (const CheckRecord &check : record->checks)
                wrong += check.code == QStringLiteral("wrong1");
            const auto acknowledged = told.wrongCodes.find(id);
            QCOMPARE(wrong, acknowledged == told.wrongCodes.end() ? 0 : acknowledged->second);
        }
    }

    qint64 m_nextNumber = 0;
};

PINPATH_TEST(tst_Killed, "tst_killed")

#include "tst_killed.moc"
