// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailgeometry.h"

#include "model/timeline/detailcontext.h"
#include "model/words/speech.h"
#include "model/words/times.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Instant;
using engine::milliseconds;
using engine::Record;

namespace {

// Pixels at scale 1.
constexpr qreal LaneNames = 81; // room for the names of the lanes
constexpr qreal Flag = 93; // room for the words at the end
constexpr qreal CutWidth = 36;
constexpr qreal CutAir = 3; // around the words in a cut
constexpr qreal NowCutWidth = 110;

// How much time around a happening stays, so that its mark and its words have room.
constexpr milliseconds Before = 3s;
constexpr milliseconds BeforeEnd = 2s;
constexpr milliseconds AfterMessage = 8s;
constexpr milliseconds AfterArrival = 7s;
constexpr milliseconds After = 3s;

// What is sent, what will be if nobody does anything, or, after the end, what would have been.
std::vector<DetailContext::Message> messagesOf(const Record &record)
{
    engine::Verification onwards = record.verification;
    onwards.status = engine::Status::InProgress;
    const engine::Forecast forecast = engine::forecast(onwards);
    std::vector<DetailContext::Message> messages;
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const auto &sentAt = record.steps[i].sentAt;
        messages.push_back({i, sentAt.value_or(forecast.dueAt[i]), sentAt.has_value()});
    }
    return messages;
}

class Happenings {
public:
    Happenings(const Record &record, const std::vector<DetailContext::Message> &messages)
        : m_record(record)
    {
        for (const DetailContext::Message &message : messages)
            addMessage(message);
        for (const engine::CheckRecord &check : record.checks)
            add(check.at, Before, AfterMessage);
        for (const engine::PinRecord &pin : record.pins) {
            if (pin.expiresAt < record.endsAt())
                add(pin.expiresAt, Before, After);
        }
        const Instant cancellable = record.verification.startedAt + engine::CancelFrom;
        if (cancellable < record.endsAt())
            add(cancellable, Before, After);
        add(record.endsAt(), BeforeEnd, record.verification.isRunning() ? 0s : AfterMessage);
        // What would have been sent after the end needs room behind it.
        m_horizon = record.endsAt();
        if (messages.back().at > m_horizon)
            m_horizon = messages.back().at + AfterMessage;
    }

    const std::vector<Happening> &all() const { return m_happenings; }
    Instant horizon() const { return m_horizon; }

private:
    void addMessage(const DetailContext::Message &message)
    {
        add(message.at, Before, AfterMessage);
        const engine::StepRecord &step = m_record.steps[message.step];
        for (const auto &arrival : {step.deliveredAt, step.failedAt}) {
            if (arrival)
                add(*arrival, Before, AfterArrival);
        }
        if (step.channel == engine::Channel::Tts && step.deliveredAt)
            add(*step.deliveredAt + speechDuration(m_record, message.step), Before, After);
    }

    // What happens after the end, as a late report, is not drawn.
    void add(Instant at, milliseconds before, milliseconds after)
    {
        const bool isLate = m_record.verification.hasEnded() && at > m_record.verification.endedAt;
        const bool isMessage = after == AfterMessage;
        if (!isLate || isMessage)
            m_happenings.push_back({at - m_record.verification.startedAt, before, after});
    }

    const Record &m_record;
    std::vector<Happening> m_happenings;
    Instant m_horizon {};
};

void addLaneNames(const DetailLanes &lanes, DetailGeometry &geometry)
{
    const auto add = [&](qreal y, const QString &name) { geometry.texts.push_back({{0, y}, name, TextRole::Quiet}); };
    add(lanes.messages, u"messages"_s);
    add(lanes.pin, u"PIN"_s);
    add(lanes.codes, u"codes"_s);
    add(lanes.time, u"time"_s);
}

DetailScale scaleFor(const Record &record, const Happenings &happenings, const DetailSetting &setting,
                     std::optional<milliseconds> now)
{
    const qreal s = setting.scale;
    const milliseconds end = happenings.horizon() - record.verification.startedAt;
    const qreal longest = std::max(setting.textWidth(u"wait"_s, TextRole::Quiet),
                                   setting.textWidth(position(end), TextRole::Quiet));
    const bool isEndLast = happenings.horizon() == record.endsAt();
    return DetailScale(happenings.all(), end, now, LaneNames * s, setting.width - (isEndLast ? Flag * s : 0),
                       std::max(CutWidth * s, longest + 2 * CutAir * s), NowCutWidth * s, !setting.areCutsOpen);
}

} // namespace

bool DetailContext::holdsNow(const DetailScale::Cut &cut) const
{
    return record.verification.isRunning() && cut.holds(since(lineEnd));
}

bool DetailContext::touchesCut(qreal x1, qreal x2) const
{
    return std::ranges::any_of(scale.cuts(),
                               [&](const DetailScale::Cut &cut) { return x1 < cut.x2 && x2 > cut.x1; });
}

DetailGeometry layOutDetail(const Record &record, const DetailSetting &setting)
{
    DetailGeometry geometry;
    geometry.lanes = detailLanes(setting.scale);
    geometry.width = setting.width;
    geometry.isRunning = record.verification.isRunning();
    geometry.isPaused = setting.isPaused;
    addLaneNames(geometry.lanes, geometry);

    const std::vector<DetailContext::Message> messages = messagesOf(record);
    const Happenings happenings(record, messages);
    const Instant startedAt = record.verification.startedAt;
    const Instant lineEnd
        = geometry.isRunning ? std::clamp(setting.now, startedAt, record.endsAt()) : record.verification.endedAt;
    const auto now = geometry.isRunning ? std::optional<milliseconds>(lineEnd - startedAt) : std::nullopt;
    const DetailContext context{record,  setting, geometry.lanes,
                                messages, lineEnd, scaleFor(record, happenings, setting, now)};
    addMessages(context, geometry);
    addPins(context, geometry);
    addCodes(context, geometry);
    addTimes(context, geometry);
    return geometry;
}

DetailLanes detailLanes(qreal scale)
{
    DetailLanes lanes{8.5, 19, 41, 12, 27.5, 53, 71.5, 22, 89, 104.5, 120, 125, 135.5, 143, 147.5, 150.5, 156, 166};
    for (qreal *y : {&lanes.travelLabel, &lanes.messages, &lanes.belowMessages, &lanes.firstLine, &lanes.secondLine,
                     &lanes.messagesBottom, &lanes.pin, &lanes.pinBarHeight, &lanes.pinBottom, &lanes.codes,
                     &lanes.codesBottom, &lanes.ticksBottom, &lanes.time, &lanes.bracketTop, &lanes.bracketBottom,
                     &lanes.leftLabel, &lanes.bracketLabel, &lanes.height})
        *y *= scale;
    return lanes;
}

} // namespace model
