// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartsheet.h"

#include <optional>

class QPushButton;
class QTimer;

namespace ui {

class ChartMenu;
class ChartTable;

// A chart and its table twin as one control: Left and Right, Home and End walk its values and speak them, Enter opens
// one, and as a table it reads the same figures. Its menu copies and saves it. Its name is its finding in one sentence.
class ChartPanel : public ChartSheet {
    Q_OBJECT

public:
    explicit ChartPanel(const Theme &theme, QWidget *parent = nullptr);

    QStringList values() const { return m_values; }
    int current() const { return m_current; } // -1: none
    void setCurrent(int value);

    bool isTable() const;
    void setTable(bool isTable);
    ChartMenu &menu() const { return *m_menu; }
    // What was just done with it, or why it was not, stands beside the title for a while.
    void tell(bool isDone, const QString &sentence);

Q_SIGNALS:
    void opened(int value);

protected:
    // After an heir has new content: `spoken` is one sentence per value.
    void setWords(const model::ChartWords &words, QStringList spoken, int rows);

    virtual int rowOf(int value) const { return value; }
    virtual int valueAt(const QPoint &point) const; // -1: none
    virtual int valuesPerStep() const { return 1; } // that Up and Down go over
    // How the current value is marked: around it, and where it stands on the plot's axes.
    virtual QRect markedRect(int value) const { return rowRect(rowOf(value)); }
    virtual std::optional<QPointF> pointOf(int) const { return std::nullopt; }
    // What is told where the pointer stands; empty: nothing.
    virtual QString hoverWords(const QPoint &point) const;

    QString told() const override;
    int buttonsWidth() const override;
    bool isReplaced() const override { return isTable(); }
    void paintInstead(QPainter &painter, const QPoint &origin) override;
    void paintOver(QPainter &painter) const override;
    void lay() override;

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool isMarked() const; // the current value is, by a ring
    void openRow(int row);
    void openMenu();
    void paintFocus(QPainter &painter) const;
    void paintRing(QPainter &painter, const QRect &around) const;
    void speak();
    void showValue();

    ChartTable *m_table;
    ChartMenu *m_menu;
    QPushButton *m_menuButton;
    QTimer *m_telling; // while it runs, what was told stands in the place of the subtitle
    QString m_told;
    QStringList m_values;
    int m_current = -1;
};

} // namespace ui
