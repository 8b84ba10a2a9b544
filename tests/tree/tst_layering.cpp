// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testclass.h"

#include <QDir>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

// Linking does not enforce the layers: <QtWidgets/...> compiles in a target that links only QtCore. So the sources are
// read here, against the rules of ARCHITECTURE.md, "The house".
namespace {

struct Layer {
    QString folder;
    QStringList layers; // whose headers it may include
    QStringList qtModules; // whose headers it may include; empty: any
    QStringList libraries; // of those that are ours to keep in one place
};

const QList<Layer> layers{
    {u"engine"_s,
     {u"engine"_s},
     {u"QtCore"_s, u"QtNetwork"_s, u"QtSql"_s},
     {u"absl"_s, u"boost"_s, u"csv.h"_s, u"microhttpd.h"_s, u"phonenumbers"_s, u"sodium.h"_s}},
    {u"model"_s, {u"engine"_s, u"model"_s}, {u"QtCore"_s, u"QtGui"_s}, {}},
    {u"ui"_s,
     {u"engine"_s, u"model"_s, u"ui"_s},
     {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtPrintSupport"_s, u"QtTextToSpeech"_s},
     {u"qcustomplot.h"_s}},
    {u"app"_s, {u"engine"_s, u"model"_s, u"ui"_s, u"app"_s}, {}, {}},
};

// The rooms of the engine. Each may include those before it; a new one gets its place here.
const QStringList engineRooms{u"base"_s,     u"verification"_s, u"population"_s, u"message"_s, u"pin"_s,
                              u"http"_s,     u"request"_s,      u"assignment"_s, u"account"_s, u"delivery"_s,
                              u"record"_s,   u"store"_s,        u"statistics"_s, u"import"_s,  u"simulation"_s,
                              u"scenario"_s, u"runtime"_s,      u"api"_s};

struct Ban {
    QString folder;
    QString except; // start of the paths it does not hold for; empty: none
    QRegularExpression pattern;
    QString reason;
};

const QList<Ban> bans{
    {u"engine/"_s, {}, QRegularExpression(uR"(\btr\s*\()"_s), u"translates: words for people live in model/"_s},
    {u"engine/"_s, {}, QRegularExpression(uR"(\bQ(Color|Icon|Font|Pixmap|Painter)\b)"_s), u"knows of the screen"_s},
    {u"engine/"_s, u"engine/runtime/clock"_s,
     QRegularExpression(uR"(QDateTime::current|QDate::currentDate|QTime::currentTime|QElapsedTimer|_clock::now)"
                        uR"(|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|\bclock_gettime\b|\bgettimeofday\b)"_s),
     u"reads time outside Clock and TimeSource"_s},
    {u"engine/http/"_s,
     {},
     QRegularExpression(uR"(#\s*include\s*"engine/(?!base/|http/))"_s),
     u"is transport, and includes what it carries"_s},
    {u"model/"_s, {}, QRegularExpression(uR"(#\s*include\s*"engine/http/)"_s), u"includes the HTTP transport"_s},
    {u"ui/"_s, {}, QRegularExpression(uR"(#\s*include\s*"engine/(http|store)/)"_s), u"includes HTTP or the store"_s},
    {u"ui/"_s,
     {},
     QRegularExpression(uR"(#\s*include\s*"engine/verification/decide)"_s),
     u"decides about a workflow"_s},
};

// "build" is not part of the tree: .gitignore names it.
const QStringList topLevel{u"app"_s,
                           u"engine"_s,
                           u"model"_s,
                           u"ui"_s,
                           u"resources"_s,
                           u"tests"_s,
                           u"CMakeLists.txt"_s,
                           u"CMakePresets.json"_s,
                           u"dev"_s,
                           u"LICENSE"_s,
                           u"README.md"_s,
                           u"ARCHITECTURE.md"_s,
                           u"CONTRIBUTING.md"_s,
                           u"CHANGELOG.md"_s,
                           u"build"_s};

// Which folder of Qt's headers a header belongs to, or nothing when it is not Qt's.
QString qtModuleOf(const QString &header)
{
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    if (const qsizetype slash = header.indexOf(u'/'); slash > 0)
        return header.startsWith(u"Qt"_s) ? header.left(slash) : QString();
    static const QStringList modules = headers.entryList({u"Qt*"_s}, QDir::Dirs);
    const auto found = std::find_if(modules.cbegin(), modules.cend(), [&](const QString &module) {
        return QFile::exists(headers.filePath(module + u'/' + header));
    });
    return found == modules.cend() ? QString() : *found;
}

QString withoutComment(const QString &line)
{
    static const QRegularExpression comment(uR"((^|\s)//.*$)"_s);
    return QString(line).remove(comment);
}

// Why `layer` must not include `header`, or nothing.
QString includeViolation(const Layer &layer, const QString &path, const QString &header)
{
    const QString first = header.section(u'/', 0, 0);
    const bool ours = std::any_of(layers.cbegin(), layers.cend(), [&](const Layer &l) { return l.folder == first; });
    if (ours || first == "tests"_L1) {
        if (!layer.layers.contains(first))
            return u"includes a layer it must not know: "_s + header;
        if (layer.folder == first && first == "engine"_L1) {
            const qsizetype here = engineRooms.indexOf(path.section(u'/', 1, 1));
            const qsizetype there = engineRooms.indexOf(header.section(u'/', 1, 1));
            if (here < 0 || there < 0 || there > here)
                return u"includes a room it must not know: "_s + header;
        }
        return {};
    }
    const QString module = qtModuleOf(header);
    if (!module.isEmpty() && !layer.qtModules.isEmpty() && !layer.qtModules.contains(module))
        return u"includes "_s + header + u" of "_s + module;
    const bool keptElsewhere = std::any_of(layers.cbegin(), layers.cend(), [&](const Layer &l) {
        return l.libraries.contains(first) && !layer.libraries.contains(first);
    });
    return keptElsewhere && layer.folder != "app"_L1 ? u"includes a library of another layer: "_s + header : QString();
}

QStringList linesOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(fileName));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

QStringList layerViolations(const QString &path, const QStringList &lines)
{
    const auto layer = std::find_if(layers.cbegin(), layers.cend(),
                                    [&](const Layer &l) { return path.startsWith(l.folder + u'/'); });
    if (layer == layers.cend())
        return {};
    static const QRegularExpression include(uR"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"_s);
    QStringList found;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = withoutComment(lines[i]);
        const auto report
            = [&](const QString &reason) { found += path + u':' + QString::number(i + 1) + u": "_s + reason; };
        if (const auto match = include.match(line); match.hasMatch()) {
            if (const QString reason = includeViolation(*layer, path, match.captured(1)); !reason.isEmpty())
                report(reason);
        }
        for (const Ban &ban : bans) {
            const bool exempt = !ban.except.isEmpty() && QRegularExpression(u'^' + ban.except).match(path).hasMatch();
            if (path.startsWith(ban.folder) && !exempt && ban.pattern.match(line).hasMatch())
                report(ban.reason);
        }
    }
    return found;
}

bool needsLicenceLines(const QString &path)
{
    static const QRegularExpression kinds(
        uR"((\.(h|cpp|cmake|sh|js|mjs|supp|qrc|svg|desktop|xml)|(^|/)CMakeLists\.txt|^dev|^\.ci/run)$)"_s);
    return kinds.match(path).hasMatch();
}

QStringList violations(const QString &root)
{
    QStringList found;
    for (const QString &entry : QDir(root).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (!topLevel.contains(entry))
            found += entry + u": is not one of the folders and files at the top"_s;
    }
    QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = QDir(root).relativeFilePath(files.next());
        static const QRegularExpression foreign(uR"((^|/)(build|\.git|\.cache|node_modules)/)"_s);
        if (foreign.match(path).hasMatch())
            continue;
        static const QRegularExpression cpp(uR"(\.(h|cpp)$)"_s);
        const bool isCpp = cpp.match(path).hasMatch();
        if (!isCpp && !needsLicenceLines(path))
            continue;
        const QStringList lines = linesOf(QDir(root).filePath(path));
        const QString top = lines.mid(0, 5).join(u'\n');
        if (!top.contains(u"SPDX-FileCopyrightText: "_s)
            || !top.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"_s))
            found += path + u": lacks the two SPDX lines"_s;
        if (isCpp)
            found += layerViolations(path, lines);
    }
    found.sort();
    return found;
}

const QByteArray licence = "// SPDX-FileCopyrightText: The Pinpath authors\n"
                           "// SPDX-License-Identifier: GPL-3.0-or-later\n";

void plant(const QTemporaryDir &root, const QString &path, const QByteArray &content)
{
    QVERIFY(QFileInfo(root.filePath(path)).dir().mkpath(u"."_s));
    QFile file(root.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class tst_Layering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thisTreeKeepsItsLayers();
    void whatIsAllowedIsNotReported();
    void aViolationIsReported_data();
    void aViolationIsReported();
};

void tst_Layering::thisTreeKeepsItsLayers()
{
    const QString root = QStringLiteral(PINPATH_SOURCE_DIR);
    QVERIFY(QFile::exists(root + u"/engine/CMakeLists.txt"_s));
    const QStringList found = violations(root);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void tst_Layering::whatIsAllowedIsNotReported()
{
    QTemporaryDir root;
    plant(root, u"engine/verification/workflow.cpp"_s,
          licence
              + "#include \"engine/base/instant.h\"\n#include <QString>\n#include <vector>\n// tr(\"x\")\nint "
                "str(int);\n");
    plant(root, u"engine/runtime/clock.cpp"_s, licence + "auto now = std::chrono::steady_clock::now();\n");
    plant(root, u"engine/http/server.cpp"_s, licence + "#include <microhttpd.h>\n");
    plant(root, u"model/words/words.cpp"_s, licence + "#include \"engine/base/instant.h\"\n#include <QColor>\n");
    plant(root, u"ui/board/boardpage.cpp"_s, licence + "#include \"model/words/words.h\"\n#include <QWidget>\n");
    plant(root, u"app/main.cpp"_s, licence + "#include \"ui/board/boardpage.h\"\n#include <QApplication>\n");
    plant(root, u"README.md"_s, "# Pinpath\n");
    plant(root, u"build/dev/generated.h"_s, "#include <QWidget>\n");
    QCOMPARE(violations(root.path()), QStringList());
}

void tst_Layering::aViolationIsReported_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("report");

    const auto row = [](const char *name, const QString &path, const QByteArray &content, const QString &report) {
        QTest::newRow(name) << path << content << report;
    };
    const QString inEngine = u"engine/store/journal.cpp"_s;
    row("engine includes a widget", inEngine, licence + "#include <QtWidgets/QLabel>\n", u":3: includes QtWidgets"_s);
    row("engine includes a bare class of QtGui", inEngine, licence + "#include <QImage>\n", u"QImage of QtGui"_s);
    row("engine includes the model", inEngine, licence + "#include \"model/words.h\"\n", u"layer it must not know"_s);
    row("engine includes a test", inEngine, licence + "#include \"tests/support/testclass.h\"\n", u"must not know"_s);
    row("engine translates", inEngine, licence + "auto s = QObject::tr(\"x\");\n", u"translates"_s);
    row("engine names a colour", inEngine, licence + "class QColor;\n", u"screen"_s);
    row("engine reads the wall clock", inEngine, licence + "QDateTime::currentDateTimeUtc();\n", u"reads time"_s);
    row("engine reads a steady clock", inEngine, licence + "std::chrono::steady_clock::now();\n", u"reads time"_s);
    row("engine reads C time", inEngine, licence + "time(nullptr);\n", u"reads time"_s);
    row("engine starts a timer", inEngine, licence + "QElapsedTimer t;\n", u"reads time"_s);
    row("the rules include the store", u"engine/verification/decide.cpp"_s,
        licence + "#include \"engine/store/journal.h\"\n", u"room it must not know"_s);
    row("the store includes the runtime", inEngine, licence + "#include \"engine/runtime/engine.h\"\n",
        u"room it must not know"_s);
    row("a room without a place", u"engine/cellar/a.cpp"_s, licence + "#include \"engine/base/instant.h\"\n",
        u"room it must not know"_s);
    row("the transport includes the rules", u"engine/http/server.cpp"_s,
        licence + "#include \"engine/verification/workflow.h\"\n", u"what it carries"_s);
    row("model includes a widget", u"model/board/a.cpp"_s, licence + "#include <QLabel>\n", u"QLabel of QtWidgets"_s);
    row("model includes SQL", u"model/board/a.cpp"_s, licence + "#include <QSqlQuery>\n", u"of QtSql"_s);
    row("model includes HTTP", u"model/board/a.cpp"_s, licence + "#include <microhttpd.h>\n", u"another layer"_s);
    row("model includes the transport", u"model/board/a.cpp"_s, licence + "#include \"engine/http/server.h\"\n",
        u"HTTP"_s);
    row("model includes ui", u"model/board/a.h"_s, licence + "#include \"ui/theme/tokens.h\"\n", u"must not know"_s);
    row("ui includes SQL", u"ui/board/a.cpp"_s, licence + "#include <QtSql/QSqlDatabase>\n", u"of QtSql"_s);
    row("ui includes the network", u"ui/board/a.cpp"_s, licence + "#include <QNetworkReply>\n", u"of QtNetwork"_s);
    row("ui includes the store", u"ui/board/a.cpp"_s, licence + "#include \"engine/store/reader.h\"\n", u"the store"_s);
    row("ui decides", u"ui/board/a.cpp"_s, licence + "#include \"engine/verification/decide.h\"\n", u"decides"_s);
    row("ui includes app", u"ui/board/a.cpp"_s, licence + "#include \"app/main.h\"\n", u"must not know"_s);
    row("a folder at the top", u"src/a.cpp"_s, licence, u"src: is not one of"_s);
    row("a file at the top", u"notes.txt"_s, "x", u"notes.txt: is not one of"_s);
    row("a source without a licence", u"app/a.cpp"_s, "int a;\n", u"lacks the two SPDX lines"_s);
    row("a script without a licence", u".ci/run"_s, "#!/bin/sh\n", u"lacks the two SPDX lines"_s);
}

void tst_Layering::aViolationIsReported()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(QString, report);
    QTemporaryDir root;
    plant(root, path, content);
    const QStringList found = violations(root.path());
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().contains(report), qPrintable(found.first()));
}

PINPATH_TEST(tst_Layering, "tst_layering")
#include "tst_layering.moc"
