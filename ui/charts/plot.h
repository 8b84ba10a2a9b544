// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/customplot.h"

#include <functional>

namespace ui {

class Theme;

inline constexpr float BandOpacity = 0.16F; // of the interval around a curve

// A chart in the theme's colours and fonts. Whoever fills it asks for a repaint through requestReplot() alone: many
// requests are one, and while nobody sees it nothing is drawn. It takes neither focus nor mouse; the panel around it
// does, and speaks. It draws straight onto the widget, so that it is crisp at any pixel ratio and in every copy.
class Plot : public QCustomPlot {
public:
    explicit Plot(const Theme &theme, QWidget *parent = nullptr);

    void requestReplot();
    // One row for each of `count`, the first on top, and a horizontal axis from `low` to `high`. Empties it.
    void beginRows(int count, double low, double high);
    // Room around the rows, in pixels.
    void setRoom(const QMargins &room);
    // What stands under the hairlines, by their values.
    void setTicks(const QMap<double, QString> &ticks);
    // A horizontal interval around the point of `of`, as a line `width` px wide; caps of `cap` px, or none.
    void addWhisker(QCPAbstractPlottable &of, const QColor &colour, double minus, double plus, qreal width, qreal cap);
    void addVerticalLine(double at, const QPen &pen);
    // A shape of its own size around a point, whole also at the edge of the plot.
    QCPGraph &addMark(QPointF at, const QPainterPath &shape, const QPen &pen, const QBrush &brush);
    // Painted over all else, in this widget's coordinates.
    void setOverlay(std::function<void(QPainter &)> overlay);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void follow();

    const Theme &m_theme;
    std::function<void(QPainter &)> m_overlay;
    bool m_isStale = false;
};

} // namespace ui
