// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newverification/numberfield.h"

#include "engine/delivery/magicnumbers.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int SummaryRole = Qt::UserRole + 1;

class TestNumberDelegate final : public QStyledItemDelegate {
public:
    TestNumberDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int summary = option.fontMetrics.horizontalAdvance(index.data(SummaryRole).toString());
        return {summaryX(option) + summary + m_theme.px(metrics::Space16), m_theme.px(metrics::Row)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->fillRect(option.rect, isCurrent ? tokens.selection : tokens.base);
        painter->setPen(tokens.text);
        painter->drawText(option.rect.adjusted(m_theme.px(metrics::Space8), 0, 0, 0), Qt::AlignVCenter,
                          index.data().toString());
        painter->setPen(tokens.secondary);
        painter->drawText(option.rect.adjusted(summaryX(option), 0, 0, 0), Qt::AlignVCenter,
                          index.data(SummaryRole).toString());
        painter->restore();
    }

private:
    int summaryX(const QStyleOptionViewItem &option) const
    {
        return option.fontMetrics.horizontalAdvance(u"+44 7700 900000"_s) + m_theme.px(metrics::Space32);
    }

    const Theme &m_theme;
};

} // namespace

NumberField::NumberField(const Theme &theme, QWidget *parent)
    : ChoiceField(parent)
    , m_theme(theme)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setCompleter(nullptr); // it would turn half a number into a test number
    for (const engine::MagicNumber &magic : engine::magicNumbers()) {
        const QString number = magic.number.toInternational();
        addItem(number);
        setItemData(count() - 1, magic.summary, SummaryRole);
        setItemData(count() - 1, QString(number + u", "_s + magic.summary), Qt::AccessibleTextRole);
    }
    setItemDelegate(new TestNumberDelegate(theme, this));
    setMaxVisibleItems(count());
    setCurrentIndex(-1);
    clearEditText();
}

void NumberField::showPopup()
{
    ChoiceField::showPopup();
    if (currentIndex() < 0) // where the arrows start from
        view()->setCurrentIndex(model()->index(0, modelColumn()));
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        showPopup();
    else
        ChoiceField::keyPressEvent(event);
}

} // namespace ui
