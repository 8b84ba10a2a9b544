// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/shares.h"

#include "engine/population/markets.h"
#include "model/simulate/figurewords.h"

#include <algorithm>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using engine::Population;
using engine::PopulationMix;

namespace {

constexpr double SameShare = 5e-4; // closer than what is shown of them

double shareOf(const PopulationMix *mix, const QString &population)
{
    double share = 0;
    if (mix) {
        for (const PopulationMix::Part &part : mix->parts)
            share += part.population.name == population ? part.weight : 0;
    }
    return share;
}

// Of a market that came with the program, and that the reader has changed.
bool isYours(const PopulationMix &mix, const QString &population)
{
    const PopulationMix *market = engine::findMarketMix(mix.name);
    return market && std::abs(shareOf(market, population) - shareOf(&mix, population)) > SameShare;
}

FigureRow row(const PopulationMix &mix, const Population &population)
{
    const bool isOwn = isYours(mix, population.name);
    FigureRow row;
    row.key = u"share."_s + population.name;
    row.group = u"Mix"_s;
    row.name = populationTitle(population);
    row.value = shareText(shareOf(&mix, population.name));
    row.origin = isOwn ? u"yours"_s : u"assumption"_s;
    row.isYours = isOwn;
    return row;
}

std::vector<Population> candidates(const PopulationMix &mix, const std::vector<Population> &populations)
{
    std::vector<Population> all = populations;
    for (const PopulationMix::Part &part : mix.parts) {
        const auto isIt = [&](const Population &each) { return each.name == part.population.name; };
        if (std::none_of(all.begin(), all.end(), isIt))
            all.push_back(part.population);
    }
    return all;
}

} // namespace

std::vector<FigureRow> shareRows(const PopulationMix &mix, const std::vector<Population> &populations)
{
    std::vector<FigureRow> rows;
    for (const Population &population : candidates(mix, populations))
        rows.push_back(row(mix, population));
    return rows;
}

QString writeShare(PopulationMix &mix, const std::vector<Population> &populations, const QString &key,
                   const QString &text)
{
    for (const Population &population : candidates(mix, populations)) {
        if (row(mix, population).key != key)
            continue;
        const auto share = readShare(text);
        if (!share)
            return u"%1: a share is from 0 to 100 %, not \"%2\"."_s.arg(population.name, text.trimmed());
        if (std::abs(shareOf(&mix, population.name) - *share) < SameShare)
            return {};
        const auto isOther = [&](const PopulationMix::Part &part) { return part.population.name != population.name; };
        if (*share == 0 && std::none_of(mix.parts.begin(), mix.parts.end(), isOther))
            return u"%1: somebody has to live there; give another population a share first."_s.arg(population.name);
        const auto found = std::find_if_not(mix.parts.begin(), mix.parts.end(), isOther);
        if (found == mix.parts.end())
            mix.parts.push_back({*share, population});
        else if (*share > 0)
            found->weight = *share;
        else
            mix.parts.erase(found);
        return {};
    }
    return {};
}

QString sharesNote(const PopulationMix &mix)
{
    double all = 0;
    for (const PopulationMix::Part &part : mix.parts)
        all += part.weight;
    if (std::abs(all - 1) < SameShare)
        return {};
    return u"The shares come to %1; each counts as its part of that."_s.arg(shareText(all));
}

QString populationTitle(const PopulationMix &mix)
{
    if (mix.isOfOne())
        return populationTitle(mix.parts.front().population);
    const bool isEdited = std::any_of(mix.parts.begin(), mix.parts.end(), [&](const PopulationMix::Part &part) {
        return isYours(mix, part.population.name) || populationTitle(part.population) != part.population.name;
    });
    return isEdited ? QString(mix.name + u", edited"_s) : mix.name;
}

} // namespace model
