// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/costtimewords.h"

#include "engine/statistics/costpersuccess.h"
#include "engine/statistics/timetoverify.h"
#include "model/compare/costfigures.h"
#include "model/compare/ratewords.h"
#include "model/words/times.h"

#include <QStringList>

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Finding;
using engine::Market;
using engine::Verdict;
using engine::WorkflowId;
using engine::WorkflowTally;

namespace {

// In tenths, as it is shown; none: not known.
std::optional<std::int64_t> costOf(const WorkflowTally &tally)
{
    const auto cost = engine::costPerSuccess(tally);
    return cost && cost->estimate > 0 ? std::optional(costTenths(cost->estimate * CostUnit)) : std::nullopt;
}

QString eur(std::int64_t amount)
{
    return u"EUR"_s + Bound + tenthsFigure(amount);
}

QString inSeconds(std::int64_t count)
{
    return duration(engine::seconds(count)).replace(u' ', Bound);
}

const QString PerThousandVerified = u" per 1,000 verified users"_s;

QString costAgainst(const WorkflowTally &one, const WorkflowTally *other)
{
    const auto cost = costOf(one);
    if (!cost)
        return {};
    QString words = eur(*cost) + PerThousandVerified;
    const auto others = other ? costOf(*other) : std::nullopt;
    if (others) {
        const std::int64_t more = *cost - *others;
        const QString than = Bound + QString::number(other->id());
        words += more == 0
            ? QString(u", as with"_s + than)
            : QString(u", "_s + tenthsFigure(more) + (more > 0 ? u" more than"_s : u" less than"_s) + than);
    }
    return words + u'.';
}

QString timeAgainst(const WorkflowTally &one, const WorkflowTally *other)
{
    if (one.verifiedIn.empty())
        return {};
    const auto half = engine::halfVerifiedBy(one);
    if (!half)
        return u"It never verifies half of all requests."_s;
    QString words = u"Half of all requests verified within "_s + inSeconds(*half);
    if (other && !other->verifiedIn.empty()) {
        const auto others = engine::halfVerifiedBy(*other);
        const QString with = u" with"_s + Bound + QString::number(other->id());
        words += !others     ? QString(u", never"_s + with)
            : others == half ? QString(u", as"_s + with)
                             : QString(u", within "_s + inSeconds(*others) + with);
    }
    return words + u'.';
}

// "EUR 71.4 (4) to 82.6 (1) per 1,000 verified users."
QString costRange(const std::vector<const WorkflowTally *> &those)
{
    std::vector<std::pair<std::int64_t, WorkflowId>> costs;
    for (const WorkflowTally *tally : those) {
        if (const auto cost = costOf(*tally))
            costs.emplace_back(*cost, tally->id());
    }
    if (costs.size() < 2)
        return {};
    const auto [least, most] = std::minmax_element(costs.begin(), costs.end());
    if (least->first == most->first)
        return eur(least->first) + PerThousandVerified + u" with each."_s;
    const auto with = [](WorkflowId id) { return QString(Bound + u"("_s + QString::number(id) + u')'); };
    return eur(least->first) + with(least->second) + u" to "_s + tenthsFigure(most->first) + with(most->second)
        + PerThousandVerified + u'.';
}

// "Half of all requests verified within 23 to 31 s."
QString timeRange(const std::vector<const WorkflowTally *> &those)
{
    std::vector<std::int64_t> halves;
    for (const WorkflowTally *tally : those) {
        if (const auto half = engine::halfVerifiedBy(*tally))
            halves.push_back(*half);
    }
    if (halves.size() < those.size())
        return {}; // not all of them ever do
    const auto [least, most] = std::minmax_element(halves.begin(), halves.end());
    if (*least == *most)
        return u"Half of all requests verified within "_s + inSeconds(*least) + u" with each."_s;
    const bool isInSeconds = *most < 60;
    return u"Half of all requests verified within "_s + (isInSeconds ? QString::number(*least) : inSeconds(*least))
        + u" to "_s + inSeconds(*most) + u'.';
}

} // namespace

QString costAndTime(const Market &market, const Verdict &verdict)
{
    QStringList sentences;
    if (verdict.finding == Finding::Leads || verdict.finding == Finding::OnlyOne) {
        const WorkflowTally &leader = *market.find(verdict.inLead.front());
        const WorkflowTally *other = verdict.finding == Finding::Leads ? market.find(verdict.comparedWith) : nullptr;
        sentences << costAgainst(leader, other) << timeAgainst(leader, other);
    } else if (verdict.finding == Finding::CannotTell || verdict.finding == Finding::NoDifference) {
        std::vector<const WorkflowTally *> those;
        for (const WorkflowId id : verdict.inLead)
            those.push_back(market.find(id));
        sentences << costRange(those) << timeRange(those);
    }
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace model
