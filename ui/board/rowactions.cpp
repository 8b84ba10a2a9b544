// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/rowactions.h"

#include "model/board/boardmodel.h"
#include "model/board/rowcopy.h"
#include "model/words/counts.h"
#include "ui/actions/actiontable.h"
#include "ui/board/boardtable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t MostCopied = 5000; // rows; more would hold up the window, and fit no clipboard

} // namespace

RowActions::RowActions(Actions &actions, BoardTable &table, const model::BoardModel &rows, QObject *page)
    : QObject(page)
    , m_actions(actions)
    , m_table(table)
    , m_rows(rows)
{
    using Format = model::RowFormat;
    constexpr PageId Board = PageId::Board;
    actions.bind(ActionId::CopyRow, Board, this, [this] { copyMarked(Format::Text); });
    actions.bind(ActionId::CopyRowCsv, Board, this, [this] { copyMarked(Format::Csv); });
    actions.bind(ActionId::CopyRowJson, Board, this, [this] { copyMarked(Format::Json); });
    actions.bind(ActionId::CopyRowsText, Board, this, [this] { copyShown(Format::Text); });
    actions.bind(ActionId::CopyRowsCsv, Board, this, [this] { copyShown(Format::Csv); });
    actions.bind(ActionId::CopyRowsJson, Board, this, [this] { copyShown(Format::Json); });
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this, &RowActions::showMenu);
}

void RowActions::copyMarked(model::RowFormat format)
{
    copy(m_table.markedRows(), format);
}

void RowActions::copyShown(model::RowFormat format)
{
    std::vector<int> all(std::size_t(m_rows.rowCount()));
    std::iota(all.begin(), all.end(), 0);
    copy(std::move(all), format);
}

void RowActions::copy(std::vector<int> rows, model::RowFormat format)
{
    if (rows.empty()) {
        Q_EMIT nothingToCopy();
        return;
    }
    const std::size_t all = rows.size();
    rows.resize(std::min(all, MostCopied));
    QGuiApplication::clipboard()->setText(model::copyOfRows(m_rows, rows, format));
    Q_EMIT copied(rows.size() == all ? model::counted(qsizetype(all), u"row"_s) + u" copied."_s
                                     : u"The first %1 of %2 rows copied."_s.arg(rows.size()).arg(all));
}

void RowActions::showMenu(QPoint at)
{
    if (!m_table.indexAt(at).isValid())
        return;
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const std::vector<ActionId> &group :
         {std::vector{ActionId::CopyRow, ActionId::CopyRowCsv, ActionId::CopyRowJson, ActionId::CopyAs},
          {ActionId::AnswerCall, ActionId::DeclineCall, ActionId::SendNext, ActionId::CancelVerification},
          {ActionId::RevealNumber, ActionId::SaveTimeline}}) {
        menu->addSeparator();
        for (const ActionId id : group) {
            if (QAction *action = m_actions.find(id))
                menu->addAction(action);
        }
    }
    menu->popup(m_table.viewport()->mapToGlobal(at));
}

} // namespace ui
