// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/apiexchange.h"
#include "engine/request/request.h"

#include <QString>

// What is said of an exchange with the API, in lists and lines. Pure.
namespace model {

// "POST /verify/json", with the query behind it where there is one.
QString requestLine(const engine::ApiExchange &exchange);
// What came of it: "started", "wrong code", "refused: wrong api_secret".
QString answerWords(const engine::ApiExchange &exchange);
// Both in one line where there is little room: "check: wrong code".
QString exchangeLine(const engine::ApiExchange &exchange);
// Why no exchange is kept of a verification that came from `source`: of one by the API, which of these.
enum class WhyNone { EarlierRun, Cleared, Older };
QString noExchangesSentence(engine::Source source, WhyNone why);
// Why it was refused: "wrong api_secret", "brand is missing"; empty when it was not.
QString refusalReason(const engine::ApiExchange &exchange);
// "0" or "16" of the Verify API, else the HTTP status: what a filter for a status looks at.
QString statusOf(const engine::ApiExchange &exchange);
// "3 ms", "< 1 ms", "1.2 s": machine time.
QString tookWords(const engine::ApiExchange &exchange);
// "61 bytes", "12 kB".
QString bytesWords(std::size_t bytes);

// The line over the Board: "3 refused: wrong api_secret.", or "3 refused, the last: wrong api_secret." where they were
// refused for different reasons.
QString refusedSentence(std::uint64_t count, const QString &newestReason, bool reasonsDiffer);

} // namespace model
