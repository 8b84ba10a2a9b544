// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QString>

namespace ui {

// An SVG picture as text, element by element; words are escaped. A plain value.
class SvgPicture {
public:
    // `finding` is what it shows in a sentence, for those who do not see it.
    SvgPicture(double width, double height, const QString &finding);

    struct Pen {
        QColor colour;
        double width = 1;
        QString dashes{}; // as stroke-dasharray
    };
    void line(QPointF from, QPointF to, const Pen &pen);
    void box(const QRectF &rect, const QColor &fill);
    void roundBox(const QRectF &rect, double radius, const QColor &fill);
    void path(const QPainterPath &path, const QColor &fill);
    void path(const QPainterPath &path, const QColor &fill, const Pen &outline);

    enum class Anchor { Start, Middle, End };
    struct Look {
        QColor colour;
        double size = 13.3;
        Anchor anchor = Anchor::Start;
        bool isStrong = false;
    };
    void words(QPointF baseline, const QString &words, const Look &look);
    // The second after the first, on the same line.
    void words(QPointF baseline, const QString &first, const Look &look, const QString &second, const Look &secondLook);

    QString take();

private:
    QString m_text;
};

} // namespace ui
