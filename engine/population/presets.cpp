// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/presets.h"

#include "engine/base/resource.h"
#include "engine/population/populationjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

QString spelling(QStringView name)
{
    return name.toString().toLower().replace(u'-', u' ');
}

} // namespace

const std::vector<Population> &presets()
{
    static const std::vector<Population> all = [] {
        std::vector<Population> read;
        for (const QString &file : {u"typical"_s, u"clean-direct-route"_s, u"poor-route"_s, u"landlines"_s,
                                    u"dislikes-calls"_s, u"carrier-brown-out"_s}) {
            const auto population = populationFromJson(readResource(u"populations/%1.json"_s.arg(file)));
            Q_ASSERT(population);
            read.push_back(*population);
        }
        return read;
    }();
    return all;
}

const Population *findPreset(QStringView name)
{
    const auto found = std::find_if(presets().begin(), presets().end(),
                                    [&](const Population &preset) { return spelling(preset.name) == spelling(name); });
    return found == presets().end() ? nullptr : &*found;
}

} // namespace engine
