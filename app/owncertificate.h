// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

// Where the certificate that Pinpath makes for itself is kept: beside the store, without “.crt” and “.key”.
QString ownCertificate(const QString &storePath);

} // namespace app
