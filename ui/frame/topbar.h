// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace ui {

class Theme;

// The line over every page: at the left what belongs to the page, at the right the clock.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(const Theme &theme, QWidget *clockBar, QWidget *parent = nullptr);

    // A page's main action and find field. Owned by the bar from then on.
    void addPageTools(QWidget *tools);
    void showPageTools(QWidget *tools);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QStackedWidget *m_tools;
};

} // namespace ui
