// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

struct SaveQuestion {
    QString title; // "Save the timeline"
    QString folder; // in which it starts
    QString name; // proposed, without suffix
    QStringList suffixes; // what it can be written as: "svg", "png", "csv", "html"; the first is proposed
};

// Asks for a file's name and lets the window go on meanwhile; `save` gets the path, and nothing when the user turns
// away.
void askForFile(const SaveQuestion &question, QWidget *parent, std::function<void(const QString &path)> save);

} // namespace ui
