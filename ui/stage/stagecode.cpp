// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagecode.h"

#include "model/board/boardsession.h"
#include "model/stage/stagewords.h"
#include "model/words/replywords.h"
#include "ui/timeline/symbolmarks.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString CodeName = u"Code the user types"_s;

} // namespace

StageCode::StageCode(const Theme &theme, model::BoardSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_code(new CodeField(theme))
    , m_usePin(new QPushButton(u"Use PIN from phone"_s))
    , m_reply(new SignedLabel(theme))
{
    auto *name = new Label(theme, TextStyle::Body, CodeName, &Tokens::secondary);
    name->setBuddy(m_code);
    m_code->installEventFilter(this);
    m_usePin->setFocusPolicy(Qt::TabFocus); // after a click, Space still goes on

    auto *line = new QHBoxLayout;
    line->setSpacing(theme.px(metrics::Space12));
    line->addWidget(m_code);
    line->addWidget(m_usePin);
    line->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(metrics::Space8));
    column->addWidget(name);
    column->addLayout(line);
    column->addWidget(m_reply);

    model::VerificationController &selected = session.selected();
    connect(m_code, &CodeField::submitted, &selected, &model::VerificationController::check);
    connect(m_code, &QLineEdit::textChanged, this, &StageCode::holdClockWhileTyping);
    connect(m_usePin, &QPushButton::clicked, this, &StageCode::usePin);
    connect(&selected, &model::VerificationController::changed, this, &StageCode::showRecord);
    connect(&selected, &model::VerificationController::checked, m_code, [this](bool isAccepted) {
        if (!isAccepted)
            m_code->clear();
    });
    showRecord();
}

// Who goes while a code is typed is not told that the focus has left.
StageCode::~StageCode()
{
    m_session.clock().setActing(model::ClockModel::Act::Typing, false);
}

bool StageCode::takesCodes() const
{
    const auto &record = m_session.selected().record();
    return record && record->verification.isRunning();
}

void StageCode::focusCode()
{
    m_code->setFocus(Qt::ShortcutFocusReason);
    m_code->selectAll();
}

void StageCode::usePin()
{
    const QString pin = m_session.handset().pin();
    m_note = pin.isEmpty() ? model::noPinOnPhone() : QString();
    if (!pin.isEmpty() && takesCodes()) {
        m_code->setText(pin);
        m_code->setFocus(Qt::ShortcutFocusReason);
    }
    showNow();
}

void StageCode::showRecord()
{
    const auto &record = m_session.selected().record();
    if (!record)
        return;
    m_note.clear();
    if (record->request.sealedPin.isEmpty())
        m_code->setLength(record->request.codeLength);
    else
        m_code->setLength(4, 10);
    const bool hadFocus = m_code->hasFocus();
    const bool isRunning = takesCodes();
    m_code->setEnabled(isRunning);
    m_usePin->setEnabled(isRunning);
    if (!isRunning && m_code->text() != QString())
        m_code->clear();
    showNow();
    if (hadFocus && !isRunning)
        Q_EMIT finished();
}

void StageCode::showNow()
{
    const auto &record = m_session.selected().record();
    if (!record)
        return;
    const model::ReplyText reply = m_session.selected().codeText();
    const bool isAnswer = reply.text != model::codeHint(*record).text || !takesCodes();
    const QString hint = model::stageHint(*record, m_session.clock().now());
    m_reply->setWordsRole(m_note.isEmpty() && !isAnswer ? &Tokens::secondary : &Tokens::text);
    if (!m_note.isEmpty())
        m_reply->setContent(Icon::Info, m_note);
    else if (isAnswer)
        m_reply->setContent(reply.symbol ? SignedLabel::Sign(markOf(*reply.symbol)) : SignedLabel::Sign(), reply.text);
    else
        m_reply->setContent({}, hint);
    // What counts down is no news for a screen reader.
    announce(*m_code, CodeName, !m_note.isEmpty() ? m_note : reply.text);
}

bool StageCode::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        holdClockWhileTyping();
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        Q_EMIT nextWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void StageCode::holdClockWhileTyping()
{
    const bool isTyping = m_code->hasFocus() && !m_code->text().isEmpty() && m_code->isEnabled();
    m_session.clock().setActing(model::ClockModel::Act::Typing, isTyping);
}

} // namespace ui
