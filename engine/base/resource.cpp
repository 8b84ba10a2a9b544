// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/resource.h"

#include <QFile>

// A static library's resources are dropped by the linker unless somebody asks for them, outside of any namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(engine);
}

namespace engine {

QByteArray readResource(const QString &path)
{
    registerResources();
    QFile file(QStringLiteral(":/engine/") + path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

} // namespace engine
