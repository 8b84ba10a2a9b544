// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/population/distribution.h"

#include <QString>

#include <optional>

// How single figures of a population are written and read, and what of a distribution is said in words. Pure.
namespace model {

inline const QString NeverText = QStringLiteral("never");

// "4 %", "0.5 %".
QString shareText(double share);
// "7 s", "6.5 s", "3:00".
QString secondsText(double seconds);
// "EUR 0.014".
QString eurosText(engine::Money amount);

// "4", "4 %", "0.5%": 0 to 1.
std::optional<double> readShare(const QString &text);
// "7", "7 s", "1:30", "1:00:00": seconds, at most thirty days.
std::optional<double> readSeconds(const QString &text);
// "0.014", "EUR 0.014": at least nothing and under a thousand.
std::optional<engine::Money> readPrice(const QString &text);

// The share that takes longer than `seconds`.
double shareLater(const engine::Distribution &time, double seconds);
// Half take no longer than this, in seconds.
double median(const engine::Distribution &time);

} // namespace model
