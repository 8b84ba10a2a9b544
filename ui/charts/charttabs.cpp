// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttabs.h"

#include "ui/charts/chartpanel.h"
#include "ui/theme/theme.h"

#include <QEvent>

#include <algorithm>

namespace ui {

namespace {

// As high as the title of a chart, and no wider than its words: the menu of the chart stands at its right.
class TitleBar final : public QTabBar {
public:
    TitleBar(const Theme &theme, QWidget *parent)
        : QTabBar(parent)
        , m_theme(theme)
    {
        setDrawBase(false);
        setExpanding(false);
        setUsesScrollButtons(false);
    }

protected:
    QSize tabSizeHint(int place) const override
    {
        const QFontMetrics strong(m_theme.font(TextStyle::Strong));
        return {strong.horizontalAdvance(tabText(place)) + m_theme.px(metrics::Space12), m_theme.px(metrics::Target)};
    }
    QSize minimumTabSizeHint(int place) const override { return tabSizeHint(place); }

private:
    const Theme &m_theme;
};

} // namespace

ChartTabs::ChartTabs(const Theme &theme, const QList<ChartPanel *> &charts, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bar(new TitleBar(theme, this))
    , m_charts(charts)
{
    for (ChartPanel *chart : charts) {
        chart->setParent(this);
        chart->setTitleInTabs(true);
        m_bar->addTab(chart->words().title);
    }
    m_bar->setAccessibleName(QStringLiteral("Which chart"));
    m_bar->raise();
    connect(m_bar, &QTabBar::currentChanged, this, &ChartTabs::lay);
    connect(&theme, &Theme::changed, this, &ChartTabs::lay, Qt::QueuedConnection); // once the charts have followed
    lay();
}

ChartPanel &ChartTabs::current() const
{
    return *m_charts.at(m_bar->currentIndex());
}

void ChartTabs::setCurrent(int place)
{
    m_bar->setCurrentIndex(place);
}

void ChartTabs::follow()
{
    for (int place = 0; place < m_charts.size(); ++place)
        m_bar->setTabText(place, m_charts.at(place)->words().title);
    lay();
}

QSize ChartTabs::sizeHint() const
{
    int width = m_bar->sizeHint().width() + m_theme.px(metrics::Target);
    for (const ChartPanel *chart : m_charts)
        width = std::max(width, chart->sizeHint().width());
    return {width, current().sizeHint().height()};
}

// A chart has got another height.
bool ChartTabs::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QWidget::event(event);
}

void ChartTabs::resizeEvent(QResizeEvent *)
{
    lay();
}

void ChartTabs::lay()
{
    m_bar->setGeometry(0, 0, std::min(m_bar->sizeHint().width(), width()), m_theme.px(metrics::Target));
    for (ChartPanel *chart : m_charts) {
        chart->setGeometry(rect());
        chart->setVisible(chart == &current());
    }
    updateGeometry();
}

} // namespace ui
