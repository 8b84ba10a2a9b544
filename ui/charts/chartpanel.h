// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/standingpicture.h"

#include <QWidget>

class QPushButton;
class QTableWidget;
class QTimer;

namespace ui {

class ChartMenu;
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
    virtual QRect plotArea() const = 0; // of the rows
    virtual int rightRoom() const { return 0; } // that the last tick label needs, in pixels
    virtual void fillPlot() = 0;
    virtual void paintColumns(QPainter &painter) const = 0;
    virtual int rowOf(int value) const { return value; }
    virtual int valueAt(const QPoint &point) const; // -1: none

    QRect rowRect(int row) const; // in full width
    int headBaseline() const;
    void paintHead(QPainter &painter, const QString &text, int x, Qt::Alignment alignment) const;
    // Marker, id and messages of a row.
    void paintLine(QPainter &painter, const model::ChartLine &line, int row) const;
    void paintText(QPainter &painter, const QString &text, int x, int row, Qt::Alignment alignment, bool isStrong,
                   QColor Tokens::*role) const;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lay();
    void fillTable();
    void openMenu();
    void paintCopy(QPainter &painter) const;
    void speak();

    const Theme &m_theme;
    Plot *m_plot;
    QTableWidget *m_table;
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
};

// Draws a workflow's marker, filled or hollow.
void drawWorkflowMarker(QPainter &painter, engine::WorkflowId id, QPointF centre, qreal radius, bool isFilled,
                        const Tokens &tokens, const QColor &background);

} // namespace ui
