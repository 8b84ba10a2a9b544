// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparecommand.h"
#include "app/consolecommand.h"
#include "app/democommand.h"
#include "app/exitcode.h"
#include "app/importcommand.h"
#include "app/screenshotscommand.h"
#include "app/servecommand.h"
#include "app/simulatecommand.h"
#include "app/windowapplication.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdio>

namespace {

struct Command {
    const char *name;
    const char *summary;
    int (*run)(const QStringList &arguments);
};

// Commands without a window make no QApplication, so they need no display.
template <int (*run)(const QStringList &)>
int withoutWindow(const QStringList &arguments)
{
    int count = 1;
    char name[] = "pinpath";
    char *values[] = {name, nullptr};
    const QCoreApplication application(count, values);
    return run(arguments);
}

// What it draws is on no screen.
template <int (*run)(const QStringList &)>
int withoutScreen(const QStringList &arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const app::WindowApplication application;
    return run(arguments);
}

// Only a report is drawn.
int compare(const QStringList &arguments)
{
    const bool hasReport = std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument.startsWith(QStringLiteral("--report"));
    });
    return hasReport ? withoutScreen<app::runCompare>(arguments) : withoutWindow<app::runCompare>(arguments);
}

constexpr std::array Commands{
    Command{"serve", "the engine and its API, without a window", withoutWindow<app::runServe>},
    Command{"simulate", "the same invented users through several workflows", withoutWindow<app::runSimulate>},
    Command{"compare", "which workflow of a store or of a report verifies most", compare},
    Command{"import", "the verifications of a report into a store", withoutWindow<app::runImport>},
    Command{"demo", "one verification per workflow, drawn in the terminal", withoutWindow<app::runDemo>},
    Command{"screenshots", "every page and the gallery of every state, as pictures", app::runScreenshots},
};

int help()
{
    std::puts("usage: pinpath [--store URL] [--demo] [--theme NAME] [--api-port N]     the window\n"
              "       pinpath COMMAND [OPTIONS]\n");
    for (const Command &command : Commands)
        std::printf("  %-12s %s\n", command.name, command.summary);
    std::puts(
        "\n  --version    the version\n  --help       this text; \"pinpath COMMAND --help\" lists a command's options");
    return app::Done;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("pinpath"));
    QCoreApplication::setOrganizationName(QStringLiteral("pinpath")); // the folder of the settings
    QCoreApplication::setApplicationVersion(QStringLiteral(PINPATH_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const QString first = arguments.value(0);

    if (first == QStringLiteral("--version")) {
        std::puts("pinpath " PINPATH_VERSION);
        return app::Done;
    }
    if (first == QStringLiteral("--help") || first == QStringLiteral("-h"))
        return help();
    if (first.isEmpty() || first.startsWith(u'-'))
        return app::runConsole(arguments);
    const auto command = std::find_if(Commands.begin(), Commands.end(),
                                      [&](const Command &each) { return first == QLatin1StringView(each.name); });
    if (command == Commands.end())
        return app::misused(
            QStringLiteral("There is no command \"%1\". \"pinpath --help\" lists the commands.").arg(first));
    return command->run(arguments.mid(1));
}
