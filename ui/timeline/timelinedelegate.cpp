// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinedelegate.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelinepainter.h"

#include <QApplication>
#include <QPainter>

namespace ui {

namespace {

constexpr int CachedRows = 500;
constexpr qreal DimmedOpacity = 0.45;

} // namespace

TimelineDelegate::TimelineDelegate(const Theme &theme, const model::Ruler &ruler, RecordOf recordOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_ruler(ruler)
    , m_recordOf(std::move(recordOf))
    , m_laidOut(CachedRows)
{
    connect(&theme, &Theme::changed, this, [this] { m_laidOut.clear(); });
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    painter->save();
    painter->setClipRect(option.rect);
    const model::TimeAxis axis = m_ruler.axis(option.rect.width(), m_theme.scale());
    paintHairlines(*painter, axis.ticks(), option.rect, m_theme);
    if (const auto record = m_recordOf(index)) {
        const Tokens &tokens = m_theme.tokens();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (!option.state.testFlag(QStyle::State_Enabled))
            painter->setOpacity(DimmedOpacity);
        const QPoint origin(option.rect.left(), option.rect.top() + option.rect.height() / 2);
        paintTimeline(*painter, geometryOf(*record, axis), origin, m_theme,
                      isSelected ? tokens.selection : tokens.base);
    }
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawRoundedBox(*painter, option.rect, 0, {}, m_theme.tokens().accent, m_theme.px(metrics::FocusRing));
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(400), m_theme.px(metrics::Row)};
}

const model::TimelineGeometry &TimelineDelegate::geometryOf(const engine::Record &record,
                                                            const model::TimeAxis &axis) const
{
    LaidOut *known = m_laidOut.object(record.key);
    const bool isCurrent
        = known && !known->geometry.isRunning && known->sequence == record.sequence && known->axis == axis;
    if (!isCurrent) {
        const model::TimelineSetting setting{axis, m_ruler.now(), m_ruler.isPaused(), m_theme.scale(),
                                             captionWidth(m_theme)};
        known = new LaidOut{record.sequence, axis, layOut(record, setting)};
        m_laidOut.insert(record.key, known);
    }
    return known->geometry;
}

} // namespace ui
