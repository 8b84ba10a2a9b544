// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/marketlist.h"

#include "ui/compare/leadpanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int MarketHeight = 52;
constexpr int BoxX = 12;
constexpr int BoxSize = 16;
constexpr int NameX = 34;
constexpr int CurrentBar = 3;
constexpr int MarkerPitch = 16;
constexpr int SimulatedSign = 12;
constexpr int MiniWidth = 60;
constexpr qreal MiniRadius = 4;
constexpr QSizeF MiniArrow{6, 8};

// Of a row: its box, and what counts as a click on it.
QRect boxOf(const Theme &theme, const QRect &row)
{
    const int size = theme.px(BoxSize);
    return {row.left() + theme.px(BoxX), row.top() + theme.px(metrics::Space8), size, size};
}

QRect boxTarget(const Theme &theme, const QRect &row)
{
    return {row.topLeft(), QSize(theme.px(NameX), row.height())};
}

class MarketDelegate final : public QStyledItemDelegate {
public:
    MarketDelegate(const Theme &theme, const MarketList &list)
        : m_theme(theme)
        , m_list(list)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(120), m_theme.px(MarketHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const model::MarketRow &row = m_list.markets()[std::size_t(index.row())];
        const Tokens &tokens = m_theme.tokens();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QColor background = isSelected ? tokens.selection : tokens.base;
        painter->save();
        painter->fillRect(option.rect, background);
        if (isSelected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(m_theme.px(CurrentBar), option.rect.height())),
                              tokens.accent);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.divider);
        paintBox(*painter, option, index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
        QRect upper = lineOf(option.rect, 0);
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(tokens.text);
        painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, row.count);
        const int countWidth = painter->fontMetrics().horizontalAdvance(row.count) + m_theme.px(metrics::Space8);
        if (row.simulated) {
            const int side = m_theme.px(SimulatedSign);
            drawIcon(*painter, Icon::Demo, {upper.left() + side / 2.0, upper.center().y() + 0.5}, side,
                     tokens.simulated);
            painter->setPen(tokens.text);
            upper.setLeft(upper.left() + side + m_theme.px(metrics::Space4));
        }
        painter->setFont(m_theme.font(isSelected ? TextStyle::Strong : TextStyle::Body));
        painter->drawText(upper, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(row.name, Qt::ElideRight, upper.width() - countWidth));
        QRect lower = lineOf(option.rect, 1);
        if (row.lead) {
            const QRect mini(lower.right() + 1 - m_theme.px(MiniWidth), lower.top(), m_theme.px(MiniWidth),
                             lower.height());
            paintLead(*painter, mini, *row.lead);
            lower.setRight(mini.left() - m_theme.px(metrics::Space8));
        }
        paintAnswer(*painter, lower, row, background);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens.accent, metrics::FocusRing));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }

private:
    void paintBox(QPainter &painter, const QStyleOptionViewItem &option, bool isTicked) const
    {
        QStyleOptionButton box;
        box.palette = option.palette;
        box.rect = boxOf(m_theme, option.rect);
        box.state = QStyle::State_Enabled | (isTicked ? QStyle::State_On : QStyle::State_Off);
        m_list.style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, &m_list);
    }

    QRect lineOf(const QRect &rect, int line) const
    {
        const int half = (rect.height() - m_theme.px(metrics::Space8)) / 2;
        return {rect.left() + m_theme.px(NameX), rect.top() + m_theme.px(metrics::Space4) + line * half,
                rect.width() - m_theme.px(NameX + metrics::Space12), half};
    }

    // The zero line on its band, and the lead with its interval, on the same scale in every row.
    void paintLead(QPainter &painter, const QRect &rect, const model::LeadRow &lead) const
    {
        const Tokens &tokens = m_theme.tokens();
        const qreal scale = m_theme.scale();
        const double reach = m_list.reach();
        const qreal middle = rect.center().y() + 0.5;
        const auto xOf = [&](double points) {
            return rect.center().x() + 0.5 + std::clamp(points / reach, -1.0, 1.0) * rect.width() / 2;
        };
        painter.fillRect(rect, tokens.base); // workflow colours never lie on the selection's
        painter.fillRect(
            QRectF(QPointF(xOf(-m_list.margin()), rect.top()), QPointF(xOf(m_list.margin()), rect.bottom())),
            tokens.header);
        painter.fillRect(QRectF(xOf(0) - 0.5, rect.top(), 1, rect.height()), tokens.text);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor colour = tokens.workflow(lead.line.workflow);
        if (lead.always.high > -reach && lead.always.low < reach)
            painter.fillRect(
                QRectF(QPointF(xOf(lead.always.low), middle - scale), QPointF(xOf(lead.always.high), middle + scale)),
                colour);
        for (const double end : {lead.always.low, lead.always.high}) {
            if (std::abs(end) > reach)
                painter.fillPath(edgeArrow(end, MiniArrow * scale).translated(xOf(end), middle), colour);
        }
        if (std::abs(lead.points) <= reach)
            drawWorkflowMarker(painter, lead.line.workflow, {xOf(lead.points), middle}, MiniRadius * scale,
                               lead.line.isDecided, tokens, tokens.base);
    }

    void paintAnswer(QPainter &painter, QRect line, const model::MarketRow &row, const QColor &background) const
    {
        const Tokens &tokens = m_theme.tokens();
        for (const engine::WorkflowId id : row.markers) {
            const QPointF centre(line.left() + m_theme.px(6), line.center().y() + 0.5);
            const qreal radius = metrics::SmallMarkerRadius * m_theme.scale();
            // Workflow colours never lie on the selection's.
            painter.setRenderHint(QPainter::Antialiasing);
            if (background != tokens.base) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(tokens.base);
                painter.drawEllipse(centre, radius * 1.5, radius * 1.5);
            }
            drawWorkflowMarker(painter, id, centre, radius, true, tokens, tokens.base);
            line.setLeft(line.left() + m_theme.px(MarkerPitch));
        }
        if (row.isOpen) {
            const qreal radius = metrics::SmallMarkerRadius * m_theme.scale();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(Qt::NoBrush);
            QPen pen(tokens.neutral, 1.5 * m_theme.scale());
            pen.setDashPattern({1.5, 1.5});
            painter.setPen(pen);
            painter.drawEllipse(QPointF(line.left() + m_theme.px(6), line.center().y() + 0.5), radius, radius);
            line.setLeft(line.left() + m_theme.px(MarkerPitch));
        }
        if (!row.markers.empty() || row.isOpen)
            line.setLeft(line.left() + m_theme.px(metrics::Space4));
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(row.isDecided ? tokens.text : tokens.secondary);
        painter.drawText(line, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.answer, Qt::ElideRight, line.width()));
    }

    const Theme &m_theme;
    const MarketList &m_list;
};

} // namespace

MarketList::MarketList(const Theme &theme, QWidget *parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    auto *delegate = new MarketDelegate(theme, *this);
    delegate->setParent(this);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(u"Markets"_s);
    connect(&theme, &Theme::changed, this, [this] { doItemsLayout(); });
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_isFilling && row >= 0)
            Q_EMIT chosen(model::MarketRow(m_markets[std::size_t(row)])); // the list may be filled anew meanwhile
    });
}

void MarketList::setMarkets(const std::vector<model::MarketRow> &markets, std::optional<std::size_t> chosen,
                            const IsTicked &isTicked)
{
    m_isFilling = true;
    m_markets = markets;
    while (count() > int(markets.size()))
        delete takeItem(count() - 1);
    while (count() < int(markets.size()))
        addItem(QString());
    for (int row = 0; row < count(); ++row) {
        const model::MarketRow &market = markets[std::size_t(row)];
        if (item(row)->text() != market.spoken)
            item(row)->setText(market.spoken); // what a screen reader reads; the delegate draws its parts
        item(row)->setToolTip(market.name); // which may be cut
        if (const auto state = isTicked(market) ? Qt::Checked : Qt::Unchecked; item(row)->checkState() != state)
            item(row)->setCheckState(state);
    }
    if (chosen)
        setCurrentRow(int(*chosen));
    m_isFilling = false;
    applyFind();
    viewport()->update();
}

void MarketList::toggle(int row)
{
    Q_EMIT ticked(m_markets[std::size_t(row)], item(row)->checkState() != Qt::Checked);
}

bool MarketList::toggleAt(const QMouseEvent &event)
{
    const QModelIndex index = indexAt(event.pos());
    if (event.button() != Qt::LeftButton || !index.isValid()
        || !boxTarget(m_theme, visualRect(index)).contains(event.pos()))
        return false;
    toggle(index.row());
    return true;
}

void MarketList::mousePressEvent(QMouseEvent *event)
{
    if (!toggleAt(*event))
        QListWidget::mousePressEvent(event);
}

void MarketList::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!toggleAt(*event))
        QListWidget::mouseDoubleClickEvent(event);
}

void MarketList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && currentRow() >= 0)
        toggle(currentRow());
    else
        QListWidget::keyPressEvent(event);
}

void MarketList::setScale(double reach, double margin)
{
    m_reach = reach;
    m_margin = margin;
    viewport()->update();
}

void MarketList::setFind(const QString &text)
{
    m_find = text.simplified();
    applyFind();
}

void MarketList::applyFind()
{
    for (int row = 0; row < count(); ++row) {
        const model::MarketRow &market = m_markets[std::size_t(row)];
        const bool isAll = !market.market && !market.simulated;
        item(row)->setHidden(!isAll && !market.name.contains(m_find, Qt::CaseInsensitive));
    }
}

} // namespace ui
