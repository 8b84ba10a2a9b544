// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/policy.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

// How a store keeps changes of its policy: a subject, "account a1b2c3d4", "rules" or "prices", and what it has become
// as JSON, empty for what was removed. The newest of a subject holds. Secrets are sealed, in hex digits. Pure.
namespace engine {

struct PolicyText {
    QString subject;
    QByteArray body;
};

using Seal = std::function<QByteArray(const QString &)>;
using Unseal = std::function<QString(const QByteArray &)>;

PolicyText policyText(const PolicyChange &change, const Seal &seal);
// None when it cannot be read. A secret that `unseal` cannot open is empty.
std::optional<PolicyChange> readPolicyText(const PolicyText &text, const Unseal &unseal);

} // namespace engine
