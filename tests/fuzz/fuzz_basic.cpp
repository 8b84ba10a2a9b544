// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An "Authorization" header: nothing but the account's own key and secret opens the door.

#include "engine/api/credentials.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    engine::Account account;
    account.apiKey = QStringLiteral("a1b2c3d4");
    account.apiSecret = QStringLiteral("topSecret1");
    engine::Policy policy;
    policy.accounts.push_back(account);
    const auto credentials = engine::readBasic(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!credentials)
        return 0;
    const bool isOwn = credentials->apiKey == account.apiKey && credentials->apiSecret == account.apiSecret;
    if (std::holds_alternative<const engine::Account *>(engine::judge(*credentials, policy)) != isOwn)
        std::abort();
    return 0;
}
