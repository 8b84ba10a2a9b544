// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/shortmethods.h"

#include "model/compare/cautionwords.h"
#include "model/compare/ratewords.h"
#include "model/compare/verdictwords.h"
#include "model/words/counts.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Comparison;
using engine::Finding;
using engine::Market;
using engine::Verdict;

namespace {

QString dateAndTime(engine::Instant instant)
{
    return QLocale(QLocale::English)
        .toString(QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(instant)), u"d MMMM yyyy, HH:mm"_s);
}

QString marginWords(const CompareChoices &choices)
{
    return QString::number(choices.marginPoints) + Bound + (choices.marginPoints == 1 ? u"point"_s : u"points"_s);
}

MethodNote dataNote(const Comparison &comparison, const Market &market, const Verdict &verdict,
                    const VerdictContent &content)
{
    QStringList sentences;
    if (!content.tag.isEmpty())
        sentences << content.tag + u": none of these users is a customer."_s;
    std::optional<engine::Instant> first;
    std::optional<engine::Instant> last;
    for (const engine::WorkflowTally &tally : market.workflows) {
        if (tally.firstAt)
            first = first ? std::min(*first, *tally.firstAt) : *tally.firstAt;
        if (tally.lastAt)
            last = last ? std::max(*last, *tally.lastAt) : *tally.lastAt;
    }
    if (first)
        sentences << u"Requests that started from "_s + dateAndTime(*first) + u" until "_s
                + dateAndTime(last.value_or(comparison.until)) + u'.';
    sentences << u"Success rate: verified over verified, expired, failed and cancelled."_s;
    QStringList small;
    for (const engine::WorkflowId id : verdict.tooSmall)
        small << u"workflow"_s + Bound + QString::number(id) + u" with "_s + grouped(market.find(id)->ended());
    if (!small.isEmpty())
        sentences << u"Not compared, with fewer than %1 ended: "_s.arg(engine::EnoughToCompare) + small.join(u", "_s)
                + u'.';
    return {u"Data"_s, sentences.join(u' ')};
}

MethodNote assumedNote(const Comparison &comparison, const CompareChoices &choices, bool isSimulated)
{
    if (isSimulated)
        return {u"Assumed"_s,
                u"The population. Each of its users meets every workflow, by the rules of the live engine."_s};
    if (choices.experiment)
        return {u"By lot"_s,
                u"Which workflow a user got was drawn in %1, the same for the same number. What differs between the "
                "workflows is what they do, and not who used them."_s.arg(experimentName(*choices.experiment))};
    QString text = comparison.isByLot
        ? u"The lots of an experiment gave users their workflow, so that they differ in nothing else."_s
        : u"Workflows served alike users. No lot of an experiment saw to that: by whatever else they were chosen, such "
          "as day, app or network, is in the difference, too."_s;
    const bool hasImport = comparison.sources[std::size_t(engine::Source::Import)] > 0
        && (!choices.source || *choices.source == engine::Source::Import);
    if (hasImport)
        text += u" Which workflow imported requests used was stated with them, not measured."_s;
    return {u"Assumed"_s, text};
}

MethodNote rateMethods()
{
    return {
        u"Rates"_s,
        u"Thick: Wilson, 95 %. Thin, at every look: beta-binomial confidence sequence, alpha 5 % for each workflow, "
        "tightest at 1,000."_s};
}

MethodNote leadMethods(const Verdict &verdict)
{
    const QString family
        = verdict.pairs == 1 ? u"its one pair"_s : u"all "_s + model::counted(qsizetype(verdict.pairs), u"pair"_s);
    return {
        u"Lead"_s,
        verdict.looks == engine::Looks::Once
            ? u"Thick: Newcombe hybrid score, 95 %. Thin: the same with alpha 5 % over %1. The data are complete and "
              "looked at once; the verdict uses the thin one."_s.arg(family)
            : u"Thick: Newcombe hybrid score, 95 %. Thin, at every look: normal-mixture confidence sequence, alpha "
              "5 % over %1, tightest at 1,000 per workflow. Data were still arriving, so the verdict uses it."_s.arg(
                  family)};
}

QString reasonOf(const Market &market, const Verdict &verdict, const CompareChoices &choices)
{
    const QString those = idList(verdict.inLead, u"and"_s);
    switch (verdict.finding) {
    case Finding::NothingEnded:
    case Finding::TooFew:
    case Finding::OnlyOne:
        return u"A workflow is compared from %1 ended requests on."_s.arg(engine::EnoughToCompare);
    case Finding::OrderTurns:
        return u"A market is led beyond doubt by a workflow that is not in the lead over all."_s;
    case Finding::NoDifference:
        return u"All intervals between "_s + those + u" lie within "_s + marginWords(choices)
            + u", which do not matter, by choice."_s;
    case Finding::Leads: {
        const engine::Interval &interval = verdict.leadOverRunnerUp.interval;
        const std::int64_t trials
            = std::min(market.find(verdict.inLead.front())->ended(), market.find(verdict.runnerUp)->ended());
        return those + u" leads because its interval over every other leaves out 0; over "_s
            + QString::number(verdict.runnerUp) + u", the next best, it is "_s
            + pointsBetween(interval, Decimals(trials).apart(interval, choices.rules().margin))
            + u". Differences under "_s + marginWords(choices) + u" do not matter, by choice."_s;
    }
    case Finding::CannotTell:
        return u"The intervals between "_s + those + u" neither leave out 0 nor all lie within "_s
            + marginWords(choices) + u", which do not matter, by choice."_s;
    }
    Q_UNREACHABLE();
}

MethodNote costMethods(const Comparison &comparison, const Market &market, const CompareChoices &choices,
                       bool isSimulated)
{
    const bool isKnown = std::any_of(market.workflows.begin(), market.workflows.end(),
                                     [](const auto &tally) { return tally.cost.all > engine::Money(); });
    if (!isKnown)
        return {u"Cost"_s, u"What these requests cost is not known."_s};
    return {u"Cost"_s,
            (isSimulated ? u"At the prices the run was made with."_s
                 : hasExamplePrices(comparison, market, choices)
                 ? u"At the prices each request was made with: examples, where nobody entered others."_s
                 : u"As the imported report has it."_s)
                + u" Whatever the end, all messages count. Interval: delta method, 95 %; differences come from the "
                  "figures shown."_s};
}

} // namespace

std::vector<MethodNote> shortMethods(const Comparison &comparison, const Market &market, const Verdict &verdict,
                                     const CompareChoices &choices, const VerdictContent &content)
{
    std::vector<MethodNote> notes{dataNote(comparison, market, verdict, content),
                                  assumedNote(comparison, choices, content.isSimulated), rateMethods()};
    if (verdict.pairs > 0)
        notes.push_back(leadMethods(verdict));
    notes.push_back({u"Verdict"_s, reasonOf(market, verdict, choices)});
    notes.push_back(costMethods(comparison, market, choices, content.isSimulated));
    notes.push_back({u"Time"_s, u"Aalen-Johansen: share of all ended requests verified by then."_s});
    return notes;
}

} // namespace model
