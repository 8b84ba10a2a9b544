// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ui {

class Theme;

// What the cells of a code show. current is the cell the next character goes into, or -1.
struct CodeCells {
    QString text;
    int count = 4;
    int current = -1;
    int selectedFrom = 0;
    int selectedTo = 0; // past the last one
    bool enabled = true;
    int mostWidth = 0; // in pixels; where they would be wider, cells move together and shrink. 0: as wide as they like
};

// Paints cells from topLeft on; CodeField and the pictures of it look alike because both come from here.
void paintCodeCells(QPainter &painter, QPointF topLeft, const CodeCells &cells, const Theme &theme);
QSize codeCellsSize(int count, const Theme &theme, int mostWidth = 0);

// The code the user types: one line edit that paints its text as cells, so that selection, undo, paste, input methods
// and screen readers work as everywhere. Enter sends; pasting only fills. It checks nothing: what a code may hold is
// for the API to say.
class CodeField : public QLineEdit {
    Q_OBJECT

public:
    explicit CodeField(const Theme &theme, QWidget *parent = nullptr);

    // As many cells as the code has digits, 1 to 10.
    void setLength(int cells) { setLength(cells, cells); }
    // For a code of open length: shows fewest cells and adds one at a time up to most.
    void setLength(int fewest, int most);

    // For narrow places, in pixels; 0: as wide as the cells like.
    void setMostWidth(int width);

    int cellCount() const;
    QRect cellRect(int cell) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    // Enter was pressed over a code that is not empty.
    void submitted(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    int positionAt(QPointF point) const;

    const Theme &m_theme;
    int m_fewest = 4;
    int m_most = 4;
    int m_mostWidth = 0;
    int m_pressedAt = 0;
};

} // namespace ui
