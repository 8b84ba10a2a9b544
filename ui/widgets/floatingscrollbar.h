// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

class QAbstractScrollArea;

namespace ui {

class Theme;

// A vertical scroll bar that lies over its area's right edge instead of taking room from it: only its slider is drawn.
// It follows the area's own bar, which it hides, and places itself.
class FloatingScrollBar : public QScrollBar {
    Q_OBJECT

public:
    FloatingScrollBar(const Theme &theme, QAbstractScrollArea &area);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void place();

    const Theme &m_theme;
    QAbstractScrollArea &m_area;
};

} // namespace ui
