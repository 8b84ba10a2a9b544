// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/admin/linemodel.h"

namespace model {

using namespace Qt::StringLiterals;

LineModel::LineModel(QList<LineColumn> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{ }

void LineModel::setLines(const Lines &lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = lines;
    m_problem.reset();
    endResetModel();
}

void LineModel::setProblem(const std::optional<LineProblem> &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ProblemRole, Qt::ToolTipRole});
}

int LineModel::insertLine(int after)
{
    const int place = after + 1;
    Line line;
    for (const LineColumn &column : m_columns)
        line << column.choices.value(0);
    beginInsertRows({}, place, place);
    m_lines.insert(place, line);
    endInsertRows();
    Q_EMIT edited();
    return place;
}

void LineModel::removeLine(int line)
{
    beginRemoveRows({}, line, line);
    m_lines.removeAt(line);
    endRemoveRows();
    Q_EMIT edited();
}

bool LineModel::moveLine(int line, int by)
{
    const int to = line + by;
    if (line < 0 || to < 0 || to >= m_lines.size())
        return false;
    beginMoveRows({}, line, line, {}, by > 0 ? to + 1 : to);
    m_lines.move(line, to);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString text = m_lines.at(index.row()).value(index.column());
    const bool isWrong = m_problem && m_problem->line == index.row() && m_problem->column == index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text;
    case Qt::AccessibleTextRole:
        return QString(m_columns.at(index.column()).name + u": "_s + (text.isEmpty() ? u"empty"_s : text)
                       + (isWrong ? u", "_s + m_problem->sentence : QString()));
    case Qt::ToolTipRole:
        return isWrong ? QVariant(m_problem->sentence) : QVariant();
    case ChoicesRole:
        return m_columns.at(index.column()).choices;
    case ProblemRole:
        return isWrong;
    default:
        return {};
    }
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(m_columns.value(section).name) : QVariant(section + 1);
}

Qt::ItemFlags LineModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isWritten = index.isValid() && !m_columns.at(index.column()).isReadOnly;
    return isWritten ? flags | Qt::ItemIsEditable : flags;
}

bool LineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || m_columns.at(index.column()).isReadOnly)
        return false;
    Line &line = m_lines[index.row()];
    while (line.size() <= index.column())
        line << QString();
    if (line[index.column()] == value.toString())
        return true;
    line[index.column()] = value.toString();
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

} // namespace model
