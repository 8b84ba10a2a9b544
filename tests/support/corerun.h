// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/delivery/simulatedcarrier.h"
#include "engine/request/exampleprices.h"
#include "engine/runtime/core.h"
#include "engine/store/store.h"
#include "tests/support/manualtime.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace tests {

// A core without a thread on a manual clock, over a store in a temporary folder; each command is a batch of its own.
// close() and open() stand for a program that ends and starts again, losing its memory.
class CoreRun {
public:
    engine::CallsByHand callsByHand = engine::CallsByHand::AskMe;
    std::function<bool()> mayWrite; // see StoreOptions
    std::int64_t rangeSize = engine::StoreOptions().rangeSize; // for the next open()
    std::vector<engine::Population> populations; // beside the presets; for the next open()
    engine::ClockSetting setting{engine::ClockMode::Manual, 1.0, false};
    ManualTime time;

    CoreRun() { open(); }
    ~CoreRun() { close(); }

    void open()
    {
        engine::StoreOptions options;
        options.path = path();
        options.rangeSize = rangeSize;
        options.mayWrite = [this] { return !mayWrite || mayWrite(); };
        auto opened = engine::Store::open(options);
        QVERIFY2(bool(opened), opened ? "" : qPrintable(opened.failure().sentence));
        store = std::move(*opened);
        clock = std::make_unique<engine::Clock>(time, setting, store->clockAtOpening().last);
        carrier = std::make_unique<engine::SimulatedCarrier>(callsByHand);
        core = std::make_unique<engine::Core>(*store, *clock, *carrier, engine::examplePrices(engine::Dialect::Vonage),
                                              populations);
        core->recover();
    }

    void close()
    {
        core.reset();
        store.reset();
    }

    void reopen()
    {
        close();
        open();
    }

    QString path() const { return folder.filePath(QStringLiteral("store.db")); }

    engine::StartReply start(const engine::StartRequest &request)
    {
        engine::StartReply reply;
        batch([&](engine::Core &c) { c.start(request, [&](const engine::StartReply &r) { reply = r; }); });
        return reply;
    }
    engine::StartReply start(std::uint64_t number, engine::WorkflowId workflow = 1, engine::Timing timing = {})
    {
        return start(request(number, workflow, timing));
    }
    static engine::StartRequest request(std::uint64_t number, engine::WorkflowId workflow = 1,
                                        engine::Timing timing = {})
    {
        engine::StartRequest request;
        request.account = QStringLiteral("key");
        request.number = engine::PhoneNumber(number);
        request.brand = QStringLiteral("Acme");
        request.senderId = QStringLiteral("VERIFY");
        request.locale = QStringLiteral("en-gb");
        request.workflow = *engine::standardWorkflow(workflow, engine::Dialect::Vonage, timing);
        return request;
    }
    engine::CheckReply check(engine::RequestId id, const QString &code)
    {
        engine::CheckReply reply;
        batch([&](engine::Core &c) { c.check(id, code, [&](const engine::CheckReply &r) { reply = r; }); });
        return reply;
    }
    engine::ControlReply control(engine::RequestId id, const engine::Command &command)
    {
        engine::ControlReply reply;
        batch([&](engine::Core &c) { c.control(id, command, [&](const engine::ControlReply &r) { reply = r; }); });
        return reply;
    }
    engine::ControlReply reportCall(engine::RequestId id, std::uint8_t step, bool isAnswered)
    {
        engine::ControlReply reply;
        batch([&](engine::Core &c) {
            c.reportCall(id, step, isAnswered, [&](const engine::ControlReply &r) { reply = r; });
        });
        return reply;
    }

    // Runs all that falls due in the span, at its own instants. False when a commit fails; the clock then stays.
    bool advance(engine::milliseconds span)
    {
        const engine::Instant target = clock->now() + span;
        core->begin(clock->now());
        while (core->runDue(target, 1000)) { }
        if (!core->commit())
            return false;
        clock->jumpTo(target);
        return bool(core->commitClock());
    }

    template <class Work>
    bool batch(Work work)
    {
        core->begin(clock->now());
        core->runDue(clock->now(), 1000);
        work(*core);
        core->runDue(clock->now(), 1000);
        return bool(core->commit());
    }

    engine::Record record(engine::RequestId id)
    {
        const auto found = store->reader().record(id);
        return found ? *found : engine::Record();
    }
    // The PIN that is valid now.
    QString pin(engine::RequestId id)
    {
        const engine::Record story = record(id);
        return story.pins.empty() ? QString() : story.pins.back().digits;
    }

    QTemporaryDir folder;
    std::unique_ptr<engine::Store> store;
    std::unique_ptr<engine::Clock> clock;
    std::unique_ptr<engine::SimulatedCarrier> carrier;
    std::unique_ptr<engine::Core> core;
};

} // namespace tests
