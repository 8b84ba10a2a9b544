// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailgeometry.h"

#include "model/timeline/detailcontext.h"
#include "model/words/eventwords.h"
#include "model/words/speech.h"
#include "model/words/times.h"

#include <QtMath>

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
constexpr qreal UsualWidth = 808; // of the picture
constexpr qreal AroundNow = 4.5; // between its bar and words

// How much time around a happening stays, so that its mark and its words have room.
constexpr milliseconds Before = 3s;
constexpr milliseconds BeforeEnd = 2s;
constexpr milliseconds AfterMessage = 8s;
constexpr milliseconds AfterArrival = 7s;
constexpr milliseconds After = 3s;
constexpr int Rounds = 4; // more seconds in view are fewer pixels for each
constexpr int MostRounds = 20; // until a PIN's digits have their room,
constexpr qreal NearlyAll = 0.97; // which the rounds come ever closer to

// On Stage the plan alone decides what stays: whatever happens, nothing moves that somebody is looking at.
constexpr qreal StageFlag = 64;
constexpr milliseconds AfterPlanned = 22s; // most of who answers or enters a code does it by then

// What words need beside what happens, where that is more than the above. In time, which only a scale can tell.
struct RoomForWords {
    milliseconds beforeTick{}; // half of a label
    milliseconds afterNewPin{}; // its name and digits
    milliseconds afterEnd{}; // where more would have been sent
};

// What is sent, what will be if nobody does anything, or, after the end, what would have been.
// Where an import does not know the steps' times nobody knows what would have followed.
std::vector<DetailContext::Message> messagesOf(const Record &record)
{
    const bool areUnknown = areStepTimesUnknown(record);
    engine::Verification onwards = record.verification;
    onwards.status = engine::Status::InProgress;
    const engine::Forecast forecast = engine::forecast(onwards);
    std::vector<DetailContext::Message> messages;
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const auto &sentAt = record.steps[i].sentAt;
        const bool isToCome = i >= record.verification.stepsSent; // else imported, without its time
        if (isToCome && areUnknown)
            break;
        const Instant other = isToCome ? forecast.dueAt[i] : record.verification.startedAt;
        messages.push_back({i, sentAt.value_or(other), sentAt.has_value()});
    }
    return messages;
}

class Happenings {
public:
    Happenings(const Record &record, const std::vector<DetailContext::Message> &messages, const RoomForWords &room)
        : m_record(record)
        , m_room(room)
    {
        for (const DetailContext::Message &message : messages)
            addMessage(message);
        for (const engine::CheckRecord &check : record.checks)
            add(check.at, Before, AfterMessage);
        for (const engine::PinRecord &pin : record.pins) {
            if (pin.expiresAt < record.endsAt())
                add(pin.expiresAt, Before, After);
        }
        if (const auto window = cancelWindow(record, messages))
            add(window->from, Before, After);
        m_horizon = record.endsAt();
        if (messages.back().at > m_horizon)
            m_horizon = messages.back().at + AfterMessage;
        add(record.endsAt(), std::max(BeforeEnd, room.beforeTick), room.afterEnd);
    }

    const std::vector<Happening> &all() const { return m_happenings; }
    Instant horizon() const { return m_horizon; }

private:
    void addMessage(const DetailContext::Message &message)
    {
        const engine::StepRecord &step = m_record.steps[message.step];
        const bool bringsNewPin = message.isSent
            && (message.step == 0 || m_record.steps[message.step - 1].pinGeneration != step.pinGeneration);
        add(message.at, std::max(Before, m_room.beforeTick),
            bringsNewPin ? std::max(AfterMessage, m_room.afterNewPin) : AfterMessage);
        for (const auto &arrival : {step.deliveredAt, step.failedAt})
            addArrival(arrival, AfterArrival);
        if (step.channel == engine::Channel::Tts && step.deliveredAt)
            addArrival(*step.deliveredAt + speechDuration(m_record, message.step), After);
    }

    // Reports after the end are not drawn.
    void addArrival(std::optional<Instant> at, milliseconds after)
    {
        if (at && *at <= m_record.endsAt())
            add(*at, Before, after);
    }

    void add(Instant at, milliseconds before, milliseconds after)
    {
        m_happenings.push_back({at - m_record.verification.startedAt, before, after});
    }

    const Record &m_record;
    RoomForWords m_room;
    std::vector<Happening> m_happenings;
    Instant m_horizon{};
};

milliseconds timeFor(const DetailScale &scale, qreal width)
{
    return milliseconds(qCeil(width / scale.pixelsPerSecond() * 1000));
}

qreal cutWidth(const DetailSetting &setting, milliseconds end)
{
    const qreal words
        = std::max(setting.textWidth(u"wait"_s, TextRole::Quiet), setting.textWidth(position(end), TextRole::Quiet));
    return std::max(CutWidth * setting.scale, words + 2 * CutAir * setting.scale);
}

// Less where there is little room for all the rest.
qreal nowCutWidth(const DetailSetting &setting, milliseconds end)
{
    const qreal share = NowCutWidth * std::min(setting.scale, setting.width / UsualWidth);
    return std::max(share, cutWidth(setting, end));
}

qreal halfTick(const DetailSetting &setting)
{
    return setting.textWidth(u"10:05"_s, TextRole::Quiet) / 2 + TickLabelAir * setting.scale;
}

// What a PIN's digits take, and with its name.
qreal pinDigitsWidth(const Record &record, const DetailSetting &setting)
{
    const qreal digits = record.pins.empty() ? 0 : setting.textWidth(record.pins.back().digits, TextRole::StrongCode);
    return (PinTextMargin + 2 * AroundNow) * setting.scale + digits;
}

qreal pinWidth(const Record &record, const DetailSetting &setting)
{
    return pinDigitsWidth(record, setting) + (PinDigitsGap - 2 * AroundNow) * setting.scale
        + setting.textWidth(u"PIN 2"_s, TextRole::Plain);
}

// From the request to where it would expire, also of one that has ended before.
DetailScale scaleOfPlan(const Record &record, const std::vector<DetailContext::Message> &messages,
                        const DetailSetting &setting)
{
    engine::Verification onwards = record.verification;
    onwards.status = engine::Status::InProgress;
    const Instant startedAt = record.verification.startedAt;
    const milliseconds end = std::max(engine::forecast(onwards).endsAt, messages.back().at + AfterPlanned) - startedAt;
    const qreal s = setting.scale;
    const qreal flag
        = std::max(StageFlag * s, setting.textWidth(u"at "_s + position(end), TextRole::Plain) + PinTextMargin * s);
    const auto with = [&](milliseconds digits) {
        std::vector<Happening> happenings;
        for (const DetailContext::Message &message : messages)
            happenings.push_back({message.at - startedAt, Before, std::max(AfterPlanned, digits)});
        happenings.push_back({end, BeforeEnd, {}});
        const qreal cut = cutWidth(setting, end);
        return DetailScale(happenings, end, {}, LaneNames * s, setting.width - flag, cut, cut, !setting.areCutsOpen);
    };
    DetailScale scale = with({});
    for (int round = 0; round < Rounds; ++round)
        scale = with(timeFor(scale, pinDigitsWidth(record, setting)));
    return scale;
}

void addLaneNames(const DetailLanes &lanes, DetailGeometry &geometry)
{
    const auto add = [&](qreal y, const QString &name) {
        geometry.laneNames.push_back({{0, y}, name, TextRole::Quiet});
    };
    add(lanes.messages, u"messages"_s);
    add(lanes.pin, u"PIN"_s);
    add(lanes.codes, u"codes"_s);
    add(lanes.time, u"time"_s);
}

DetailScale scaleFor(const Record &record, const std::vector<DetailContext::Message> &messages,
                     const DetailSetting &setting, std::optional<milliseconds> now)
{
    if (setting.place == DetailPlace::Stage && !areStepTimesUnknown(record))
        return scaleOfPlan(record, messages, setting);
    const qreal s = setting.scale;
    const bool isEndLast = messages.back().at <= record.endsAt();
    const auto with = [&](const RoomForWords &room) {
        const Happenings happenings(record, messages, room);
        const milliseconds end = happenings.horizon() - record.verification.startedAt;
        return DetailScale(happenings.all(), end, now, LaneNames * s, setting.width - (isEndLast ? Flag * s : 0),
                           cutWidth(setting, end), nowCutWidth(setting, end), !setting.areCutsOpen);
    };
    const auto settled = [&](qreal pin, int mostRounds) {
        DetailScale scale = with({});
        milliseconds afterPin{};
        const auto fits = [&] { return timeFor(scale, pin * NearlyAll) <= afterPin; };
        for (int round = 0; round < Rounds || (round < mostRounds && !fits()); ++round) {
            afterPin = timeFor(scale, pin);
            scale = with(
                {timeFor(scale, halfTick(setting)), afterPin, isEndLast ? milliseconds(0) : timeFor(scale, Flag * s)});
        }
        return std::pair(scale, fits());
    };
    const auto [whole, hasRoom] = settled(pinWidth(record, setting), MostRounds);
    if (hasRoom)
        return whole;
    const auto [narrow, hasRoomForDigits] = settled(pinDigitsWidth(record, setting), MostRounds);
    return hasRoomForDigits ? narrow : settled(pinDigitsWidth(record, setting), Rounds).first;
}

} // namespace

std::optional<CancelWindow> cancelWindow(const Record &record, const std::vector<DetailContext::Message> &messages)
{
    const Instant from = record.verification.startedAt + engine::CancelFrom;
    const auto second = std::size_t(engine::CancelBeforeSteps) - 1;
    const Instant to = second < messages.size() ? std::min(messages[second].at, record.endsAt()) : record.endsAt();
    return from < to ? std::optional(CancelWindow{from, to}) : std::nullopt;
}

qreal DetailContext::markFactor() const
{
    return setting.place == DetailPlace::Stage ? StageMarkFactor : 1;
}

qreal DetailContext::markHalf() const
{
    return px(DetailMarkHalf) * markFactor();
}

bool DetailContext::holdsNow(const DetailScale::Cut &cut) const
{
    return record.verification.isRunning() && cut.holds(since(lineEnd));
}

bool DetailContext::touchesCut(qreal x1, qreal x2) const
{
    return std::ranges::any_of(scale.cuts(), [&](const DetailScale::Cut &cut) { return x1 < cut.x2 && x2 > cut.x1; });
}

qreal DetailContext::clearOfNow(qreal words, qreal width) const
{
    const qreal now = x(lineEnd);
    const qreal air = px(AroundNow);
    const bool touches = words - air < now && now < words + width + air;
    return touches && record.verification.isRunning() ? now + air : words;
}

DetailGeometry layOutDetail(const Record &record, const DetailSetting &setting)
{
    DetailGeometry geometry;
    geometry.lanes = detailLanes(setting.scale, setting.place);
    geometry.width = setting.width;
    geometry.left = (LaneNames - DetailMarkHalf - 2) * setting.scale;
    geometry.isRunning = record.verification.isRunning();
    geometry.isPaused = setting.isPaused;
    addLaneNames(geometry.lanes, geometry);

    const std::vector<DetailContext::Message> messages = messagesOf(record);
    const Instant startedAt = record.verification.startedAt;
    const Instant lineEnd
        = geometry.isRunning ? std::clamp(setting.now, startedAt, record.endsAt()) : record.verification.endedAt;
    const auto now = geometry.isRunning ? std::optional<milliseconds>(lineEnd - startedAt) : std::nullopt;
    const DetailContext context{record,   setting, geometry.lanes,
                                messages, lineEnd, scaleFor(record, messages, setting, now)};
    addMessages(context, geometry);
    addPins(context, geometry);
    addCodes(context, geometry);
    addTimes(context, geometry);
    return geometry;
}

DetailLanes detailLanes(qreal scale, DetailPlace place)
{
    constexpr DetailLanes Board{8,   19,  40,  11,  26.5, 52,    70,  22,  88, 103.5,
                                119, 124, 134, 134, 141,  146.5, 150, 155, 166};
    constexpr DetailLanes Stage{13,  31,  62,  23.5, 39.5, 79,  104, 25.5, 128, 150,
                                171, 176, 187, 171,  198,  204, 205, 213,  225};
    DetailLanes lanes = place == DetailPlace::Stage ? Stage : Board;
    for (qreal *y : {&lanes.travelLabel, &lanes.messages, &lanes.belowMessages, &lanes.firstLine, &lanes.secondLine,
                     &lanes.messagesBottom, &lanes.pin, &lanes.pinBarHeight, &lanes.pinBottom, &lanes.codes,
                     &lanes.codesBottom, &lanes.ticksBottom, &lanes.time, &lanes.progress, &lanes.bracketTop,
                     &lanes.bracketBottom, &lanes.leftLabel, &lanes.bracketLabel, &lanes.height})
        *y *= scale;
    return lanes;
}

} // namespace model
