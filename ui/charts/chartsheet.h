// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/chartwords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/standingpicture.h"

#include <QWidget>

namespace ui {

class Plot;
class Theme;

// A chart as it is drawn: its title, the plot, columns of words beside that, and the note under it; and the pictures of
// it that go elsewhere. What the plot and the columns hold is the heirs' business. Needs no window to give a picture.
class ChartSheet : public QWidget {
    Q_OBJECT

public:
    explicit ChartSheet(const Theme &theme, QWidget *parent = nullptr);

    const model::ChartWords &words() const { return m_words; }
    Plot &plot() const { return *m_plot; }
    // Where tabs above it say its title and show that it has the focus: only copies have the title then.
    void setTitleInTabs(bool isInTabs);

    // What a copy of it says under it: title, scope, n, method and date. And the mark of invented data, in its corner.
    // `place` is what its files are named after, beside its title; may be empty.
    void setCaption(const QString &caption, const QString &mark, const QString &place = {});
    // "success-rate-united-kingdom"
    QString fileName() const;
    const QString &caption() const { return m_caption; }
    // As it stands, without focus and buttons, `width` px wide at scale 1; for a report, which has the caption's words
    // elsewhere. Of this sheet, which outlives it.
    StandingPicture figure(int width);
    // The same in its own size, with the caption under it.
    StandingPicture picture() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    const Theme &theme() const { return m_theme; }
    // New content of an heir, in so many rows.
    void setSheet(const model::ChartWords &words, int rows);
    int rows() const { return m_rows; }

    virtual int leastWidth() const = 0; // at scale 1
    virtual int pitch() const; // of the rows, in pixels
    virtual int bodyHeight() const; // of the rows, or of what stands in their place, in pixels
    virtual bool hasPlot() const { return true; }
    virtual int ticksHeight() const; // of the labels under the plot, in pixels
    virtual int stripHeight() const { return 0; } // of what stands between the tick labels and the note, in pixels
    virtual bool isSubTitleBelow() const { return false; } // under the title, else beside it
    virtual QRect plotArea() const = 0; // of the rows
    virtual int rightRoom() const { return 0; } // that the last tick label needs, in pixels
    virtual void fillPlot() = 0;
    virtual void paintColumns(QPainter &painter) const = 0;
    // Over the plot, in its coordinates.
    virtual void paintOver(QPainter &painter) const;

    // What stands in the place of the subtitle for a while; empty: the subtitle does.
    virtual QString told() const { return {}; }
    bool isTelling() const; // in the place of the heads where the title is in tabs
    virtual int buttonsWidth() const { return 0; } // beside the title, in pixels
    // Something else in the place of all but the title, which draws itself into pictures by paintInstead().
    virtual bool isReplaced() const { return false; }
    virtual void paintInstead(QPainter &, const QPoint &) { }

    bool isPlotShown() const;
    bool isPictured() const { return m_isPictured; } // while a picture is painted: no focus shows
    bool isTitleShown() const { return !m_isTitleInTabs || m_isPictured; }
    int titleWidth() const;
    QRect rowRect(int row) const; // in full width
    QRect bodyRect() const; // of all rows, in full width
    int headBaseline() const;
    void paintHead(QPainter &painter, const QString &text, int x, Qt::Alignment alignment) const;
    // Marker, id and messages of a row.
    void paintLine(QPainter &painter, const model::ChartLine &line, int row) const;
    void paintText(QPainter &painter, const QString &text, int x, int row, Qt::Alignment alignment, bool isStrong,
                   QColor Tokens::*role) const;

    virtual void lay();
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintTitle(QPainter &painter) const;
    void paintSubTitle(QPainter &painter) const;
    int tagWidth() const;
    void paintTag(QPainter &painter) const;
    int noteHeight() const;
    void paintPicture(QPainter &painter, const QPoint &origin) const;

    const Theme &m_theme;
    Plot *m_plot;
    QString m_caption;
    QString m_mark;
    QString m_place;
    mutable bool m_isPictured = false;
    mutable bool m_isCaptioned = false; // and the caption under it has the note
    model::ChartWords m_words;
    int m_rows = 0;
    int m_noteHeight = 0; // that the layout knows of
    bool m_isTitleInTabs = false;
};

} // namespace ui
