// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/democommand.h"

#include "app/await.h"
#include "app/commandline.h"
#include "app/exitcode.h"
#include "app/textpicture.h"
#include "engine/runtime/engine.h"
#include "model/words/statuswords.h"
#include "model/words/workflowwords.h"

#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <future>
#include <thread>
#include <unistd.h>

namespace app {

using namespace engine;
using namespace std::chrono_literals;

namespace {

constexpr seconds LongestRun{605}; // of the longest workflow
constexpr seconds FrameStep{5}; // engine time between two pictures in a terminal
constexpr milliseconds FramePause{40};

// What somebody does in the demo, and when.
struct Act {
    seconds at;
    enum class Kind { EnterPin, EnterWrongCode, AnswerCall } kind;
};

// One user per workflow: who they are, what their phone does, what they do.
struct Scene {
    WorkflowId workflow;
    std::uint64_t number;
    HandsetSettings handset;
    std::vector<Act> acts;
};

std::vector<Scene> scenes()
{
    using enum Act::Kind;
    HandsetSettings lost;
    lost.messages = HandsetSettings::Messages::AreLost;
    HandsetSettings late;
    late.messages = HandsetSettings::Messages::AreLate;
    late.lateBy = 7s;
    HandsetSettings unanswered;
    unanswered.calls = HandsetSettings::Calls::NotAnswered;
    return {
        {1, 447700900151, lost, {{133s, AnswerCall}, {148s, EnterPin}}},
        {2, 447700900152, late, {{21s, EnterWrongCode}, {31s, EnterPin}}},
        {3, 447700900153, unanswered, {}},
        {4, 447700900154, late, {{17s, EnterPin}}},
        {5, 447700900155, lost, {}},
    };
}

class Demo {
public:
    explicit Demo(Engine &engine)
        : m_engine(engine)
        , m_scenes(scenes())
    { }

    Result<void> start()
    {
        for (const Scene &scene : m_scenes) {
            m_engine.setHandset(PhoneNumber(scene.number), scene.handset);
            StartRequest request;
            request.number = PhoneNumber(scene.number);
            request.brand = QStringLiteral("Acme");
            request.senderId = QStringLiteral("VERIFY");
            request.locale = QStringLiteral("en-gb");
            request.workflow = *standardWorkflow(scene.workflow, Dialect::Vonage);
            request.source = Source::Demo;
            const auto reply = await<StartReply>([&](auto answer) { m_engine.start(request, answer); });
            if (!reply.isAccepted)
                return Failure{QStringLiteral("The demo could not start: %1").arg(m_engine.storeState().sentence), {}};
            m_ids.push_back(reply.id);
        }
        m_startedAt = m_engine.clock().now();
        return {};
    }

    // On to `target` after the start, stopping for every act on the way.
    void playUntil(seconds target)
    {
        while (m_position < target) {
            seconds next = target;
            for (const Scene &scene : m_scenes) {
                for (const Act &act : scene.acts) {
                    if (act.at > m_position)
                        next = std::min(next, act.at);
                }
            }
            const ClockChange change{ClockChange::Advance{next - m_position}};
            await<ClockReply>([&](auto answer) { m_engine.changeClock(change, answer); });
            m_position = next;
            for (std::size_t i = 0; i < m_scenes.size(); ++i) {
                for (const Act &act : m_scenes[i].acts) {
                    if (act.at == m_position)
                        perform(act, m_ids[i]);
                }
            }
        }
    }

    std::vector<Record> records()
    {
        std::promise<std::vector<Record>> read;
        m_engine.read([&](StoreReader &reader) {
            std::vector<Record> found;
            for (const RequestId id : m_ids) {
                if (auto record = reader.record(id))
                    found.push_back(std::move(*record));
            }
            read.set_value(std::move(found));
        });
        return read.get_future().get();
    }

    Instant now() const { return m_engine.clock().now(); }

private:
    void perform(const Act &act, RequestId id)
    {
        const Record record = recordOf(id);
        switch (act.kind) {
        case Act::Kind::AnswerCall: {
            const auto ringing = static_cast<std::uint8_t>(record.verification.stepsSent - 1);
            await<ControlReply>([&](auto answer) { m_engine.answerCall(id, ringing, answer); });
            break;
        }
        case Act::Kind::EnterPin:
            await<CheckReply>([&](auto answer) { m_engine.check(id, record.pins.back().digits, answer); });
            break;
        case Act::Kind::EnterWrongCode: {
            const QString pin = record.pins.back().digits;
            const QString wrong = pin == QStringLiteral("0000") ? QStringLiteral("1111") : QStringLiteral("0000");
            await<CheckReply>([&](auto answer) { m_engine.check(id, wrong, answer); });
            break;
        }
        }
    }

    Record recordOf(RequestId id)
    {
        const auto all = records();
        return *std::find_if(all.begin(), all.end(), [id](const Record &each) { return each.request.id == id; });
    }

    Engine &m_engine;
    std::vector<Scene> m_scenes;
    std::vector<RequestId> m_ids;
    Instant m_startedAt{};
    seconds m_position{};
};

// How many lines it wrote.
int draw(QTextStream &out, const std::vector<Record> &records, Instant now, bool isTerminal)
{
    QStringList lines{textAxis()};
    for (const Record &record : records) {
        lines.append(QString());
        lines.append(QStringLiteral("workflow %1, %2   %3: %4")
                         .arg(record.request.workflow.id())
                         .arg(model::workflowDescription(record.request.workflow),
                              record.request.number.toInternational(), model::stateText(record, now)));
        lines.append(textTimeline(record, now));
        lines.append(textSteps(record, now));
    }
    for (const QString &line : std::as_const(lines))
        out << line << (isTerminal ? "\033[K\n" : "\n");
    out.flush();
    return int(lines.size());
}

} // namespace

int runDemo(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("demo"),
        QStringLiteral("One verification per workflow, drawn as timelines in the terminal, at high speed."));
    if (const auto code = line.parse(arguments))
        return *code;

    const QTemporaryDir folder;
    if (!folder.isValid())
        return failed(QStringLiteral("There is no place for the demo's store: %1").arg(folder.errorString()));
    const MachineTime time;
    EngineOptions options;
    options.storePath = folder.filePath(QStringLiteral("demo.db"));
    options.clock = ClockSetting{ClockMode::Manual, 1.0, false};
    auto engine = Engine::open(options, time);
    if (!engine)
        return failed(engine.failure().sentence);

    Demo demo(**engine);
    if (const auto started = demo.start(); !started)
        return failed(started.failure().sentence);

    QTextStream out(stdout);
    out << "Pinpath demo: five invented users, one per workflow, ten minutes in a few seconds.\n\n"
        << textLegend() << "\n\n";
    const bool isTerminal = ::isatty(STDOUT_FILENO) != 0;
    if (isTerminal) {
        for (seconds position = FrameStep; position < LongestRun; position += FrameStep) {
            demo.playUntil(position);
            const int lines = draw(out, demo.records(), demo.now(), isTerminal);
            std::this_thread::sleep_for(FramePause);
            out << "\033[" << lines << 'A'; // back to the first line, to draw over it
        }
    }
    demo.playUntil(LongestRun);
    const std::vector<Record> records = demo.records();
    draw(out, records, demo.now(), isTerminal);
    const auto verified = std::count_if(records.begin(), records.end(),
                                        [](const Record &record) { return record.status() == Status::Succeeded; });
    out << '\n' << verified << " of " << records.size() << " verified. `pinpath` opens the same engine in a window.\n";
    return Done;
}

} // namespace app
