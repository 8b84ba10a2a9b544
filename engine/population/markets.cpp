// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/markets.h"

#include "engine/base/resource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace engine {

const std::vector<PopulationMix> &marketMixes()
{
    static const std::vector<PopulationMix> all = [] {
        std::vector<PopulationMix> read;
        for (const QString &file : {u"united-states"_s, u"germany"_s, u"india"_s, u"united-kingdom"_s}) {
            auto mix = mixFromJson(readResource(u"markets/%1.json"_s.arg(file)));
            Q_ASSERT(mix);
            read.push_back(std::move(*mix));
        }
        return read;
    }();
    return all;
}

const PopulationMix *findMarketMix(QStringView name)
{
    const auto found = std::find_if(marketMixes().begin(), marketMixes().end(), [&](const PopulationMix &mix) {
        return name.compare(mix.name, Qt::CaseInsensitive) == 0;
    });
    return found == marketMixes().end() ? nullptr : &*found;
}

} // namespace engine
