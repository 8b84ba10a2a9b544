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
    bool reaches = true; // whether the client can speak to an address without TLS
};

// Of all clients that are known, for an API at `address`, "http://127.0.0.1:8460". Where a secret has to stand, the
// code says SECRET unless it is given. Pure.
std::vector<ClientSetting> clientSettings(const QString &address, const QString &apiKey, const QString &apiSecret = {});

} // namespace model
