// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionsheet.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize Size{620, 560};
constexpr int KeysWidth = 220;
enum Column { Words, Keys, ColumnCount };
const QString SearchName = u"Search actions and keys"_s;

// Every word is part of what is done, of its key, or of the place where it works.
bool matches(const QStringList &words, const QString &text)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool isHeading(const QTreeWidgetItem &item)
{
    return !item.flags().testFlag(Qt::ItemIsSelectable);
}

QAction *actionOf(const QTreeWidgetItem &item)
{
    return item.data(Words, Qt::UserRole).value<QAction *>();
}

} // namespace

ActionSheet::ActionSheet(const Theme &theme, const QString &title, std::vector<KeyGroup> groups, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_groups(std::move(groups))
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_note(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
{
    setWindowTitle(title);
    m_search->setPlaceholderText(u"what to do, or a key"_s);
    m_search->setAccessibleName(SearchName);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(theme, Icon::Search, &Tokens::secondary), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(title);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Words, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Keys, QHeaderView::ResizeToContents);

    auto *column = new QVBoxLayout(this);
    const int side = theme.px(metrics::Space16);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.px(metrics::Space8));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    const QSize most = parent ? parent->window()->size() - QSize(side, side) : screen()->availableSize();
    resize(QSize(theme.px(Size.width()), theme.px(Size.height())).boundedTo(most));

    connect(m_search, &QLineEdit::textChanged, this, &ActionSheet::search);
    connect(m_search, &QLineEdit::returnPressed, this, &ActionSheet::run);
    connect(m_list, &QTreeWidget::itemActivated, this, &ActionSheet::run);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ActionSheet::showCurrent);
    fill();
    measureAlways(theme, this, [this] { dress(); });
    selectFirst();
    m_search->setAccessibleName(SearchName); // nothing was chosen yet that would have to be told
    m_search->setFocus();
}

void ActionSheet::fill()
{
    for (const KeyGroup &group : m_groups) {
        if (!group.where.isEmpty()) {
            auto *heading = new QTreeWidgetItem(m_list, {group.where});
            heading->setFlags(Qt::NoItemFlags); // the arrows pass over it
        }
        for (const KeyLine &line : group.lines) {
            auto *item = new QTreeWidgetItem(m_list, {line.words, line.keys});
            item->setData(Words, Qt::UserRole, QVariant::fromValue(line.action.data()));
            item->setData(Words, Qt::UserRole + 1, group.where);
            item->setData(Words, Qt::AccessibleTextRole,
                          line.keys.isEmpty() ? line.words : QString(line.words + u", "_s + line.keys));
        }
    }
}

// Items take no part in palettes and fonts.
void ActionSheet::dress()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem &item = *m_list->topLevelItem(i);
        item.setSizeHint(Words, QSize(0, m_theme.px(metrics::Row)));
        if (isHeading(item)) {
            item.setForeground(Words, m_theme.tokens().text);
            item.setFont(Words, m_theme.font(TextStyle::Strong));
        } else {
            item.setForeground(Keys, m_theme.tokens().secondary);
        }
    }
}

void ActionSheet::search(const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    QTreeWidgetItem *heading = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        if (isHeading(*item)) {
            heading = item;
            heading->setHidden(true);
            continue;
        }
        const QString where = item->data(Words, Qt::UserRole + 1).toString();
        const bool isShown = matches(words, item->text(Words) + u' ' + item->text(Keys) + u' ' + where);
        item->setHidden(!isShown);
        if (isShown && heading)
            heading->setHidden(false);
    }
    selectFirst();
}

void ActionSheet::selectFirst()
{
    for (QTreeWidgetItemIterator item(m_list, QTreeWidgetItemIterator::NotHidden); *item; ++item) {
        if (!isHeading(**item)) {
            m_list->setCurrentItem(*item);
            m_list->scrollToTop();
            showCurrent();
            return;
        }
    }
    m_list->setCurrentItem(nullptr);
    showCurrent();
}

void ActionSheet::showCurrent()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QAction *action = item ? actionOf(*item) : nullptr;
    QString note;
    if (!item)
        note = u"Nothing here is called “%1”. Delete a letter, or press Esc."_s.arg(m_search->text());
    else if (!action)
        note = u"This key works in its place."_s;
    else
        note = action->isEnabled() ? u"Enter does it."_s : u"Not possible on this page now."_s;
    m_note->setText(note);
    announce(*m_search, SearchName, item ? item->data(Words, Qt::AccessibleTextRole).toString() + u'.' : note);
}

void ActionSheet::run()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    QPointer<QAction> action = item ? actionOf(*item) : nullptr;
    if (!action || !action->isEnabled())
        return;
    // What it does may put the focus somewhere, so the dialog has to be gone.
    connect(
        this, &QDialog::finished, action, [action] { action->trigger(); }, Qt::QueuedConnection);
    accept();
}

QStringList ActionSheet::shown() const
{
    QStringList lines;
    for (QTreeWidgetItemIterator item(m_list, QTreeWidgetItemIterator::NotHidden); *item; ++item) {
        const QString keys = (*item)->text(Keys);
        lines << (*item)->text(Words) + (keys.isEmpty() ? QString() : u", "_s + keys);
    }
    return lines;
}

// While somebody types, the arrows walk the list.
bool ActionSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool walks = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_PageDown
            || key->key() == Qt::Key_PageUp;
        if (walks) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
