// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/exitcode.h"

#include <QCommandLineOption>

#include <cstdio>

namespace app {

CommandLine::CommandLine(const QString &name, const QString &summary)
    : m_name(name)
{
    m_parser.setApplicationDescription(summary);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
}

void CommandLine::addOption(const QString &name, const QString &help, const QString &value, const QString &byDefault)
{
    m_parser.addOption(QCommandLineOption(name, help, value, byDefault));
}

void CommandLine::addArgument(const QString &name, const QString &help)
{
    m_parser.addPositionalArgument(name, help);
    ++m_argumentCount;
}

std::optional<int> CommandLine::parse(const QStringList &arguments)
{
    const QString program = m_name.isEmpty() ? QStringLiteral("pinpath") : QStringLiteral("pinpath ") + m_name;
    const QString seeHelp = QStringLiteral(" \"%1 --help\" lists the options.").arg(program);
    if (!m_parser.parse(QStringList(program) + arguments)) {
        const QString error = m_parser.errorText();
        return misused(error + (error.endsWith(u'.') ? QString() : QStringLiteral(".")) + seeHelp);
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(m_parser.helpText()), stdout);
        return Done;
    }
    const QStringList positional = m_parser.positionalArguments();
    if (positional.size() > m_argumentCount)
        return misused(QStringLiteral("Nothing is known about \"%1\".").arg(positional.at(m_argumentCount)) + seeHelp);
    return std::nullopt;
}

QString CommandLine::argument() const
{
    return m_parser.positionalArguments().value(0);
}

} // namespace app
