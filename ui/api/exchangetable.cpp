// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/exchangetable.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/floatingscrollbar.h"
#include "ui/widgets/plaintable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using model::ExchangeModel;

constexpr int TimeWidth = 88;
constexpr int TookWidth = 72;
constexpr int LeastRequestWidth = 170;
constexpr int LeastAnswerWidth = 200; // else the time taken, which the inspector says, makes room for it
constexpr int CurrentBar = 3;
const QString LongestStatus = u"IN PROGRESS"_s;
constexpr int SignSide = 14;

class ExchangeDelegate final : public QStyledItemDelegate {
public:
    ExchangeDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isFirst = index.column() == ExchangeModel::Time;
        painter->save();
        painter->fillRect(option.rect, isSelected ? tokens.selection : tokens.base);
        if (isFirst && isSelected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(m_theme.px(CurrentBar), option.rect.height())),
                              tokens.accent);
        QRect words = option.rect.adjusted(m_theme.px(isFirst ? metrics::Space16 : metrics::Space4), 0,
                                           -m_theme.px(metrics::Space4), 0);
        if (index.column() == ExchangeModel::Answer && index.data(ExchangeModel::IsRefusedRole).toBool()) {
            const QPointF centre(words.left() + m_theme.px(SignSide) / 2.0, words.center().y() + 0.5);
            drawIcon(*painter, Icon::Warning, centre, m_theme.px(SignSide), tokens.expired);
            words.setLeft(words.left() + m_theme.px(SignSide + metrics::Space8));
        }
        const bool isQuiet = isFirst || index.column() == ExchangeModel::Took;
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(isQuiet && !isSelected ? tokens.secondary : tokens.text);
        const QString text = index.data().toString();
        painter->drawText(words, Qt::AlignVCenter,
                          QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, words.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(TimeWidth), m_theme.px(metrics::Row)};
    }

private:
    const Theme &m_theme;
};

// Its words stand over those of the cells.
class ExchangeHeader final : public QHeaderView {
public:
    explicit ExchangeHeader(const Theme &theme)
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
        const int x = m_theme.px(column == ExchangeModel::Time ? metrics::Space16 : metrics::Space4);
        painter->drawText(rect.adjusted(x, 0, 0, 0), Qt::AlignVCenter,
                          model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

ExchangeTable::ExchangeTable(const Theme &theme, ExchangeModel &model, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setAccessibleName(u"Requests"_s);
    setUpPlainTable(*this, new ExchangeHeader(theme), model, new ExchangeDelegate(theme, this));
    setEditTriggers(NoEditTriggers);
    new FloatingScrollBar(theme, *this); // belongs to the table
    measure();

    connect(&theme, &Theme::changed, this, &ExchangeTable::measure);
    const auto change = [this] { m_isChanging = true; };
    connect(&model, &ExchangeModel::rowsAboutToBeInserted, this, change);
    connect(&model, &ExchangeModel::rowsAboutToBeRemoved, this, change);
    connect(&model, &ExchangeModel::modelAboutToBeReset, this, [this, change] {
        change();
        m_isFollowing = true;
    });
    connect(&model, &ExchangeModel::rowsInserted, this, &ExchangeTable::restoreCurrent);
    connect(&model, &ExchangeModel::rowsRemoved, this, &ExchangeTable::restoreCurrent);
    connect(&model, &ExchangeModel::modelReset, this, &ExchangeTable::restoreCurrent);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ExchangeTable::hold);
    restoreCurrent();
}

void ExchangeTable::measure()
{
    setRowHeights(*this, m_theme.px(metrics::Row), m_theme.px(metrics::Row));
    const int status = QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(LongestStatus)
        + 2 * m_theme.px(metrics::Space4) + 1;
    const int least = m_theme.px(TimeWidth + LeastRequestWidth + LeastAnswerWidth) + status;
    const bool hasTook = viewport()->width() >= least + m_theme.px(TookWidth);
    setColumnHidden(ExchangeModel::Took, !hasTook);
    const int fixed = m_theme.px(TimeWidth) + status + (hasTook ? m_theme.px(TookWidth) : 0);
    const int rest = std::max(viewport()->width() - fixed, 0);
    const int request = std::max(m_theme.px(LeastRequestWidth), rest * 2 / 5);
    setColumnWidth(ExchangeModel::Time, m_theme.px(TimeWidth));
    setColumnWidth(ExchangeModel::Request, request);
    setColumnWidth(ExchangeModel::Status, status);
    setColumnWidth(ExchangeModel::Answer, std::max(rest - request, 0));
    setColumnWidth(ExchangeModel::Took, m_theme.px(TookWidth));
}

ExchangeTable::Kept ExchangeTable::selected() const
{
    return m_selected;
}

void ExchangeTable::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    hold();
}

void ExchangeTable::showNew()
{
    m_isFollowing = true;
    verticalScrollBar()->setValue(0);
    hold();
    restoreCurrent();
    setFocus();
}

void ExchangeTable::hold()
{
    m_model.setHeld(m_isPaused || verticalScrollBar()->value() > 0);
}

// The newest one as long as it is followed, else the one that was chosen, and the newest again when that is gone.
void ExchangeTable::restoreCurrent()
{
    const int chosen = m_selected && !m_isFollowing ? m_model.rowOf(m_selected->number) : -1;
    const int wanted = std::max(chosen, 0);
    if (m_model.rowCount() > 0 && currentIndex().row() != wanted) {
        const bool wasAutoScrolling = hasAutoScroll();
        setAutoScroll(false); // what is chosen by the program does not move the view
        setCurrentIndex(m_model.index(wanted, std::max(currentIndex().column(), 0)));
        setAutoScroll(wasAutoScrolling);
    }
    m_isChanging = false;
    currentChanged(currentIndex(), {});
}

void ExchangeTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // Before the view scrolls, which may let in what waits.
    if (!m_isChanging)
        m_isFollowing = current.row() <= 0;
    QTableView::currentChanged(current, previous);
    if (m_isChanging)
        return;
    const QModelIndex now = currentIndex();
    Kept selected = now.isValid() ? m_model.at(now.row()) : nullptr;
    if (selected == m_selected)
        return;
    m_selected = std::move(selected);
    Q_EMIT selectedChanged();
}

void ExchangeTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT detailWanted();
        return;
    }
    QTableView::keyPressEvent(event);
}

void ExchangeTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    measure();
}

} // namespace ui
