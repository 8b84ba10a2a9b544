// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardheader.h"

#include "model/board/boardmodel.h"
#include "ui/board/rowdelegates.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace ui {

using model::BoardModel;

BoardHeader::BoardHeader(const Theme &theme, const model::Ruler &ruler, QWidget *parent)
    : TimelineHeader(theme, ruler, BoardModel::Timeline, parent)
    , m_theme(theme)
{ }

void BoardHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (logicalIndex == BoardModel::Timeline) {
        TimelineHeader::paintSection(painter, rect, logicalIndex);
        return;
    }
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    const bool isFirst = logicalIndex == BoardModel::Started;
    const QRect words = rect.adjusted(isFirst ? m_theme.px(RowPadding) : 0, 0, 0, 0);
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.tokens().secondary);
    painter->drawText(words, Qt::AlignVCenter, text);
    const model::BoardSort &sort = rows().sort();
    if (sort.column == logicalIndex) {
        const int x = words.left() + painter->fontMetrics().horizontalAdvance(text) + m_theme.px(metrics::Space8);
        drawIcon(*painter, sort.isDescending ? Icon::SortDown : Icon::SortUp, QPointF(x, rect.center().y() + 1),
                 m_theme.px(14), m_theme.tokens().secondary);
    }
}

const BoardModel &BoardHeader::rows() const
{
    return *qobject_cast<const BoardModel *>(model());
}

} // namespace ui
