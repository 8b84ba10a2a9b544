// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/figuremodel.h"

#include "model/simulate/simulatesession.h"

namespace model {

using namespace Qt::StringLiterals;

FigureModel::FigureModel(SimulateSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_rows(session.figures())
{
    connect(&session, &SimulateSession::changed, this, &FigureModel::follow);
}

// The place of who reads or types is kept as long as the rows are the same ones.
void FigureModel::follow()
{
    auto rows = m_session.figures();
    const bool isSame = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                   [](const FigureRow &a, const FigureRow &b) { return a.key == b.key; });
    if (!isSame) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int FigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FigureModel::data(const QModelIndex &index, int role) const
{
    const FigureRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return QStringList{row.group, row.name, row.value, row.origin}.at(index.column());
    case Qt::ToolTipRole:
        return index.column() == Origin ? row.origin : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Origin ? QVariant(row.origin + (row.isPublished ? u", published"_s : QString()))
            : index.column() == Name    ? QVariant(row.spoken())
                                        : QVariant();
    case IsPublishedRole:
        return row.isPublished;
    case IsYoursRole:
        return row.isYours;
    case IsFirstOfGroupRole:
        return index.row() == 0 || m_rows[std::size_t(index.row() - 1)].group != row.group;
    default:
        return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{{}, u"figure"_s, u"value"_s, u"origin"_s}.at(section);
}

Qt::ItemFlags FigureModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Value ? flags | Qt::ItemIsEditable : flags;
}

bool FigureModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Value)
        return false;
    const QString key = m_rows[std::size_t(index.row())].key;
    const QString problem = m_session.setFigure(key, value.toString());
    Q_EMIT judged(problem);
    return problem.isEmpty();
}

bool FigureModel::matches(int row, const QString &text) const
{
    const FigureRow &figure = m_rows[std::size_t(row)];
    const QString words = figure.group + u' ' + figure.name + u' ' + figure.origin;
    return words.contains(text, Qt::CaseInsensitive);
}

} // namespace model
