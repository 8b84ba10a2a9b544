// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/svgpaper.h"

#include "ui/theme/equaldigits.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString figureOf(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == "-0"_L1 ? u"0"_s : text;
}

QString attribute(QStringView name, const QString &value)
{
    return u' ' + name.toString() + u"=\""_s + value.toHtmlEscaped() + u'"';
}

QString attribute(QStringView name, double value)
{
    return attribute(name, figureOf(value));
}

QString boxAttributes(const QRectF &box)
{
    return attribute(u"x", box.x()) + attribute(u"y", box.y()) + attribute(u"width", box.width())
        + attribute(u"height", box.height());
}

QString viewOf(const QRectF &box)
{
    return figureOf(box.x()) + u' ' + figureOf(box.y()) + u' ' + figureOf(box.width()) + u' ' + figureOf(box.height());
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
        data += figureOf(element.x) + u' ' + figureOf(element.y);
    }
    return data;
}

// Of the pen's or the brush's colour.
QString paintAttributes(QStringView of, const QColor &colour, double opacity)
{
    const double alpha = colour.alphaF() * opacity;
    return attribute(of, colour.name())
        + (alpha < 0.999 ? attribute(QString(of.toString() + u"-opacity"_s), alpha) : QString());
}

int screenDpi()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? qRound(screen->logicalDotsPerInch()) : 96;
}

} // namespace

// Everything comes here in the painter's coordinates and leaves in those of the paper, so that no element needs a
// transformation but turned words.
class SvgEngine final : public QPaintEngine {
public:
    SvgEngine()
        : QPaintEngine(PrimitiveTransform | PixmapTransform | PainterPaths | Antialiasing | AlphaBlend | ConstantOpacity
                       | BrushStroke | PaintOutsidePaintEvent)
    { }

    const QString &elements() const { return m_elements; }
    const QString &family() const { return m_family; }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override
    {
        goInto(std::nullopt);
        return true;
    }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState &changed) override
    {
        m_pen = changed.pen();
        m_brush = changed.brush();
        m_opacity = changed.opacity();
        m_transform = changed.transform();
        m_isSmooth = changed.renderHints().testFlag(QPainter::Antialiasing);
    }

    void drawPath(const QPainterPath &path) override { addPath(m_transform.map(path), true); }
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawRects(const QRectF *rects, int count) override;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;
    void drawTextItem(const QPointF &at, const QTextItem &item) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source) override;

private:
    double penWidth() const;
    QString strokeAttributes() const;
    QString fillAttributes() const;
    QString edgeAttributes() const; // crisp where the painter's lines are
    void addPath(const QPainterPath &path, bool isFilled);
    void add(const QRectF &covered, const QString &element);
    void goInto(std::optional<QRectF> clip);

    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1;
    QTransform m_transform;
    bool m_isSmooth = false;
    QString m_family; // of the first words, and of all that name none
    QString m_elements;
    std::optional<QRectF> m_clip; // that the next element is in
};

double SvgEngine::penWidth() const
{
    const double width = m_pen.widthF() > 0 ? m_pen.widthF() : 1;
    return m_pen.isCosmetic() ? width : width * std::sqrt(std::abs(m_transform.determinant()));
}

QString SvgEngine::strokeAttributes() const
{
    if (m_pen.style() == Qt::NoPen || m_pen.color().alpha() == 0)
        return {};
    const double width = penWidth();
    QString text = paintAttributes(u"stroke", m_pen.color(), m_opacity);
    if (width != 1)
        text += attribute(u"stroke-width", width);
    if (m_pen.capStyle() != Qt::FlatCap)
        text += attribute(u"stroke-linecap", m_pen.capStyle() == Qt::RoundCap ? u"round"_s : u"square"_s);
    if (m_pen.joinStyle() == Qt::RoundJoin || m_pen.joinStyle() == Qt::BevelJoin)
        text += attribute(u"stroke-linejoin", m_pen.joinStyle() == Qt::RoundJoin ? u"round"_s : u"bevel"_s);
    QStringList dashes;
    if (m_pen.style() != Qt::SolidLine) {
        for (const double dash : m_pen.dashPattern())
            dashes << figureOf(dash * width);
        text += attribute(u"stroke-dasharray", dashes.join(u' '));
    }
    return text;
}

QString SvgEngine::fillAttributes() const
{
    return m_brush.style() == Qt::NoBrush ? attribute(u"fill", u"none"_s)
                                          : paintAttributes(u"fill", m_brush.color(), m_opacity);
}

QString SvgEngine::edgeAttributes() const
{
    return m_isSmooth ? QString() : attribute(u"shape-rendering", u"crispEdges"_s);
}

void SvgEngine::addPath(const QPainterPath &path, bool isFilled)
{
    const QString stroke = strokeAttributes();
    const QString fill = isFilled ? fillAttributes() : attribute(u"fill", u"none"_s);
    if (path.isEmpty() || (stroke.isEmpty() && fill == attribute(u"fill", u"none"_s)))
        return;
    const double half = stroke.isEmpty() ? 0 : penWidth() / 2;
    const bool isOddEven = isFilled && path.fillRule() == Qt::OddEvenFill;
    add(path.boundingRect().adjusted(-half, -half, half, half),
        u"<path"_s + attribute(u"d", dataOf(path)) + fill
            + (isOddEven ? attribute(u"fill-rule", u"evenodd"_s) : QString()) + stroke + edgeAttributes() + u"/>"_s);
}

void SvgEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode != PolylineMode)
        path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    addPath(m_transform.map(path), mode != PolylineMode);
}

void SvgEngine::drawRects(const QRectF *rects, int count)
{
    for (const QRectF *rect = rects; rect != rects + count; ++rect) {
        if (m_transform.type() > QTransform::TxScale) {
            QPainterPath path;
            path.addRect(*rect);
            drawPath(path);
            continue;
        }
        const QString stroke = strokeAttributes();
        const QRectF box = m_transform.mapRect(*rect).normalized();
        const double half = stroke.isEmpty() ? 0 : penWidth() / 2;
        if (!stroke.isEmpty() || m_brush.style() != Qt::NoBrush)
            add(box.adjusted(-half, -half, half, half),
                u"<rect"_s + boxAttributes(box) + fillAttributes() + stroke + edgeAttributes() + u"/>"_s);
    }
}

void SvgEngine::drawTextItem(const QPointF &at, const QTextItem &item)
{
    const QString words = item.text();
    if (words.trimmed().isEmpty())
        return;
    const QFont font = item.font();
    const QFontMetricsF metrics(font, paintDevice());
    const double width = metrics.horizontalAdvance(words);
    const double size = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * screenDpi() / 72;
    const bool isTurned = m_transform.type() > QTransform::TxTranslate;
    const QPointF place = isTurned ? at : m_transform.map(at);
    const QString family = familyAsInstalled(font.family());
    if (m_family.isEmpty())
        m_family = family;
    QString text = u"<text"_s + attribute(u"x", place.x()) + attribute(u"y", place.y())
        + attribute(u"textLength", width) + attribute(u"lengthAdjust", u"spacingAndGlyphs"_s)
        + paintAttributes(u"fill", m_pen.color(), m_opacity) + attribute(u"font-size", size);
    if (font.weight() != QFont::Normal)
        text += attribute(u"font-weight", QString::number(font.weight()));
    if (font.italic())
        text += attribute(u"font-style", u"italic"_s);
    if (family != m_family)
        text += attribute(u"font-family", family);
    if (words.contains(u"  "_s))
        text += attribute(u"xml:space", u"preserve"_s);
    if (isTurned)
        text += attribute(u"transform",
                          u"matrix(%1 %2 %3 %4 %5 %6)"_s.arg(figureOf(m_transform.m11()), figureOf(m_transform.m12()),
                                                             figureOf(m_transform.m21()), figureOf(m_transform.m22()),
                                                             figureOf(m_transform.dx()), figureOf(m_transform.dy())));
    const QRectF covered(at.x(), at.y() - metrics.ascent(), width, metrics.height());
    add(m_transform.mapRect(covered), text + u'>' + words.toHtmlEscaped() + u"</text>"_s);
}

void SvgEngine::drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source)
{
    QBuffer png;
    pixmap.copy(source.toAlignedRect()).save(&png, "PNG");
    const QRectF box = m_transform.mapRect(target);
    add(box,
        u"<image"_s + boxAttributes(box) + attribute(u"preserveAspectRatio", u"none"_s)
            + attribute(u"href", u"data:image/png;base64,"_s + QString::fromLatin1(png.data().toBase64())) + u"/>"_s);
}

// Clips are rectangles here; one that an element lies in is left out, and what lies beyond it, too.
void SvgEngine::add(const QRectF &covered, const QString &element)
{
    const QRectF place = covered.adjusted(-0.01, -0.01, 0.01, 0.01); // a line has an area, too
    std::optional<QRectF> clip;
    if (painter()->hasClipping())
        clip = m_transform.mapRect(painter()->clipBoundingRect());
    if (clip && !clip->intersects(place))
        return;
    if (clip && clip->contains(place))
        clip.reset();
    goInto(clip);
    m_elements += element;
}

void SvgEngine::goInto(std::optional<QRectF> clip)
{
    if (clip == m_clip)
        return;
    if (m_clip)
        m_elements += u"</svg>"_s;
    if (clip)
        m_elements += u"<svg"_s + boxAttributes(*clip) + attribute(u"viewBox", viewOf(*clip)) + u'>';
    m_clip = clip;
}

SvgPaper::SvgPaper(QSize size)
    : m_size(size)
    , m_engine(std::make_unique<SvgEngine>())
{ }

SvgPaper::~SvgPaper() = default;

QPaintEngine *SvgPaper::paintEngine() const
{
    return m_engine.get();
}

QByteArray SvgPaper::svg(const QString &title, const QString &description) const
{
    QString text = u"<svg xmlns=\"http://www.w3.org/2000/svg\""_s + attribute(u"role", u"img"_s)
        + attribute(u"width", m_size.width()) + attribute(u"height", m_size.height())
        + attribute(u"viewBox", viewOf({QPointF(), QSizeF(m_size)}))
        + attribute(u"font-family", QString(m_engine->family() + u", sans-serif"_s))
        + attribute(u"style", u"font-variant-numeric: tabular-nums"_s) + u'>';
    if (!title.isEmpty())
        text += u"<title>"_s + title.toHtmlEscaped() + u"</title>"_s;
    if (!description.isEmpty())
        text += u"<desc>"_s + description.toHtmlEscaped() + u"</desc>"_s;
    return (text + m_engine->elements() + u"</svg>"_s).toUtf8();
}

int SvgPaper::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_size.width() * 25.4 / screenDpi());
    case PdmHeightMM:
        return qRound(m_size.height() * 25.4 / screenDpi());
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return screenDpi(); // as text was measured
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 24;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return qRound(devicePixelRatioFScale());
    default: // of a later Qt
        return QPaintDevice::metric(metric);
    }
}

} // namespace ui
