// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consolecommand.h"

#include "app/commandline.h"
#include "app/consolewindow.h"
#include "app/endsignals.h"
#include "app/exitcode.h"
#include "app/failuredialog.h"
#include "app/options.h"
#include "app/windowapplication.h"
#include "ui/handsets/voice.h"
#include "ui/theme/theme.h"

#include <QSettings>

#include <utility>

using namespace Qt::StringLiterals;

namespace app {

using engine::Failure;
using engine::Result;

namespace {

constexpr int StartOver = 100; // the event loop's code for another session

struct ConsoleOptions {
    QString storePath; // empty with isDemo
    bool isDemo = false;
    std::optional<ui::ColourScheme> scheme; // none: as last time
    quint16 apiPort = 8460;
};

Result<std::optional<ui::ColourScheme>> readScheme(const QString &name)
{
    using Scheme = std::optional<ui::ColourScheme>;
    if (name.isEmpty())
        return Scheme();
    if (name == "system"_L1)
        return Scheme(ui::ColourScheme::System);
    if (name == "light"_L1)
        return Scheme(ui::ColourScheme::Light);
    if (name == "dark"_L1)
        return Scheme(ui::ColourScheme::Dark);
    return Failure{u"--theme takes light, dark or system, not \"%1\"."_s.arg(name), {}};
}

Result<ConsoleOptions> readConsoleOptions(const CommandLine &line)
{
    ConsoleOptions options;
    options.isDemo = line.isSet(u"demo"_s);
    if (options.isDemo && line.isSet(u"store"_s))
        return Failure{u"--demo has a store of its own; leave out --store."_s, {}};
    const auto scheme = readScheme(line.value(u"theme"_s));
    if (!scheme)
        return scheme.failure();
    options.scheme = *scheme;
    const auto port = readNumber(u"api-port"_s, line.value(u"api-port"_s), 0, 65535);
    if (!port)
        return port.failure();
    options.apiPort = quint16(*port);
    if (!options.isDemo) {
        const auto store = readStore(line.value(u"store"_s));
        if (!store)
            return store.failure();
        options.storePath = *store;
    }
    return options;
}

void applyColours(ui::Theme &theme, const ConsoleOptions &options)
{
    const QSettings settings;
    const int saved = settings.value("window/scheme"_L1).toInt();
    const bool isKnown = saved >= int(ui::ColourScheme::System) && saved <= int(ui::ColourScheme::Dark);
    theme.setScheme(options.scheme.value_or(isKnown ? ui::ColourScheme(saved) : ui::ColourScheme::System));
    theme.setTextSize(settings.value("window/textSize"_L1, 1.0).toDouble());
}

Result<Session> openSession(const ConsoleOptions &options, const engine::TimeSource &time)
{
    return options.isDemo ? openDemo(time) : openStore(options.storePath, time);
}

// The window until it is closed. Where the demo starts over, it stays until the next one can take its place.
int runWindow(WindowApplication &application, ui::Theme &theme, const ConsoleOptions &options)
{
    const engine::MachineTime machineTime;
    const DemoTime demoTime; // it began a while ago, so that there is something to see
    const engine::TimeSource &time = options.isDemo ? static_cast<const engine::TimeSource &>(demoTime) : machineTime;
    ConsoleWindowOptions shown{options.apiPort, options.isDemo};
    std::unique_ptr<ConsoleWindow> console;
    int code = StartOver;
    while (code == StartOver) {
        if (console)
            console->window().setEnabled(false);
        auto session = openSession(options, time);
        if (!session) {
            const int failure = failed(session.failure().sentence);
            if (!isRetryWanted(session.failure().sentence))
                return failure;
            continue;
        }
        if (console)
            shown.apiPort = console->giveWay();
        auto next = std::make_unique<ConsoleWindow>(std::move(*session), time, theme, shown);
        next->window().useVoice(ui::systemVoice());
        QObject::connect(&next->window(), &ui::MainWindow::startOverWanted, &next->window(),
                         [] { QCoreApplication::exit(StartOver); });
        console = std::move(next);
        code = application.exec();
    }
    if (console->window().isVisible()) // nobody closed it: a signal ended it, without a question
        console->window().keepSettings();
    return code;
}

} // namespace

int runConsole(const QStringList &arguments)
{
    CommandLine line({}, u"Opens the window."_s);
    line.addOption(u"store"_s, u"Where verifications are kept (default: in your data folder)."_s, u"sqlite:PATH"_s);
    line.addOption(u"demo"_s, u"Invented data in a store that is thrown away."_s);
    line.addOption(u"theme"_s, u"light, dark or system (default: as last time)."_s, u"NAME"_s);
    line.addOption(u"api-port"_s, u"The API's port on 127.0.0.1; 0 takes a free one (default: 8460)."_s, u"N"_s,
                   u"8460"_s);
    if (const auto code = line.parse(arguments))
        return *code;
    const auto options = readConsoleOptions(line);
    if (!options)
        return misused(options.failure().sentence);

    const EndSignals signals; // before any thread starts
    WindowApplication application;
    const QuitOnEndSignal quitter(signals);
    ui::Theme theme;
    applyColours(theme, *options);
    theme.applyTo(application);
    return runWindow(application, theme, *options);
}

} // namespace app
