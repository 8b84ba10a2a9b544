// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/handsetmodel.h"

#include <algorithm>

namespace model {

HandsetModel::HandsetModel(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_postbox(this)
{ }

void HandsetModel::setRecord(std::shared_ptr<const engine::Record> record)
{
    const bool isSamePhone = m_record && record && m_record->request.number == record->request.number;
    const bool isNews = !m_record || !record || m_record->key != record->key || m_record->sequence != record->sequence;
    m_record = std::move(record);
    if (!isSamePhone)
        m_messages.clear();
    if (m_record && isNews)
        readMessages();
    Q_EMIT changed();
}

void HandsetModel::readMessages()
{
    using Messages = std::vector<engine::HandsetMessage>;
    const engine::PhoneNumber number = m_record->request.number;
    m_engine.readMessages(number, 0, m_postbox.reply<Messages>([this, number](const Messages &messages) {
        if (!m_record || m_record->request.number != number)
            return;
        m_messages = messages;
        Q_EMIT changed();
    }));
}

QString HandsetModel::pin() const
{
    if (!m_record)
        return {};
    const auto newest
        = std::find_if(m_messages.rbegin(), m_messages.rend(),
                       [&](const engine::HandsetMessage &message) { return message.request == m_record->request.id; });
    return newest == m_messages.rend() ? QString() : newest->pin;
}

bool HandsetModel::isByHand() const
{
    return m_record && isOperatedByHand(*m_record);
}

std::optional<std::uint8_t> HandsetModel::ringingStep() const
{
    return m_record ? model::ringingStep(*m_record, settings()) : std::nullopt;
}

engine::milliseconds HandsetModel::ringsFor(engine::Instant now) const
{
    const auto step = ringingStep();
    return step ? model::ringsFor(*m_record, *step, now) : engine::milliseconds::zero();
}

std::optional<PhoneCall> HandsetModel::call(engine::Instant now) const
{
    if (const auto rings = ringingStep())
        return ringingCall(*m_record, *rings, now);
    const auto speaks = m_record ? speakingStep(*m_record, now) : std::nullopt;
    if (!speaks)
        return {};
    return speakingCall(*m_record, *speaks, now - *m_record->steps[*speaks].deliveredAt);
}

engine::HandsetSettings HandsetModel::settings() const
{
    return m_record ? m_engine.handset(m_record->request.number) : engine::HandsetSettings{};
}

void HandsetModel::setSettings(engine::HandsetSettings settings)
{
    if (!m_record)
        return;
    m_engine.setHandset(m_record->request.number, settings);
    Q_EMIT changed();
}

void HandsetModel::answer()
{
    const auto step = ringingStep();
    if (!step)
        return;
    m_engine.answerCall(m_record->request.id, *step, [](const engine::ControlReply &) {});
    Q_EMIT answered();
}

void HandsetModel::decline()
{
    if (const auto step = ringingStep())
        m_engine.declineCall(m_record->request.id, *step, [](const engine::ControlReply &) {});
}

} // namespace model
