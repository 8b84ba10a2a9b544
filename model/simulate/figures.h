// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/population/population.h"

#include <QString>

#include <optional>
#include <vector>

// The figures of a population and the prices, one a row, as a person reads and edits them: each with where it comes
// from. Pure.
namespace model {

struct FigureRow {
    QString key; // stays the same while figures change
    QString group; // "SMS"
    QString name; // "arrives, half by"
    QString value; // "7 s"
    QString origin; // "ETSI 2006"; "assumption"; "yours"
    bool isPublished = false; // somebody measured or published it
    bool isYours = false;
    bool isDerived = false; // follows from a shape that only the file can change
    bool isFitted = false; // sought such that users are verified as often and as soon as in some data

    // "SMS arrives, half by: 7 s, ETSI 2006, published."
    QString spoken() const;
};

// `usualPrices` are those whose origin is known.
std::vector<FigureRow> figureRows(const engine::Population &population, const engine::Prices &prices,
                                  const engine::Prices &usualPrices);
std::vector<FigureRow> priceRows(const engine::Prices &prices, const engine::Prices &usualPrices);

// Writes what a person typed: "4", "4 %", "7 s", "1:30", "EUR 0.05". The figure is then of their own. What is wrong
// with it, in one sentence that starts with the figure's name, or nothing; then nothing was written.
QString writeFigure(engine::Population &population, engine::Prices &prices, const QString &key, const QString &text);

// Says of the figure at `path` that it was fitted to `requests` that happened, or that were invented: "fitted to what
// happened (n=20,800)", since requests tell no deliveries. Of a time that is its half; its tail stays whose it was.
void setFittedOrigin(engine::Population &population, const QString &path, std::int64_t requests, bool isInvented);

// The same for a price alone; none where `key` is not of one.
std::optional<QString> writePrice(engine::Prices &prices, const QString &key, const QString &text);

// "11 of 15 figures are assumptions.", and how many are fitted or the reader's own.
QString originsSentence(const std::vector<FigureRow> &rows);

// "typical", "typical, edited": a population with figures of the reader's own says so.
QString populationTitle(const engine::Population &population);

} // namespace model
