// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/codeentry.h"

#include "model/board/clockmodel.h"
#include "model/board/handsetmodel.h"
#include "model/board/verificationcontroller.h"
#include "model/words/replywords.h"
#include "ui/timeline/symbolmarks.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/signedlabel.h"

#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

const QString CodeEntry::Name = u"Code the user types"_s;

CodeEntry::CodeEntry(const Theme &theme, model::VerificationController &controller, model::HandsetModel &handset,
                     model::ClockModel &clock, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_handset(handset)
    , m_clock(clock)
    , m_field(new CodeField(theme))
    , m_usePin(new QPushButton(u"Use PIN from phone"_s))
    , m_answer(new SignedLabel(theme))
{
    m_field->installEventFilter(this);
    connect(m_field, &CodeField::submitted, &controller, &model::VerificationController::check);
    connect(m_field, &QLineEdit::textChanged, this, &CodeEntry::holdClockWhileTyping);
    connect(m_usePin, &QPushButton::clicked, this, &CodeEntry::usePin);
    connect(&controller, &model::VerificationController::changed, this, &CodeEntry::showRecord);
    connect(&controller, &model::VerificationController::checked, m_field, [this](bool isAccepted) {
        if (!isAccepted)
            m_field->clear(); // the next try is another code
    });
    showRecord();
}

bool CodeEntry::takesCodes() const
{
    const auto &record = m_controller.record();
    return record && record->verification.isRunning();
}

void CodeEntry::focusCode()
{
    m_isWanted = !m_controller.record();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void CodeEntry::usePin()
{
    const QString pin = m_handset.pin();
    m_note = pin.isEmpty() ? model::noPinOnPhone() : QString();
    announce(*m_usePin, m_usePin->text(), m_note);
    if (!pin.isEmpty() && takesCodes()) {
        m_field->setText(pin);
        m_field->setFocus(Qt::ShortcutFocusReason);
    }
    showAnswer();
}

void CodeEntry::setHint(const QString &hint)
{
    m_hint = hint;
    showAnswer();
}

void CodeEntry::letGo()
{
    m_clock.setActing(model::ClockModel::Act::Typing, false);
}

void CodeEntry::showRecord()
{
    const auto &record = m_controller.record();
    const qint64 key = record ? record->key : 0;
    if (key != m_shownKey) {
        m_field->clear();
        m_shownKey = key;
    }
    m_note.clear();
    if (record && record->request.sealedPin.isEmpty())
        m_field->setLength(record->request.codeLength);
    else
        m_field->setLength(4, 10);
    const bool hadFocus = m_field->hasFocus();
    const bool isRunning = takesCodes();
    m_field->setEnabled(isRunning);
    m_usePin->setEnabled(isRunning);
    if (record && m_isWanted)
        focusCode();
    showAnswer();
    if (hadFocus && !isRunning)
        Q_EMIT finished();
}

void CodeEntry::showAnswer()
{
    const auto &record = m_controller.record();
    const model::ReplyText reply = m_controller.codeText();
    const bool isHint = record && takesCodes() && reply == model::codeHint(*record);
    const bool isOwnHint = m_note.isEmpty() && isHint && !m_hint.isEmpty();
    m_answer->setWordsRole(isOwnHint ? &Tokens::secondary : &Tokens::text);
    if (!m_note.isEmpty())
        m_answer->setContent(Icon::Info, m_note);
    else if (isOwnHint)
        m_answer->setContent({}, m_hint);
    else
        m_answer->setContent(reply.symbol ? SignedLabel::Sign(markOf(*reply.symbol)) : SignedLabel::Sign(), reply.text);
    // What counts down is no news for a screen reader.
    announce(*m_field, Name, !m_note.isEmpty() ? m_note : reply.text);
}

bool CodeEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        holdClockWhileTyping();
    return QObject::eventFilter(watched, event);
}

void CodeEntry::holdClockWhileTyping()
{
    const bool isTyping = m_field->hasFocus() && !m_field->text().isEmpty() && m_field->isEnabled();
    m_clock.setActing(model::ClockModel::Act::Typing, isTyping);
}

} // namespace ui
