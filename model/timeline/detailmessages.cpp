// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailcontext.h"
#include "model/timeline/markrow.h"
#include "model/words/eventwords.h"
#include "model/words/moneywords.h"
#include "model/words/speech.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <algorithm>

namespace model {

using engine::Channel;
using engine::Instant;
using engine::StepRecord;
using Form = TimelineRun::Form;

namespace {

constexpr qreal ArrivalGap = 9; // between what has arrived and the word for it
constexpr qreal Air = 8; // between a text and the next mark
constexpr qreal StopHalf = 13;

class MessagesLane {
public:
    MessagesLane(const DetailContext &context, DetailGeometry &geometry)
        : m_context(context)
        , m_geometry(geometry)
    { }

    void layOut()
    {
        if (areStepTimesUnknown(m_context.record)) {
            addUnknown();
            addStops();
            return;
        }
        std::vector<int> places;
        for (const DetailContext::Message &message : m_context.messages)
            places.push_back(m_row.place(message.at, m_context.x(message.at), m_context.markHalf() + m_context.px(1)));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const DetailContext::Message &message = m_context.messages[i];
            const qreal next = i + 1 < places.size() ? places[i + 1] - m_context.markHalf() - m_context.px(Air)
                                                     : m_context.setting.width;
            const qreal limit = std::min(next, endLimit(message));
            addMark(symbolOf(m_context.record, message.step), places[i]);
            const qreal travelled = message.isSent ? addTravel(m_context.record.steps[message.step], places[i], next)
                                                   : places[i] + m_context.markHalf();
            addWords(message, places[i], travelled, limit);
        }
        addStops();
    }

private:
    // One mark for those that were sent, hatching as far as they may have been, and why.
    void addUnknown()
    {
        const Instant start = m_context.record.verification.startedAt;
        const int place = m_row.place(start, m_context.x(start), m_context.px(DetailMarkHalf + 1));
        addMark(symbolOf(m_context.record, 0), place);
        const qreal end = m_context.x(m_context.lineEnd);
        const qreal from = place + m_context.px(DetailMarkHalf);
        if (end > from)
            m_geometry.travels.push_back({{Form::Unknown, from, end}, false});
        const qreal left = place - m_context.px(DetailMarkHalf);
        const QString words = StepTimesUnknown.toString();
        if (left + m_context.width(words, TextRole::Quiet) <= m_context.setting.width)
            addText(left, m_context.lanes.belowMessages, words, TextRole::Quiet);
    }

    // Words of what came before the end do not cross it.
    qreal endLimit(const DetailContext::Message &message) const
    {
        const Instant end = m_context.record.endsAt();
        return message.at <= end ? m_context.x(end) - m_context.px(Air) : m_context.setting.width;
    }

    void addMark(Symbol symbol, qreal x)
    {
        m_geometry.marks.push_back({symbol, {x, m_context.lanes.messages}, DetailMarkScale * m_context.markFactor()});
    }

    void addText(qreal x, qreal y, const QString &text, TextRole role)
    {
        m_geometry.texts.push_back({{x, y}, text, role});
    }

    // Returns where the way ends that was drawn, at least the mark's right edge. What is still on its way when the next
    // message is sent goes no further than to that one.
    qreal addTravel(const StepRecord &step, qreal markX, qreal next)
    {
        const qreal edge = markX + m_context.markHalf();
        const Instant lineEnd = m_context.lineEnd;
        const bool isCall = step.channel == Channel::Tts;
        if (step.failedAt && !isCall)
            return edge;
        const Instant arrival = step.deliveredAt.value_or(step.failedAt.value_or(lineEnd));
        const bool hasArrived = step.deliveredAt && *step.deliveredAt <= lineEnd;
        qreal end = moved(std::min(arrival, lineEnd));
        if (!hasArrived)
            end = std::min(end, next);
        if (end > edge) {
            const Form form = isCall ? (step.failedAt ? Form::RingsInVain : Form::Ringing) : Form::OnItsWay;
            m_geometry.travels.push_back({{form, markX, end}, hasArrived && !isCall});
            if (hasArrived)
                addTravelLabel(edge, end, duration(arrival - *step.sentAt));
        }
        if (isCall && hasArrived)
            end = std::max(end, addSpeech(step, arrival, std::max(end, edge)));
        return std::max(end, edge);
    }

    qreal addSpeech(const StepRecord &call, Instant answered, qreal from)
    {
        const auto step = std::size_t(&call - m_context.record.steps.data());
        const qreal to = moved(std::min(answered + speechDuration(m_context.record, step), m_context.lineEnd));
        if (to > from)
            m_geometry.travels.push_back({{Form::Speech, from, to}, false});
        return to;
    }

    // In the middle of the way or, where that is cut, of the part before the cut; not where it does not fit.
    void addTravelLabel(qreal from, qreal to, const QString &text)
    {
        const qreal width = m_context.width(text, TextRole::Quiet);
        const auto add = [&](qreal x1, qreal x2) {
            const qreal left = (x1 + x2 - width) / 2;
            const bool fits = width <= x2 - x1 && !m_context.touchesCut(left, left + width);
            if (fits)
                addText(left, m_context.lanes.travelLabel, text, TextRole::Quiet);
            return fits;
        };
        if (add(from, to))
            return;
        for (const DetailScale::Stretch &stretch : m_context.scale.stretches()) {
            if (add(std::max(from, m_context.scale.x(stretch.from)), std::min(to, m_context.scale.x(stretch.to))))
                return;
        }
    }

    // The word for its state beside it where there is room, else below it; the price below.
    void addWords(const DetailContext::Message &message, qreal markX, qreal travelled, qreal limit)
    {
        const QString state = messageState(m_context.record, message.step, m_context.setting.now);
        const qreal stateWidth = m_context.width(state, TextRole::Plain);
        const qreal beside = m_context.clearOfNow(travelled + m_context.px(ArrivalGap), stateWidth);
        const bool fitsBeside
            = message.isSent && beside + stateWidth <= limit && !m_context.touchesCut(beside, beside + stateWidth);
        if (fitsBeside)
            addText(beside, m_context.lanes.messages, state, TextRole::Plain);

        qreal below = markX - m_context.markHalf();
        if (const qreal stateX = m_context.clearOfNow(below, stateWidth); !fitsBeside && stateX + stateWidth <= limit) {
            addText(stateX, m_context.lanes.belowMessages, state, message.isSent ? TextRole::Plain : TextRole::Quiet);
            below = stateX + stateWidth + m_context.px(ArrivalGap);
        }
        const QString price = priceOf(message);
        const qreal priceWidth = m_context.width(price, TextRole::Quiet);
        const bool isClear
            = m_context.clearOfNow(below, priceWidth) == below; // behind now it would look like one to come
        if (message.isSent && isClear && below + priceWidth <= limit)
            addText(below, m_context.lanes.belowMessages, price, TextRole::Quiet);
    }

    QString priceOf(const DetailContext::Message &message) const
    {
        const engine::Prices &prices = m_context.record.request.prices;
        const bool isSms = m_context.record.steps[message.step].channel == Channel::Sms;
        return money(isSms ? prices.perSms : prices.perCall);
    }

    qreal moved(Instant at) const { return m_row.moved(at, m_context.x(at)); }

    // What happened, each where it is drawn.
    void addStops()
    {
        const DetailLanes &lanes = m_context.lanes;
        for (const EventLine &line : eventLines(m_context.record)) {
            const Instant at = m_context.record.verification.startedAt + line.at;
            const bool isOnMessages = line.symbol && isMessage(*line.symbol);
            const bool isOnCodes = line.symbol == Symbol::WrongCode;
            const qreal x = isOnMessages ? moved(at) : m_context.x(at);
            const qreal y = isOnMessages ? lanes.messages : isOnCodes ? lanes.codes : lanes.pin;
            const qreal half = m_context.px(StopHalf);
            m_geometry.stops.push_back(
                {QRectF(x - half, y - half, 2 * half, 2 * half), position(line.at) + u", "_s + line.text});
        }
    }

    const DetailContext &m_context;
    DetailGeometry &m_geometry;
    MarkRow m_row;
};

} // namespace

void addMessages(const DetailContext &context, DetailGeometry &geometry)
{
    MessagesLane(context, geometry).layOut();
}

} // namespace model
