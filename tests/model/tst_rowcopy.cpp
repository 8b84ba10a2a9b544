// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/rowcopy.h"
#include "model/words/numberwords.h"
#include "tests/support/localboard.h"
#include "tests/support/summaries.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <numeric>

namespace tst_rowcopy {

using namespace Qt::StringLiterals;
using engine::Status;
using model::RowFormat;

// Two rows: a running one made by hand above one of the demo that ended.
struct Board {
    Board()
    {
        engine::Summary demo = tests::summary(1, Status::Succeeded, 4);
        demo.source = engine::Source::Demo;
        engine::Summary own = tests::summary(2);
        own.source = engine::Source::Window;
        local.apply(tests::batch({demo, own}, true));
    }
    QString copied(int first, int count, RowFormat format) const
    {
        std::vector<int> rows(static_cast<std::size_t>(count));
        std::iota(rows.begin(), rows.end(), first);
        return model::copyOfRows(model, rows, format);
    }
    QString idAt(int row) const { return model.summaryAt(row).id.toString(); }

    tests::LocalBoard local;
    const model::BoardModel &model = local.model;
};

class tst_RowCopy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsALineARowAsTheTableTellsIt();
    void csvHasAHeaderAndACellPerField();
    void jsonIsAListOfObjects();
    void aPartOfTheRowsIsCopiedAlone();
    void maskedNumbersStayMasked();
    void inventedDataSaysSo_data();
    void inventedDataSaysSo();
};

void tst_RowCopy::textIsALineARowAsTheTableTellsIt()
{
    const Board board;
    const QStringList lines = board.copied(0, 2, RowFormat::Text).split(u'\n');
    QCOMPARE(lines.size(), 3); // each ends with a break
    QVERIFY(lines[0].startsWith(board.idAt(0) + u'\t'));
    QCOMPARE(lines[0].count(board.idAt(0)), 1);
    QVERIFY(lines[0].contains(u"\t+44 7700 900002\tworkflow 1\trunning"));
    QVERIFY(lines[1].contains(u"\t+44 7700 900001\tworkflow 4\tverified in 17 s"));
}

void tst_RowCopy::csvHasAHeaderAndACellPerField()
{
    const Board board;
    const QStringList lines = board.copied(0, 2, RowFormat::Csv).split(u"\r\n"_s);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], u"request_id,started,number,country,workflow_id,state,ended,seconds,source,remark"_s);
    QCOMPARE(lines[1].section(u',', 2, 7), u"447700900002,GB,1,running,,"_s);
    QCOMPARE(lines[2].section(u',', 2, 5), u"447700900001,GB,4,verified"_s);
    QCOMPARE(lines[2].section(u',', 7, 9), u"17,demo,\"Demo data"_s);
}

void tst_RowCopy::jsonIsAListOfObjects()
{
    const Board board;
    const QJsonArray list = QJsonDocument::fromJson(board.copied(0, 2, RowFormat::Json).toUtf8()).array();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0]["request_id"_L1].toString(), board.idAt(0));
    QVERIFY(list[0]["ended"_L1].isNull());
    QCOMPARE(list[1]["seconds"_L1].toDouble(), 17.0);
    QCOMPARE(list[1]["workflow_id"_L1].toInt(), 4);
}

void tst_RowCopy::aPartOfTheRowsIsCopiedAlone()
{
    const Board board;
    const QString second = board.copied(1, 1, RowFormat::Text);
    QVERIFY(second.startsWith(board.idAt(1)));
    QCOMPARE(second.count(u'\n'), 1);
}

void tst_RowCopy::maskedNumbersStayMasked()
{
    Board board;
    board.local.mask.setOn(true);
    for (const RowFormat format : {RowFormat::Text, RowFormat::Csv, RowFormat::Json})
        QVERIFY(!board.copied(0, 2, format).contains(u"900001"));
    QVERIFY(board.copied(0, 1, RowFormat::Text).contains(u"+44 •••• •••002"));
    QVERIFY(board.copied(0, 1, RowFormat::Csv).contains(u"44xxxxxxx002"));
}

void tst_RowCopy::inventedDataSaysSo_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("text") << int(RowFormat::Text);
    QTest::newRow("CSV") << int(RowFormat::Csv);
    QTest::newRow("JSON") << int(RowFormat::Json);
}

void tst_RowCopy::inventedDataSaysSo()
{
    QFETCH(int, format);
    const Board board;
    QVERIFY(!board.copied(0, 1, RowFormat(format)).contains(u"Demo data, invented"));
    QVERIFY(board.copied(1, 1, RowFormat(format)).contains(u"Demo data, invented"));
}

PINPATH_TEST(tst_RowCopy, "tst_rowcopy")

} // namespace tst_rowcopy

#include "tst_rowcopy.moc"
