// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/methodnotes.h"

#include "model/compare/ratewords.h"
#include "model/compare/verdictwords.h"
#include "model/simulate/simulatecontent.h"
#include "model/words/counts.h"
#include "model/words/times.h"

namespace model {

using namespace Qt::StringLiterals;
using engine::Comparison;
using engine::Finding;
using engine::Market;
using engine::Verdict;

namespace {

MethodNote counted(const Market &market)
{
    return {u"What counts"_s,
            u"Requests that have ended: verified, expired, failed on wrong codes or cancelled. The success rate is "
            "the share of verified among all of these. Here %1 count. A workflow is compared from %2 on."_s
                .arg(grouped(market.ended()))
                .arg(engine::EnoughToCompare)};
}

MethodNote leftOut(const Comparison &comparison, const Market &market, const Verdict &verdict)
{
    QString text = comparison.lifetime.count() == 0
        ? u"No request: the time of all of them is up."_s
        : u"Requests that started in the last %1, the longest that one can live. Successes end within seconds "
          "and expiries after minutes, so a younger rate would read too high. Here: %2."_s.arg(
              duration(comparison.lifetime), market.tooYoung() == 0 ? u"none"_s : grouped(market.tooYoung()));
    QStringList small;
    for (const engine::WorkflowId id : verdict.tooSmall) {
        const std::int64_t ended = market.find(id)->ended();
        small << u"workflow %1 with %2"_s.arg(QString::number(id), grouped(ended));
    }
    if (!small.isEmpty())
        text += u" From the comparison, for too few ended: "_s + small.join(u", "_s) + u'.';
    return {u"What was left out"_s, text};
}

MethodNote drawn(const CompareChoices &choices)
{
    return {
        u"By lot"_s,
        u"Only requests whose workflow was drawn in %1 count: by a keyed hash of the experiment's name and the number, "
        u"so "
        "that nothing about the user decides it and the same number always gets the same. A rule that is changed is a "
        "new version, and is compared apart."_s.arg(experimentName(*choices.experiment))};
}

MethodNote rates()
{
    return {
        u"Success rate"_s,
        u"Thick line: Wilson's score interval at 95 %, for each workflow alone and looked at once (Brown, Cai and "
        "DasGupta 2001). Thin line: a confidence sequence (beta-binomial mixture; Howard, Ramdas, McAuliffe and "
        "Sekhon 2021) that holds at all looks together with 95 %, tightest at 1,000 ended. Under 30 ended the count is written instead of a rate, under 1,000 whole per cent."_s};
}

MethodNote whatWasRun(const engine::KeptSimulation &run)
{
    return {
        u"What was simulated"_s,
        u"Invented users, who live through each workflow by the same rules as the live engine; nothing was "
        "measured. Seed %1 and the population give the same users again, at most %2 for each workflow, with %3. They "
        "are never counted among real requests, and period, brand and version do not concern them."_s.arg(run.seed)
            .arg(grouped(run.users), waitsText(run.timing))};
}

MethodNote sameLuck()
{
    return {u"The same luck"_s,
            u"Each user meets every workflow. All intervals and tests here are those for different users, as on real "
            "data, and so wider than they need be: what they call a difference is one."_s};
}

MethodNote leadsAtOnce(const CompareChoices &choices)
{
    return {u"Lead over workflow %1"_s.arg(choices.baseline),
            u"Thick line: Newcombe's hybrid score interval (method 10, 1998) at 95 %. Thin line: the same at the level "
            "at which all pairs together hold with 95 %; no more of them will come, so it need not hold at later "
            "looks."_s};
}

MethodNote leads(const CompareChoices &choices)
{
    return {u"Lead over workflow %1"_s.arg(choices.baseline),
            u"Thick line: Newcombe's hybrid score interval (method 10, 1998) at 95 %, right for one look at data that "
            "are complete. Thin line: a confidence sequence (Robbins' normal mixture, asymptotic; Waudby-Smith and "
            "others 2021), tightest at 1,000 ended of each. The verdict uses the thin one."_s};
}

MethodNote looks()
{
    return {u"Why the thin line is longer"_s,
            u"The data still arrive, and people look again and again. Who looks at two equal workflows after every 50 "
            "requests, up to 6,000, sees the thick line leave out 0 at some time in 38 % of cases; the thin one in "
            "about 2 %. It holds at all looks together, and that costs length."_s};
}

MethodNote family(const Verdict &verdict)
{
    const double level = 100 - 5.0 / double(verdict.pairs);
    return {u"Several workflows at once"_s,
            verdict.pairs == 1
                ? u"One pair is compared: its thin line misses the truth with a probability of at most 5 %."_s
                : QString(u"Those with enough make %1 pairs. They are one family: all thin lines together miss the "
                          "truth with a probability of at most 5 %, which gives each pair %2 % (Bonferroni)."_s
                              .arg(verdict.pairs)
                              .arg(level, 0, 'f', 2))};
}

MethodNote rules(const CompareChoices &choices)
{
    const QString margin = choices.marginPoints == 1 ? u"1 point"_s : u"%1 points"_s.arg(choices.marginPoints);
    return {u"The verdict, the first that fits"_s,
            u"Compare per country: a market is led beyond doubt by a workflow that is not in the lead over all. No "
            "difference that matters: the thin lines between all of those in the lead lie within %1. One verifies "
            "most: its thin line over every other leaves out 0. Else it cannot be told yet."_s.arg(margin)};
}

MethodNote tieRule(const CompareChoices &choices)
{
    const QString margin = choices.marginPoints == 1 ? u"1 point"_s : u"%1 points"_s.arg(choices.marginPoints);
    return {u"The verdict"_s,
            u"As on Simulate: those are best or tied that verify at most %1 fewer than the best, and only the others "
            "are behind. With so few users that the draw leaves more than that open, it cannot be told."_s.arg(margin)};
}

MethodNote times()
{
    return {
        u"Time to verify"_s,
        u"Of all that ended, the share verified by then: Aalen and Johansen's cumulative incidence, in which expiry, "
        "wrong codes and cancelling compete and are not taken for a shorter watch. Bands: Wilson's interval at "
        "95 % for each second alone. Half is where the curve of all that ended reaches 50 %. The marks below say "
        "when messages leave with the latest timing of each workflow, if nobody is verified before."_s};
}

MethodNote costs()
{
    return {u"Success against cost"_s,
            u"What all that ended cost, over those verified, in EUR for 1,000 of them, at the prices with which each "
            "request was made. The bars along the cost are that ratio's interval at 95 % by the delta method (Cochran "
            "1977), those along the rate Wilson's. Differences without an interval come from the figures shown."_s};
}

MethodNote weekly()
{
    return {u"Trend"_s,
            u"Requests by the week in which they started, from Monday 0:00 UTC, each with Wilson's interval at 95 %. "
            "A week with fewer than %1 ended is hollow."_s.arg(engine::EnoughToCompare)};
}

MethodNote pairs(const Market &market)
{
    return {
        u"All pairs"_s,
        u"Differences with Newcombe's interval at 95 %. Fisher's exact test, two-sided, and the same as Holm (1979) "
        "adjusts it over %1. Log-rank (Mantel 1966) on the time to verify: every other end censors. All "
        "three are right for one look at data that are complete; who looks again and again sees differences too "
        "often."_s.arg(model::counted(qsizetype(market.pairs.size()), u"pair"_s))};
}

MethodNote missing()
{
    return {u"How many more"_s,
            u"The size of each at which half the thin line between the best two is as long as the margin, should the "
            "rates stay as they are; the days are those of the slowest, at its own traffic so far."_s};
}

} // namespace

std::vector<MethodNote> howComputed(const Comparison &comparison, const Market &market, const Verdict &verdict,
                                    const CompareChoices &choices)
{
    std::vector<MethodNote> notes{counted(market), leftOut(comparison, market, verdict)};
    if (choices.experiment)
        notes.push_back(drawn(choices));
    notes.push_back(rates());
    if (verdict.looks == engine::Looks::Once) {
        notes.push_back(leadsAtOnce(choices));
    } else {
        notes.push_back(leads(choices));
        notes.push_back(looks());
    }
    if (verdict.pairs > 0)
        notes.push_back(family(verdict));
    notes.push_back(rules(choices));
    for (const auto &note : {times(), costs(), weekly()})
        notes.push_back(note);
    if (!market.pairs.empty())
        notes.push_back(pairs(market));
    if (verdict.finding == Finding::CannotTell && verdict.needed > 0)
        notes.push_back(missing());
    return notes;
}

std::vector<MethodNote> howSimulated(const engine::KeptSimulation &run, const Market &market, const Verdict &verdict,
                                     const CompareChoices &choices)
{
    std::vector<MethodNote> notes{whatWasRun(run), sameLuck(), rates(), leadsAtOnce(choices)};
    if (verdict.pairs > 0)
        notes.push_back(family(verdict));
    for (const auto &note : {tieRule(choices), times(), costs()})
        notes.push_back(note);
    if (!market.pairs.empty())
        notes.push_back(pairs(market));
    return notes;
}

} // namespace model
