// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/snippet/snippet.h"
#include "model/timeline/timelinetext.h"
#include "model/words/numberwords.h"
#include "tests/support/testclass.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using model::SnippetLanguage;

namespace {

constexpr int Timeout = 30'000; // of one program, in milliseconds; a loaded machine is slow
const QString Key = u"a1b2c3d4"_s;
const QString Secret = u"correct horse & battery"_s;

// `pinpath serve` on a free port.
class Server {
public:
    Server()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(PINPATH_PROGRAM),
                        {u"serve"_s, u"--store"_s, u"sqlite:"_s + m_folder.filePath(u"store.db"_s), u"--listen"_s,
                         u"127.0.0.1:0"_s, u"--clock"_s, u"manual"_s, u"--api-key"_s, Key, u"--api-secret"_s, Secret});
        if (m_process.waitForStarted(Timeout) && m_process.waitForReadyRead(Timeout))
            m_address = QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished(Timeout);
    }

    const QString &address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
};

bool hasModule(const QString &name, const QProcessEnvironment &environment)
{
    QProcess node;
    node.setProcessEnvironment(environment);
    node.start(u"node"_s, {u"-e"_s, u"require.resolve('"_s + name + u"')"_s});
    return node.waitForFinished(Timeout) && node.exitCode() == 0;
}

// With a PIN of its own, so that the program can be told the code before it asks.
engine::Record verification()
{
    engine::Record record = *model::timelineFromText(u"a wf4 sms@0 now@20"_s).front().record;
    record.request.account = Key;
    record.request.brand = u"O'Neil"_s;
    record.request.senderId = u"Acme & Co"_s;
    record.request.sealedPin = "sealed";
    return record;
}

} // namespace

class tst_Snippets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyRunAsTheyStand_data();
    void theyRunAsTheyStand();
};

void tst_Snippets::theyRunAsTheyStand_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("interpreter");
    QTest::addColumn<QString>("file");
    QTest::newRow("curl") << int(SnippetLanguage::Curl) << u"sh"_s << u"flow.sh"_s;
    QTest::newRow("Node, nexmo") << int(SnippetLanguage::NodeNexmo) << u"node"_s << u"flow.js"_s;
    QTest::newRow("Node, @vonage/server-sdk") << int(SnippetLanguage::NodeVonage) << u"node"_s << u"flow.js"_s;
    QTest::newRow("Python") << int(SnippetLanguage::Python) << u"python3"_s << u"flow.py"_s;
    QTest::newRow("PHP") << int(SnippetLanguage::Php) << u"php"_s << u"flow.php"_s;
}

void tst_Snippets::theyRunAsTheyStand()
{
    QFETCH(int, language);
    QFETCH(QString, interpreter);
    QFETCH(QString, file);
    for (const QString &needed : {interpreter, interpreter == "sh"_L1 ? u"curl"_s : interpreter}) {
        if (QStandardPaths::findExecutable(needed).isEmpty())
            QSKIP(qPrintable(needed + u" is not installed"_s));
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"VERIFY_API_SECRET"_s, Secret);
    environment.insert(u"NODE_PATH"_s,
                       QStringLiteral(PINPATH_SOURCE_DIR "/tests/clients/node_modules:")
                           + environment.value(u"NODE_PATH"_s));
    if (SnippetLanguage(language) == SnippetLanguage::NodeVonage && !hasModule(u"@vonage/server-sdk"_s, environment))
        QSKIP("@vonage/server-sdk is not installed; NODE_PATH may name a folder that has it");
    const Server server;
    QVERIFY(server.address().startsWith(u"http://127.0.0.1:"));
    const QTemporaryDir folder;
    QFile program(folder.filePath(file));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write(
        model::snippet(SnippetLanguage(language), verification(), model::NumberMask(), server.address()).toUtf8());
    program.close();

    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(interpreter, {program.fileName()});
    process.write("4821\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(Timeout));
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    const QByteArray complained = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, complained.constData());
    QVERIFY2(said.contains(u"SUCCESS"), qPrintable(said));
    QVERIFY2(said.contains(u"447700900177"), qPrintable(said));
    QVERIFY2(said.contains(u"Acme & Co"), qPrintable(said));
}

PINPATH_TEST(tst_Snippets, "tst_snippets")

#include "tst_snippets.moc"
