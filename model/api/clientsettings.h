// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace model {

// How one client of the Verify API is pointed at this engine.
struct ClientSetting {
    QString client; // "Node.js, nexmo 2"
    QString code; // what to write; empty where nothing helps
    QString note; // where it goes and what to know
    bool reaches = true; // whether the client can speak to that address
};

// Where an API is.
struct ClientAddress {
    QString plain; // "http://127.0.0.1:8460"
    QString secure; // "https://127.0.0.1:8461"; empty: not over TLS
    QString trusted; // the certificate's file, which clients must be told to trust; empty: they need not be
};

// Of all clients that are known, over TLS where the API is served so. Where a secret has to stand, the code says SECRET
// unless it is given. `number` is the one of the requests among them. Pure.
std::vector<ClientSetting> clientSettings(const ClientAddress &address, const QString &apiKey,
                                          const QString &apiSecret = {},
                                          const QString &number = QStringLiteral("447700900112"));

} // namespace model
