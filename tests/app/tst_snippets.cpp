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

namespace tst_snippets {

using namespace Qt::StringLiterals;
using model::SnippetLanguage;

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

// Exit code and what was said, of a shell that is given the lines on its standard input.
std::pair<int, QString> piped(const QString &lines)
{
    QProcess shell;
    shell.start(u"setsid"_s, {u"sh"_s}); // without the terminal of the one who runs the tests
    shell.write(lines.toUtf8());
    shell.closeWriteChannel();
    if (!shell.waitForFinished(Timeout))
        return {-1, {}};
    return {shell.exitCode(), QString::fromUtf8(shell.readAllStandardOutput())};
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

class tst_Snippets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyRunAsTheyStand_data();
    void theyRunAsTheyStand();
    void curlRunsWhereItsLinesArePipedIntoAShell();
    void curlStopsWhereItIsRefused();
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
    process.start(u"setsid"_s, {interpreter, program.fileName()}); // curl would ask at the terminal of who runs this
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

// As a paste is read: line by line, with no file and no terminal to ask at; so it takes the PIN as a test does.
void tst_Snippets::curlRunsWhereItsLinesArePipedIntoAShell()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    const Server server;
    const QString text
        = model::snippet(SnippetLanguage::Curl, verification(), model::NumberMask(), server.address(), Secret)
              .replace(u"$(entered)"_s, u"$(pin)"_s);
    const auto [code, said] = piped(text);
    QVERIFY2(code == 0, qPrintable(said));
    QVERIFY2(said.contains(u"SUCCESS"), qPrintable(said));
}

void tst_Snippets::curlStopsWhereItIsRefused()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    const Server server;
    const QString text
        = model::snippet(SnippetLanguage::Curl, verification(), model::NumberMask(), server.address(), u"wrong"_s);
    const auto [code, said] = piped(text);
    QVERIFY(code != 0);
    QCOMPARE(said.count(u"\"status\""), 1); // neither checked nor searched for
}

PINPATH_TEST(tst_Snippets, "tst_snippets")

} // namespace tst_snippets

#include "tst_snippets.moc"
