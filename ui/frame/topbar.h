// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QStackedWidget;

namespace ui {

class Theme;

// The line over every page: at the left what belongs to the page, at the right the clock; two lines where the text is
// too large for one.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(const Theme &theme, QWidget *clockBar, QWidget *parent = nullptr);

    // A page's main action and find field. Owned by the bar from then on.
    void addPageTools(QWidget *tools);
    void showPageTools(QWidget *tools);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    int sides() const;

    const Theme &m_theme;
    QWidget *m_clockBar;
    QStackedWidget *m_tools;
    QBoxLayout *m_row;
};

} // namespace ui
