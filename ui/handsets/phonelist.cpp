// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/phonelist.h"

#include "model/handsets/phonelistmodel.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/timeline/symbolmarks.h"
#include "ui/widgets/floatingscrollbar.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

using model::PhoneListModel;

namespace {

constexpr int Width = 231; // with the line beside it, four phones fit the usual window
constexpr int HeadHeight = 40;
constexpr int LineMarkX = 24; // its middle
constexpr int NumberX = 41;
constexpr int TimeRight = 13;
constexpr int CurrentBar = 3;

class LineDelegate final : public QStyledItemDelegate {
public:
    LineDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool isHead = index.data(PhoneListModel::CountRole).isValid();
        return {m_theme.px(Width), m_theme.px(isHead ? HeadHeight : metrics::Row)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (const QVariant count = index.data(PhoneListModel::CountRole); count.isValid())
            paintHead(*painter, option.rect, index.data().toString(), count.toInt());
        else
            paintLine(*painter, option, index);
        painter->restore();
    }

private:
    void paintHead(QPainter &painter, const QRect &rect, const QString &name, int count) const
    {
        const int side = m_theme.px(metrics::Space16);
        const QRect words = rect.adjusted(side, m_theme.px(metrics::Space12), -side, 0);
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.tokens().secondary);
        painter.drawText(words, Qt::AlignVCenter, name + u"  "_s + QString::number(count));
    }

    void paintLine(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const Tokens &tokens = m_theme.tokens();
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const QColor background = isCurrent ? tokens.selection : tokens.base;
        const QRect &rect = option.rect;
        painter.fillRect(rect, background);
        if (isCurrent)
            painter.fillRect(QRect(rect.topLeft(), QSize(m_theme.px(CurrentBar), rect.height())), tokens.accent);
        const auto symbol = model::Symbol(index.data(PhoneListModel::SymbolRole).toInt());
        drawMark(painter, markOf(symbol), QPointF(rect.left() + m_theme.px(LineMarkX), rect.center().y() + 1),
                 m_theme.scale(), tokens, background);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(tokens.text);
        const QRect words = rect.adjusted(m_theme.px(NumberX), 0, -m_theme.px(TimeRight), 0);
        const QString time = index.data(PhoneListModel::TimeRole).toString();
        const QFontMetrics font(painter.font());
        const int room = words.width() - font.horizontalAdvance(time) - m_theme.px(metrics::Space8);
        painter.drawText(words, Qt::AlignVCenter, font.elidedText(index.data().toString(), Qt::ElideRight, room));
        painter.setPen(tokens.secondary);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, time);
    }

    const Theme &m_theme;
};

} // namespace

PhoneList::PhoneList(const Theme &theme, PhoneListModel &model, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setAccessibleName(u"Phones by what they do"_s);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new LineDelegate(theme, this));
    setModel(&model);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    new FloatingScrollBar(theme, *this);
    connect(&model, &PhoneListModel::rowsInserted, this, &PhoneList::keepCurrent);
    connect(&model, &PhoneListModel::rowsRemoved, this, &PhoneList::keepCurrent);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const auto number = m_model.numberAt(index))
            Q_EMIT opened(*number);
    });
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
    keepCurrent();
}

QSize PhoneList::sizeHint() const
{
    return {m_theme.px(Width), m_theme.px(Width)};
}

std::optional<engine::PhoneNumber> PhoneList::current() const
{
    return m_model.numberAt(currentIndex());
}

void PhoneList::setCurrent(engine::PhoneNumber number)
{
    m_wanted = number;
    keepCurrent();
}

// The line of the phone that was current, wherever it went; else the first.
void PhoneList::keepCurrent()
{
    m_isFollowing = true;
    const auto row = m_wanted ? m_model.rowOf(*m_wanted) : std::nullopt;
    if (row)
        setCurrentIndex(m_model.index(*row));
    else if (m_model.rowCount() > 1 && !current())
        setCurrentIndex(m_model.index(1)); // the first is a head
    m_isFollowing = false;
}

// The view then makes a neighbour current, which nobody chose.
void PhoneList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    m_isFollowing = true;
    QListView::rowsAboutToBeRemoved(parent, start, end);
    m_isFollowing = false;
}

void PhoneList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const auto number = m_model.numberAt(current);
    if (!number || m_isFollowing)
        return;
    m_wanted = number;
    Q_EMIT chosen(*number);
}

void PhoneList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (const auto number = current(); isEnter && number) {
        Q_EMIT opened(*number);
        return;
    }
    QListView::keyPressEvent(event);
}

void PhoneList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid())
        return;
    QPainter painter(viewport());
    const int ring = m_theme.px(metrics::FocusRing);
    painter.setPen(QPen(m_theme.tokens().accent, ring));
    painter.drawRect(visualRect(currentIndex()).adjusted(ring / 2, ring / 2, -ring + ring / 2, -ring + ring / 2));
}

} // namespace ui
