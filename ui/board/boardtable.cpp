// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardtable.h"

#include "model/timeline/ruler.h"
#include "ui/board/boardcolumns.h"
#include "ui/board/boardheader.h"
#include "ui/board/rowdelegates.h"
#include "ui/theme/theme.h"
#include "ui/widgets/floatingscrollbar.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using model::BoardModel;

BoardTable::BoardTable(const Theme &theme, model::BoardModel &model, const model::Ruler &ruler, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setAccessibleName(u"Verifications"_s);
    auto *header = new BoardHeader(theme, ruler);
    setHorizontalHeader(header);
    setModel(&model);
    header->setStretchLastSection(true);
    header->setSectionResizeMode(QHeaderView::Fixed);
    m_columns = new BoardColumns(theme, model, *this);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    new FloatingScrollBar(theme, *this); // belongs to the table
    setRowDelegates(*this, theme, model, ruler);
    measure();

    connect(&theme, &Theme::changed, this, &BoardTable::measure);
    connect(&ruler, &model::Ruler::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &BoardModel::rowsAboutToBeInserted, this, &BoardTable::rememberPlace);
    connect(&model, &BoardModel::rowsAboutToBeRemoved, this, &BoardTable::rememberPlace);
    connect(&model, &BoardModel::rowsInserted, this, &BoardTable::restorePlace);
    connect(&model, &BoardModel::rowsRemoved, this, &BoardTable::restorePlace);
    connect(&model, &BoardModel::modelAboutToBeReset, this, &BoardTable::beginReset);
    connect(&model, &BoardModel::modelReset, this, &BoardTable::restorePlace);
    connect(&model, &BoardModel::sortChanged, this, [this] { m_isSorting = true; });
    connect(&model, &BoardModel::waitingChanged, this, &BoardTable::holdOrFollow);
    connect(&model, &BoardModel::filterChanged, this, [this] { setSelectedByHand(false); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        holdOrFollow();
        announceVisible();
    });
}

void BoardTable::measure()
{
    m_columns->measure();
    verticalHeader()->setDefaultSectionSize(m_theme.px(metrics::Row));
    horizontalHeader()->setFixedHeight(m_theme.px(metrics::Row));
    verticalScrollBar()->setSingleStep(m_theme.px(metrics::Row));
}

void BoardTable::rememberPlace()
{
    m_isChanging = true;
    m_anchor.reset();
    const int top = rowAt(0);
    // At the very top, too, once somebody has selected: what would push that out of view comes in above it.
    if ((verticalScrollBar()->value() > 0 || m_isSelectedByHand) && top >= 0)
        m_anchor = Anchor{m_model.keyAt(top), rowViewportPosition(top)};
}

void BoardTable::beginReset()
{
    m_isChanging = true;
    m_anchor.reset();
    if (m_model.isMoving() && !m_isSorting)
        rememberPlace();
}

void BoardTable::restorePlace()
{
    updateGeometries(); // the scroll bar knows the new number of rows
    const bool isTopShown = verticalScrollBar()->value() == 0 && isSelectedInView(0);
    if (const auto row = m_anchor && !isTopShown ? m_model.rowOf(m_anchor->key) : std::nullopt)
        verticalScrollBar()->setValue(verticalHeader()->sectionPosition(*row) - m_anchor->y);
    m_anchor.reset();
    restoreSelection();
    if (std::exchange(m_isSorting, false))
        m_isSelectedByHand ? showCurrent() : verticalScrollBar()->setValue(0);
    holdOrFollow();
}

// The selection belongs to a verification, not to a row: it stays with it, and goes to the top when it is gone.
void BoardTable::restoreSelection()
{
    const auto row = m_selected && !isNewerToFollow() ? m_model.rowOf(*m_selected) : std::nullopt;
    if (m_model.rowCount() > 0) {
        const int wanted = row.value_or(0);
        if (currentIndex().row() != wanted)
            select(wanted);
    }
    m_isChanging = false;
    if (!row)
        takeSelected();
    announceVisible();
    revealWanted();
}

void BoardTable::select(int row)
{
    const int column = std::max(currentIndex().column(), 0);
    const bool wasAutoScrolling = hasAutoScroll();
    setAutoScroll(false); // what is selected by the program does not move the view
    setCurrentIndex(m_model.index(row, column));
    setAutoScroll(wasAutoScrolling);
}

void BoardTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isChanging)
        takeSelected();
}

void BoardTable::takeSelected()
{
    const QModelIndex current = currentIndex();
    const std::optional<Key> key = current.isValid() ? std::optional(m_model.keyAt(current.row())) : std::nullopt;
    if (key == m_selected)
        return;
    m_selected = key;
    m_model.setKept(key);
    Q_EMIT selectedChanged();
}

void BoardTable::setSelectedByHand(bool byHand)
{
    m_isSelectedByHand = byHand;
    holdOrFollow();
}

// What somebody has selected makes room for new rows as long as it stays in view. Once some wait, the others do, too:
// they come in when they are asked for, and not because the selection moves. Where all of them are seen at once nothing
// waits.
void BoardTable::holdOrFollow()
{
    const std::size_t wanted = std::size_t(m_model.rowCount()) + std::max<std::size_t>(1, m_model.waiting());
    const auto height = std::size_t(verticalHeader()->defaultSectionSize());
    const bool hasRoom = wanted * height <= std::size_t(viewport()->height());
    const bool mayMove = !m_isSelectedByHand || hasRoom || (m_model.waiting() == 0 && isSelectedInView(1));
    m_model.setHeld(verticalScrollBar()->value() > 0 || !mayMove);
}

// Under so many more rows, with the top in view.
bool BoardTable::isSelectedInView(int rowsMore) const
{
    const auto row = m_selected ? m_model.rowOf(*m_selected) : std::nullopt;
    return row && (*row + 1 + rowsMore) * verticalHeader()->defaultSectionSize() <= viewport()->height();
}

void BoardTable::followNewest()
{
    m_isFollowing = true;
}

bool BoardTable::isNewerToFollow() const
{
    const bool isFollowing = m_isFollowing && !m_isSelectedByHand && m_model.sort().isNewestFirst();
    return isFollowing && verticalScrollBar()->value() == 0 && m_model.rowCount() > 0 && m_model.keyAt(0) > *m_selected;
}

void BoardTable::reveal(Key key)
{
    m_wanted = key;
    if (m_model.waiting() > 0)
        m_model.letIn();
    revealWanted();
}

void BoardTable::revealWanted()
{
    const auto row = m_wanted ? m_model.rowOf(*m_wanted) : std::nullopt;
    if (!row)
        return;
    m_wanted.reset();
    select(*row);
    showCurrent();
    setSelectedByHand(true);
    Q_EMIT revealed();
}

// Into view where it is not, with whole rows at the top.
void BoardTable::showCurrent()
{
    scrollTo(currentIndex());
    const int height = verticalHeader()->defaultSectionSize();
    QScrollBar *bar = verticalScrollBar();
    bar->setValue((bar->value() + height - 1) / height * height);
}

void BoardTable::showNew()
{
    m_isSelectedByHand = false;
    verticalScrollBar()->setValue(0);
    holdOrFollow();
    m_model.letIn();
    setFocus();
}

void BoardTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT detailWanted();
        return;
    }
    if (event->matches(QKeySequence::MoveToStartOfDocument))
        m_model.letIn(); // the newest may still wait
    const auto before = m_selected;
    m_wanted.reset(); // somebody goes elsewhere meanwhile
    QTableView::keyPressEvent(event);
    if (m_selected != before)
        setSelectedByHand(true);
}

void BoardTable::mousePressEvent(QMouseEvent *event)
{
    m_wanted.reset();
    QTableView::mousePressEvent(event);
    if (indexAt(event->pos()).isValid())
        setSelectedByHand(true);
}

void BoardTable::resizeEvent(QResizeEvent *event)
{
    const bool wasInView = rect().contains(visualRect(currentIndex()).bottomLeft());
    QTableView::resizeEvent(event);
    m_columns->measure();
    if (m_isSelectedByHand && wasInView)
        showCurrent();
    holdOrFollow();
    announceVisible();
}

// Beside the rows nothing is chosen, and nothing put away.
QItemSelectionModel::SelectionFlags BoardTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    return index.isValid() ? QTableView::selectionCommand(index, event) : QItemSelectionModel::NoUpdate;
}

std::vector<int> BoardTable::markedRows() const
{
    std::set<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(rows.end(), row);
    }
    if (rows.empty() && currentIndex().isValid())
        rows.insert(currentIndex().row());
    return {rows.begin(), rows.end()};
}

std::set<BoardTable::Key> BoardTable::visibleKeys() const
{
    std::set<Key> keys;
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    for (int row = first; row >= 0 && row <= (last < 0 ? m_model.rowCount() - 1 : last); ++row)
        keys.insert(m_model.keyAt(row));
    return keys;
}

void BoardTable::announceVisible()
{
    std::set<Key> visible = visibleKeys();
    if (visible == m_visible)
        return;
    m_visible = std::move(visible);
    Q_EMIT visibleChanged();
}

void BoardTable::repaintRunning()
{
    for (const Key key : m_visible) {
        const auto row = m_model.rowOf(key);
        if (!row || m_model.statusAt(*row) != engine::Status::InProgress)
            continue;
        const int y = rowViewportPosition(*row);
        const int x = columnViewportPosition(BoardModel::State);
        viewport()->update(x, y, viewport()->width() - x, rowHeight(*row));
    }
}

} // namespace ui
