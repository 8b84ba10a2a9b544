// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model {

// The beginning of what somebody typed or pasted, for a sentence about it: no word of it makes a page wider.
inline QString shortened(const QString &typed)
{
    constexpr qsizetype Longest = 40;
    return typed.size() <= Longest ? typed : QString(typed.first(Longest - 1) + QChar(0x2026));
}

} // namespace model
