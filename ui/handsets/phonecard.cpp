// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/phonecard.h"

#include "model/words/replywords.h"
#include "model/words/times.h"
#include "ui/handsets/phonefoot.h"
#include "ui/theme/theme.h"
#include "ui/timeline/symbolmarks.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/onoffswitch.h"
#include "ui/widgets/phoneswitches.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LongCode = 6; // a longer one takes the room of its name

bool takesFocus(const QWidget &control)
{
    return control.isVisible() && control.isEnabled();
}

} // namespace

PhoneCard::PhoneCard(const Theme &theme, model::HandsetsModel &phones, engine::PhoneNumber number, QWidget *parent)
    : PhoneView(theme, parent)
    , m_theme(theme)
    , m_phones(phones)
    , m_phoneNumber(number)
    , m_controller(phones.engine())
    , m_isOn(new OnOffSwitch(theme))
    , m_whoAnswers(new SignedLabel(theme))
    , m_reply(new SignedLabel(theme))
    , m_codeRow(codeRow())
    , m_switches(new PhoneSwitches(theme))
    , m_foot(new PhoneFoot(theme))
{
    m_isOn->setAccessibleName(u"Switched on"_s);
    m_isOn->setToolTip(u"On or off: nothing reaches a phone that is switched off"_s);
    m_foot->link()->setAccessibleName(u"Show on the Board"_s);
    m_whoAnswers->setWordsRole(&Tokens::secondary);
    addToHeader(m_isOn);
    for (QWidget *part : {static_cast<QWidget *>(m_whoAnswers), static_cast<QWidget *>(m_reply), m_codeRow,
                          static_cast<QWidget *>(m_switches)})
        addPart(part);
    addFoot(m_foot);
    join();
    const auto measure = [this] { setFixedSize(sizeHint()); };
    connect(&theme, &Theme::changed, this, measure);
    measure();
    showPhone();
}

QWidget *PhoneCard::codeRow()
{
    auto *line = new QWidget;
    m_codeName = new Label(m_theme, TextStyle::Body, u"code"_s, &Tokens::secondary);
    m_code = new CodeField(m_theme);
    m_left = new Label(m_theme, TextStyle::Body);
    m_codeName->setBuddy(m_code);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *row, metrics::Space8);
    row->addWidget(m_codeName);
    row->addWidget(m_code);
    row->addStretch();
    row->addWidget(m_left);
    return line;
}

void PhoneCard::join()
{
    connect(this, &PhoneView::answered, this, [this] { m_phones.answer(m_phoneNumber); });
    connect(this, &PhoneView::declined, this, [this] { m_phones.decline(m_phoneNumber); });
    connect(this, &PhoneView::playWanted, this, [this] { m_phones.play(m_phoneNumber); });
    connect(m_switches, &PhoneSwitches::chosen, this,
            [this](const engine::HandsetSettings &settings) { m_phones.setSettings(m_phoneNumber, settings); });
    connect(m_isOn, &OnOffSwitch::clicked, this, [this](bool isOn) {
        engine::HandsetSettings settings = m_phones.settings(m_phoneNumber);
        settings.isSwitchedOn = isOn;
        m_phones.setSettings(m_phoneNumber, settings);
    });
    connect(m_foot->link(), &QPushButton::clicked, this, [this] {
        if (const model::Phone *phone = m_phones.find(m_phoneNumber))
            Q_EMIT boardWanted(phone->newest().request.id);
    });
    connect(m_code, &CodeField::submitted, &m_controller, &model::VerificationController::check);
    connect(m_code, &QLineEdit::textChanged, this, &PhoneCard::holdClockWhileTyping);
    m_code->installEventFilter(this);
    connect(&m_controller, &model::VerificationController::changed, this, &PhoneCard::showReply);
    connect(&m_controller, &model::VerificationController::checked, this, [this](bool isAccepted) {
        if (!isAccepted)
            m_code->clear(); // the next try is another code
    });
}

QSize PhoneCard::sizeHint() const
{
    return {m_theme.px(Width), m_theme.px(Height)};
}

void PhoneCard::showPhone()
{
    const model::Phone *phone = m_phones.find(m_phoneNumber);
    setEnabled(phone != nullptr);
    if (!phone)
        return;
    const bool isByHand = model::isOperatedByHand(phone->newest());
    const engine::HandsetSettings settings = m_phones.settings(m_phoneNumber);
    m_isOn->setVisible(isByHand);
    m_isOn->setChecked(settings.isSwitchedOn);
    m_switches->setVisible(isByHand);
    m_switches->setSettings(settings);
    const QString who = model::whoAnswers(*phone);
    m_whoAnswers->setVisible(!who.isEmpty());
    const bool isOfPopulation = !phone->newest().request.population.isEmpty();
    m_whoAnswers->setContent(isOfPopulation ? Icon::Simulated : Icon::Info, who,
                             isOfPopulation ? &Tokens::simulated : &Tokens::secondary);
    const auto &before = m_controller.record();
    if (before && before->key != phone->newest().key)
        m_code->clear();
    if (before != phone->records.front())
        m_controller.setRecord(phone->records.front());
    showCode(*phone);
    showNow();
}

void PhoneCard::showCode(const model::Phone &phone)
{
    const engine::Record &newest = phone.newest();
    const bool takesCode = newest.verification.isRunning() && model::isOperatedByHand(newest);
    const bool hadFocus = m_code->hasFocus();
    if (newest.request.sealedPin.isEmpty())
        m_code->setLength(newest.request.codeLength);
    else
        m_code->setLength(4, 10);
    m_codeRow->setVisible(takesCode);
    if (hadFocus && !takesCode)
        m_foot->link()->setFocus(); // what had it has gone
}

void PhoneCard::showNow()
{
    const model::Phone *phone = m_phones.find(m_phoneNumber);
    if (!phone)
        return;
    const engine::Instant now = m_phones.clock().now();
    const engine::Record &newest = phone->newest();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    setContent(m_phones.content(*phone));
    m_foot->setState(markOf(model::symbolOf(newest.status())), model::footWords(*phone, now));
    m_left->setText(model::timeLeft(newest.endsAt() - now) + u" left"_s);
    m_codeName->setVisible(m_code->cellCount() <= LongCode);
    const int name = m_codeName->isHidden() ? 0 : m_codeName->sizeHint().width() + m_theme.px(metrics::Space8);
    m_code->setMostWidth(sizeHint().width() - m_theme.px(2 * metrics::Space12 + metrics::Space8) - name
                         - m_left->sizeHint().width());

    const bool speaks = content().call && content().call->state == PhoneCall::State::Speaking;
    const auto heard = m_phones.heard();
    const bool isPlayed = heard && heard->isPlayed && heard->record->request.number == m_phoneNumber;
    QString play;
    if (!isPlayed && m_phones.playableCall(*phone) && model::isOperatedByHand(newest)) {
        if (!speaks)
            play = m_phones.wasHeard(*phone) ? u"Play again"_s : u"Play"_s;
        else if (!m_isHeardAtOnce)
            play = u"Play"_s;
    }
    setPlay(play, speaks ? m_voiceNote : QString());
    if (hadFocus && !isAncestorOf(QApplication::focusWidget()))
        takeFocus(); // the button that had it has gone
}

void PhoneCard::setVoice(const QString &note, bool isHeardAtOnce)
{
    m_voiceNote = note;
    m_isHeardAtOnce = isHeardAtOnce;
    showNow();
}

// The standing hint would be said on every phone, so it stays the field's description.
void PhoneCard::showReply()
{
    const auto &record = m_controller.record();
    const model::ReplyText reply = m_controller.codeText();
    const bool isNews = record && record->verification.isRunning() && reply != model::codeHint(*record);
    m_reply->setVisible(isNews);
    if (isNews)
        m_reply->setContent(reply.symbol ? SignedLabel::Sign(markOf(*reply.symbol)) : Icon::Info, reply.text);
    m_code->setAccessibleDescription(isNews ? QString() : reply.text);
    announce(*m_code, u"Code the user types"_s, isNews ? reply.text : QString());
}

bool PhoneCard::isBusy() const
{
    return !m_code->text().isEmpty() || isAncestorOf(QApplication::focusWidget());
}

QList<QWidget *> PhoneCard::controls() const
{
    return QList<QWidget *>{m_isOn} + callControls() + QList<QWidget *>{m_code} + m_switches->controls()
        + QList<QWidget *>{m_foot->link()};
}

void PhoneCard::takeFocus()
{
    QList<QWidget *> wanted;
    for (QWidget *control : callControls()) {
        if (content().call && qobject_cast<QPushButton *>(control))
            wanted << control;
    }
    for (QWidget *control : wanted + QList<QWidget *>{m_code, m_foot->link()}) {
        if (takesFocus(*control)) {
            control->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void PhoneCard::focusCode()
{
    if (!takesFocus(*m_code))
        return takeFocus();
    m_code->setFocus(Qt::ShortcutFocusReason);
    m_code->selectAll();
}

void PhoneCard::usePin()
{
    const auto &messages = content().messages;
    if (!takesFocus(*m_code))
        return;
    if (messages.empty() || messages.back().pin.isEmpty()) {
        const QString none = model::noPinOnPhone();
        m_reply->setVisible(true);
        m_reply->setContent(Icon::Info, none);
        announce(*m_code, u"Code the user types"_s, none);
        return;
    }
    m_code->setText(QString(messages.back().pin).remove(u' ').remove(u','));
    m_code->setFocus(Qt::ShortcutFocusReason);
}

bool PhoneCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        holdClockWhileTyping();
    return PhoneView::eventFilter(watched, event);
}

void PhoneCard::holdClockWhileTyping()
{
    const bool isTyping = m_code->hasFocus() && !m_code->text().isEmpty();
    m_phones.clock().setActing(model::ClockModel::Act::Typing, isTyping);
}

} // namespace ui
