// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/handsetspage.h"

#include "model/handsets/handsetsmodel.h"
#include "model/words/shortened.h"
#include "ui/actions/actiontable.h"
#include "ui/handsets/callspeaker.h"
#include "ui/handsets/handsetstools.h"
#include "ui/handsets/phonecard.h"
#include "ui/handsets/phonelist.h"
#include "ui/handsets/phonewall.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QApplication>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using engine::PhoneNumber;
using model::PhoneState;

HandsetsPage::HandsetsPage(const Theme &theme, model::HandsetsModel &phones, CallSpeaker &speaker, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_phones(phones)
    , m_speaker(speaker)
    , m_lines(phones)
    , m_tools(new HandsetsTools(theme))
    , m_list(new PhoneList(theme, m_lines))
    , m_sentence(new Label(theme, TextStyle::PageSentence))
    , m_note(new Label(theme, TextStyle::Caption, u"Older phones are not shown."_s, &Tokens::secondary))
    , m_wall(new PhoneWall(theme, phones))
    , m_nothingMatches(new EmptyState(theme))
    , m_wallOrNothing(new QStackedWidget)
    , m_split(new QSplitter)
    , m_nothing(new EmptyState(theme))
    , m_whole(new QStackedWidget)
{
    m_nothing->setPicture({Mark::SmsPlanned, Mark::CallPlanned});
    m_nothing->setSentence(u"No phones yet."_s, u"A phone appears when a message is sent to its number."_s);
    m_nothing->setButton(u"New verification"_s, themedIcon(theme, Icon::Plus, &Tokens::primaryText));
    m_nothingMatches->setButton(u"Clear filter"_s);
    m_wallOrNothing->addWidget(m_wall);
    m_wallOrNothing->addWidget(m_nothingMatches);
    m_split->addWidget(m_list);
    m_split->addWidget(wallWithSentence());
    m_split->setStretchFactor(1, 1);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    const int list = m_list->sizeHint().width(); // a page that was never shown keeps these sizes for the next run
    m_split->setSizes({list, 4 * list});
    scalePanes(theme, *m_split, 1);
    m_whole->addWidget(m_split);
    m_whole->addWidget(m_nothing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_whole);
    join();
    showVoice();
    showPhones();
}

QWidget *HandsetsPage::wallWithSentence()
{
    auto *right = new QWidget;
    auto *head = new QHBoxLayout;
    scaleMargins(m_theme, *head, {metrics::Space16, metrics::Space8, metrics::Space16, metrics::Space12});
    m_sentence->setWordWrap(true);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_note);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_wallOrNothing, 1);
    return right;
}

void HandsetsPage::join()
{
    connect(m_tools, &HandsetsTools::newWanted, this, &HandsetsPage::newWanted);
    connect(m_nothing->button(), &QPushButton::clicked, this, &HandsetsPage::newWanted);
    connect(m_tools, &HandsetsTools::findChanged, this, [this](const QString &text) {
        setFind(text);
        Q_EMIT placeAdjusted();
    });
    connect(m_nothingMatches->button(), &QPushButton::clicked, this, [this] {
        m_tools->setFind({});
        setFind({});
        Q_EMIT placeChosen();
        takeFocus();
    });
    connect(m_list, &PhoneList::chosen, m_wall, &PhoneWall::reveal);
    connect(m_list, &PhoneList::opened, m_wall, [this](PhoneNumber number) {
        if (PhoneCard *card = m_wall->reveal(number))
            card->takeFocus();
    });
    connect(m_wall, &PhoneWall::focusedChanged, m_list, &PhoneList::setCurrent);
    connect(m_wall, &PhoneWall::boardWanted, this, &HandsetsPage::boardWanted);
    connect(&m_phones, &model::HandsetsModel::answered, m_wall, [this](PhoneNumber number) {
        PhoneCard *card = m_speaker.isHeardAtOnce() ? m_wall->reveal(number) : nullptr;
        if (card)
            card->focusCode(); // for the digits that are spoken
    });
    connect(&m_phones, &model::HandsetsModel::changed, this, &HandsetsPage::showPhones);
    connect(&m_speaker, &CallSpeaker::changed, this, &HandsetsPage::showVoice);
    connect(&m_phones.clock(), &model::ClockModel::ticked, this, [this] {
        if (!isVisible())
            return;
        m_wall->showNow();
        m_list->viewport()->update();
    });
}

void HandsetsPage::bindActions(Actions &actions)
{
    actions.bind(ActionId::Find, id(), m_tools, [this] { m_tools->focusFind(); });
    actions.bind(ActionId::GoToTable, id(), m_list, [this] { takeFocus(); });
    actions.bind(ActionId::AnswerCall, id(), this, [this] { withRinging(&model::HandsetsModel::answer); });
    actions.bind(ActionId::DeclineCall, id(), this, [this] { withRinging(&model::HandsetsModel::decline); });
    actions.bind(ActionId::GoToCodeField, id(), this, [this] {
        if (PhoneCard *card = currentCard())
            card->focusCode();
    });
    actions.bind(ActionId::UsePin, id(), this, [this] {
        if (PhoneCard *card = currentCard())
            card->usePin();
    });
}

// The phone that has the focus, if it rings, else the one that has rung longest.
void HandsetsPage::withRinging(void (model::HandsetsModel::*act)(PhoneNumber))
{
    const PhoneCard *card = m_wall->focused();
    const model::Phone *phone = card ? m_phones.find(card->number()) : nullptr;
    const bool focusedRings = phone && m_phones.state(*phone) == PhoneState::Ringing;
    const auto number = focusedRings ? std::optional(card->number()) : m_phones.ringing();
    if (!number)
        return;
    show(*number);
    (m_phones.*act)(*number);
}

PhoneCard *HandsetsPage::currentCard()
{
    if (PhoneCard *card = m_wall->focused())
        return card;
    const auto number = m_list->current();
    return number ? m_wall->reveal(*number) : nullptr;
}

void HandsetsPage::show(PhoneNumber number)
{
    m_list->setCurrent(number);
    m_wall->reveal(number);
}

QString HandsetsPage::name() const
{
    return u"Handsets"_s;
}

QWidget *HandsetsPage::tools() const
{
    return m_tools;
}

QList<QWidget *> HandsetsPage::panes() const
{
    return {m_tools, m_list, m_wall};
}

void HandsetsPage::takeFocus()
{
    QWidget *target = m_list;
    if (m_whole->currentWidget() == m_nothing)
        target = m_nothing->button();
    else if (m_wallOrNothing->currentWidget() == m_nothingMatches)
        target = m_nothingMatches->button();
    target->setFocus(Qt::ShortcutFocusReason);
}

QString HandsetsPage::titleNote() const
{
    const model::PhoneCounts counts = m_phones.counts();
    const int ringing = counts[std::size_t(PhoneState::Ringing)];
    if (ringing > 0)
        return QString::number(ringing) + u" ringing"_s;
    return QString::number(counts[std::size_t(PhoneState::Waiting)]) + u" waiting"_s;
}

QString HandsetsPage::stateSentence() const
{
    const QString phones = m_phones.phones().empty() ? u"No phones yet."_s
                                                     : model::handsetsSentence(m_phones.counts(), m_phones.speaking());
    const QString voice = m_speaker.note();
    return voice.isEmpty() ? phones : QString(phones + u" Calls show "_s + voice + u'.');
}

QVariant HandsetsPage::place() const
{
    return m_lines.find().isEmpty() ? QVariant() : QVariant(m_lines.find());
}

void HandsetsPage::goTo(const QVariant &place)
{
    m_tools->setFind(place.toString());
    setFind(place.toString());
}

void HandsetsPage::setFind(const QString &text)
{
    m_lines.setFind(text);
    m_wall->arrange(m_lines.numbers());
    showPhones();
}

void HandsetsPage::showPhones()
{
    Q_EMIT stateChanged();
    if (!m_phones.isRead()) {
        m_note->hide();
        return;
    }
    m_sentence->setText(model::handsetsSentence(m_phones.counts(), m_phones.speaking()));
    m_note->setVisible(m_phones.leavesOut());
    if (isVisible())
        m_wall->follow(m_lines.numbers());
    const bool matchNone = m_lines.numbers().empty();
    const std::size_t hidden = m_phones.phones().size();
    m_nothingMatches->setSentence(u"No phone matches “%1”."_s.arg(model::shortened(m_lines.find())),
                                  QString::number(hidden) + (hidden == 1 ? u" is hidden."_s : u" are hidden."_s));
    const QWidget *focus = m_whole->focusWidget();
    const bool hadFocus = focus && focus->hasFocus();
    m_wallOrNothing->setCurrentWidget(matchNone ? static_cast<QWidget *>(m_nothingMatches) : m_wall);
    m_whole->setCurrentWidget(m_phones.phones().empty() ? static_cast<QWidget *>(m_nothing) : m_split);
    if (hadFocus && !focus->isVisible())
        takeFocus(); // what had it has made room
}

void HandsetsPage::showVoice()
{
    m_wall->setVoice(m_speaker.note(), m_speaker.isHeardAtOnce());
    Q_EMIT stateChanged();
}

// Nobody looked: the phones may stand in their best order.
void HandsetsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showVoice(); // a screen reader may have come meanwhile
    m_wall->arrange(m_lines.numbers());
    showPhones();
}

QByteArray HandsetsPage::saveState() const
{
    return m_split->saveState();
}

void HandsetsPage::restoreState(const QByteArray &state)
{
    m_split->restoreState(state);
}

} // namespace ui
