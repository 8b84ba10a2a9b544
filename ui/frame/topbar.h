// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace ui {

class Theme;

// The line over every page: at the left what belongs to the page, at the right the clock.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(const Theme &theme, QWidget *clockBar, QWidget *parent = nullptr);

    // The page's main action and find field; takes the place of the one before. Owned by the bar from then on.
    void setPageTools(QWidget *tools);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QHBoxLayout *m_row;
    QWidget *m_tools = nullptr;
};

} // namespace ui
