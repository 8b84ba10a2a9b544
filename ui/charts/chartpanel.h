// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/standingpicture.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QTimer;

namespace ui {

class ChartMenu;
class ChartTable;
class Plot;
class Theme;

// A chart with its title, its columns of words and its table twin, as one control: Left and Right, Home and End walk
// its values and speak them, Enter opens one, and as a table it reads the same figures. Its menu copies and saves it.
// Its name is its finding in one sentence. What is drawn is the heirs' business.
class ChartPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChartPanel(const Theme &theme, QWidget *parent = nullptr);

    const model::ChartWords &words() const { return m_words; }
    Plot &plot() const { return *m_plot; }
    QStringList values() const { return m_values; }
    int current() const { return m_current; } // -1: none
    void setCurrent(int value);
    // Where tabs above it say its title and show that it has the focus: only copies have the title then.
    void setTitleInTabs(bool isInTabs);

    bool isTable() const;
    void setTable(bool isTable);
    // What a copy of it says under it: title, scope, n, method, date, and the mark of invented data by itself.
    void setCaption(const QString &caption, const QString &mark);
    const QString &caption() const { return m_caption; }
    // As it stands, without focus and buttons, with the caption under it. Of this panel, which outlives it.
    StandingPicture picture() const;
    ChartMenu &menu() const { return *m_menu; }
    // What was just done with it, or why it was not, stands beside the title for a while.
    void tell(bool isDone, const QString &sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void opened(int value);

protected:
    const Theme &theme() const { return m_theme; }
    // After an heir has new content: `spoken` is one sentence per value.
    void setWords(const model::ChartWords &words, QStringList spoken, int rows);

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
    virtual int rowOf(int value) const { return value; }
    virtual int valueAt(const QPoint &point) const; // -1: none
    virtual int valuesPerStep() const { return 1; } // that Up and Down go over
    // How the current value is marked: around it, and where it stands on the plot's axes.
    virtual QRect markedRect(int value) const { return rowRect(rowOf(value)); }
    virtual std::optional<QPointF> pointOf(int) const { return std::nullopt; }
    // What is told where the pointer stands; empty: nothing.
    virtual QString hoverWords(const QPoint &point) const;

    bool isTelling() const; // what was done, in the place of the heads where the title is in tabs
    QRect rowRect(int row) const; // in full width
    QRect bodyRect() const; // of all rows, in full width
    int headBaseline() const;
    void paintHead(QPainter &painter, const QString &text, int x, Qt::Alignment alignment) const;
    // Marker, id and messages of a row.
    void paintLine(QPainter &painter, const model::ChartLine &line, int row) const;
    void paintText(QPainter &painter, const QString &text, int x, int row, Qt::Alignment alignment, bool isStrong,
                   QColor Tokens::*role) const;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool isPlotShown() const;
    void lay();
    void openRow(int row);
    void openMenu();
    void paintTitle(QPainter &painter) const;
    void paintSubTitle(QPainter &painter, int titleWidth) const;
    void paintRing(QPainter &painter, const QRect &around) const;
    int noteHeight() const;
    void paintCopy(QPainter &painter) const;
    void speak();

    const Theme &m_theme;
    Plot *m_plot;
    ChartTable *m_table;
    ChartMenu *m_menu;
    QPushButton *m_menuButton;
    QTimer *m_telling; // while it runs, what was told stands in the place of the subtitle
    QString m_told;
    QString m_caption;
    QString m_mark;
    mutable bool m_isCopied = false; // while a copy is painted
    model::ChartWords m_words;
    QStringList m_values;
    int m_rows = 0;
    int m_current = -1;
    int m_noteHeight = 0; // that the layout knows of
    bool m_isTitleInTabs = false;
};

} // namespace ui
