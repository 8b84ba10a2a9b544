// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/widgets/svgpaper.h"

#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

namespace tst_svgpaper {

using namespace Qt::StringLiterals;

template <class Paint>
QString svgOf(const Paint &paint, const QString &title = {}, const QString &description = {})
{
    ui::SvgPaper paper({200, 100});
    QPainter painter(&paper);
    paint(painter);
    painter.end();
    return QString::fromUtf8(paper.svg(title, description));
}

// What stands within the picture's own element.
QString elementsOf(const QString &svg)
{
    return svg.mid(svg.indexOf(u'>') + 1).chopped(6);
}

QString attributeOf(const QString &svg, const QString &element, const QString &name)
{
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            return reader.attributes().value(name).toString();
    }
    return {};
}

class tst_SvgPaper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapesAreElementsInThePapersCoordinates()
    {
        const QString rect = elementsOf(svgOf([](QPainter &painter) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(10, 20);
            painter.scale(2, 2);
            painter.fillRect(QRectF(1, 2, 3, 4), QColor(0x12, 0x34, 0x56));
        }));
        QCOMPARE(rect, u"<rect x=\"12\" y=\"24\" width=\"6\" height=\"8\" fill=\"#123456\"/>"_s);
        const QString line = elementsOf(svgOf([](QPainter &painter) {
            painter.setPen(QPen(Qt::red, 3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            painter.drawLine(QPointF(1, 2), QPointF(50, 2));
        }));
        QCOMPARE(line,
                 u"<path d=\"M1 2L50 2\" fill=\"none\" stroke=\"#ff0000\" stroke-width=\"3\" "
                 "shape-rendering=\"crispEdges\"/>"_s);
    }

    void seeThroughColoursSaySo()
    {
        const QString rect = svgOf([](QPainter &painter) {
            painter.setOpacity(0.5);
            painter.fillRect(QRectF(0, 0, 10, 10), QColor(0, 0, 0, 102));
        });
        QCOMPARE(attributeOf(rect, u"rect"_s, u"fill-opacity"_s), u"0.2"_s);
    }

    void whatIsClippedStaysInsideAndWhatIsWithinNeedsNoClip()
    {
        const auto clipped = [](const QRectF &rect) {
            return elementsOf(svgOf([&](QPainter &painter) {
                painter.translate(5, 5);
                painter.setClipRect(QRectF(0, 0, 50, 50));
                painter.fillRect(rect, Qt::black);
            }));
        };
        QVERIFY(clipped({10, 10, 10, 10}).startsWith(u"<rect x=\"15\""_s));
        QCOMPARE(clipped({60, 10, 10, 10}), QString());
        const QString cut = clipped({40, 10, 30, 10});
        QVERIFY2(
            cut.startsWith(u"<svg x=\"5\" y=\"5\" width=\"50\" height=\"50\" viewBox=\"5 5 50 50\"><rect x=\"45\""_s),
            qPrintable(cut));
        QVERIFY(cut.endsWith(u"</svg>"_s));
    }

    void aClipEndsWithItsPainterState()
    {
        const QString svg = elementsOf(svgOf([](QPainter &painter) {
            painter.save();
            painter.setClipRect(QRectF(0, 0, 20, 20));
            painter.fillRect(QRectF(0, 0, 30, 30), Qt::black);
            painter.restore();
            painter.fillRect(QRectF(50, 50, 10, 10), Qt::black);
        }));
        QVERIFY2(svg.indexOf(u"</svg>"_s) < svg.indexOf(u"x=\"50\""_s), qPrintable(svg));
        QCOMPARE(svg.count(u"<svg"_s), 1);
    }

    void wordsAreTextAndAsWideAsTheyWereDrawn()
    {
        QFont font;
        font.setPixelSize(13);
        font.setWeight(QFont::DemiBold);
        const QString svg = svgOf([&](QPainter &painter) {
            painter.setFont(font);
            painter.setPen(Qt::black);
            painter.drawText(QPointF(10, 30), u"84.4 % & <more>"_s);
        });
        QVERIFY2(svg.contains(u">84.4 % &amp; &lt;more&gt;</text>"_s), qPrintable(svg));
        QCOMPARE(attributeOf(svg, u"text"_s, u"x"_s), u"10"_s);
        QCOMPARE(attributeOf(svg, u"text"_s, u"font-size"_s), u"13"_s);
        QCOMPARE(attributeOf(svg, u"text"_s, u"font-weight"_s), u"600"_s);
        const double width = attributeOf(svg, u"text"_s, u"textLength"_s).toDouble();
        QVERIFY(std::abs(width - QFontMetricsF(font).horizontalAdvance(u"84.4 % & <more>"_s)) < 0.01);
    }

    void itSaysWhatItShows()
    {
        const QString svg = svgOf([](QPainter &) {}, u"Rates & leads"_s, u"Simulated"_s);
        QVERIFY(svg.contains(u"<title>Rates &amp; leads</title><desc>Simulated</desc>"_s));
        QCOMPARE(attributeOf(svg, u"svg"_s, u"role"_s), u"img"_s);
        QCOMPARE(attributeOf(svg, u"svg"_s, u"viewBox"_s), u"0 0 200 100"_s);
    }
};

PINPATH_TEST(tst_SvgPaper, "tst_svgpaper")

} // namespace tst_svgpaper

#include "tst_svgpaper.moc"
