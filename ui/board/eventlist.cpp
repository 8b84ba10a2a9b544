// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/eventlist.h"

#include "model/words/times.h"
#include "ui/theme/theme.h"
#include "ui/timeline/symbolmarks.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int EventHeight = 26;
constexpr int MarkX = 68;
constexpr int WordsX = 84;

enum Role { TimeRole = Qt::UserRole + 1, SymbolRole, ToComeRole };

class EventDelegate final : public QStyledItemDelegate {
public:
    EventDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(200), m_theme.px(EventHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool isCurrent
            = option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
        const QColor background = isCurrent ? tokens.selection : tokens.base;
        painter->save();
        painter->fillRect(option.rect, background);
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(tokens.secondary);
        painter->drawText(option.rect.adjusted(m_theme.px(metrics::Space16), 0, 0, 0), Qt::AlignVCenter,
                          index.data(TimeRole).toString());
        if (const QVariant symbol = index.data(SymbolRole); symbol.isValid()) {
            const QPointF centre(option.rect.left() + m_theme.px(MarkX), option.rect.center().y());
            drawMark(*painter, markOf(model::Symbol(symbol.toInt())), centre, m_theme.scale(), tokens, background);
        }
        painter->setPen(index.data(ToComeRole).toBool() ? tokens.secondary : tokens.text);
        const QRect words = option.rect.adjusted(m_theme.px(WordsX), 0, -m_theme.px(metrics::Space8), 0);
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(words, Qt::AlignVCenter, option.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

EventList::EventList(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_items(new QStandardItemModel(this))
{
    setModel(m_items);
    setItemDelegate(new EventDelegate(theme, this));
    setAccessibleName(u"Events"_s);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setViewportMargins(0, theme.px(metrics::Space8), 0, 0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void EventList::setLines(const std::vector<model::EventLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    const int current = std::max(currentIndex().row(), 0);
    m_items->setColumnCount(1);
    m_items->setRowCount(int(lines.size()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const model::EventLine &line = lines[i];
        const QModelIndex index = m_items->index(int(i), 0);
        const QString time = model::position(line.at);
        m_items->setData(index, line.text, Qt::DisplayRole);
        m_items->setData(index, line.text, Qt::ToolTipRole);
        m_items->setData(index, QString(time + u' ' + line.text), Qt::AccessibleTextRole);
        m_items->setData(index, time, TimeRole);
        m_items->setData(index, line.symbol ? QVariant(int(*line.symbol)) : QVariant(), SymbolRole);
        m_items->setData(index, line.isToCome, ToComeRole);
    }
    setCurrentIndex(m_items->index(std::min(current, int(lines.size()) - 1), 0));
}

} // namespace ui
