// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/textpicture.h"

#include "model/timeline/axis.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <algorithm>

namespace app {

using namespace engine;

namespace {

model::TimeAxis axis()
{
    // One column at the right is kept for the mark of the end.
    return model::TimeAxis::sinceRequest(model::TimeAxis::Kind::Compressed, seconds(605), 0, PictureWidth - 1);
}

// A line of letters with time along it.
class Canvas {
public:
    explicit Canvas(const Record &record)
        : m_requestedAt(record.verification.startedAt)
    { }

    void put(Instant at, QChar letter) { m_line[column(at)] = letter; }
    void fill(Instant from, Instant to, QChar letter)
    {
        for (int i = column(from); i < column(to); ++i)
            m_line[i] = letter;
    }
    QString text() const { return m_line; }

private:
    int column(Instant at) const
    {
        return std::clamp(int(std::lround(m_axis.xOf(at, m_requestedAt))), 0, PictureWidth - 1);
    }

    model::TimeAxis m_axis = axis();
    Instant m_requestedAt;
    QString m_line = QString(PictureWidth, u' ');
};

QChar letterOf(const StepRecord &step)
{
    if (step.failedAt)
        return u'/';
    return step.channel == Channel::Sms ? u's' : u'c';
}

QChar letterOf(Status status)
{
    switch (status) {
    case Status::Succeeded:
        return u'V';
    case Status::Expired:
        return u'H';
    case Status::Failed:
        return u'X';
    case Status::Cancelled:
        return u'O';
    case Status::NotStarted:
    case Status::InProgress:
        break;
    }
    return u'|';
}

} // namespace

QString textAxis()
{
    QString line(PictureWidth + 4, u' ');
    for (const model::AxisTick &tick : axis().ticks()) {
        const auto at = int(std::lround(tick.x));
        if (at + tick.label.size() <= line.size())
            line.replace(at, tick.label.size(), tick.label);
    }
    return line.trimmed();
}

QString textTimeline(const Record &record, Instant now)
{
    Canvas canvas(record);
    const Verification &v = record.verification;
    const Instant until = v.hasEnded() ? v.endedAt : now;

    for (const PinRecord &pin : record.pins) {
        const Instant end = std::min(pin.expiresAt, until);
        canvas.fill(pin.issuedAt, end, u'-');
        for (const StepRecord &step : record.steps) {
            if (step.pinGeneration == pin.generation && step.deliveredAt && *step.deliveredAt < end)
                canvas.fill(*step.deliveredAt, end, u'=');
        }
    }
    if (v.isRunning()) {
        canvas.fill(until, record.endsAt(), u'.');
        canvas.put(record.endsAt(), u'|');
    }
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        if (const auto at = record.stepDueAt(i))
            canvas.put(*at, record.steps[i].sentAt ? letterOf(record.steps[i]) : u':');
    }
    for (const CheckRecord &check : record.checks) {
        if (!check.isValid)
            canvas.put(check.at, u'x');
    }
    if (v.hasEnded())
        canvas.put(v.endedAt, letterOf(v.status));
    return canvas.text();
}

QString textLegend()
{
    return QStringLiteral("s SMS, c call, / not delivered, - a PIN is valid, = it is at the phone, x wrong code,\n"
                          "V verified, H expired");
}

QStringList textSteps(const Record &record, Instant now)
{
    QStringList lines;
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const auto due = record.stepDueAt(i);
        const auto position = [&](Instant at) { return model::position(at - record.verification.startedAt); };
        const auto &deliveredAt = record.steps[i].deliveredAt;
        lines.append(
            QStringLiteral("%1  %2  %3%4%5")
                .arg(due ? position(*due) : QStringLiteral("-"), 6)
                .arg(model::channelName(record.steps[i].channel), -5)
                .arg(model::messageState(record, i, now),
                     deliveredAt ? QStringLiteral(" at ") + position(*deliveredAt) : QString(),
                     record.stepState(i) == StepState::Verified ? QStringLiteral(", its code was used") : QString()));
    }
    return lines;
}

} // namespace app
