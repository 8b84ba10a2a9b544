// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/timechart.h"
#include "ui/charts/planepanel.h"

namespace ui {

// How fast: which share was verified by when, over a compressed time; under it when the messages of those in question
// leave. Up and Down walk the workflows, Left and Right the time.
class TimePanel : public PlanePanel {
    Q_OBJECT

public:
    explicit TimePanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::TimeChart &chart);
    const model::TimeChart &chart() const { return m_chart; }
    // The place of the line that a value is on.
    int lineOf(int value) const { return value / valuesPerStep(); }

protected:
    int leastWidth() const override;
    int plotHeight() const override;
    int plotRight() const override;
    int stripHeight() const override;
    bool isSubTitleBelow() const override { return true; }
    int rightRoom() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;
    void paintOver(QPainter &painter) const override;
    int rowOf(int value) const override { return lineOf(value); }
    int valueAt(const QPoint &point) const override;
    int valuesPerStep() const override { return std::max(1, int(m_chart.moments.size())); }
    std::optional<QPointF> pointOf(int value) const override;
    QString hoverWords(const QPoint &point) const override;

private:
    QMap<double, QString> ticks() const;
    std::vector<QRectF> curves() const;
    void addBand(const model::TimeLine &line);
    void addCurve(const model::TimeLine &line);
    void addHalf(const model::HalfVerified &half);
    // Where a curve ends, and where its marker stands beside it.
    struct End {
        const model::TimeLine *line;
        QPointF from;
        QPointF to;
    };
    std::vector<End> ends() const;
    void paintEnds(QPainter &painter) const;
    void paintConnectors(QPainter &painter) const;
    void paintLane(QPainter &painter, const model::DispatchLane &lane, int place) const;
    qreal xOf(engine::milliseconds at) const;
    qreal yOf(double share) const;
    int lineAt(const QPoint &point) const; // -1: none
    engine::seconds secondAt(const QPoint &point) const;

    model::TimeChart m_chart;
};

// Rising positions, moved so that they are at least `gap` apart, and within `low` and `high` where there is room.
std::vector<double> movedApart(std::vector<double> rising, double gap, double low, double high);

} // namespace ui
