// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailcontext.h"
#include "model/words/eventwords.h"
#include "model/words/moneywords.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <algorithm>
#include <array>

namespace model {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Instant;
using engine::milliseconds;
using engine::Status;

namespace {

constexpr qreal LeastTickGap = 72;
constexpr qreal FlagGap = 8;
constexpr std::array<milliseconds, 11> TickSteps{1s, 2s, 5s, 10s, 20s, 30s, 1min, 2min, 5min, 10min, 30min};

class TimesLane {
public:
    TimesLane(const DetailContext &context, DetailGeometry &geometry)
        : m_context(context)
        , m_record(context.record)
        , m_geometry(geometry)
        , m_endsAt(context.since(context.record.endsAt()))
    { }

    void layOut()
    {
        addTicks();
        addCuts();
        addCancelWindow();
        addWordsBelow();
        addEnd();
        if (m_record.verification.isRunning())
            m_geometry.now = m_context.x(m_context.lineEnd);
    }

private:
    // First what has a time of its own, so that its label wins; then whole tens.
    void addTicks()
    {
        const bool isStage = m_context.setting.place == DetailPlace::Stage; // where cuts stand in their place
        if (isStage)
            addTick({}, true); // the audience looks for where it begins
        addTick(m_endsAt, isStage);
        for (const DetailContext::Message &message : m_context.messages)
            addTick(m_context.since(message.at), isStage);
        const qreal perSecond = m_context.scale.pixelsPerSecond();
        const auto fits
            = [&](milliseconds step) { return double(step / 1s) * perSecond >= m_context.px(LeastTickGap); };
        const auto found = std::ranges::find_if(TickSteps, fits);
        const milliseconds step = found == TickSteps.end() ? TickSteps.back() : *found;
        for (const DetailScale::Stretch &stretch : m_context.scale.stretches()) {
            for (milliseconds at = (stretch.from + step - 1ms) / step * step; at <= stretch.to; at += step)
                addTick(at);
        }
    }

    void addTick(milliseconds at, bool mayTouchCut = false)
    {
        const bool isThere = std::ranges::any_of(m_ticks, [at](milliseconds other) { return other == at; });
        if (isThere)
            return;
        m_ticks.push_back(at);
        const qreal x = m_context.scale.x(at);
        const QString label = position(at);
        const qreal half = m_context.width(label, TextRole::Quiet) / 2 + m_context.px(TickLabelAir);
        const bool touchesLabel = std::ranges::any_of(
            m_labels, [&](const auto &other) { return x - half < other.second && x + half > other.first; });
        const bool mayStand = mayTouchCut || !m_context.touchesCut(x - half, x + half);
        const bool isFree = !touchesLabel && mayStand && x - half >= 0 && x + half <= m_context.setting.width;
        if (isFree) {
            m_labels.emplace_back(x - half, x + half);
            addCentred(x, m_context.lanes.time, label, TextRole::Quiet);
        }
        m_geometry.ticks.push_back(x);
    }

    void addCuts()
    {
        for (const DetailScale::Cut &cut : m_context.scale.cuts()) {
            DetailCut drawn{QRectF(cut.x1, 0, cut.x2 - cut.x1, m_context.lanes.codesBottom), {}};
            const qreal middle = (cut.x1 + cut.x2) / 2;
            if (m_context.holdsNow(cut)) {
                const milliseconds passed = m_context.since(m_context.lineEnd) - cut.from;
                drawn.progress = double(passed.count()) / double(cut.length().count());
            } else if (isClearOfMarks(cut.x1, cut.x2) && isClearOfEndWords(cut)) {
                addCentred(middle, m_context.lanes.firstLine, u"wait"_s, TextRole::Quiet);
                addCentred(middle, m_context.lanes.secondLine, duration(cut.length()), TextRole::Quiet);
            }
            m_geometry.cuts.push_back(drawn);
        }
    }

    // What is being waited for: the next message, else the end.
    QString left() const
    {
        const auto isNext = [](const DetailContext::Message &message) { return !message.isSent; };
        const auto next = std::ranges::find_if(m_context.messages, isNext);
        if (next == m_context.messages.end())
            return timeLeft(m_record.endsAt() - m_context.lineEnd) + u" left"_s;
        const engine::Channel channel = m_record.steps[next->step].channel;
        return channelName(channel) + u" in "_s + timeLeft(next->at - m_context.lineEnd);
    }

    void addCancelWindow()
    {
        if (const auto window = cancelWindow(m_record, m_context.messages))
            m_geometry.cancelWindow = {m_context.x(window->from), m_context.x(window->to)};
    }

    // Under the progress bar and under the bracket; where both are one above the other they share a line.
    void addWordsBelow()
    {
        const auto &bracket = m_geometry.cancelWindow;
        const auto holdsNow = [this](const DetailScale::Cut &cut) { return m_context.holdsNow(cut); };
        const auto waiting = std::ranges::find_if(m_context.scale.cuts(), holdsNow);
        const QString cancellable = u"can be cancelled"_s;
        if (waiting == m_context.scale.cuts().end()) {
            if (bracket)
                addCentred((bracket->x1 + bracket->x2) / 2, m_context.lanes.bracketLabel, cancellable, TextRole::Quiet);
            return;
        }
        const qreal middle = (waiting->x1 + waiting->x2) / 2;
        if (bracket && bracket->x1 < waiting->x2 && bracket->x2 > waiting->x1) {
            addCentred(middle, m_context.lanes.bracketLabel, left() + u", "_s + cancellable, TextRole::Plain);
            return;
        }
        const auto [leftEdge, rightEdge] = addCentred(middle, m_context.lanes.leftLabel, left(), TextRole::Plain);
        if (!bracket)
            return;
        const qreal bracketMiddle = (bracket->x1 + bracket->x2) / 2;
        const qreal half = m_context.width(cancellable, TextRole::Quiet) / 2 + m_context.px(FlagGap);
        if (bracketMiddle + half < leftEdge || bracketMiddle - half > rightEdge)
            addCentred(bracketMiddle, m_context.lanes.bracketLabel, cancellable, TextRole::Quiet);
    }

    // From where to where the words at the end reach; none where there is no room for them. On Stage, whose axis does
    // not make room for an early end, they may stand on a cut: after the end nobody waits.
    std::optional<std::pair<qreal, qreal>> endWordsReach() const
    {
        const auto [first, second] = endWords();
        const qreal from = m_context.scale.x(m_endsAt) + m_context.px(FlagGap);
        const qreal to = from
            + std::max({m_context.width(first, TextRole::Plain), m_context.width(second, TextRole::Plain),
                        m_context.width(money(m_record.successFee()), TextRole::Quiet)});
        const bool mayTouchCut = m_context.setting.place == DetailPlace::Stage && m_record.verification.hasEnded();
        const bool isFree = (mayTouchCut || !m_context.touchesCut(from, to)) && isClearOfMarks(from, to);
        return isFree ? std::optional(std::pair(from, to)) : std::nullopt;
    }

    bool isClearOfEndWords(const DetailScale::Cut &cut) const
    {
        const auto words = endWordsReach();
        return !words || words->second <= cut.x1 || words->first >= cut.x2;
    }

    void addEnd()
    {
        const qreal x = m_context.scale.x(m_endsAt);
        m_geometry.end = x;
        if (const auto words = endWordsReach()) {
            const auto [first, second] = endWords();
            m_geometry.texts.push_back({{words->first, m_context.lanes.firstLine}, first, TextRole::Plain});
            m_geometry.texts.push_back({{words->first, m_context.lanes.secondLine}, second, TextRole::Plain});
            addFee(words->first);
        }
        if (m_record.verification.hasEnded()) {
            const QPointF centre(qRound(x), m_context.lanes.pin);
            m_geometry.marks.push_back(
                {symbolOf(m_record.status()), centre, DetailMarkScale * m_context.markFactor(), true});
        }
    }

    // What the success costs beside the messages, whose prices stand under them.
    void addFee(qreal x)
    {
        const engine::Money fee = m_record.successFee();
        if (fee == engine::Money() || areStepTimesUnknown(m_record))
            return;
        const qreal y = 2 * m_context.lanes.secondLine - m_context.lanes.firstLine;
        m_geometry.texts.push_back({{x, y}, money(fee), TextRole::Quiet});
    }

    // Whether no message's mark lies there.
    bool isClearOfMarks(qreal x1, qreal x2) const
    {
        return std::ranges::none_of(m_geometry.marks, [&](const DetailMark &mark) {
            const qreal half = m_context.markHalf();
            return mark.centre.y() == m_context.lanes.messages && mark.centre.x() + half > x1
                && mark.centre.x() - half < x2;
        });
    }

    std::pair<QString, QString> endWords() const
    {
        const QString at = u"at "_s + position(m_endsAt);
        switch (m_record.status()) {
        case Status::NotStarted:
        case Status::InProgress:
            return {u"expires"_s, at};
        case Status::Succeeded:
            return {u"verified"_s, u"after "_s + duration(m_endsAt)};
        case Status::Failed:
            return {u"failed"_s, at};
        case Status::Expired:
            return {u"expired"_s, at};
        case Status::Cancelled:
            return {u"cancelled"_s, at};
        }
        Q_UNREACHABLE();
    }

    // Returns its left and right edge.
    std::pair<qreal, qreal> addCentred(qreal middle, qreal y, const QString &text, TextRole role)
    {
        const qreal width = m_context.width(text, role);
        m_geometry.texts.push_back({{middle - width / 2, y}, text, role});
        return {middle - width / 2, middle + width / 2};
    }

    const DetailContext &m_context;
    const engine::Record &m_record;
    DetailGeometry &m_geometry;
    milliseconds m_endsAt;
    std::vector<milliseconds> m_ticks;
    std::vector<std::pair<qreal, qreal>> m_labels;
};

} // namespace

void addTimes(const DetailContext &context, DetailGeometry &geometry)
{
    TimesLane(context, geometry).layOut();
}

} // namespace model
