// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

// One command's options. Wraps Qt's parser, so that every command says its help and its errors in the same way.
class CommandLine {
public:
    // `name` is "serve", or empty for the console; `summary` is one sentence.
    CommandLine(const QString &name, const QString &summary);

    // `value` names what the option takes; empty for a switch.
    void addOption(const QString &name, const QString &help, const QString &value = {}, const QString &byDefault = {});
    void addArgument(const QString &name, const QString &help);

    // The exit code when there is nothing more to do: help was asked for, or the arguments are wrong and it was said
    // how.
    std::optional<int> parse(const QStringList &arguments);

    QString value(const QString &name) const { return m_parser.value(name); }
    bool isSet(const QString &name) const { return m_parser.isSet(name); }
    QString argument() const; // the first one; empty when there is none

private:
    QString m_name;
    int m_argumentCount = 0;
    QCommandLineParser m_parser;
};

} // namespace app
