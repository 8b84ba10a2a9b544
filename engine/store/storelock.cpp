// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/storelock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace engine {

Result<std::unique_ptr<StoreLock>> StoreLock::acquire(const QString &storePath)
{
    const QString path = storePath + QStringLiteral(".lock");
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        return Failure{QStringLiteral("The store %1 cannot be written here: %2. Choose another place with --store.")
                           .arg(storePath, why),
                       {}};
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return Failure{QStringLiteral("The store %1 is in use by another Pinpath. Close that one, or choose another "
                                      "store with --store.")
                           .arg(storePath),
                       {}};
    }
    return std::unique_ptr<StoreLock>(new StoreLock(descriptor));
}

StoreLock::~StoreLock()
{
    ::close(m_descriptor);
}

} // namespace engine
