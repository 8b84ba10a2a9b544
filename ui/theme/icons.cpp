// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/pathdata.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QIconEngine>
#include <QPainter>

#include <vector>

namespace ui {

namespace {

constexpr qreal Grid = 16;
constexpr qreal Pen = 1.5;
constexpr qreal WorkflowRadius = 5.5;

struct IconDrawing {
    const char16_t *stroked = u"";
    const char16_t *filled = u"";
};

IconDrawing dataOf(Icon icon)
{
    switch (icon) {
    case Icon::Search:
        return {u"M7 2.5A4.5 4.5 0 1 1 7 11.5A4.5 4.5 0 1 1 7 2.5ZM10.3 10.3L14 14"};
    case Icon::Plus:
        return {u"M8 3V13M3 8H13"};
    case Icon::Pause:
        return {u"", u"M4.5 3H6.5V13H4.5ZM9.5 3H11.5V13H9.5Z"};
    case Icon::Play:
        return {u"", u"M4.5 2.5L13 8L4.5 13.5Z"};
    case Icon::Skip:
        return {u"M3.5 3.5L10 8L3.5 12.5ZM12.75 3.5V12.5"};
    case Icon::Sound:
        return {u"M2 6.3H4.2L7.2 3.6V12.4L4.2 9.7H2ZM9.6 6A3 3 0 0 1 9.6 10M11.8 4A5.6 5.6 0 0 1 11.8 12"};
    case Icon::Muted:
        return {u"M2 6.3H4.2L7.2 3.6V12.4L4.2 9.7H2ZM10 6L14 10M14 6L10 10"};
    case Icon::Clock:
        return {u"M8 1.75A6.25 6.25 0 1 1 8 14.25A6.25 6.25 0 1 1 8 1.75ZM8 4.5V8L10.5 9.5"};
    case Icon::ChevronDown:
        return {u"M3.5 6L8 10.5L12.5 6"};
    case Icon::ChevronRight:
        return {u"", u"M5.5 3.5L11 8L5.5 12.5Z"};
    case Icon::ArrowUp:
        return {u"M8 13V3.5M4.2 7.2L8 3.4L11.8 7.2"};
    case Icon::SortDown:
        return {u"", u"M3.5 5.75H12.5L8 10.75Z"};
    case Icon::SortUp:
        return {u"", u"M3.5 10.25H12.5L8 5.25Z"};
    case Icon::Close:
        return {u"M3.75 3.75L12.25 12.25M12.25 3.75L3.75 12.25"};
    case Icon::Check:
        return {u"M3.2 8.4L6.6 11.8L12.8 4.6"};
    case Icon::Copy:
        return {u"M6 5.75H13.25V13.25H6ZM10 5.75V2.75H2.75V10H6"};
    case Icon::Info:
        return {u"M8 1.75A6.25 6.25 0 1 1 8 14.25A6.25 6.25 0 1 1 8 1.75ZM8 7.4V11.3", u"M7 4.2H9V5.9H7Z"};
    case Icon::Warning:
        return {u"M8 2L14.5 13.75H1.5ZM8 6.4V9.6", u"M7.15 10.8H8.85V12.3H7.15Z"};
    case Icon::Demo: // a flask
        return {u"M5.4 2H10.6M6.5 2V6.4L3 13.9H13L9.5 6.4V2M4.6 10.5H11.4"};
    case Icon::Simulated: // a bell curve
        return {u"M1.5 13.2C5.2 12.6 5.4 2.8 8 2.8C10.6 2.8 10.8 12.6 14.5 13.2M8 6.2V13.2"};
    case Icon::Board:
        return {u"M1.5 3.75H3.7M6 3.75H14.5M1.5 8H3.7M6 8H10.5M1.5 12.25H3.7M6 12.25H12.5"};
    case Icon::Handsets:
        return {u"M5.25 1.5H10.75A1.5 1.5 0 0 1 12.25 3V13A1.5 1.5 0 0 1 10.75 14.5H5.25A1.5 1.5 0 0 1 3.75 13V3"
                u"A1.5 1.5 0 0 1 5.25 1.5ZM6.8 12H9.2"};
    case Icon::Compare:
        return {u"M1.5 13.75H14.5M3 13.5V7.5H6V13.5M6 13.5V10.5H9.5V13.5M9.5 13.5V2.75H12.75V13.5"};
    case Icon::Report: // a sheet with lines
        return {u"M3.5 1.75H9.5L12.5 4.75V14.25H3.5ZM9.25 2V5H12.25M5.75 8H10.25M5.75 11H10.25"};
    case Icon::Api: // braces
        return {u"M6 2.5C3.9 2.5 4.3 4.3 4.3 5.4C4.3 6.9 3.9 8 2.5 8C3.9 8 4.3 9.1 4.3 10.6C4.3 11.7 3.9 13.5 6 13.5"
                u"M10 2.5C12.1 2.5 11.7 4.3 11.7 5.4C11.7 6.9 12.1 8 13.5 8C12.1 8 11.7 9.1 11.7 10.6"
                u"C11.7 11.7 12.1 13.5 10 13.5"};
    case Icon::Admin: // sliders
        return {u"M1.5 5H7.2M11.2 5H14.5M9.2 3A2 2 0 1 1 9.2 7A2 2 0 1 1 9.2 3Z"
                u"M1.5 11H4.8M8.8 11H14.5M6.8 9A2 2 0 1 1 6.8 13A2 2 0 1 1 6.8 9Z"};
    }
    Q_UNREACHABLE();
}

struct Paths {
    QPainterPath stroked;
    QPainterPath filled;
};

const Paths &pathsOf(Icon icon)
{
    static const std::vector<Paths> all = [] {
        std::vector<Paths> paths;
        for (int i = 0; i < IconCount; ++i) {
            const IconDrawing data = dataOf(Icon(i));
            paths.push_back({parsePathData(QStringView(data.stroked)), parsePathData(QStringView(data.filled))});
        }
        return paths;
    }();
    return all[std::size_t(icon)];
}

// An icon engine needs to say only how it paints; pixmaps follow from it, at every pixel ratio.
class ThemedEngine : public QIconEngine {
public:
    explicit ThemedEngine(const Theme &theme)
        : m_theme(theme)
    { }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

protected:
    const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
};

class IconEngine final : public ThemedEngine {
public:
    IconEngine(const Theme &theme, Icon icon, QColor Tokens::*role)
        : ThemedEngine(theme)
        , m_icon(icon)
        , m_role(role)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Tokens &tokens = theme().tokens();
        const QColor colour = mode == QIcon::Disabled ? tokens.controlEdge : tokens.*m_role;
        drawIcon(*painter, m_icon, QRectF(rect).center(), std::min(rect.width(), rect.height()), colour);
    }

    QIconEngine *clone() const override { return new IconEngine(*this); }

private:
    Icon m_icon;
    QColor Tokens::*m_role;
};

class MarkEngine final : public ThemedEngine {
public:
    MarkEngine(const Theme &theme, Mark mark)
        : ThemedEngine(theme)
        , m_mark(mark)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const Tokens &tokens = theme().tokens();
        const qreal scale = std::min(rect.width(), rect.height()) / Grid;
        drawMark(*painter, m_mark, QRectF(rect).center(), scale, tokens, tokens.base);
    }

    QIconEngine *clone() const override { return new MarkEngine(*this); }

private:
    Mark m_mark;
};

class WorkflowEngine final : public ThemedEngine {
public:
    WorkflowEngine(const Theme &theme, int id)
        : ThemedEngine(theme)
        , m_id(id)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const qreal radius = std::min(rect.width(), rect.height()) * WorkflowRadius / Grid;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillPath(workflowMarker(m_id, QRectF(rect).center(), radius), theme().tokens().workflow(m_id));
    }

    QIconEngine *clone() const override { return new WorkflowEngine(*this); }

private:
    int m_id;
};

} // namespace

void drawIcon(QPainter &painter, Icon icon, QPointF centre, qreal size, const QColor &colour)
{
    const Paths &paths = pathsOf(icon);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(size / Grid, size / Grid);
    painter.translate(-Grid / 2, -Grid / 2);
    painter.strokePath(paths.stroked, QPen(colour, Pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(paths.filled, colour);
    painter.restore();
}

QIcon themedIcon(const Theme &theme, Icon icon, QColor Tokens::*role)
{
    return QIcon(new IconEngine(theme, icon, role));
}

QIcon themedIcon(const Theme &theme, Mark mark)
{
    return QIcon(new MarkEngine(theme, mark));
}

QIcon workflowIcon(const Theme &theme, int id)
{
    return QIcon(new WorkflowEngine(theme, id));
}

} // namespace ui
