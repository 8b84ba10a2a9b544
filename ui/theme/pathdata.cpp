// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/pathdata.h"

#include <QtMath>

#include <cmath>

namespace ui {

namespace {

class Reader {
public:
    explicit Reader(QStringView data)
        : m_rest(data)
    { }

    bool atEnd()
    {
        skipSeparators();
        return m_rest.isEmpty();
    }

    bool atCommand() { return !atEnd() && m_rest.front().isLetter(); }

    char16_t command()
    {
        Q_ASSERT(atCommand());
        const char16_t letter = m_rest.front().unicode();
        m_rest = m_rest.mid(1);
        return letter;
    }

    qreal number()
    {
        skipSeparators();
        qsizetype length = 0;
        bool seenPoint = false;
        for (; length < m_rest.size(); ++length) {
            const QChar c = m_rest.at(length);
            const bool isSign = length == 0 && c == u'-';
            const bool isPoint = c == u'.' && !seenPoint;
            if (!c.isDigit() && !isSign && !isPoint)
                break;
            seenPoint = seenPoint || isPoint;
        }
        bool ok = false;
        const qreal value = m_rest.left(length).toDouble(&ok);
        Q_ASSERT_X(ok, "parsePathData", "a number was expected");
        m_rest = m_rest.mid(length);
        return value;
    }

    QPointF point()
    {
        const qreal x = number();
        return {x, number()};
    }

private:
    void skipSeparators()
    {
        while (!m_rest.isEmpty() && (m_rest.front().isSpace() || m_rest.front() == u','))
            m_rest = m_rest.mid(1);
    }

    QStringView m_rest;
};

// From the end points that SVG gives to the centre and angles that QPainterPath wants (SVG 2, appendix B.2.4, with the
// ellipse scaled to a unit circle).
void arcTo(QPainterPath &path, QSizeF radii, bool largeArc, bool clockwise, QPointF end)
{
    const auto toUnit = [radii](QPointF p) { return QPointF(p.x() / radii.width(), p.y() / radii.height()); };
    const QPointF from = toUnit(path.currentPosition());
    const QPointF to = toUnit(end);
    const QPointF half = (to - from) / 2;
    const qreal halfChord = std::min(std::hypot(half.x(), half.y()), qreal(1));
    Q_ASSERT(halfChord > 0);
    const qreal toCentre = std::sqrt(1 - halfChord * halfChord) * (largeArc == clockwise ? -1 : 1);
    const QPointF centre = from + half + QPointF(-half.y(), half.x()) * (toCentre / halfChord);

    const auto degrees = [centre](QPointF p) { // counter-clockwise on the screen, as Qt counts
        return qRadiansToDegrees(std::atan2(centre.y() - p.y(), p.x() - centre.x()));
    };
    qreal sweep = degrees(to) - degrees(from);
    if (clockwise && sweep > 0)
        sweep -= 360;
    if (!clockwise && sweep < 0)
        sweep += 360;
    const QRectF ellipse((centre.x() - 1) * radii.width(), (centre.y() - 1) * radii.height(), 2 * radii.width(),
                         2 * radii.height());
    path.arcTo(ellipse, degrees(from), sweep);
}

} // namespace

QPainterPath parsePathData(QStringView data)
{
    Reader reader(data);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    char16_t command = u'M';
    while (!reader.atEnd()) {
        if (reader.atCommand())
            command = reader.command();
        switch (command) {
        case u'M':
            path.moveTo(reader.point());
            command = u'L'; // further pairs are lines
            break;
        case u'L':
            path.lineTo(reader.point());
            break;
        case u'H':
            path.lineTo(reader.number(), path.currentPosition().y());
            break;
        case u'V':
            path.lineTo(path.currentPosition().x(), reader.number());
            break;
        case u'C': {
            const QPointF first = reader.point();
            const QPointF second = reader.point();
            path.cubicTo(first, second, reader.point());
            break;
        }
        case u'A': {
            const QPointF radii = reader.point();
            const qreal rotation = reader.number();
            Q_ASSERT(rotation == 0);
            const bool largeArc = reader.number() != 0;
            const bool clockwise = reader.number() != 0;
            arcTo(path, {radii.x(), radii.y()}, largeArc, clockwise, reader.point());
            break;
        }
        case u'Z':
            path.closeSubpath();
            break;
        default:
            Q_ASSERT_X(false, "parsePathData", "unknown command");
            return path;
        }
    }
    return path;
}

} // namespace ui
