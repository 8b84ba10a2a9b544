// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/rowdelegates.h"

#include "model/board/boardmodel.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"
#include "ui/timeline/symbolmarks.h"
#include "ui/timeline/timelinedelegate.h"

#include <QPainter>
#include <QTableView>

namespace ui {

namespace {

using model::BoardModel;

constexpr int CurrentBar = 3;
constexpr int GlyphX = 26; // centre of the first
constexpr int StateWordsX = 24;
constexpr qreal DimmedOpacity = 0.45;

QStyleOptionViewItem withMatching(QStyleOptionViewItem option, const QModelIndex &index)
{
    option.state.setFlag(QStyle::State_Enabled, index.data(BoardModel::MatchingRole).toBool());
    return option;
}

class WordsDelegate final : public QStyledItemDelegate {
public:
    WordsDelegate(const Theme &theme, const BoardModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        const QStyleOptionViewItem option = withMatching(given, index);
        const Tokens &tokens = m_theme.tokens();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QColor background = isSelected ? tokens.selection : tokens.base;
        painter->save();
        painter->fillRect(option.rect, background);
        const bool isFirst = index.column() == BoardModel::Started;
        if (isFirst && isSelected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(m_theme.px(CurrentBar), option.rect.height())),
                              tokens.accent);
        if (!option.state.testFlag(QStyle::State_Enabled))
            painter->setOpacity(DimmedOpacity);

        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(isFirst ? tokens.secondary : tokens.text);
        const QRect words = option.rect.adjusted(wordsX(index.column()), 0, -m_theme.px(metrics::Space4), 0);
        const QString text = index.data().toString();
        painter->drawText(words, Qt::AlignVCenter,
                          QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, words.width()));
        paintMarks(*painter, option.rect, index, background);
        painter->restore();
        // Arrow keys go from cell to cell; the first cell stands for the row, which the selection shows.
        if (option.state.testFlag(QStyle::State_HasFocus) && !isFirst)
            drawRoundedBox(*painter, option.rect, 0, {}, tokens.accent, m_theme.px(metrics::FocusRing));
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(88), m_theme.px(metrics::Row)};
    }

private:
    int wordsX(int column) const
    {
        switch (column) {
        case BoardModel::Started:
            return m_theme.px(RowPadding);
        case BoardModel::State:
            return m_theme.px(StateWordsX);
        default:
            return 0;
        }
    }

    void paintMarks(QPainter &painter, const QRect &cell, const QModelIndex &index, const QColor &background) const
    {
        const qreal middle = cell.top() + cell.height() / 2;
        const auto draw = [&](Mark mark, int x) {
            drawMark(painter, mark, QPointF(cell.left() + m_theme.px(x), middle), m_theme.scale(), m_theme.tokens(),
                     background);
        };
        if (index.column() == BoardModel::State)
            draw(markOf(model::symbolOf(m_model.statusAt(index.row()))), 7);
        if (index.column() != BoardModel::Workflow)
            return;
        int x = GlyphX;
        for (const engine::Channel channel : m_model.channelsAt(index.row())) {
            draw(markOf(model::glyph(channel)), x);
            x += metrics::GlyphPitch;
        }
    }

    const Theme &m_theme;
    const BoardModel &m_model;
};

class RowTimelineDelegate final : public TimelineDelegate {
public:
    using TimelineDelegate::TimelineDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        TimelineDelegate::paint(painter, withMatching(option, index), index);
    }
};

} // namespace

void setRowDelegates(QTableView &table, const Theme &theme, const BoardModel &model, const model::Ruler &ruler)
{
    const auto recordOf = [&model](const QModelIndex &index) { return model.recordAt(index.row()); };
    table.setItemDelegate(new WordsDelegate(theme, model, &table));
    table.setItemDelegateForColumn(BoardModel::Timeline, new RowTimelineDelegate(theme, ruler, recordOf, &table));
}

} // namespace ui
