// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/figureaxis.h"
#include "ui/charts/chartpanel.h"
#include "ui/theme/theme.h"

#include <QMap>

#include <optional>
#include <vector>

class QCPItemText;

namespace ui {

// A chart of points or curves between two scales, one under it and one of figures at its left.
class PlanePanel : public ChartPanel {
    Q_OBJECT

public:
    static constexpr int PlotLeft = 48; // behind the figures of its axis, and the room that the plot has for its own

    explicit PlanePanel(const Theme &theme, QWidget *parent = nullptr);

protected:
    virtual int plotHeight() const = 0; // in pixels
    virtual int plotRight() const = 0; // x where the plot ends

    int bodyHeight() const override;
    QRect plotArea() const override;
    int rightRoom() const override;
    QRect markedRect(int) const override { return {}; } // there are no rows
    void paintColumns(QPainter &painter) const override; // the scale at the left
    int valueAt(const QPoint &point) const override; // the nearest that stands on the axes

    // Empties the plot and draws the hairlines. `ticks` stand under it; none: every step of `across`. A label that
    // would touch the one before it goes; its hairline stays.
    void beginPlane(const model::FigureAxis &across, const model::FigureAxis &up,
                    const QMap<double, QString> &ticks = {});
    QPointF pixelOf(QPointF at) const; // in this panel
    // The ring around what is today's.
    void addRing(QPointF at);
    // Words beside a point, `away` px at scale 1 from it, on a plate: they can be read whatever runs under them.
    struct WordsPlace {
        QPointF at; // on the axes
        Qt::Alignment side; // of the words, that stands there
        int away = 0;
    };
    void addWords(const WordsPlace &place, const QString &words, TextStyle style);
    // The same in the middle of what lies `offset` pixels from a point on the axes.
    QCPItemText &addLabel(QPointF at, QPointF offset, const QString &words, TextStyle style);
    // What they cover, in pixels of this panel.
    QRectF boxOf(const WordsPlace &place, const QString &words, TextStyle style) const;
    // The first place where they are within the plot and touch nothing that is taken.
    std::optional<WordsPlace> freePlace(const std::vector<WordsPlace> &places, const QString &words, TextStyle style,
                                        const std::vector<QRectF> &taken) const;
    bool isFree(const QRectF &box, const std::vector<QRectF> &taken) const;

private:
    QPointF offsetOf(const WordsPlace &place) const;
    QMap<double, QString> thinned(QMap<double, QString> ticks) const;

    model::FigureAxis m_across;
    model::FigureAxis m_up;
};

} // namespace ui
