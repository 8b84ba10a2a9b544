// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/script.h"

#include "app/await.h"

#include <QTime>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

const QString WrongPin = u"0000"_s;
const QString OtherPin = u"1111"_s;

// What the player does at one moment.
struct Happening {
    seconds at;
    std::function<void()> happen;
};

class Player {
public:
    Player(Engine &engine, Instant midnight)
        : m_engine(engine)
        , m_midnight(midnight)
    { }

    void add(const ScriptedVerification &verification)
    {
        // Shared by its happenings: the id comes with the first one.
        const auto id = std::make_shared<RequestId>();
        const Workflow workflow = *standardWorkflow(verification.workflow, m_engine.dialect());
        const auto at = [&](seconds since, auto happen) {
            m_happenings.push_back({verification.startsAt + since, happen});
        };
        at(0s, [this, id, verification, workflow] { *id = start(verification, workflow); });
        seconds sentAt{};
        for (std::size_t i = 0; i < workflow.stepCount(); ++i) {
            const ScriptedStep step = i < verification.steps.size() ? verification.steps[i] : ScriptedStep{};
            const Step planned = workflow.step(i);
            // The phone is set just before its message leaves; for the first one, start() does it.
            if (i > 0)
                at(sentAt - 1s, [this, verification, step] { setHandset(verification.number, step); });
            if (planned.channel == Channel::Tts && i < verification.steps.size() && !step.isLost)
                at(sentAt + step.after, [this, id, i] { answer(*id, std::uint8_t(i)); });
            sentAt += planned.wait;
        }
        for (const ScriptedAct &act : verification.acts)
            at(act.at, [this, id, act] { perform(act, *id); });
    }

    void playUntil(seconds until, const HandsetSettings &afterwards)
    {
        std::ranges::stable_sort(m_happenings, {}, &Happening::at);
        for (const Happening &happening : m_happenings) {
            if (happening.at > until)
                break;
            advanceTo(happening.at);
            happening.happen();
        }
        advanceTo(until);
        for (const PhoneNumber number : m_phones)
            m_engine.setHandset(number, afterwards);
    }

private:
    void advanceTo(seconds at)
    {
        const milliseconds by = m_midnight + at - m_engine.clock().now();
        if (by > 0ms)
            await<ClockReply>([&](auto reply) { m_engine.changeClock({ClockChange::Advance{by}}, reply); });
    }

    RequestId start(const ScriptedVerification &verification, const Workflow &workflow)
    {
        setHandset(verification.number, verification.steps.empty() ? ScriptedStep{} : verification.steps.front());
        StartRequest request;
        request.account = m_engine.account().apiKey;
        request.number = verification.number;
        request.brand = u"Acme"_s;
        request.senderId = u"VERIFY"_s;
        request.locale = u"en-gb"_s;
        request.customPin = verification.customPin;
        request.workflow = workflow;
        request.source = Source::Demo;
        return await<StartReply>([&](auto reply) { m_engine.start(request, reply); }).id;
    }

    void setHandset(PhoneNumber number, const ScriptedStep &step)
    {
        HandsetSettings settings;
        settings.lateBy = step.after;
        settings.messages = step.isLost ? HandsetSettings::Messages::AreLost
            : step.after > 0s           ? HandsetSettings::Messages::AreLate
                                        : HandsetSettings::Messages::Arrive;
        m_engine.setHandset(number, settings);
        m_phones.insert(number);
    }

    void answer(RequestId id, std::uint8_t step)
    {
        await<ControlReply>([&](auto reply) { m_engine.answerCall(id, step, reply); });
    }

    QString pinOf(RequestId id)
    {
        std::promise<QString> read;
        m_engine.read([&](StoreReader &reader) {
            const auto record = reader.record(id);
            read.set_value(record ? record->pins.back().digits : QString());
        });
        return read.get_future().get();
    }

    void perform(const ScriptedAct &act, RequestId id)
    {
        switch (act.kind) {
        case ScriptedAct::Kind::EnterRight:
            await<CheckReply>([&](auto reply) { m_engine.check(id, pinOf(id), reply); });
            break;
        case ScriptedAct::Kind::EnterWrong:
            await<CheckReply>(
                [&](auto reply) { m_engine.check(id, pinOf(id) == WrongPin ? OtherPin : WrongPin, reply); });
            break;
        case ScriptedAct::Kind::Cancel:
            await<ControlReply>([&](auto reply) { m_engine.cancel(id, reply); });
            break;
        }
    }

    Engine &m_engine;
    Instant m_midnight;
    std::set<PhoneNumber> m_phones;
    std::vector<Happening> m_happenings;
};

ScriptedVerification readLine(const QString &line)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    ScriptedVerification verification;
    verification.startsAt = seconds(QTime(0, 0).secsTo(QTime::fromString(words.value(0), u"HH:mm:ss"_s)));
    verification.number = PhoneNumber(words.value(1).toULongLong());
    for (qsizetype i = 2; i + 1 < words.size(); i += 2) {
        const QString &key = words[i];
        const QString &value = words[i + 1];
        const seconds span(value.toInt());
        if (key == "wf"_L1)
            verification.workflow = WorkflowId(value.toUShort());
        else if (key == "step"_L1)
            verification.steps.push_back({value == "lost"_L1, span});
        else if (key == "right"_L1)
            verification.acts.push_back({ScriptedAct::Kind::EnterRight, span});
        else if (key == "wrong"_L1)
            verification.acts.push_back({ScriptedAct::Kind::EnterWrong, span});
        else if (key == "cancel"_L1)
            verification.acts.push_back({ScriptedAct::Kind::Cancel, span});
        else
            Q_ASSERT_X(false, "readLine", qPrintable(line));
    }
    return verification;
}

} // namespace

std::vector<ScriptedVerification> readScript(const QStringList &lines)
{
    std::vector<ScriptedVerification> script;
    for (const QString &line : lines)
        script.push_back(readLine(line));
    return script;
}

void play(Engine &engine, const std::vector<ScriptedVerification> &script, Instant midnight, seconds until,
          const HandsetSettings &afterwards)
{
    Player player(engine, midnight);
    for (const ScriptedVerification &verification : script)
        player.add(verification);
    player.playUntil(until, afterwards);
}

} // namespace app
