// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/linetable.h"

#include "model/admin/linemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plaintable.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using model::LineModel;

constexpr int FewestRows = 4; // in view at least
constexpr int SignSide = 14;

class LineDelegate final : public QStyledItemDelegate {
public:
    LineDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isReadOnly = !index.flags().testFlag(Qt::ItemIsEditable);
        painter->save();
        painter->fillRect(option.rect, isSelected ? tokens.selection : tokens.base);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.divider);
        QRect words = option.rect.adjusted(m_theme.px(metrics::Space8), 0, -m_theme.px(metrics::Space4), 0);
        if (index.data(LineModel::ProblemRole).toBool()) {
            const QPointF centre(words.left() + m_theme.px(SignSide) / 2.0, words.center().y() + 0.5);
            drawIcon(*painter, Icon::Warning, centre, m_theme.px(SignSide), tokens.failed);
            words.setLeft(words.left() + m_theme.px(SignSide + metrics::Space8));
        }
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(isReadOnly && !isSelected ? tokens.secondary : tokens.text);
        painter->drawText(words, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens.accent, metrics::FocusRing));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
        const QStringList choices = index.data(LineModel::ChoicesRole).toStringList();
        if (!choices.isEmpty()) {
            auto *box = new QComboBox(parent);
            box->addItems(choices);
            box->setAccessibleName(name);
            return box;
        }
        auto *editor = new QLineEdit(parent);
        editor->setFrame(false);
        editor->setFont(m_theme.font(TextStyle::Body));
        editor->setAccessibleName(name);
        return editor;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentText(index.data(Qt::EditRole).toString());
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentText());
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        editor->setGeometry(option.rect);
    }

private:
    const Theme &m_theme;
};

class LineHeader final : public QHeaderView {
public:
    explicit LineHeader(const Theme &theme)
        : QHeaderView(Qt::Horizontal)
        , m_theme(theme)
    { }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override
    {
        painter->save();
        painter->fillRect(rect, m_theme.tokens().header);
        painter->setFont(m_theme.font(TextStyle::Caption));
        painter->setPen(m_theme.tokens().secondary);
        const QRect words = rect.adjusted(m_theme.px(metrics::Space8), 0, 0, 0);
        painter->drawText(
            words, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                              Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

LineTable::LineTable(const Theme &theme, LineModel &model, const QString &name, QList<int> shares, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_shares(std::move(shares))
{
    setAccessibleName(name);
    setUpPlainTable(*this, new LineHeader(theme), model, new LineDelegate(theme, this));
    setEditTriggers(DoubleClicked | SelectedClicked | AnyKeyPressed);
    connect(&theme, &Theme::changed, this, &LineTable::measure);
    measure();
}

void LineTable::measure()
{
    setRowHeights(*this, m_theme.px(metrics::Control), m_theme.px(metrics::Row));
    const int all = std::accumulate(m_shares.begin(), m_shares.end(), 0);
    int used = 0;
    for (int column = 0; column + 1 < m_shares.size(); ++column) {
        const int width = viewport()->width() * m_shares[column] / all;
        setColumnWidth(column, width);
        used += width;
    }
    setColumnWidth(int(m_shares.size()) - 1, std::max(viewport()->width() - used, 0));
    updateGeometry();
}

void LineTable::setEmptyWords(const QString &sentence)
{
    m_emptyWords = sentence;
    setAccessibleDescription(sentence);
    viewport()->update();
}

void LineTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.tokens().secondary);
    const int side = m_theme.px(metrics::Space16);
    painter.drawText(viewport()->rect().adjusted(side, side, -side, -side), Qt::AlignHCenter | Qt::TextWordWrap,
                     m_emptyWords);
}

void LineTable::editCurrent()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    for (int column = current.flags().testFlag(Qt::ItemIsEditable) ? current.column() : 0;
         column < model()->columnCount(); ++column) {
        const QModelIndex cell = current.siblingAtColumn(column);
        if (cell.flags().testFlag(Qt::ItemIsEditable)) {
            setCurrentIndex(cell);
            return edit(cell);
        }
    }
}

QSize LineTable::minimumSizeHint() const
{
    return {m_theme.px(200), FewestRows * m_theme.px(metrics::Control) + m_theme.px(metrics::Row)};
}

void LineTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (state() != EditingState && isEnter && event->modifiers() == Qt::NoModifier)
        return editCurrent();
    QTableView::keyPressEvent(event);
}

void LineTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    measure();
}

} // namespace ui
