// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consolewindow.h"

#include "app/demodata.h"
#include "app/demomonth.h"
#include "app/owncertificate.h"
#include "engine/runtime/engine.h"

#include <QDir>
#include <QStandardPaths>

#include <future>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// The demo's store is thrown away; clients that were told to trust its certificate find the same one next time.
QString certificateOf(const ConsoleWindowOptions &options, const engine::Engine &engine)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return options.isDemo && QDir().mkpath(folder) ? folder + u"/demo.tls"_s : ownCertificate(engine.storePath());
}

engine::ApiOptions apiOptions(const ConsoleWindowOptions &options, const engine::Engine &engine)
{
    engine::ApiOptions api;
    api.port = options.apiPort;
    api.tlsPort = options.apiPort > 0 && options.apiPort < 65535 ? quint16(options.apiPort + 1) : quint16(0);
    api.ownCertificate = certificateOf(options, engine);
    return api;
}

engine::VerificationKey newestIn(engine::Engine &engine)
{
    std::promise<engine::VerificationKey> newest;
    engine.read([&newest](engine::StoreReader &reader) { newest.set_value(reader.latestKey()); });
    return newest.get_future().get();
}

// When the newest rows are there, and when all are.
void markWhatIsRead(model::BoardSession &session, ui::FrameLog &log)
{
    const auto mark = [&session, &log, isFirst = true, isLast = true]() mutable {
        if (std::exchange(isFirst, false))
            log.mark(u"newest verifications read"_s);
        if (isLast && session.rows().isComplete()) {
            log.mark(u"all verifications read"_s);
            isLast = false;
        }
    };
    QObject::connect(&session, &model::BoardSession::changed, &log, mark);
}

} // namespace

ConsoleWindow::ConsoleWindow(Session session, const engine::TimeSource &time, ui::Theme &theme,
                             const ConsoleWindowOptions &options)
    : m_session(std::move(session))
    , m_server(*m_session.engine, time, apiOptions(options, *m_session.engine))
    , m_window(theme, *m_session.engine, context(options.isDemo))
    , m_log(ui::FrameLog::fromEnvironment())
{
    m_window.useSettings();
    if (options.isDemo)
        joinDemo();
    if (m_log)
        markWhatIsRead(m_window.session(), *m_log);
    m_window.show();
}

ui::WindowContext ConsoleWindow::context(bool isDemo)
{
    ui::WindowContext context;
    context.api = &m_server;
    context.isDemo = isDemo;
    if (isDemo) {
        context.demoDetails = demoMixes();
        context.newestOfDemo = newestIn(*m_session.engine);
    }
    if (const auto on = m_server.turnOn(); !on)
        context.notice = on.failure().sentence
            + u" The API is off; turn it on from its page once the port is free, or choose another with --api-port."_s;
    return context;
}

void ConsoleWindow::joinDemo()
{
    // The first of them is selected, so that Stage shows it.
    QObject::connect(&m_window, &ui::MainWindow::startOnePerWorkflowWanted, &m_window, [this] {
        startOnePerWorkflow(*m_session.engine, m_session.numbersUsed,
                            m_postbox.reply<engine::StartReply>([this](const engine::StartReply &first) {
                                if (first.isAccepted)
                                    m_window.showVerification(first.id);
                            }));
    });
}

quint16 ConsoleWindow::giveWay()
{
    m_window.keepSettings();
    const quint16 port = m_server.port();
    m_server.turnOff();
    return port;
}

} // namespace app
