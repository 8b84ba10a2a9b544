// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/previewtable.h"

#include "model/import/importwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicefield.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using ReportColumn = engine::VerifyReport::Column;

constexpr int PreviewColumnWidth = 136;
constexpr int NotRead = 0; // of the choices

} // namespace

PreviewTable::PreviewTable(const Theme &theme, QWidget *parent)
    : QTableWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(u"First rows of the report; the first line says what each column is taken for"_s);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
}

void PreviewTable::build(const engine::VerifyReport::Preview &preview)
{
    m_heads = preview.heads;
    m_rows = preview.rows;
    clear();
    setColumnCount(int(preview.heads.size()));
    setRowCount(int(preview.rows.size()) + 1);
    setHorizontalHeaderLabels(preview.heads);
    for (int column = 0; column < columnCount(); ++column) {
        auto *choice = new ChoiceField;
        choice->addItem(u"not read"_s);
        for (std::size_t i = 0; i < engine::VerifyReport::ColumnCount; ++i)
            choice->addItem(model::columnWords(ReportColumn(i)));
        choice->setAccessibleName(u"Column "_s + preview.heads.at(column) + u" is taken for"_s);
        setCellWidget(0, column, choice);
        setItem(0, column, new QTableWidgetItem);
        connect(choice, &QComboBox::currentIndexChanged, this, [this, column](int index) {
            if (!m_isFilling)
                Q_EMIT columnChosen(std::size_t(column),
                                    index == NotRead ? std::optional<ReportColumn>() : ReportColumn(index - 1));
        });
        setColumnWidth(column, m_theme.px(PreviewColumnWidth));
        for (std::size_t row = 0; row < preview.rows.size(); ++row)
            setItem(int(row) + 1, column, new QTableWidgetItem(preview.rows[row].value(column)));
    }
    // What is read stands first, so that it is in view; the file's order is kept within.
    int next = 0;
    for (int column = 0; column < columnCount(); ++column) {
        if (preview.columns.at(std::size_t(column)))
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), next++);
    }
    for (int row = 0; row < rowCount(); ++row)
        setRowHeight(row, m_theme.px(row == 0 ? metrics::Control + metrics::Space4 : metrics::Row));
    // The first in view, below the choosers, one of which would take the focus from the question. A table without a
    // current cell can crash Qt 6.4 under a screen reader.
    if (columnCount() > 0)
        setCurrentCell(std::min(1, rowCount() - 1), horizontalHeader()->logicalIndex(0));
}

void PreviewTable::setPreview(const engine::VerifyReport::Preview &preview)
{
    m_isFilling = true;
    if (preview.heads != m_heads || preview.rows != m_rows)
        build(preview);
    for (int column = 0; column < columnCount(); ++column) {
        const auto taken = preview.columns.at(std::size_t(column));
        qobject_cast<QComboBox *>(cellWidget(0, column))->setCurrentIndex(taken ? int(*taken) + 1 : NotRead);
    }
    m_isFilling = false;
}

} // namespace ui
