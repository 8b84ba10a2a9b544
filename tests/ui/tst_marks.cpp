// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/theme/icons.h"
#include "ui/theme/lines.h"
#include "ui/theme/marks.h"
#include "ui/theme/pathdata.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>
#include <QTest>

namespace tst_marks {

using namespace ui;

constexpr int Side = 64; // of the pictures, which have the mark's centre in the middle
const QPointF Centre(Side / 2, Side / 2);

// One colour for all that is drawn: what remains is the shape.
Tokens shapesOnly()
{
    Tokens tokens = lightTokens();
    for (QColor Tokens::*role :
         {&Tokens::running, &Tokens::verified, &Tokens::expired, &Tokens::failed, &Tokens::neutral, &Tokens::secondary})
        tokens.*role = tokens.text;
    return tokens;
}

template <class Draw>
QImage pictureOf(const QColor &background, Draw draw)
{
    QImage image(Side, Side, QImage::Format_ARGB32_Premultiplied);
    image.fill(background);
    QPainter painter(&image);
    draw(painter);
    return image;
}

QImage pictureOf(Mark mark, qreal scale, const Tokens &tokens)
{
    return pictureOf(tokens.base,
                     [&](QPainter &painter) { drawMark(painter, mark, Centre, scale, tokens, tokens.base); });
}

// How much ink separates two pictures, in pixels.
qreal difference(const QImage &one, const QImage &other)
{
    qreal sum = 0;
    for (int y = 0; y < Side; ++y) {
        for (int x = 0; x < Side; ++x)
            sum += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) / 255.0;
    }
    return sum;
}

QRect inkOf(const QImage &image, const QColor &background)
{
    QRect ink;
    for (int y = 0; y < Side; ++y) {
        for (int x = 0; x < Side; ++x) {
            if (image.pixelColor(x, y) != background)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

QByteArray nameOf(int mark)
{
    return "mark " + QByteArray::number(mark);
}

class tst_Marks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMarkPaintsWithinItsBounds_data();
    void everyMarkPaintsWithinItsBounds();
    void noTwoMarksLookAlikeWithoutColour_data();
    void noTwoMarksLookAlikeWithoutColour();
    void aSentMessageIsHalfFilledAndADeliveredOneFull();
    void aHaloKeepsTheLineOffTheMark();
    void aPlannedMarkHidesTheLineBehindIt();
    void everySignOfTheFramePaintsAndDiffers();
    void workflowMarkersDifferByShape();
    void iconsFollowTheThemeAndThePixelRatio();
    void arcsEndWhereTheDataSay();
    void pinLinesDifferByForm();
    void dotsStandStillWhileTheLineGrowsShorter();
    void aZigzagKeepsToItsTime();
};

void tst_Marks::everyMarkPaintsWithinItsBounds_data()
{
    QTest::addColumn<int>("mark");
    for (int mark = 0; mark < MarkCount; ++mark)
        QTest::newRow(nameOf(mark)) << mark;
}

void tst_Marks::everyMarkPaintsWithinItsBounds()
{
    QFETCH(const int, mark);
    const Tokens &tokens = lightTokens();
    const QRect ink = inkOf(pictureOf(Mark(mark), 2, tokens), tokens.base);
    QVERIFY(!ink.isEmpty());
    const QRect bounds = markBounds(Mark(mark), 2).translated(Centre).toAlignedRect();
    QVERIFY2(
        bounds.contains(ink),
        qPrintable(QStringLiteral("paints %1,%2 %3x%4").arg(ink.x()).arg(ink.y()).arg(ink.width()).arg(ink.height())));
    QVERIFY(ink.width() > bounds.width() - 4 && ink.height() > bounds.height() - 8);
}

void tst_Marks::noTwoMarksLookAlikeWithoutColour_data()
{
    QTest::addColumn<qreal>("scale");
    QTest::newRow("in rows") << markscale::Row;
    QTest::newRow("in the detail") << markscale::Detail;
}

void tst_Marks::noTwoMarksLookAlikeWithoutColour()
{
    QFETCH(const qreal, scale);
    const Tokens tokens = shapesOnly();
    std::vector<QImage> pictures;
    for (int mark = 0; mark < MarkCount; ++mark)
        pictures.push_back(pictureOf(Mark(mark), scale, tokens));
    constexpr qreal Noticeable = 7; // full pixels at 14 px: an eighth of the outline of a bubble
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        for (std::size_t j = i + 1; j < pictures.size(); ++j) {
            const qreal found = difference(pictures[i], pictures[j]);
            QVERIFY2(found > Noticeable * scale * scale,
                     qPrintable(QStringLiteral("marks %1 and %2 differ by %3").arg(i).arg(j).arg(found)));
        }
    }
}

void tst_Marks::aSentMessageIsHalfFilledAndADeliveredOneFull()
{
    const Tokens &tokens = lightTokens();
    const QPoint above = (Centre + QPointF(12, -4)).toPoint(); // inside the outline, right of the handset
    const QPoint below = (Centre + QPointF(12, 4)).toPoint();
    for (const auto &[sent, delivered] :
         {std::pair{Mark::SmsSent, Mark::SmsDelivered}, std::pair{Mark::CallSent, Mark::CallDelivered}}) {
        const QImage half = pictureOf(sent, 3, tokens);
        QCOMPARE(half.pixelColor(above), tokens.base);
        QCOMPARE(half.pixelColor(below), tokens.running);
        const QImage full = pictureOf(delivered, 3, tokens);
        QCOMPARE(full.pixelColor(above), tokens.running);
        QCOMPARE(full.pixelColor(below), tokens.running);
    }
}

void tst_Marks::aHaloKeepsTheLineOffTheMark()
{
    const Tokens &tokens = lightTokens();
    const auto draw = [&](MarkHalo halo) {
        return pictureOf(tokens.base, [&](QPainter &painter) {
            drawPinLine(painter, PinLine::AtPhone, 0, Side, Centre.y(), tokens.neutral, 1);
            drawMark(painter, Mark::Verified, Centre, 1, tokens, tokens.base, halo);
        });
    };
    const QPoint beside = Centre.toPoint() + QPoint(7, 0); // the first pixel right of the disc
    QCOMPARE(draw(MarkHalo::None).pixelColor(beside), tokens.neutral);
    QVERIFY(qGray(draw(MarkHalo::Background).pixel(beside)) > 240); // antialiased
    QCOMPARE(draw(MarkHalo::Background).pixelColor(beside + QPoint(2, 0)), tokens.neutral);
}

void tst_Marks::aPlannedMarkHidesTheLineBehindIt()
{
    const Tokens &tokens = lightTokens();
    const QImage image = pictureOf(tokens.selection, [&](QPainter &painter) {
        drawPinLine(painter, PinLine::AtPhone, 0, Side, Centre.y(), tokens.neutral, 1);
        drawMark(painter, Mark::SmsPlanned, Centre, 2, tokens, tokens.selection);
    });
    QCOMPARE(image.pixelColor(Centre.toPoint()), tokens.selection);
}

void tst_Marks::everySignOfTheFramePaintsAndDiffers()
{
    const Tokens &tokens = lightTokens();
    std::vector<QImage> pictures;
    for (int icon = 0; icon < IconCount; ++icon) {
        pictures.push_back(
            pictureOf(tokens.base, [&](QPainter &painter) { drawIcon(painter, Icon(icon), Centre, 32, tokens.text); }));
        const QRect ink = inkOf(pictures.back(), tokens.base);
        QVERIFY2(!ink.isEmpty() && QRect(16, 16, 32, 32).contains(ink), qPrintable(QString::number(icon)));
        for (std::size_t other = 0; other + 1 < pictures.size(); ++other)
            QVERIFY2(difference(pictures.back(), pictures[other]) > 20,
                     qPrintable(QStringLiteral("%1 and %2").arg(icon).arg(other)));
    }
}

void tst_Marks::workflowMarkersDifferByShape()
{
    std::vector<QImage> pictures;
    for (int id = 1; id <= 10; ++id) { // from 8 on: custom
        pictures.push_back(pictureOf(Qt::white, [&](QPainter &painter) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.fillPath(workflowMarker(id, Centre, 7), Qt::black);
        }));
        for (std::size_t other = 0; other + 1 < pictures.size(); ++other)
            QVERIFY2(difference(pictures.back(), pictures[other]) > 8, // the hexagon is nearest to the disc
                     qPrintable(QStringLiteral("%1 and %2: %3")
                                    .arg(id)
                                    .arg(other + 1)
                                    .arg(difference(pictures.back(), pictures[other]))));
    }
}

void tst_Marks::iconsFollowTheThemeAndThePixelRatio()
{
    Theme theme;
    theme.setScheme(ColourScheme::Light);
    const QIcon icon = themedIcon(theme, Icon::Pause, &Tokens::accent);
    const QPixmap light = icon.pixmap(QSize(16, 16), 2);
    QCOMPARE(light.size(), QSize(32, 32));
    const QPoint bar(11, 16); // inside the left bar
    QCOMPARE(light.toImage().pixelColor(bar), lightTokens().accent);
    theme.setScheme(ColourScheme::Dark);
    QCOMPARE(icon.pixmap(QSize(16, 16), 2).toImage().pixelColor(bar), darkTokens().accent);
    const QPixmap mark = markPixmap(Mark::Verified, 16, 2, darkTokens(), darkTokens().base);
    QCOMPARE(mark.deviceIndependentSize(), QSizeF(16, 16));
    QCOMPARE(mark.toImage().pixelColor(16, 5), darkTokens().verified);
}

void tst_Marks::arcsEndWhereTheDataSay()
{
    const QRectF circle = parsePathData(u"M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1Z").boundingRect();
    QVERIFY(std::abs(circle.width() - 14) < 0.01 && std::abs(circle.left() - 1) < 0.01);
    const QPainterPath quarter = parsePathData(u"M0-5A5 5 0 0 1 5 0");
    QVERIFY(QLineF(quarter.currentPosition(), QPointF(5, 0)).length() < 0.001);
    QVERIFY(QLineF(quarter.pointAtPercent(0.5), QPointF(3.5355, -3.5355)).length() < 0.02); // clockwise, the short way
    const QPainterPath threeQuarters = parsePathData(u"M0-5A5 5 0 1 0 5 0");
    QVERIFY(QLineF(threeQuarters.pointAtPercent(0.5), QPointF(-3.5355, 3.5355)).length() < 0.02);
}

void tst_Marks::pinLinesDifferByForm()
{
    const auto column = [](PinLine line) { // inked rows in the middle of the line
        const QImage image
            = pictureOf(Qt::white, [&](QPainter &painter) { drawPinLine(painter, line, 0, Side, 32, Qt::black, 1); });
        QString rows;
        for (int y = 26; y < 38; ++y)
            rows += image.pixelColor(32, y) == QColor(Qt::white) ? u'.' : u'#';
        return rows;
    };
    QCOMPARE(column(PinLine::OnItsWay), QStringLiteral(".....##....."));
    QCOMPARE(column(PinLine::AtPhone), QStringLiteral("....####...."));
    QCOMPARE(column(PinLine::Second), QStringLiteral("...##..##..."));
    QCOMPARE(column(PinLine::Third), QStringLiteral(".##..##..##."));
}

void tst_Marks::dotsStandStillWhileTheLineGrowsShorter()
{
    const auto draw = [](qreal from) {
        return pictureOf(Qt::white, [&](QPainter &painter) { drawDottedLine(painter, from, 60, 32, Qt::black, 1); });
    };
    const QRect rest(20, 0, 44, Side);
    QCOMPARE(draw(2).copy(rest), draw(9.5).copy(rest));
}

void tst_Marks::aZigzagKeepsToItsTime()
{
    for (const qreal end : {14.0, 15.2, 17.5, 19.9, 40.0}) {
        const QImage image
            = pictureOf(Qt::white, [&](QPainter &painter) { drawZigzag(painter, 10, end, 32, Qt::black, 1); });
        const QRect ink = inkOf(image, Qt::white);
        QVERIFY(QRect(QPoint(9, 27), QPoint(int(end) + 1, 36)).contains(ink));
        QVERIFY(ink.right() >= int(end) - 1);
    }
}

PINPATH_TEST(tst_Marks, "tst_marks")

} // namespace tst_marks

#include "tst_marks.moc"
