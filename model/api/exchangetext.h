// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/apiexchange.h"

#include <QString>

// An exchange as texts to read and to copy. Pure.
namespace model {

// First line, headers, and the body laid out: JSON indented, a form with a line per parameter. What is missing of a
// body is said in its place.
QString requestText(const engine::ApiExchange &exchange);
QString replyText(const engine::ApiExchange &exchange);

// The same request for a terminal, as one line. What was masked becomes a word in capitals, SECRET or CODE, to be
// replaced. A secret that is given takes the place of api_secret, unless another one was sent.
QString curlLine(const engine::ApiExchange &exchange, const QString &address, const QString &apiKey,
                 const QString &apiSecret = {});

// A start that works as it stands, for an app that has not called yet.
QString firstCurlLine(const QString &address, const QString &apiKey, const QString &apiSecret, const QString &number);

// JSON with a line per member, in its own order; what is not JSON comes out whole all the same.
QString indentedJson(const QString &json);

} // namespace model
