// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/marketlist.h"

#include "ui/charts/chartpanel.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int RowHeight = 52;
constexpr int NameX = 16;
constexpr int CurrentBar = 3;
constexpr int MarkerPitch = 16;
constexpr qreal MarkerRadius = 5;

class MarketDelegate final : public QStyledItemDelegate {
public:
    MarketDelegate(const Theme &theme, const MarketList &list)
        : m_theme(theme)
        , m_list(list)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(120), m_theme.px(RowHeight)};
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
        const QRect upper = lineOf(option.rect, 0);
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(tokens.text);
        painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, row.count);
        const int countWidth = painter->fontMetrics().horizontalAdvance(row.count) + m_theme.px(metrics::Space8);
        painter->setFont(m_theme.font(isSelected ? TextStyle::Strong : TextStyle::Body));
        painter->drawText(upper, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(row.name, Qt::ElideRight, upper.width() - countWidth));
        paintAnswer(*painter, lineOf(option.rect, 1), row, background);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens.accent, metrics::FocusRing));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }

private:
    QRect lineOf(const QRect &rect, int line) const
    {
        const int half = (rect.height() - m_theme.px(metrics::Space8)) / 2;
        return {rect.left() + m_theme.px(NameX), rect.top() + m_theme.px(metrics::Space4) + line * half,
                rect.width() - m_theme.px(NameX + metrics::Space12), half};
    }

    void paintAnswer(QPainter &painter, QRect line, const model::MarketRow &row, const QColor &background) const
    {
        const Tokens &tokens = m_theme.tokens();
        for (const engine::WorkflowId id : row.markers) {
            const QPointF centre(line.left() + m_theme.px(6), line.center().y() + 0.5);
            const qreal radius = MarkerRadius * m_theme.scale();
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
        if (!row.markers.empty())
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
            Q_EMIT chosen(m_markets[std::size_t(row)].market);
    });
}

void MarketList::setMarkets(const std::vector<model::MarketRow> &markets, const std::optional<std::string> &chosen)
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
        if (market.market == chosen)
            setCurrentRow(row);
    }
    m_isFilling = false;
    applyFind();
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
        const bool isAll = !m_markets[std::size_t(row)].market;
        item(row)->setHidden(!isAll && !m_markets[std::size_t(row)].name.contains(m_find, Qt::CaseInsensitive));
    }
}

} // namespace ui
