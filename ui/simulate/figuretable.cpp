// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/figuretable.h"

#include "model/simulate/figuremodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plaintable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using model::FigureModel;

constexpr int RowHeight = metrics::Target;
constexpr int FewestRows = 5; // in view at least
constexpr int OriginSign = 18; // room for dot or ring
constexpr int LeastOriginWidth = 80;
constexpr qreal SignRadius = 4.5;

class FigureDelegate final : public QStyledItemDelegate {
public:
    FigureDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isFirst = index.data(FigureModel::IsFirstOfGroupRole).toBool();
        painter->save();
        painter->fillRect(option.rect, isSelected ? tokens.selection : tokens.window);
        if (isFirst && index.row() > 0)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), tokens.divider);
        QRect words = option.rect.adjusted(0, 0, -m_theme.px(metrics::Space4), 0);
        if (index.column() == FigureModel::Origin) {
            const QPointF centre(words.left() + m_theme.px(OriginSign) / 3.0, words.center().y() + 0.5);
            drawOrigin(*painter, index, centre, isSelected ? tokens.text : tokens.secondary);
            words.setLeft(words.left() + m_theme.px(OriginSign));
        }
        const bool isQuiet = index.column() == FigureModel::Group || index.column() == FigureModel::Origin;
        painter->setFont(m_theme.font(index.column() == FigureModel::Value ? TextStyle::Strong
                                          : isQuiet                        ? TextStyle::Caption
                                                                           : TextStyle::Body));
        painter->setPen(isQuiet && !isSelected ? tokens.secondary : tokens.text);
        const QString text = index.data().toString();
        if (index.column() == FigureModel::Origin)
            painter->drawText(words, Qt::AlignVCenter | Qt::TextWordWrap, text);
        else if (index.column() != FigureModel::Group || isFirst)
            painter->drawText(words, Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens.accent, metrics::FocusRing));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *editor = new QLineEdit(parent);
        editor->setFrame(false);
        editor->setAutoFillBackground(true); // without a frame nothing else hides the value under it
        editor->setFont(m_theme.font(TextStyle::Strong));
        editor->setAccessibleName(index.siblingAtColumn(FigureModel::Group).data().toString() + u' '
                                  + index.siblingAtColumn(FigureModel::Name).data().toString());
        return editor;
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        editor->setGeometry(option.rect);
    }

private:
    // A filled dot: published. A ring: an assumption. A ring around a dot: the reader's own.
    void drawOrigin(QPainter &painter, const QModelIndex &index, const QPointF &centre, const QColor &colour) const
    {
        const qreal radius = SignRadius * m_theme.scale();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour, 1.5 * m_theme.scale()));
        painter.setBrush(index.data(FigureModel::IsPublishedRole).toBool() ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawEllipse(centre, radius, radius);
        if (index.data(FigureModel::IsYoursRole).toBool()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(centre, radius / 2.5, radius / 2.5);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }

    const Theme &m_theme;
};

class FigureHeader final : public QHeaderView {
public:
    explicit FigureHeader(const Theme &theme)
        : QHeaderView(Qt::Horizontal)
        , m_theme(theme)
    { }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override
    {
        painter->save();
        painter->fillRect(rect, m_theme.tokens().window);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.tokens().divider);
        painter->setFont(m_theme.font(TextStyle::Caption));
        painter->setPen(m_theme.tokens().secondary);
        const int x = column == FigureModel::Origin ? m_theme.px(OriginSign) : 0;
        painter->drawText(rect.adjusted(x, 0, 0, 0), Qt::AlignVCenter,
                          model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

FigureTable::FigureTable(const Theme &theme, model::FigureModel &model, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setAccessibleName(u"Figures of the population"_s);
    setUpPlainTable(*this, new FigureHeader(theme), model, new FigureDelegate(theme, this));
    setEditTriggers(DoubleClicked | SelectedClicked | AnyKeyPressed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, &FigureTable::measure);
    connect(&model, &FigureModel::modelReset, this, [this] {
        applyFind();
        keepCurrent();
        measure();
    });
    connect(&model, &FigureModel::dataChanged, this, &FigureTable::measure);
    measure();
    keepCurrent();
}

void FigureTable::measure()
{
    QPalette palette;
    palette.setColor(QPalette::Base, m_theme.tokens().window);
    setPalette(palette);
    setRowHeights(*this, m_theme.px(RowHeight), m_theme.px(RowHeight));
    const int gap = m_theme.px(metrics::Space12);
    const auto widest = [&](int column, TextStyle style) {
        const QFontMetrics words(m_theme.font(style));
        int width = 0;
        for (int row = 0; row < m_model.rowCount(); ++row)
            width = std::max(width, words.horizontalAdvance(m_model.index(row, column).data().toString()));
        return width + gap;
    };
    const int group = widest(FigureModel::Group, TextStyle::Caption);
    const int name = widest(FigureModel::Name, TextStyle::Body);
    const int value = widest(FigureModel::Value, TextStyle::Strong);
    setColumnWidth(FigureModel::Group, group);
    setColumnWidth(FigureModel::Name, name);
    setColumnWidth(FigureModel::Value, value);
    setColumnWidth(FigureModel::Origin,
                   std::max(m_theme.px(LeastOriginWidth), viewport()->width() - group - name - value));
    wrapOrigins();
    updateGeometry();
}

// Rows are as high as their origins need, which tell what a figure is worth.
void FigureTable::wrapOrigins()
{
    const QFontMetrics caption(m_theme.font(TextStyle::Caption));
    const int room = columnWidth(FigureModel::Origin) - m_theme.px(OriginSign) - m_theme.px(metrics::Space4);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString origin = m_model.index(row, FigureModel::Origin).data().toString();
        const int needed = caption.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, origin).height();
        setRowHeight(row, std::max(m_theme.px(RowHeight), needed + m_theme.px(metrics::Space4)));
    }
}

void FigureTable::setFind(const QString &text)
{
    m_find = text.simplified();
    applyFind();
    keepCurrent();
}

void FigureTable::applyFind()
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        setRowHidden(row, !m_model.matches(row, m_find));
}

// A screen reader needs a current row, and it has to be one that is seen.
void FigureTable::keepCurrent()
{
    if (currentIndex().isValid() && !isRowHidden(currentIndex().row()))
        return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!isRowHidden(row)) {
            setCurrentIndex(m_model.index(row, FigureModel::Value));
            return;
        }
    }
}

void FigureTable::editCurrent()
{
    if (!currentIndex().isValid() || isRowHidden(currentIndex().row()))
        return;
    const QModelIndex value = currentIndex().siblingAtColumn(FigureModel::Value);
    setCurrentIndex(value);
    edit(value);
}

QSize FigureTable::sizeHint() const
{
    return {columnWidth(FigureModel::Group) + columnWidth(FigureModel::Name) + columnWidth(FigureModel::Value)
                + m_theme.px(120),
            verticalHeader()->length() + m_theme.px(RowHeight)};
}

QSize FigureTable::minimumSizeHint() const
{
    return {m_theme.px(200), (FewestRows + 1) * m_theme.px(RowHeight)};
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEditing = state() == EditingState;
    if (!isEditing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        editCurrent();
        return;
    }
    const bool isTyped = !event->text().isEmpty() && event->text().at(0).isPrint() && !event->text().at(0).isSpace();
    if (!isEditing && isTyped && currentIndex().isValid())
        setCurrentIndex(currentIndex().siblingAtColumn(FigureModel::Value));
    QTableView::keyPressEvent(event);
}

void FigureTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    measure();
}

} // namespace ui
