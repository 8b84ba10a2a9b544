// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/phonewall.h"

#include "model/handsets/handsetsmodel.h"
#include "ui/handsets/phonecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/floatingscrollbar.h"

#include <QApplication>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

using engine::PhoneNumber;

PhoneWall::PhoneWall(const Theme &theme, model::HandsetsModel &phones, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_phones(phones)
    , m_wall(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(m_wall);
    m_wall->setAccessibleName(u"Phones"_s);
    new FloatingScrollBar(theme, *this);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PhoneWall::fill);
    // Once the phones have measured themselves: a phone takes no place smaller than what it asked for before.
    connect(&theme, &Theme::changed, this, &PhoneWall::layOut, Qt::QueuedConnection);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { noteFocus(now); });
}

model::WallGeometry PhoneWall::geometryNow() const
{
    const QSize phone(m_theme.px(PhoneCard::Width), m_theme.px(PhoneCard::Height));
    return model::WallGeometry::forWidth(viewport()->width(), phone, m_theme.px(metrics::Space16),
                                         m_theme.px(metrics::Space16));
}

int PhoneWall::lastInView() const
{
    const int top = verticalScrollBar()->value();
    return geometryNow().placesBetween(top, top + viewport()->height(), int(m_order.numbers().size())).second;
}

void PhoneWall::arrange(const std::vector<PhoneNumber> &numbers)
{
    m_order.arrange(numbers);
    layOut();
}

void PhoneWall::follow(const std::vector<PhoneNumber> &numbers)
{
    m_order.follow(numbers, lastInView());
    for (PhoneCard *card : cards())
        card->showPhone();
    layOut();
}

// What a card shows may move the focus, and with it the wall, so they are gone through in a list of their own.
std::vector<PhoneCard *> PhoneWall::cards() const
{
    std::vector<PhoneCard *> all;
    for (const auto &[number, card] : m_cards)
        all.push_back(card);
    return all;
}

void PhoneWall::layOut()
{
    const model::WallGeometry wall = geometryNow();
    const int count = int(m_order.numbers().size());
    m_wall->resize(viewport()->width(), std::max(wall.height(count), 1));
    fill();
}

// Makes the phones in view and those around them, and takes away the others that nobody is at.
void PhoneWall::fill()
{
    if (std::exchange(m_isFilling, true))
        return;
    const model::WallGeometry wall = geometryNow();
    const auto &numbers = m_order.numbers();
    const int top = verticalScrollBar()->value();
    const int row = wall.phone.height() + wall.gap;
    const auto [first, last] = wall.placesBetween(top - row, top + viewport()->height() + row, int(numbers.size()));
    bool isNew = false;
    std::map<PhoneNumber, PhoneCard *> kept;
    for (int place = first; place <= last; ++place) {
        const PhoneNumber number = numbers[std::size_t(place)];
        isNew = isNew || !m_cards.contains(number);
        PhoneCard *card = cardFor(number);
        if (!card)
            continue;
        card->setGeometry(wall.placeRect(place));
        card->show();
        kept[number] = card;
    }
    for (const auto &[number, card] : m_cards) {
        if (kept.contains(number))
            continue;
        const auto place = m_order.placeOf(number);
        if (card->isBusy() && place) {
            card->setGeometry(wall.placeRect(*place));
            kept[number] = card;
        } else {
            card->hide();
            card->deleteLater();
        }
    }
    m_cards = std::move(kept);
    if (isNew)
        orderTabs();
    m_isFilling = false;
}

// Null for a phone that went before it was ever seen.
PhoneCard *PhoneWall::cardFor(PhoneNumber number)
{
    if (const auto found = m_cards.find(number); found != m_cards.end())
        return found->second;
    if (!m_phones.find(number))
        return nullptr;
    auto *card = new PhoneCard(m_theme, m_phones, number, m_wall);
    card->setVoice(m_voiceNote, m_isHeardAtOnce);
    connect(card, &PhoneCard::boardWanted, this, &PhoneWall::boardWanted);
    return card;
}

// Tab goes from phone to phone as they stand, not as they were made.
void PhoneWall::orderTabs()
{
    QWidget *before = nullptr;
    for (const PhoneNumber number : m_order.numbers()) {
        const auto found = m_cards.find(number);
        if (found == m_cards.end())
            continue;
        for (QWidget *control : found->second->controls()) {
            if (before)
                setTabOrder(before, control);
            before = control;
        }
    }
}

PhoneCard *PhoneWall::reveal(PhoneNumber number)
{
    const auto place = m_order.placeOf(number);
    if (!place)
        return nullptr;
    const QRect rect = geometryNow().placeRect(*place);
    const int top = verticalScrollBar()->value();
    const int room = viewport()->height();
    if (rect.top() < top)
        verticalScrollBar()->setValue(rect.top());
    else if (rect.bottom() + m_theme.px(metrics::Space16) > top + room)
        verticalScrollBar()->setValue(std::min(rect.top(), rect.bottom() + m_theme.px(metrics::Space16) - room));
    fill();
    const auto found = m_cards.find(number);
    return found == m_cards.end() ? nullptr : found->second;
}

PhoneCard *PhoneWall::focused() const
{
    const QWidget *focus = QApplication::focusWidget();
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [&](const auto &each) { return each.second->isAncestorOf(focus); });
    return found == m_cards.end() ? nullptr : found->second;
}

void PhoneWall::noteFocus(QWidget *now)
{
    if (!now || !m_wall->isAncestorOf(now))
        return;
    if (const PhoneCard *card = focused()) {
        reveal(card->number());
        Q_EMIT focusedChanged(card->number());
    }
}

void PhoneWall::showNow()
{
    for (PhoneCard *card : cards())
        card->showNow();
}

void PhoneWall::setVoice(const QString &note, bool isHeardAtOnce)
{
    if (note == m_voiceNote && isHeardAtOnce == m_isHeardAtOnce)
        return;
    m_voiceNote = note;
    m_isHeardAtOnce = isHeardAtOnce;
    for (PhoneCard *card : cards())
        card->setVoice(note, isHeardAtOnce);
}

void PhoneWall::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layOut();
}

} // namespace ui
