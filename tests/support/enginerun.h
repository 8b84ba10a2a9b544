// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"
#include "tests/support/manualtime.h"

#include <QTemporaryDir>

#include <atomic>
#include <future>
#include <memory>

namespace tests {

// A real engine in a store of its own, as the window has it: on a machine whose time a test moves, by hand, on a manual
// clock unless told otherwise. It starts at ManualTime::Start.
class EngineRun {
public:
    explicit EngineRun(engine::ClockSetting clock = {engine::ClockMode::Manual, 1.0, false},
                       std::optional<std::int64_t> rangeSize = std::nullopt)
    {
        engine::EngineOptions options;
        options.storePath = m_folder.filePath(QStringLiteral("store.db"));
        options.clock = clock;
        options.mayWrite = [this] { return canStoreWrite.load(); };
        options.rangeSize = rangeSize;
        auto opened = engine::Engine::open(std::move(options), time);
        if (!opened)
            qFatal("%s", qPrintable(opened.failure().sentence));
        engine = std::move(*opened);
    }

    // What the engine answers to `ask`, which passes the reply on.
    template <class Answer, class Ask>
    static Answer await(Ask ask)
    {
        std::promise<Answer> answered;
        ask([&answered](const Answer &answer) { answered.set_value(answer); });
        return answered.get_future().get();
    }

    // Moves a manual or scaled clock, and returns when all that fell due has run.
    void advance(engine::milliseconds by)
    {
        await<engine::ClockReply>([&](auto reply) { engine->changeClock({engine::ClockChange::Advance{by}}, reply); });
    }

    engine::RequestId start(std::uint64_t number, engine::WorkflowId workflow = 1, const QString &pin = {})
    {
        engine::StartRequest request = requestFor(number);
        request.workflow = *engine::standardWorkflow(workflow, engine::Dialect::Vonage);
        request.customPin = pin;
        return await<engine::StartReply>([&](auto reply) { engine->start(request, reply); }).id;
    }

    // One that names no workflow, so that the table of the program's own account chooses it.
    engine::RequestId startUnnamed(std::uint64_t number)
    {
        engine::StartRequest request = requestFor(number);
        request.openChoice = engine::OpenChoice();
        return await<engine::StartReply>([&](auto reply) { engine->start(request, reply); }).id;
    }

    void useTable(const engine::AssignmentTable &table)
    {
        engine::Account own = engine->account();
        own.assignment = table;
        await<engine::PolicyReply>([&](auto reply) { engine->changePolicy(own, reply); });
    }

    // As the store has it.
    engine::Record record(engine::RequestId id)
    {
        std::promise<engine::Record> read;
        engine->read([&](engine::StoreReader &reader) { read.set_value(*reader.record(id)); });
        return read.get_future().get();
    }

    engine::Outcome check(engine::RequestId id, const QString &code)
    {
        return await<engine::CheckReply>([&](auto reply) { engine->check(id, code, reply); }).outcome;
    }

    ManualTime time;
    std::atomic<bool> canStoreWrite{true};

private:
    engine::StartRequest requestFor(std::uint64_t number) const
    {
        engine::StartRequest request;
        request.account = engine->account().apiKey;
        request.number = engine::PhoneNumber(number);
        request.brand = QStringLiteral("Acme");
        request.senderId = QStringLiteral("VERIFY");
        request.locale = QStringLiteral("en-gb");
        return request;
    }

    QTemporaryDir m_folder;

public:
    std::unique_ptr<engine::Engine> engine; // after the folder, so that it goes first
};

} // namespace tests
