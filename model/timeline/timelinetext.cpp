// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/timelinetext.h"

#include "engine/request/exampleprices.h"

#include <QHash>
#include <QStringList>

#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using engine::Channel;
using engine::Instant;
using engine::Record;

namespace {

const QStringList Pins{u"4821"_s, u"9034"_s, u"5308"_s, u"2716"_s, u"6459"_s, u"3182"_s};
constexpr engine::seconds DefaultStart{50'414}; // 14:00:14

// Reads the words of one line and plays them through the rules.
class Script {
public:
    Script(const QString &line, engine::VerificationKey key)
        : m_line(line)
        , m_key(key)
    {
        const qsizetype colon = line.lastIndexOf(u": ");
        const QString name = colon >= 0 ? line.first(colon) : line.section(u' ', 0, 0);
        m_result.name = name;
        m_words = line.mid(name.size() + (colon >= 0 ? 1 : 0)).split(u' ', Qt::SkipEmptyParts);
    }

    WrittenTimeline play()
    {
        readSettings();
        submit(engine::Start{workflow()}, m_start);
        std::optional<Instant> looked;
        for (const QString &word : m_words) {
            const auto [verb, at] = timed(word);
            if (verb == u"now")
                looked = at;
            else if (verb == u"imported")
                m_isImported = true;
            else if (verb == u"paused")
                m_result.isPaused = true;
            else
                happen(verb, at);
        }
        m_result.now = looked.value_or(m_last);
        m_result.record = std::make_shared<const Record>(finished());
        return m_result;
    }

private:
    [[noreturn]] void refuse(const QString &why) const
    {
        qFatal("Timeline \"%s\": %s", qPrintable(m_line), qPrintable(why));
    }

    // Takes out what is not a happening: wf1, wait=60, pin=120, start=50414.
    void readSettings()
    {
        QStringList happenings;
        for (const QString &word : m_words) {
            const QString value = word.section(u'=', 1);
            if (word.startsWith(u"wf"))
                m_workflowId = engine::WorkflowId(word.mid(2).toUInt());
            else if (word.startsWith(u"wait="))
                m_timing.nextEventWait = engine::seconds(value.toInt());
            else if (word.startsWith(u"pin="))
                m_timing.pinExpiry = engine::seconds(value.toInt());
            else if (word.startsWith(u"start="))
                m_start = Instant(engine::seconds(value.toInt()));
            else
                happenings << word;
        }
        m_words = happenings;
    }

    engine::Workflow workflow() const
    {
        const auto workflow = engine::standardWorkflow(m_workflowId, engine::Dialect::Vonage, m_timing);
        if (!workflow)
            refuse(u"there is no such workflow"_s);
        return *workflow;
    }

    std::pair<QString, Instant> timed(const QString &word) const
    {
        const double at = word.section(u'@', 1).toDouble();
        return {word.section(u'@', 0, 0), m_start + engine::milliseconds(std::llround(at * 1000))};
    }

    void happen(const QString &verb, Instant at)
    {
        if (verb == u"sms" || verb == u"call" || verb == u"tts")
            send(verb == u"sms" ? Channel::Sms : Channel::Tts, at);
        else if (verb == u"delivered" || verb == u"lost")
            report(Channel::Sms, verb == u"delivered", at);
        else if (verb == u"answered" || verb == u"unanswered")
            report(Channel::Tts, verb == u"answered", at);
        else if (verb == u"wrong")
            submit(engine::Check{}, at, engine::Outcome::WrongCode, u"0000"_s);
        else if (verb == u"old")
            submit(engine::Check{1}, at, engine::Outcome::WrongCode, Pins.first());
        else if (verb == u"failed")
            submit(engine::Check{}, at, engine::Outcome::TooManyWrongCodes, u"0000"_s);
        else if (verb == u"verified")
            submit(engine::Check{state().pinGeneration}, at);
        else if (verb == u"expired")
            submit(isDue(at) ? engine::Command(engine::Wake{}) : engine::End{false}, at);
        else if (verb == u"cancelled")
            submit(canCancel(at) ? engine::Command(engine::Cancel{}) : engine::End{true}, at);
        else
            refuse(u"unknown word "_s + verb);
    }

    void send(Channel channel, Instant at)
    {
        const std::size_t next = m_record.verification.stepsSent;
        if (next == 1 && at == m_start && !m_isFirstNamed) { // sent by the start itself
            m_isFirstNamed = true;
            if (m_record.steps.front().channel != channel)
                refuse(u"the first message goes by the other channel"_s);
            return;
        }
        if (next >= m_record.steps.size() || m_record.steps[next].channel != channel)
            refuse(u"no such message comes next"_s);
        submit(isDue(at) ? engine::Command(engine::Wake{}) : engine::TriggerNext{}, at);
    }

    void report(Channel channel, bool isDelivered, Instant at)
    {
        for (std::size_t i = 0; i < m_record.steps.size(); ++i) {
            if (m_record.steps[i].channel == channel && state().isReportAwaited(i))
                return submit(engine::Report{std::uint8_t(i), isDelivered}, at);
        }
        refuse(u"no report is awaited"_s);
    }

    const engine::Verification &state() const { return m_record.verification; }
    bool isDue(Instant at) const { return nextWake(state()) && *nextWake(state()) <= at; }
    bool canCancel(Instant at) const
    {
        return decide(state(), engine::Cancel{}, at).outcome() == engine::Outcome::Accepted;
    }

    void submit(const engine::Command &command, Instant at, engine::Outcome expected = engine::Outcome::Accepted,
                const QString &code = {})
    {
        const engine::Decision decision = decide(state(), command, at);
        if (decision.outcome() != expected)
            refuse(u"the rules do not say so "_s + QString::number(std::chrono::duration<double>(at - m_start).count())
                   + u" s after the request"_s);
        engine::JournalEntry entry;
        entry.sequence = m_record.sequence + 1;
        entry.key = m_key;
        entry.events.assign(decision.begin(), decision.end());
        entry.code = code;
        if (entry.sequence == 1)
            entry.request = request();
        m_record.append(entry);
        m_last = at;
    }

    std::shared_ptr<const engine::Request> request() const
    {
        engine::Request request;
        request.number = engine::PhoneNumber(447700900177);
        request.country = u"GB"_s;
        request.brand = u"Acme"_s;
        request.locale = u"en-gb"_s;
        request.workflow = workflow();
        request.prices = engine::examplePrices(engine::Dialect::Vonage);
        return std::make_shared<const engine::Request>(request);
    }

    Record finished() const
    {
        Record record = m_record;
        for (engine::PinRecord &pin : record.pins)
            pin.digits = Pins.at(pin.generation - 1);
        if (m_isImported) {
            record.request.source = engine::Source::Import;
            for (engine::StepRecord &step : record.steps)
                step = {step.channel, {}, {}, {}, 0, {}};
        }
        return record;
    }

    QString m_line;
    engine::VerificationKey m_key;
    QStringList m_words;
    engine::WorkflowId m_workflowId = 1;
    engine::Timing m_timing;
    Instant m_start{DefaultStart};
    Instant m_last{};
    bool m_isFirstNamed = false;
    bool m_isImported = false;
    Record m_record;
    WrittenTimeline m_result;
};

} // namespace

std::vector<WrittenTimeline> timelineFromText(const QString &text)
{
    std::vector<WrittenTimeline> timelines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            timelines.push_back(Script(line.trimmed(), engine::VerificationKey(timelines.size() + 1)).play());
    }
    return timelines;
}

} // namespace model
