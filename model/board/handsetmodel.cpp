// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/handsetmodel.h"

#include "engine/delivery/magicnumbers.h"
#include "engine/message/messagetext.h"
#include "model/words/speech.h"

#include <algorithm>

namespace model {

bool isOperatedByHand(const engine::Record &record)
{
    return record.request.population.isEmpty() && !engine::findMagicNumber(record.request.number);
}

std::optional<std::uint8_t> ringingStep(const engine::Record &record, const engine::HandsetSettings &settings)
{
    if (settings.calls != engine::HandsetSettings::Calls::AskMe || !settings.isSwitchedOn || !isOperatedByHand(record))
        return {};
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const engine::StepRecord &step = record.steps[i];
        if (step.channel == engine::Channel::Tts && step.sentAt && !step.deliveredAt && !step.failedAt)
            return std::uint8_t(i);
    }
    return {};
}

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
    if (!isSamePhone) {
        m_messages.clear();
        m_settings = m_record ? m_engine.handset(m_record->request.number) : engine::HandsetSettings{};
    }
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
    return m_record ? model::ringingStep(*m_record, m_settings) : std::nullopt;
}

engine::milliseconds HandsetModel::ringsFor(engine::Instant now) const
{
    const auto step = ringingStep();
    if (!step)
        return {};
    const engine::StepRecord &call = m_record->steps[*step];
    return *call.sentAt + call.plan.reportAfter - now;
}

std::optional<HandsetModel::Speech> HandsetModel::speech(engine::Instant now) const
{
    for (std::size_t step = 0; m_record && step < m_record->steps.size(); ++step) {
        if (!speaks(*m_record, step, now))
            continue;
        const engine::StepRecord &call = m_record->steps[step];
        const auto pin = std::find_if(m_record->pins.begin(), m_record->pins.end(), [&](const engine::PinRecord &each) {
            return each.generation == call.pinGeneration;
        });
        if (pin == m_record->pins.end())
            return {};
        Speech speech;
        const engine::Request &request = m_record->request;
        for (const engine::SpokenWord &word :
             engine::spoken(request.locale, request.brand, pin->digits, request.workflow.pinExpiry())) {
            if (*call.deliveredAt + word.at > now)
                break;
            speech.words += speech.words.isEmpty() ? word.text : QString(u' ' + word.text);
            if (word.isOfPin && speech.digits.size() < pin->digits.size()) // it is said twice
                speech.digits += pin->digits[speech.digits.size()];
        }
        return speech;
    }
    return {};
}

void HandsetModel::setSettings(engine::HandsetSettings settings)
{
    if (!m_record)
        return;
    m_settings = settings;
    m_engine.setHandset(m_record->request.number, settings);
    Q_EMIT changed();
}

void HandsetModel::answer()
{
    if (const auto step = ringingStep())
        m_engine.answerCall(m_record->request.id, *step, [](const engine::ControlReply &) {});
}

void HandsetModel::decline()
{
    if (const auto step = ringingStep())
        m_engine.declineCall(m_record->request.id, *step, [](const engine::ControlReply &) {});
}

} // namespace model
