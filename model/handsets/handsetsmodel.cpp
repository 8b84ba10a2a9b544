// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/handsets/handsetsmodel.h"

#include "engine/runtime/engine.h"
#include "model/words/speech.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace model {

using engine::HandsetSettings;
using engine::milliseconds;
using engine::PhoneNumber;

namespace {

constexpr std::size_t MostHeardCalls = 1'000; // remembered

} // namespace

HandsetsModel::HandsetsModel(engine::Engine &engine, ClockModel &clock, const NumberMask &mask, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_mask(mask)
    , m_feed(std::make_unique<engine::HandsetFeed>(engine, [this](engine::HandsetBatch batch) {
        const auto deliver = [this, batch = std::move(batch)] {
            takeBatch(batch);
            m_feed->acknowledge();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    }))
{
    connect(&clock, &ClockModel::ticked, this, &HandsetsModel::follow);
    connect(&mask, &NumberMask::changed, this, &HandsetsModel::changed);
}

HandsetsModel::~HandsetsModel() = default;

void HandsetsModel::setSeen(std::function<bool(PhoneNumber)> isSeen)
{
    m_isSeen = std::move(isSeen);
}

void HandsetsModel::holdForSeenOnly()
{
    m_holdsForSeenOnly = true;
    holdClock();
}

void HandsetsModel::takeBatch(const engine::HandsetBatch &batch)
{
    if (batch.isReset)
        m_phones.clear();
    for (const PhoneNumber number : batch.gone)
        m_phones.erase(number);
    for (const engine::PhoneRecords &phone : batch.phones)
        m_phones.insert_or_assign(phone.number, phoneOf(phone.number, phone.records));
    m_leavesOut = batch.leavesOut;
    m_isRead = true;
    m_counts = counts();
    m_speaking = speaking();
    holdClock();
    Q_EMIT changed();
}

const Phone *HandsetsModel::find(PhoneNumber number) const
{
    const auto found = m_phones.find(number);
    return found == m_phones.end() ? nullptr : &found->second;
}

PhoneState HandsetsModel::state(const Phone &phone) const
{
    return phoneState(phone, settings(phone.number));
}

PhoneCounts HandsetsModel::counts() const
{
    PhoneCounts counts{};
    for (const auto &[number, phone] : m_phones)
        ++counts[std::size_t(state(phone))];
    return counts;
}

int HandsetsModel::speaking() const
{
    const engine::Instant now = m_clock.now(); // of all alike
    return int(std::ranges::count_if(m_phones, [&](const auto &each) {
        const engine::Record &newest = each.second.newest();
        return isOperatedByHand(newest) && speakingStep(newest, now);
    }));
}

std::vector<PhoneNumber> HandsetsModel::ordered(const QString &find) const
{
    // Within a group by what is smallest: what began to ring first, what started or ended last.
    std::vector<std::tuple<PhoneState, std::int64_t, PhoneNumber>> order;
    for (const auto &[number, phone] : m_phones) {
        if (!matches(phone, find))
            continue;
        const HandsetSettings set = settings(number);
        const PhoneState group = phoneState(phone, set);
        const engine::Record &newest = phone.newest();
        std::int64_t place = -newest.key;
        if (const auto step = group == PhoneState::Ringing ? ringingStep(newest, set) : std::nullopt)
            place = newest.steps[*step].sentAt->time_since_epoch().count();
        else if (group == PhoneState::Quiet)
            place = -newest.verification.endedAt.time_since_epoch().count();
        order.emplace_back(group, place, number);
    }
    std::ranges::sort(order);
    std::vector<PhoneNumber> numbers;
    for (const auto &[group, place, number] : order)
        numbers.push_back(number);
    return numbers;
}

std::optional<PhoneNumber> HandsetsModel::ringing() const
{
    const auto numbers = ordered({});
    if (numbers.empty() || state(*find(numbers.front())) != PhoneState::Ringing)
        return {};
    return numbers.front();
}

std::vector<engine::RequestId> HandsetsModel::ringingCalls() const
{
    std::vector<engine::RequestId> calls;
    for (const PhoneNumber number : ordered({})) {
        const Phone &phone = *find(number);
        if (state(phone) != PhoneState::Ringing)
            break; // they come first
        calls.push_back(phone.newest().request.id);
    }
    return calls;
}

PhoneContent HandsetsModel::content(const Phone &phone) const
{
    const auto replay = replayOf(phone); // which goes on in the machine's time
    PhoneContent content = phoneContent(phone.records, settings(phone.number), m_mask, m_clock.now(), replay);
    if (content.call && !replay && m_clock.isPaused())
        sayPaused(*content.call);
    return content;
}

HandsetSettings HandsetsModel::settings(PhoneNumber number) const
{
    return m_engine.handset(number);
}

void HandsetsModel::setSettings(PhoneNumber number, const HandsetSettings &settings)
{
    m_engine.setHandset(number, settings);
    holdClock();
    Q_EMIT changed();
}

void HandsetsModel::answer(PhoneNumber number)
{
    const Phone *phone = find(number);
    const auto step = phone ? ringingStep(phone->newest(), settings(number)) : std::nullopt;
    if (!step)
        return;
    if (m_heardCalls.size() >= MostHeardCalls)
        m_heardCalls.clear();
    m_heardCalls.emplace(phone->newest().key, *step);
    m_answeredHere = number;
    m_playing.reset();
    m_engine.answerCall(phone->newest().request.id, *step, [](const engine::ControlReply &) {});
    Q_EMIT answered(number);
}

void HandsetsModel::decline(PhoneNumber number)
{
    const Phone *phone = find(number);
    if (const auto step = phone ? ringingStep(phone->newest(), settings(number)) : std::nullopt)
        m_engine.declineCall(phone->newest().request.id, *step, [](const engine::ControlReply &) {});
}

std::optional<std::uint8_t> HandsetsModel::playableCall(const Phone &phone) const
{
    const engine::Record &newest = phone.newest();
    for (std::size_t step = newest.steps.size(); step-- > 0;) {
        const engine::StepRecord &each = newest.steps[step];
        if (each.channel == engine::Channel::Tts && each.deliveredAt && !pinOf(newest, std::uint8_t(step)).isEmpty())
            return std::uint8_t(step);
    }
    return {};
}

bool HandsetsModel::wasHeard(const Phone &phone) const
{
    const auto step = playableCall(phone);
    return step && m_heardCalls.contains({phone.newest().key, *step});
}

void HandsetsModel::play(PhoneNumber number)
{
    const Phone *phone = find(number);
    const auto step = phone ? playableCall(*phone) : std::nullopt;
    if (!step)
        return;
    m_heardCalls.emplace(phone->newest().key, *step);
    m_playing = Playing{number, phone->records.front(), *step, speechDuration(phone->newest(), *step), {}};
    m_playing->since.start();
    Q_EMIT changed();
}

std::optional<Replay> HandsetsModel::replayOf(const Phone &phone) const
{
    if (!m_playing || m_playing->number != phone.number)
        return {};
    return Replay{m_playing->record, m_playing->step, milliseconds(m_playing->since.elapsed())};
}

std::optional<HandsetsModel::Heard> HandsetsModel::heard() const
{
    if (m_playing)
        return Heard{m_playing->record, m_playing->step, milliseconds(m_playing->since.elapsed()), true};
    const Phone *phone = m_answeredHere ? find(*m_answeredHere) : nullptr;
    const engine::Instant now = m_clock.now();
    const auto step = phone ? speakingStep(phone->newest(), now) : std::nullopt;
    if (!step || !m_heardCalls.contains({phone->newest().key, *step}))
        return {};
    return Heard{phone->records.front(), *step, now - *phone->newest().steps[*step].deliveredAt, false};
}

void HandsetsModel::follow()
{
    const bool isPlayedOut = m_playing && milliseconds(m_playing->since.elapsed()) > m_playing->lasts;
    if (isPlayedOut)
        m_playing.reset();
    const PhoneCounts before = std::exchange(m_counts, counts()); // switches are turned elsewhere too
    const int spoke = std::exchange(m_speaking, speaking());
    holdClock();
    if (isPlayedOut || m_counts != before || m_speaking != spoke)
        Q_EMIT changed();
}

// Somebody should be listening while a phone operated by hand rings or speaks.
void HandsetsModel::holdClock()
{
    const engine::Instant now = m_clock.now();
    bool rings = false;
    bool speaks = false;
    bool isAnySeen = false;
    const Phone *unseen = nullptr; // that the note tells of: one that rings, or else speaks
    for (const auto &[number, phone] : m_phones) {
        const engine::Record &newest = phone.newest();
        if (!isOperatedByHand(newest))
            continue;
        const bool ringsNow = ringingStep(newest, settings(number)).has_value();
        const bool speaksNow = speakingStep(newest, now).has_value();
        const bool isSeen = m_isSeen(number);
        if ((!ringsNow && !speaksNow) || (m_holdsForSeenOnly && !isSeen))
            continue;
        if (!unseen || (ringsNow && !rings))
            unseen = &phone;
        rings = rings || ringsNow;
        speaks = speaks || speaksNow;
        isAnySeen = isAnySeen || isSeen;
    }
    const bool namesIt = unseen && !isAnySeen;
    m_clock.setUnseenPhone(namesIt ? m_mask.shown(unseen->number, unseen->newest().request.source) : QString());
    m_clock.setActing({{ClockModel::Act::PhoneRings, rings}, {ClockModel::Act::PhoneSpeaks, speaks}});
}

} // namespace model
