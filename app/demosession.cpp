// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demosession.h"

#include "app/background.h"
#include "app/demodata.h"
#include "app/demomonth.h"

using namespace Qt::StringLiterals;

namespace app {

using namespace engine;

DemoTime::DemoTime()
    : m_back(AfternoonEnds - AfternoonBegins)
{ }

Instant DemoTime::wall() const
{
    return m_machine.wall() - m_back;
}

Result<Session> openStore(const QString &path, const TimeSource &time)
{
    EngineOptions options;
    options.storePath = path;
    auto engine = Engine::open(std::move(options), time);
    if (!engine)
        return engine.failure();
    return Session{nullptr, std::move(*engine)};
}

Result<Session> openDemo(const TimeSource &time)
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return Failure{u"A temporary folder for the demo cannot be made: "_s + folder->errorString(), {}};
    EngineOptions options;
    options.storePath = folder->filePath(u"demo.db"_s);
    options.clock = ClockSetting{ClockMode::Manual, 1, false};
    const Instant begins = time.wall(); // the afternoon, where the month ends
    Result<void> written;
    runInBackground(u"Thirty days of invented verifications are being made."_s, [&](const Progress &progress) {
        written = writeMonth(options.storePath, demoMarkets(), begins, progress);
    });
    if (!written)
        return written.failure();
    auto engine = Engine::open(std::move(options), time);
    if (!engine)
        return engine.failure();
    playAfternoon(**engine, begins);
    return Session{std::move(folder), std::move(*engine)};
}

} // namespace app
