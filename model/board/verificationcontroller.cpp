// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/verificationcontroller.h"

#include <algorithm>

namespace model {

namespace {

// What the API refuses without counting a try (verify-api.md, 1.4 and D9).
bool canBeCode(const QString &code, const engine::Record &record)
{
    return std::all_of(code.begin(), code.end(), [&](QChar c) {
        const bool isAscii = c.unicode() < 128;
        return (isAscii && c.isLetterOrNumber()) || (c == u'-' && !record.request.sealedPin.isEmpty());
    });
}

// An answer about a PIN says nothing about the next one, nor about what happened since.
bool stillHolds(const engine::CheckReply &reply, const engine::Record &record)
{
    if (reply.trouble != engine::Trouble::None || reply.outcome != engine::Outcome::WrongCode)
        return true;
    return record.verification.isRunning() && record.verification.pinGeneration == reply.pinGeneration;
}

} // namespace

VerificationController::VerificationController(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_postbox(this)
{ }

void VerificationController::setRecord(std::shared_ptr<const engine::Record> record)
{
    if (!record || !isSelected(record->request.id)) {
        m_checkReply.reset();
        m_isNotACode = false;
        m_controlReply.clear();
    } else if (record->sequence != m_controlReplyAt) {
        m_controlReply.clear();
    }
    m_record = std::move(record);
    Q_EMIT changed();
}

ReplyText VerificationController::codeText() const
{
    if (!m_record)
        return {};
    if (m_isNotACode && m_record->verification.isRunning())
        return notACode();
    if (m_checkReply && stillHolds(*m_checkReply, *m_record))
        return codeReply(*m_checkReply, *m_record, m_checkRepliedAt);
    return codeHint(*m_record);
}

QString VerificationController::actionText() const
{
    if (!m_record)
        return {};
    return m_controlReply.isEmpty() ? refusals(*m_record, m_engine.clock().now()) : m_controlReply;
}

void VerificationController::check(const QString &code)
{
    if (!m_record || code.isEmpty())
        return;
    m_isNotACode = !canBeCode(code, *m_record);
    if (m_isNotACode) {
        Q_EMIT changed();
        return;
    }
    const engine::RequestId id = m_record->request.id;
    m_engine.check(id, code, m_postbox.reply<engine::CheckReply>([this, id](const engine::CheckReply &reply) {
        if (!isSelected(id))
            return;
        m_checkReply = reply;
        m_checkRepliedAt = m_engine.clock().now();
        Q_EMIT changed();
        Q_EMIT checked(reply.trouble == engine::Trouble::None && reply.outcome == engine::Outcome::Accepted);
    }));
}

void VerificationController::triggerNext()
{
    if (m_record)
        m_engine.triggerNext(m_record->request.id, takeControlReply());
}

void VerificationController::cancel()
{
    if (m_record)
        m_engine.cancel(m_record->request.id, takeControlReply());
}

engine::Reply<engine::ControlReply> VerificationController::takeControlReply()
{
    const engine::RequestId id = m_record->request.id;
    return m_postbox.reply<engine::ControlReply>([this, id](const engine::ControlReply &reply) {
        if (!isSelected(id))
            return;
        m_controlReply = controlReply(reply, *m_record, m_engine.clock().now());
        m_controlReplyAt = m_record->sequence;
        Q_EMIT changed();
    });
}

} // namespace model
