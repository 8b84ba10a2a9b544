// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/pairtable.h"

#include "model/compare/ratewords.h"
#include "model/words/counts.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;

namespace {

constexpr double Level = 0.05;

PairRow pairRow(const engine::PairTest &pair, const engine::Market &market)
{
    const std::int64_t trials = std::min(market.find(pair.a)->ended(), market.find(pair.b)->ended());
    PairRow row;
    row.a = pair.a;
    row.b = pair.b;
    row.points = signedPoints(pair.difference.estimate, trials);
    row.between = pointsBetween(pair.difference.interval, trials);
    row.fisher = probability(pair.fisher);
    row.fisherHolm = probability(pair.fisherHolm);
    row.logRank = probability(pair.logRank);
    row.isDecided = pair.fisherHolm < Level;
    row.spoken
        = u"Workflow %1 against %2: %3 points, between %4; p %5 by Fisher, %6 after Holm, %7 by log-rank"_s.arg(pair.a)
              .arg(pair.b)
              .arg(row.points, QString(row.between).replace(u" to "_s, u" and "_s), row.fisher, row.fisherHolm,
                   row.logRank);
    return row;
}

} // namespace

QString probability(double p)
{
    if (p < 0.001)
        return u"< 0.001"_s;
    return p > 0.9995 ? u"1"_s : QString::number(p, 'f', 3);
}

PairTable pairTable(const engine::Market &market)
{
    PairTable table;
    table.words.title = u"All pairs"_s;
    if (market.pairs.empty()) {
        table.words.waits = u"Waits for %1 ended in each of two workflows."_s.arg(engine::EnoughToCompare);
        table.words.finding = table.words.title + u": "_s + table.words.waits;
        return table;
    }
    table.words.twin.heads = {u"Workflow"_s, u"Against"_s,   u"Points"_s,       u"95 % from"_s,
                              u"95 % to"_s,  u"p, Fisher"_s, u"p after Holm"_s, u"p, log-rank"_s};
    for (const engine::PairTest &pair : market.pairs) {
        table.rows.push_back(pairRow(pair, market));
        const PairRow &row = table.rows.back();
        const QStringList limits = row.between.split(u" to "_s);
        table.words.twin.rows << QStringList{QString::number(row.a),
                                             QString::number(row.b),
                                             row.points,
                                             limits[0],
                                             limits[1],
                                             row.fisher,
                                             row.fisherHolm,
                                             row.logRank};
    }
    const auto decided
        = std::count_if(table.rows.begin(), table.rows.end(), [](const PairRow &row) { return row.isDecided; });
    table.words.finding = u"All pairs: %1 of %2 differ at the 5 % level after Holm, looked at once."_s.arg(decided).arg(
        table.rows.size());
    table.words.note = u"Looked at once: the verdict goes by the thin lines of Lead. Newcombe 95 %; p: Fisher's exact "
                       u"test, as Holm adjusts it over %1; log-rank on the time to "
                       "verify. Bold: under 0.05"_s.arg(counted(qsizetype(table.rows.size()), u"pair"_s));
    return table;
}

} // namespace model
