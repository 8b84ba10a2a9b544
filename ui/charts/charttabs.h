// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>
#include <QWidget>

namespace ui {

class ChartPanel;
class Theme;

// Several charts in the place of one, with their titles as tabs. It is as high as the one that shows.
class ChartTabs : public QWidget {
    Q_OBJECT

public:
    ChartTabs(const Theme &theme, const QList<ChartPanel *> &charts, QWidget *parent = nullptr);

    ChartPanel &current() const;
    void setCurrent(int place);
    const QList<ChartPanel *> &charts() const { return m_charts; }
    // After the charts have new words.
    void follow();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void lay();

    const Theme &m_theme;
    QTabBar *m_bar;
    QList<ChartPanel *> m_charts; // children
};

} // namespace ui
