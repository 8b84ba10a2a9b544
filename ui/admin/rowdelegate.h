// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

// Rows of a plain list, as high as those of the tables, or as their words need where the list wraps them.
class RowDelegate final : public QStyledItemDelegate {
public:
    RowDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize words = QStyledItemDelegate::sizeHint(option, index);
        const int line = option.fontMetrics.height();
        return {words.width(), m_theme.px(metrics::Row) + std::max(0, words.height() / line - 1) * line};
    }

    // With the ring that tells where the keys go.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        if (!option.state.testFlag(QStyle::State_HasFocus))
            return;
        painter->save();
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.tokens().accent, metrics::FocusRing));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace ui
