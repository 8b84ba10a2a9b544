// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <QString>

#include <vector>

// What a message says, per locale. The words are in resources/messages; a locale without a table of its own gets its
// language's, else the English one. Pure; any thread. `pinExpiry` is how long a PIN lives: it is told in whole minutes,
// rounded down so that no message promises too much, but never less than one. `amount` is what a payment is about, in
// euros as requests write it, "12.50"; empty: it is no payment.
namespace engine {

// "Acme code: 4821. Valid for 5 minutes."
QString smsText(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry,
                const QString &amount = {});

// One word of a call, for captions that follow the voice. `at` counts from the moment the call is answered.
struct SpokenWord {
    QString text; // with the punctuation that follows it
    bool isOfPin = false; // a character of the PIN; these are spoken, and shown, one by one
    milliseconds at{};
    milliseconds lasts{}; // without the pause that follows

    bool operator==(const SpokenWord &) const = default;
};

// The whole call: it begins with a second of silence and says the PIN twice.
std::vector<SpokenWord> spoken(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry,
                               const QString &amount = {});

// The same as one text: "Hello. Please enter the code for Acme: 4, 8, 2, 1. ..."
QString spokenText(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry,
                   const QString &amount = {});

// From the answer to the last word's end.
milliseconds spokenDuration(const std::vector<SpokenWord> &words);

} // namespace engine
