// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/verificationrow.h"

namespace engine {

VerificationRow toRow(VerificationKey key, const Request &request)
{
    VerificationRow row;
    row.key = key;
    row.id = request.id;
    row.number = request.number;
    row.prices = request.prices;
    if (request.country.size() == 2)
        row.country = {request.country.at(0).toLatin1(), request.country.at(1).toLatin1()};
    row.source = request.source;
    row.codeLength = static_cast<std::uint8_t>(request.codeLength);
    return row;
}

VerificationRow toRow(const Record &record)
{
    VerificationRow row = toRow(record.key, record.request);
    row.sequence = record.sequence;
    row.verification = record.verification;
    return row;
}

} // namespace engine
