// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardcolumns.h"

#include "model/board/boardcells.h"
#include "model/board/boardmodel.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using model::BoardColumn;
using model::BoardSort;

constexpr int LeastTimeline = 240; // px at scale 1
constexpr int LeastExtra = 48;

// Px at scale 1; the timeline has the rest.
constexpr int Widths[BoardColumn::Timeline]{88, 152, 104, 156, 104, 72, 88, 72, 264};

// Those that are there only on request.
bool isExtra(BoardColumn::Id column)
{
    return column > BoardColumn::State && column < BoardColumn::Timeline;
}

// Whether the greatest is what people look for first.
bool startsDescending(BoardColumn::Id column)
{
    return column == BoardColumn::Started || column == BoardColumn::Cost;
}

QString menuWords(BoardColumn::Id column)
{
    QString words = model::columnName(column);
    words[0] = words[0].toUpper();
    return words;
}

} // namespace

BoardColumns::BoardColumns(const Theme &theme, model::BoardModel &model, QTableView &table)
    : QObject(&table)
    , m_theme(theme)
    , m_model(model)
    , m_table(table)
{
    QHeaderView &header = *table.horizontalHeader();
    header.setSectionsClickable(true);
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column < BoardColumn::Count; ++column)
        header.setSectionHidden(column, isExtra(BoardColumn::Id(column)));
    connect(&header, &QHeaderView::sectionClicked, this, [this](int section) { sortBy(BoardColumn::Id(section)); });
    connect(&header, &QHeaderView::customContextMenuRequested, this,
            [this, &header](const QPoint &place) { popUp(header.viewport()->mapToGlobal(place)); });
    connect(&model, &model::BoardModel::sortChanged, header.viewport(), qOverload<>(&QWidget::update));
}

bool BoardColumns::isShown(BoardColumn::Id column) const
{
    return !m_table.isColumnHidden(column);
}

void BoardColumns::setShown(BoardColumn::Id column, bool isShown)
{
    if (!isExtra(column))
        return;
    m_table.setColumnHidden(column, !isShown);
    measure();
}

void BoardColumns::sortBy(BoardColumn::Id column)
{
    if (!BoardSort::isPossible(column))
        return;
    const BoardSort &sort = m_model.sort();
    m_model.setSort({column, sort.column == column ? !sort.isDescending : startsDescending(column)});
}

void BoardColumns::sortByCurrent()
{
    const QModelIndex current = m_table.currentIndex();
    sortBy(current.isValid() ? BoardColumn::Id(current.column()) : BoardColumn::Started);
}

void BoardColumns::showMenu()
{
    popUp(m_table.mapToGlobal(QPoint(m_theme.px(metrics::Space16), m_table.horizontalHeader()->height())));
}

void BoardColumns::popUp(const QPoint &place)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu);
    menu->popup(place);
    menu->setActiveAction(menu->actions().value(1)); // after the title
}

void BoardColumns::fill(QMenu &menu)
{
    menu.setAccessibleName(u"Columns and order"_s);
    menu.addSection(u"Sort by"_s);
    auto *group = new QActionGroup(&menu);
    for (int i = 0; i < BoardColumn::Timeline; ++i) {
        const auto column = BoardColumn::Id(i);
        if (!BoardSort::isPossible(column) || !isShown(column))
            continue;
        QAction *action = menu.addAction(menuWords(column), this, [this, column] {
            if (m_model.sort().column != column)
                sortBy(column);
        });
        action->setCheckable(true);
        action->setChecked(m_model.sort().column == column);
        group->addAction(action);
    }
    menu.addAction(u"The other way round"_s, this, [this] { sortBy(m_model.sort().column); });
    menu.addSection(u"Columns"_s);
    for (int i = 0; i < BoardColumn::Timeline; ++i) {
        const auto column = BoardColumn::Id(i);
        if (!isExtra(column))
            continue;
        QAction *action
            = menu.addAction(menuWords(column), this, [this, column](bool isWanted) { setShown(column, isWanted); });
        action->setCheckable(true);
        action->setChecked(isShown(column));
    }
}

void BoardColumns::measure()
{
    leaveTimelineRoom();
    int usual = m_theme.px(LeastTimeline);
    int extra = 0;
    for (int column = 0; column < BoardColumn::Timeline; ++column) {
        if (isShown(BoardColumn::Id(column)))
            (isExtra(BoardColumn::Id(column)) ? extra : usual) += m_theme.px(Widths[column]);
    }
    const int room = m_table.viewport()->width() - usual;
    const double share = extra > 0 ? std::clamp(double(room) / extra, 0.0, 1.0) : 1;
    int x = 0;
    for (int column = 0; column < BoardColumn::Timeline; ++column) {
        // Columns begin where they would at scale 1, so rounding does not add up.
        const int width = m_theme.px(x + Widths[column]) - m_theme.px(x);
        x += Widths[column];
        m_table.setColumnWidth(
            column, isExtra(BoardColumn::Id(column)) ? std::max(m_theme.px(LeastExtra), int(width * share)) : width);
    }
}

// The workflow goes where the timeline would be less than it must be: its marks tell the same messages.
void BoardColumns::leaveTimelineRoom()
{
    int all = m_theme.px(LeastTimeline);
    for (int column = 0; column < BoardColumn::Timeline; ++column)
        all += isExtra(BoardColumn::Id(column)) ? 0 : m_theme.px(Widths[column]);
    const bool isHidden = all > m_table.viewport()->width();
    if (isHidden == m_table.isColumnHidden(BoardColumn::Workflow))
        return;
    if (const QModelIndex current = m_table.currentIndex(); isHidden && current.column() == BoardColumn::Workflow)
        m_table.setCurrentIndex(current.siblingAtColumn(BoardColumn::Number));
    m_table.setColumnHidden(BoardColumn::Workflow, isHidden);
}

QByteArray BoardColumns::saveState() const
{
    QByteArrayList shown;
    for (int column = 0; column < BoardColumn::Timeline; ++column) {
        if (isExtra(BoardColumn::Id(column)) && isShown(BoardColumn::Id(column)))
            shown << QByteArray::number(column);
    }
    return shown.join(',');
}

void BoardColumns::restoreState(const QByteArray &state)
{
    QList<int> shown;
    const QByteArrayList numbers = state.isEmpty() ? QByteArrayList() : state.split(',');
    for (const QByteArray &number : numbers) {
        bool isNumber = false;
        shown << number.toInt(&isNumber);
        if (!isNumber)
            return; // of a version that kept something else
    }
    for (int column = 0; column < BoardColumn::Timeline; ++column)
        setShown(BoardColumn::Id(column), shown.contains(column));
}

} // namespace ui
