// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/svgpicture.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString coordinate(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString attribute(QStringView name, const QString &value)
{
    return u' ' + name.toString() + u"=\""_s + value + u'"';
}

QString attribute(QStringView name, double value)
{
    return attribute(name, coordinate(value));
}

QString strokeAttributes(const SvgPicture::Pen &pen)
{
    if (!pen.colour.isValid())
        return {};
    return attribute(u"stroke", pen.colour.name()) + attribute(u"stroke-width", pen.width)
        + (pen.dashes.isEmpty() ? QString() : attribute(u"stroke-dasharray", pen.dashes));
}

QString lookAttributes(const SvgPicture::Look &look)
{
    return attribute(u"fill", look.colour.name()) + attribute(u"font-size", look.size)
        + (look.isStrong ? attribute(u"font-weight", u"600"_s) : QString());
}

QString dataOf(const QPainterPath &path)
{
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo())
            data += u'M';
        else if (element.isLineTo())
            data += u'L';
        else
            data += element.isCurveTo() ? u"C"_s : u" "_s; // the two points after it belong to the curve
        data += coordinate(element.x) + u' ' + coordinate(element.y);
    }
    return data;
}

} // namespace

SvgPicture::SvgPicture(double width, double height, const QString &finding)
    : m_text(
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1 %2\" width=\"%1\" height=\"%2\">"_s
            .arg(coordinate(width), coordinate(height)))
{
    if (!finding.isEmpty())
        m_text += u"<title>"_s + finding.toHtmlEscaped() + u"</title>"_s;
}

void SvgPicture::line(QPointF from, QPointF to, const Pen &pen)
{
    m_text += u"<line"_s + attribute(u"x1", from.x()) + attribute(u"y1", from.y()) + attribute(u"x2", to.x())
        + attribute(u"y2", to.y()) + strokeAttributes(pen) + u"/>"_s;
}

void SvgPicture::box(const QRectF &rect, const QColor &fill)
{
    roundBox(rect, 0, fill);
}

void SvgPicture::roundBox(const QRectF &rect, double radius, const QColor &fill)
{
    m_text += u"<rect"_s + attribute(u"x", rect.x()) + attribute(u"y", rect.y()) + attribute(u"width", rect.width())
        + attribute(u"height", rect.height()) + (radius > 0 ? attribute(u"rx", radius) : QString())
        + attribute(u"fill", fill.name()) + u"/>"_s;
}

void SvgPicture::path(const QPainterPath &path, const QColor &fill)
{
    this->path(path, fill, Pen());
}

void SvgPicture::path(const QPainterPath &path, const QColor &fill, const Pen &outline)
{
    m_text += u"<path"_s + attribute(u"d", dataOf(path)) + attribute(u"fill", fill.name()) + strokeAttributes(outline)
        + u"/>"_s;
}

void SvgPicture::words(QPointF baseline, const QString &words, const Look &look)
{
    this->words(baseline, words, look, {}, {});
}

void SvgPicture::words(QPointF baseline, const QString &first, const Look &firstLook, const QString &second,
                       const Look &secondLook)
{
    static constexpr const char16_t *Anchors[]{u"start", u"middle", u"end"};
    m_text += u"<text"_s + attribute(u"x", baseline.x()) + attribute(u"y", baseline.y())
        + (firstLook.anchor == Anchor::Start
               ? QString()
               : attribute(u"text-anchor", QString::fromUtf16(Anchors[std::size_t(firstLook.anchor)])))
        + lookAttributes(firstLook) + u'>' + first.toHtmlEscaped();
    if (!second.isEmpty())
        m_text += u"<tspan dx=\"8\" font-weight=\"400\""_s + lookAttributes(secondLook) + u'>' + second.toHtmlEscaped()
            + u"</tspan>"_s;
    m_text += u"</text>"_s;
}

QString SvgPicture::take()
{
    return m_text + u"</svg>"_s;
}

} // namespace ui
