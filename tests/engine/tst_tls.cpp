// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/api/apiserver.h"
#include "engine/http/httpserver.h"
#include "engine/runtime/clock.h"
#include "tests/support/apirun.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace tst_tls {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::Today;

constexpr int Patience = 20'000; // milliseconds

// A folder with a certificate, and a server that answers everybody with the body they sent.
class SecureServer {
public:
    explicit SecureServer(HttpServerOptions options = {})
    {
        auto made = TlsCertificate::selfSigned(certificatePath(), keyPath(), u"127.0.0.1"_s, m_time.wall());
        if (!made)
            qFatal("%s", qPrintable(made.failure().sentence));
        options.tls = std::move(*made);
        options.steady = [this] { return m_time.steady(); };
        auto started = HttpServer::start(std::move(options), [](HttpRequest request, Responder responder) {
            responder.respond({200, "text/plain", request.body, {}});
        });
        if (!started)
            qFatal("%s", qPrintable(started.failure().sentence));
        m_server = std::move(*started);
    }

    QString certificatePath() const { return m_folder.filePath(u"store.tls.crt"_s); }
    QString keyPath() const { return m_folder.filePath(u"store.tls.key"_s); }
    std::uint16_t port() const { return m_server->port(); }

private:
    MachineTime m_time;
    QTemporaryDir m_folder;
    std::unique_ptr<HttpServer> m_server;
};

// A client that trusts this certificate alone.
class SecureClient {
public:
    explicit SecureClient(const SecureServer &server, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
        : SecureClient(server.certificatePath(), server.port(), protocol)
    { }
    SecureClient(const QString &certificatePath, std::uint16_t port, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        QSslConfiguration configuration;
        configuration.setCaCertificates(QSslCertificate::fromPath(certificatePath));
        configuration.setProtocol(protocol);
        m_socket.setSslConfiguration(configuration);
        m_socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
        m_isEncrypted = m_socket.waitForEncrypted(Patience);
    }

    bool isEncrypted() const { return m_isEncrypted; }
    QString error() const { return m_socket.errorString(); }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.encryptedBytesToWrite() > 0 && m_socket.waitForBytesWritten(Patience)) { }
    }
    // All that comes until this is in it, or the connection ends.
    QByteArray receive(const QByteArray &awaited)
    {
        QByteArray received;
        while (!received.contains(awaited) && m_socket.waitForReadyRead(Patience))
            received += m_socket.readAll();
        return received;
    }
    bool isEnded()
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(Patience);
    }

private:
    QSslSocket m_socket;
    bool m_isEncrypted = false;
};

QByteArray post(const QByteArray &body)
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// HTTP over TLS, and the certificates for it.
class tst_Tls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QSslSocket::supportsSsl(), "Qt has no TLS here to test with"); }

    void requestsAreAnswered_data()
    {
        QTest::addColumn<QSsl::SslProtocol>("protocol");
        QTest::newRow("TLS 1.2") << QSsl::TlsV1_2;
        QTest::newRow("TLS 1.3") << QSsl::TlsV1_3;
    }

    void requestsAreAnswered()
    {
        QFETCH(QSsl::SslProtocol, protocol);
        const SecureServer server;
        SecureClient client(server, protocol);
        QVERIFY2(client.isEncrypted(), qPrintable(client.error()));
        const QByteArray body(64 * 1024, 'x');
        client.send(post("first") + post(body));
        const QByteArray received = client.receive(body);
        QVERIFY(received.startsWith("HTTP/1.1 200"));
        QVERIFY(received.contains("\r\n\r\nfirst"));
    }

    void aBodyBeyondAMebibyteIsRefusedOverTlsToo()
    {
        HttpServerOptions options;
        options.requestDeadline = 3s; // enough to encrypt it on a busy machine
        const SecureServer server(options);
        SecureClient client(server);
        QVERIFY2(client.isEncrypted(), qPrintable(client.error()));
        client.send(post(QByteArray(3'000'000, 'x')));
        QVERIFY(client.receive("\r\n\r\n").startsWith("HTTP/1.1 413"));
        QVERIFY(client.isEnded());
    }

    void whoSpeaksNoTlsIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain HTTP") << post("x");
        QTest::newRow("noise") << QByteArray(5000, '\xff');
        QTest::newRow("half a greeting") << QByteArray("\x16\x03\x01\x02", 4);
    }

    void whoSpeaksNoTlsIsCutOff()
    {
        QFETCH(QByteArray, bytes);
        HttpServerOptions options;
        options.requestDeadline = 300ms;
        const SecureServer server(options);
        tests::RawClient plain(server.port());
        plain.send(bytes);
        QVERIFY(plain.isEndedWithin(10s));
        SecureClient client(server);
        QVERIFY2(client.isEncrypted(), qPrintable(client.error()));
    }

    void aCertificateIsKeptWhileItIsGood()
    {
        const QTemporaryDir folder;
        const QString certificate = folder.filePath(u"a.crt"_s);
        const QString key = folder.filePath(u"a.key"_s);
        const auto made = [&](const QString &host, Instant now) {
            const auto result = TlsCertificate::selfSigned(certificate, key, host, now);
            return result ? QByteArray::fromStdString(result->certificate) : QByteArray();
        };
        const QByteArray first = made(u"verify.example"_s, Today);
        QVERIFY(!first.isEmpty());
        QCOMPARE(contents(certificate), first);
        QCOMPARE(QFile::permissions(key) & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
                 QFileDevice::Permissions());
        QCOMPARE(made(u"verify.example"_s, Today + std::chrono::days(700)), first);
        QCOMPARE(made(u"localhost"_s, Today), first);
        const QByteArray later = made(u"verify.example"_s, Today + std::chrono::days(790));
        QVERIFY(later != first);
        QVERIFY(made(u"other.example"_s, Today) != later);
        QVERIFY(QFile::resize(key, 10));
        QVERIFY(!made(u"other.example"_s, Today).isEmpty()); // one that cannot be used is made anew
    }

    void anApiIsServedOverTlsWhenItIsAskedTo()
    {
        const QTemporaryDir folder;
        const tests::EngineRun run;
        ApiOptions options;
        options.ownCertificate = folder.filePath(u"store.tls"_s);
        const MachineTime time;
        ApiServer api(*run.engine, time, options);
        QVERIFY(!api.tls());
        QVERIFY(api.useTls(TlsFiles())); // off, it only notes it
        QVERIFY(api.turnOn());
        const auto place = api.tls();
        QVERIFY(place && place->isMadeHere);
        QCOMPARE(place->certificate, folder.filePath(u"store.tls.crt"_s));
        const auto port = [](const QString &url) { return std::uint16_t(QUrl(url).port()); };
        const QByteArray health = "GET /console/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        {
            SecureClient client(place->certificate, port(place->url));
            QVERIFY2(client.isEncrypted(), qPrintable(client.error()));
            client.send(health);
            QVERIFY(client.receive("version").startsWith("HTTP/1.1 200"));
        }
        const std::uint16_t plain = api.port();
        const auto answersPlainly = [&] {
            tests::RawClient client(plain);
            return client.exchange(health).status == 200;
        };
        QVERIFY(answersPlainly());

        const TlsFiles yours{folder.filePath(u"a.crt"_s), folder.filePath(u"a.key"_s)};
        const auto missing = api.useTls(yours);
        QVERIFY(!missing);
        QVERIFY2(missing.failure().sentence.contains(yours.certificate), qPrintable(missing.failure().sentence));
        QVERIFY(api.isOn() && !api.tls());
        QVERIFY(answersPlainly());
        QVERIFY(TlsCertificate::selfSigned(yours.certificate, yours.key, u"127.0.0.1"_s, time.wall()));
        QVERIFY(api.useTls(yours));
        QCOMPARE(port(api.tls()->url), port(place->url)); // where clients know it
        QVERIFY(!api.tls()->isMadeHere);
        QVERIFY(SecureClient(yours.certificate, port(place->url)).isEncrypted());

        QVERIFY(api.useTls(std::nullopt));
        QVERIFY(answersPlainly());
        QVERIFY(!SecureClient(yours.certificate, port(place->url)).isEncrypted());
    }

    void filesThatAreNoPairAreNamed()
    {
        const QTemporaryDir folder;
        const QString names[]{u"a.crt"_s, u"a.key"_s, u"b.crt"_s, u"b.key"_s};
        QStringList paths;
        for (const QString &name : names)
            paths << folder.filePath(name);
        QVERIFY(TlsCertificate::selfSigned(paths[0], paths[1], u"localhost"_s, Today));
        QVERIFY(TlsCertificate::selfSigned(paths[2], paths[3], u"localhost"_s, Today));
        QVERIFY(TlsCertificate::load(paths[0], paths[1]));
        const auto mixed = TlsCertificate::load(paths[0], paths[3]);
        QVERIFY(!mixed);
        QVERIFY2(mixed.failure().sentence.contains(paths[0]) && mixed.failure().sentence.contains(paths[3]),
                 qPrintable(mixed.failure().sentence));
        QVERIFY(!TlsCertificate::load(paths[1], paths[0]));
        const auto missing = TlsCertificate::load(folder.filePath(u"none"_s), paths[1]);
        QVERIFY(!missing);
        QVERIFY(missing.failure().sentence.contains(folder.filePath(u"none"_s)));
    }
};

PINPATH_TEST(tst_Tls, "tst_tls")

} // namespace tst_tls

#include "tst_tls.moc"
