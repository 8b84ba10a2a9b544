// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/owncertificate.h"

namespace app {

using namespace Qt::StringLiterals;

QString ownCertificate(const QString &storePath)
{
    return storePath + u".tls"_s;
}

} // namespace app
