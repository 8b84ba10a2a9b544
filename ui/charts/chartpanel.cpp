// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpanel.h"

#include "ui/charts/chartmenu.h"
#include "ui/charts/charttable.h"
#include "ui/charts/plot.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qreal PointRing = 7; // around the current value
constexpr int TableTop = 24;
constexpr int UnderTitle = 18; // where the line of the focus ends
constexpr std::chrono::seconds ToldFor{5};
constexpr std::chrono::seconds ProblemToldFor{20};

} // namespace

ChartPanel::ChartPanel(const Theme &theme, QWidget *parent)
    : ChartSheet(theme, parent)
    , m_table(new ChartTable(this))
    , m_menu(new ChartMenu(*this))
    , m_menuButton(new QPushButton(themedIcon(theme, Icon::Copy, &Tokens::secondary), QString(), this))
    , m_telling(new QTimer(this))
{
    m_menuButton->setFlat(true);
    connect(m_menuButton, &QPushButton::clicked, this, &ChartPanel::openMenu);
    m_telling->setSingleShot(true);
    connect(m_telling, &QTimer::timeout, this, [this] { update(); });
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_table->hide();
    connect(m_table, &ChartTable::opened, this, &ChartPanel::openRow);
}

void ChartPanel::setWords(const model::ChartWords &words, QStringList spoken, int rows)
{
    m_menuButton->setToolTip(words.title + u": copy, save, show as table"_s);
    if (!m_telling->isActive())
        m_menuButton->setAccessibleName(m_menuButton->toolTip());
    m_values = std::move(spoken);
    m_current = std::min(m_current, int(m_values.size()) - 1);
    m_table->setTwin(words.twin, words.finding);
    setSheet(words, rows);
    speak();
}

bool ChartPanel::isTable() const
{
    return !m_table->isHidden();
}

void ChartPanel::setTable(bool isTable)
{
    const bool hadFocus = hasFocus() || m_table->hasFocus();
    m_table->setVisible(isTable);
    plot().setVisible(isPlotShown());
    setFocusProxy(isTable ? m_table : nullptr);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    plot().requestReplot();
    update();
}

void ChartPanel::lay()
{
    ChartSheet::lay();
    const int side = theme().px(metrics::Target);
    m_menuButton->setGeometry(width() - side, 0, side, side);
    const int top = theme().px(TableTop);
    m_table->setGeometry(0, top, width(), height() - top);
}

int ChartPanel::buttonsWidth() const
{
    return m_menuButton->width();
}

QString ChartPanel::told() const
{
    return m_telling->isActive() ? m_told : QString();
}

bool ChartPanel::isMarked() const
{
    return hasFocus() && !isPictured() && m_current >= 0;
}

void ChartPanel::paintInstead(QPainter &painter, const QPoint &origin)
{
    m_table->render(&painter, origin + m_table->pos());
}

void ChartPanel::paintEvent(QPaintEvent *event)
{
    ChartSheet::paintEvent(event);
    if (!hasFocus() || isPictured())
        return;
    QPainter painter(this);
    paintFocus(painter);
    const QRect marked = isMarked() && words().waits.isEmpty() && !isTable() ? markedRect(m_current) : QRect();
    if (!marked.isEmpty())
        paintRing(painter, marked);
}

void ChartPanel::paintFocus(QPainter &painter) const
{
    if (isTitleShown())
        painter.fillRect(QRect(0, theme().px(UnderTitle) - 1, titleWidth(), metrics::FocusRing),
                         theme().tokens().accent);
    else
        paintRing(painter, rect().adjusted(0, theme().px(TableTop), 0, 0));
}

void ChartPanel::paintRing(QPainter &painter, const QRect &around) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().tokens().accent, metrics::FocusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(around).adjusted(1, 2, -1, -2), theme().px(metrics::Corner),
                            theme().px(metrics::Corner));
}

void ChartPanel::paintOver(QPainter &painter) const
{
    const auto point = isMarked() ? pointOf(m_current) : std::nullopt;
    if (!point)
        return;
    const qreal radius = PointRing * theme().scale();
    const QPointF centre(plot().xAxis->coordToPixel(point->x()), plot().yAxis->coordToPixel(point->y()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().tokens().accent, metrics::FocusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius, radius);
}

int ChartPanel::valueAt(const QPoint &point) const
{
    for (int row = 0; row < rows(); ++row) {
        if (rowRect(row).contains(point))
            return row;
    }
    return -1;
}

void ChartPanel::setCurrent(int value)
{
    m_current = std::clamp(value, -1, int(m_values.size()) - 1);
    speak();
    update();
    plot().update();
}

// Beside it, as where the pointer rests.
void ChartPanel::showValue()
{
    if (m_current < 0)
        return;
    const auto point = pointOf(m_current);
    const QRect marked = markedRect(m_current);
    const QPoint at = point ? plot().pos()
            + QPointF(plot().xAxis->coordToPixel(point->x()), plot().yAxis->coordToPixel(point->y())).toPoint()
        : marked.isEmpty() ? bodyRect().center()
                           : marked.center();
    QToolTip::showText(mapToGlobal(at), m_values.at(m_current), this);
}

void ChartPanel::speak()
{
    announce(*this, words().finding, m_current >= 0 && hasFocus() ? m_values.at(m_current) : QString());
}

void ChartPanel::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_values.size()) - 1;
    const auto walk = [&](int by) {
        const bool isWithin = m_current >= 0 && m_current + by >= 0 && m_current + by <= last;
        setCurrent(isWithin ? m_current + by : std::max(0, m_current));
        showValue();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1);
    case Qt::Key_Right:
        return walk(1);
    case Qt::Key_Up:
        return walk(-valuesPerStep());
    case Qt::Key_Down:
        return walk(valuesPerStep());
    case Qt::Key_Home:
        setCurrent(0);
        return showValue();
    case Qt::Key_End:
        setCurrent(last);
        return showValue();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT opened(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

QString ChartPanel::hoverWords(const QPoint &point) const
{
    return m_values.value(valueAt(point));
}

void ChartPanel::mouseMoveEvent(QMouseEvent *event)
{
    const QString words = isTable() ? QString() : hoverWords(event->pos());
    QToolTip::showText(event->globalPosition().toPoint(), words, this); // no words hide the last ones
}

void ChartPanel::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    QToolTip::hideText();
}

void ChartPanel::mousePressEvent(QMouseEvent *event)
{
    const int value = event->button() == Qt::LeftButton && !isTable() ? valueAt(event->pos()) : -1;
    if (value < 0)
        return;
    setCurrent(value);
    Q_EMIT opened(value);
}

void ChartPanel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    plot().update();
}

void ChartPanel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    QToolTip::hideText();
    speak();
    update();
    plot().update();
}

// Enter in the table opens its row, as it does in the picture.
void ChartPanel::openRow(int row)
{
    for (int value = 0; value < m_values.size(); ++value) {
        if (rowOf(value) == row) {
            Q_EMIT opened(value);
            return;
        }
    }
}

void ChartPanel::openMenu()
{
    m_menu->popup(m_menuButton->mapToGlobal(m_menuButton->rect().bottomLeft()));
    m_menu->setActiveAction(m_menu->actions().first());
}

void ChartPanel::tell(bool isDone, const QString &sentence)
{
    m_told = sentence;
    announce(*m_menuButton, m_menuButton->toolTip(), sentence);
    m_telling->start(isDone ? ToldFor : ProblemToldFor);
    update();
}

} // namespace ui
