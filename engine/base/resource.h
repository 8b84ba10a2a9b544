// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace engine {

// A file of resources/engine.qrc, which is compiled in: "populations/typical.json". Asserts that it is there.
QByteArray readResource(const QString &path);

} // namespace engine
