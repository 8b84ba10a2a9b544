// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/timelinegeometry.h"

#include "model/timeline/markrow.h"
#include "model/timeline/pinstory.h"
#include "model/words/eventwords.h"
#include "model/words/times.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;
using engine::Record;
using Form = TimelineRun::Form;

namespace {

// Pixels at scale 1.
constexpr qreal MarkHalf = 8; // 14 px and the halo
constexpr qreal BarHalf = 2; // the expiry's bar and the halo
constexpr qreal CrossHalf = 4;
constexpr qreal CrossGap = 1;
constexpr qreal CountGap = 2; // between a cross and its count
constexpr qreal CaretHalf = 5;
constexpr qreal LeastLabelledTravel = 32;

bool isPlanned(Symbol symbol)
{
    return symbol == Symbol::SmsPlanned || symbol == Symbol::CallPlanned;
}

bool isUsed(Symbol symbol)
{
    return symbol == Symbol::SmsUsed || symbol == Symbol::CallUsed;
}

class Layout {
public:
    Layout(const Record &record, const TimelineSetting &setting)
        : m_record(record)
        , m_setting(setting)
        , m_end(record.endsAt())
        , m_lineEnd(record.verification.isRunning() ? std::clamp(setting.now, record.verification.startedAt, m_end)
                                                    : m_end)
    {
        m_result.isRunning = record.verification.isRunning();
    }

    TimelineGeometry make()
    {
        placeMarks();
        if (m_result.isRunning)
            m_result.now = {m_setting.isPaused ? Symbol::NowPaused : Symbol::Now, qRound(x(m_lineEnd))};
        addRuns();
        addWrongCodes();
        addLabels();
        return std::move(m_result);
    }

private:
    qreal px(qreal length) const { return length * m_setting.scale; }
    qreal axisX(Instant instant) const { return m_setting.axis.xOf(instant, m_record.verification.startedAt); }
    qreal x(Instant instant) const { return m_row.moved(instant, axisX(instant)); }

    void placeMarks()
    {
        if (areStepTimesUnknown(m_record) && !m_record.steps.empty())
            placeMessage(symbolOf(m_record, 0), m_record.verification.startedAt);
        for (std::size_t i = 0; i < m_record.steps.size(); ++i) {
            if (const auto at = m_record.stepDueAt(i))
                placeMessage(symbolOf(m_record, i), *at);
        }
        const bool isToCome = m_result.isRunning;
        const Symbol end = isToCome ? Symbol::Expiry : symbolOf(m_record.status());
        m_result.marks.push_back({end, m_row.place(m_end, axisX(m_end), px(isToCome ? BarHalf : MarkHalf))});
    }

    // A message that would have to move by more than its width joins the one before.
    void placeMessage(Symbol symbol, Instant at)
    {
        const qreal half = px(MarkHalf);
        const bool isCrowded = m_row.placeFor(axisX(at), half) - axisX(at) > 2 * half;
        if (isCrowded && isPlanned(symbol) == isPlanned(m_result.marks.back().symbol)) {
            TimelineMark &group = m_result.marks.back();
            ++group.count;
            if (!isUsed(group.symbol))
                group.symbol = symbol;
            return;
        }
        m_result.marks.push_back({symbol, m_row.place(at, axisX(at), half)});
    }

    void addRuns()
    {
        const auto add = [this](Form form, Instant from, Instant to) {
            if (x(to) > x(from))
                m_result.runs.push_back({form, x(from), x(to)});
        };
        if (areStepTimesUnknown(m_record)) {
            add(Form::Unknown, m_record.verification.startedAt, m_lineEnd);
        } else {
            for (const PinStretch &stretch : pinStory(m_record, m_lineEnd))
                add(stretch.form, stretch.from, stretch.to);
        }
        add(Form::Waiting, m_lineEnd, m_end);
    }

    void addWrongCodes()
    {
        std::vector<TimelineMark> &crosses = m_result.wrongCodes;
        const qreal half = px(CrossHalf);
        for (const engine::CheckRecord &check : m_record.checks) {
            const bool isEnd = m_record.verification.hasEnded() && check.at == m_record.verification.endedAt;
            if (check.isValid || isEnd)
                continue;
            const int wanted = qRound(besideMessages(check.at));
            if (!crosses.empty() && wanted - half < rightEdge(crosses.back()) + px(CrossGap))
                ++crosses.back().count;
            else
                crosses.push_back({Symbol::WrongCode, wanted});
        }
    }

    // A cross stands low, yet a message's bubble reaches down to it: then it moves right as well.
    qreal besideMessages(Instant at) const
    {
        qreal result = x(at);
        for (const TimelineMark &mark : m_result.marks) {
            const qreal clear = mark.x + px(MarkHalf + CrossHalf);
            if (isMessage(mark.symbol) && result >= mark.x && result < clear)
                result = clear;
        }
        return result;
    }

    qreal rightEdge(const TimelineMark &cross) const
    {
        const qreal edge = cross.x + px(CrossHalf);
        return cross.count == 1 ? edge : edge + px(CountGap) + width(countText(cross.count));
    }

    void addLabels()
    {
        addCounts();
        for (const engine::StepRecord &step : m_record.steps) {
            if (step.channel != engine::Channel::Sms || !step.deliveredAt || *step.deliveredAt > m_lineEnd)
                continue;
            const qreal from = x(*step.sentAt);
            const qreal to = x(*step.deliveredAt);
            if (to - from >= px(LeastLabelledTravel))
                addLabel((from + px(MarkHalf) + to) / 2, duration(*step.deliveredAt - *step.sentAt));
        }
    }

    void addCounts()
    {
        for (const TimelineMark &mark : m_result.marks) {
            if (mark.count > 1)
                m_result.labels.push_back(
                    {mark.x + px(MarkHalf) + width(countText(mark.count)) / 2, countText(mark.count)});
        }
    }

    // Unless it would touch a mark, the caret or another label.
    void addLabel(qreal centre, const QString &text)
    {
        const auto touches = [&](qreal otherCentre, qreal otherHalf) {
            return std::abs(otherCentre - centre) < width(text) / 2 + otherHalf;
        };
        const bool touchesMark = std::ranges::any_of(
            m_result.marks, [&](const TimelineMark &mark) { return touches(mark.x, px(MarkHalf - 1)); });
        const bool touchesLabel = std::ranges::any_of(m_result.labels, [&](const TimelineLabel &label) {
            return touches(label.centre, width(label.text) / 2 + px(CountGap));
        });
        const bool touchesNow = m_result.now && touches(m_result.now->x, px(CaretHalf));
        if (!touchesMark && !touchesLabel && !touchesNow)
            m_result.labels.push_back({centre, text});
    }

    qreal width(const QString &text) const { return m_setting.captionWidth(text); }

    const Record &m_record;
    const TimelineSetting &m_setting;
    Instant m_end;
    Instant m_lineEnd;
    MarkRow m_row;
    TimelineGeometry m_result;
};

} // namespace

TimelineGeometry layOut(const Record &record, const TimelineSetting &setting)
{
    return Layout(record, setting).make();
}

QString countText(int count)
{
    return count > 1 ? u"×"_s + QString::number(count) : QString();
}

} // namespace model
