// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/options.h"
#include "engine/api/apiserver.h"

#include <optional>

// Where a server speaks TLS, and with which certificate, as the command line says.
namespace app {

struct TlsChoice {
    Endpoint endpoint;
    engine::TlsFiles files;
};

void addTlsOptions(CommandLine &line);
// None without --tls-listen.
engine::Result<std::optional<TlsChoice>> readTls(const CommandLine &line);
// Reads the certificate, or makes it.
engine::Result<engine::TlsOptions> openTls(const TlsChoice &choice, const QString &storePath, engine::Instant now);

} // namespace app
