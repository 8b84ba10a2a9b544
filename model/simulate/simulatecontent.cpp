// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/simulatecontent.h"

#include "engine/simulation/standings.h"
#include "engine/statistics/wilson.h"
#include "model/compare/cautionwords.h"
#include "model/compare/ratewords.h"
#include "model/compare/verdictwords.h"
#include "model/simulate/shares.h"
#include "model/words/counts.h"
#include "model/words/workflowwords.h"

#include <algorithm>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using engine::OverallStanding;
using engine::SimulatedWorkflow;
using engine::SimulationResult;
using engine::WorkflowId;

namespace {

constexpr QChar NoBreak(0xA0);

class Telling {
public:
    Telling(const SimulateOutcome &outcome, const SimulateMeasure &measure)
        : m_outcome(outcome)
        , m_measure(measure)
    {
        for (std::size_t place = 0; place < outcome.results.size(); ++place) {
            if (outcome.results[place].users == 0)
                continue;
            m_results.push_back(outcome.results[place]);
            m_places.push_back(place);
        }
        m_standings = engine::overallStandings(m_results);
    }

    VerdictContent verdict() const;
    OutcomeGrid grid() const;
    SweepChart sweep() const;
    MessageChart messages() const;
    std::vector<MethodNote> methods() const;

private:
    WorkflowId idOf(const OverallStanding &standing) const;
    const OverallStanding *today() const;
    const OverallStanding &winner() const { return m_standings.front(); }
    QString forHowMany(std::size_t populations) const;
    QString headline() const;
    QString worstCase() const;
    QString ofToday() const;
    QString ownWorkflows() const;
    QString scope() const;
    QStringList cautions() const;
    QString note() const;
    OutcomeRow row(std::size_t place) const;
    ChartTwin twin(const std::vector<OutcomeRow> &rows) const;
    bool isCompared() const { return m_standings.size() > 1; }

    const SimulateOutcome &m_outcome;
    const SimulateMeasure &m_measure;
    std::vector<SimulationResult> m_results; // of the populations that were run; a cancel may leave some out
    std::vector<std::size_t> m_places; // theirs, in the request
    std::vector<OverallStanding> m_standings; // the best first
};

WorkflowId Telling::idOf(const OverallStanding &standing) const
{
    return m_outcome.request.workflows[standing.workflow].id();
}

const OverallStanding *Telling::today() const
{
    const auto found = std::find_if(m_standings.begin(), m_standings.end(),
                                    [this](const OverallStanding &each) { return idOf(each) == m_measure.today; });
    return found == m_standings.end() ? nullptr : &*found;
}

QString Telling::forHowMany(std::size_t populations) const
{
    return populations == m_results.size() ? u"all %1"_s.arg(m_results.size())
                                           : u"%1 of %2"_s.arg(populations).arg(m_results.size());
}

QString Telling::headline() const
{
    if (!isCompared())
        return u"Only workflow %1 was run; tick another to compare."_s.arg(idOf(winner()));
    const QString stopped
        = m_outcome.isWhole() ? QString() : stoppedAfter(m_outcome.users(), m_outcome.request.allUsers());
    QString sentence = stopped + (stopped.isEmpty() ? u"Under"_s : u"under"_s)
        + u" these assumptions, %1 is best or tied for %2 population%3."_s.arg(idOf(winner()))
              .arg(forHowMany(winner().bestOrTied), m_results.size() == 1 ? QString() : u"s"_s);
    return sentence.replace(u" of "_s, NoBreak + u"of"_s + NoBreak);
}

QString Telling::worstCase() const
{
    const SimulationResult &result = m_results[winner().worst];
    const QString points = pointsApart(winner().worstBehind, result.users);
    if (winner().worstBehind <= engine::TieMargin)
        return u"Nowhere is it more than %1 points behind the best."_s.arg(points);
    return u"For %1 it falls %2 points behind %3."_s
        .arg(populationTitle(m_outcome.request.populations[m_places[winner().worst]]), points)
        .arg(m_outcome.request.workflows[winner().worstBest].id());
}

QString Telling::ofToday() const
{
    const OverallStanding *standing = today();
    if (!standing)
        return {};
    if (standing == &winner())
        return u"It is today's workflow."_s;
    const std::int64_t users = m_results[standing->worst].users;
    return u"Today's workflow, %1, is best or tied for %2, and at most %3 points behind."_s.arg(idOf(*standing))
        .arg(standing->bestOrTied == 0 ? u"none"_s : QString::number(standing->bestOrTied),
             pointsApart(standing->worstBehind, users));
}

QString Telling::ownWorkflows() const
{
    QStringList sentences;
    for (const engine::Workflow &workflow : m_outcome.request.workflows) {
        if (workflow.id() >= FirstOwn)
            sentences << ownWorkflowSentence(workflow, m_outcome.request.workflows);
    }
    return sentences.join(u' ');
}

QString Telling::scope() const
{
    const SimulateRequest &request = m_outcome.request;
    const QString done = m_outcome.isWhole()
        ? grouped(request.users) + u" users each"_s
        : u"cancelled after %1 of %2 users"_s.arg(grouped(m_outcome.users()), grouped(request.allUsers()));
    return u"%1, %2, %3, seed %4, %5"_s
        .arg(counted(qsizetype(request.workflows.size()), u"workflow"_s),
             counted(qsizetype(m_results.size()), u"population"_s), done)
        .arg(request.seed)
        .arg(waitsText(request.timing));
}

QStringList Telling::cautions() const
{
    QStringList cautions;
    const int left = int(m_outcome.request.populations.size() - m_results.size());
    if (left > 0)
        cautions << u"Cancelled: "_s + counted(left, u"population"_s)
                + (left == 1 ? u" was not run"_s : u" were not run"_s);
    else if (!m_outcome.isWhole())
        cautions << u"Cancelled: the last population has fewer users"_s;
    cautions << u"The populations are guesses: no figures per country are published"_s;
    if (m_outcome.request.prices == m_measure.usualPrices)
        cautions << u"Example prices"_s;
    return cautions;
}

VerdictContent Telling::verdict() const
{
    VerdictContent content;
    content.finding = isCompared() ? engine::Finding::Leads : engine::Finding::OnlyOne;
    content.tag = u"Simulated"_s;
    content.isSimulated = true;
    content.scope = scope();
    content.headline = headline();
    if (isCompared()) {
        const QString ofToday = this->ofToday();
        content.support = ofToday.isEmpty() ? worstCase() : worstCase() + u' ' + ofToday;
    }
    content.support = (content.support + u' ' + ownWorkflows()).trimmed();
    content.markers = {idOf(winner())};
    content.isDecided = true;
    content.cautions = cautions();
    return content;
}

OutcomeRow Telling::row(std::size_t place) const
{
    OutcomeRow row;
    row.population = populationTitle(m_outcome.request.populations[place]);
    const SimulationResult *result = place < m_outcome.results.size() ? &m_outcome.results[place] : nullptr;
    if (!result || result->users == 0) {
        row.best = u"not run"_s;
        row.spoken = row.population + u": not run."_s;
        return row;
    }
    const std::vector<engine::WorkflowStanding> standings = engine::standings(*result);
    std::vector<WorkflowId> leaders;
    QStringList spoken;
    for (std::size_t at = 0; at < result->workflows.size(); ++at) {
        const SimulatedWorkflow &workflow = result->workflows[at];
        OutcomeCell cell{workflow.workflow.id(), workflow.successRate(),
                         rateFigure({workflow.verified, workflow.users()}), standings[at].isBestOrTied};
        if (cell.isBest)
            leaders.push_back(cell.workflow);
        spoken << u"%1 verifies %2"_s.arg(cell.workflow).arg(rateText({workflow.verified, workflow.users()}));
        row.cells.push_back(std::move(cell));
    }
    QStringList ids;
    for (const WorkflowId id : leaders)
        ids << QString::number(id);
    row.best = ids.join(u", "_s);
    row.spoken
        = u"%1: best or tied %2. Workflow %3."_s.arg(row.population, idList(leaders, u"and"_s), spoken.join(u", "_s));
    return row;
}

QString Telling::note() const
{
    double widest = 0;
    for (const SimulationResult &result : m_outcome.results) {
        for (const SimulatedWorkflow &workflow : result.workflows) {
            if (workflow.users() == 0)
                continue;
            const engine::Interval interval = engine::wilsonInterval(workflow.verified, workflow.users());
            widest = std::max({widest, interval.high - workflow.successRate(), workflow.successRate() - interval.low});
        }
    }
    return u"Bold and filled: best or tied. The draw's 95 % interval is at most %1 points either way: the doubt is the "
           "population."_s.arg(std::ceil(widest * 1000) / 10, 0, 'f', 1);
}

ChartTwin Telling::twin(const std::vector<OutcomeRow> &rows) const
{
    ChartTwin twin;
    twin.heads << u"population"_s;
    for (const engine::Workflow &workflow : m_outcome.request.workflows)
        twin.heads << u"%1, %"_s.arg(workflow.id());
    twin.heads << u"best or tied"_s << u"users"_s;
    for (std::size_t place = 0; place < rows.size(); ++place) {
        QStringList line{rows[place].population};
        for (std::size_t at = 0; at < m_outcome.request.workflows.size(); ++at)
            line << (rows[place].cells.empty() ? QString() : rows[place].cells[at].figure);
        line << rows[place].best << grouped(place < m_outcome.results.size() ? m_outcome.results[place].users : 0);
        twin.rows << line;
    }
    return twin;
}

OutcomeGrid Telling::grid() const
{
    OutcomeGrid grid;
    for (const engine::Workflow &workflow : m_outcome.request.workflows)
        grid.workflows.push_back(workflow.id());
    grid.today = today() ? m_measure.today : WorkflowId(0);
    for (std::size_t place = 0; place < m_outcome.request.populations.size(); ++place)
        grid.rows.push_back(row(place));
    grid.words.title = u"Success rate"_s;
    grid.words.subTitle = grid.today > 0 ? u"% verified; ringed: today's workflow"_s : u"% verified"_s;
    grid.words.finding = u"Success rate, simulated: workflow %1 is best or tied for %2."_s.arg(idOf(winner()))
                             .arg(forHowMany(winner().bestOrTied));
    grid.words.note = note();
    grid.words.twin = twin(grid.rows);
    return grid;
}

SweepChart Telling::sweep() const
{
    const SimulateRequest &request = m_outcome.request;
    const bool isDocumented = !request.timing.nextEventWait && !request.timing.pinExpiry;
    return sweepChart(m_outcome.sweep,
                      {populationTitle(request.populations[request.swept]),
                       isDocumented ? u"documented"_s : u"as set"_s, m_measure.today, m_outcome.isStopped});
}

MessageChart Telling::messages() const
{
    const SimulateRequest &request = m_outcome.request;
    return messageChart(m_outcome.messages, populationTitle(request.populations[request.swept]), m_outcome.isStopped);
}

std::vector<MethodNote> Telling::methods() const
{
    return {
        {u"What was simulated"_s,
         u"Invented users, %1 of each population, who live through each workflow by the same rules as the live engine. "
         "Nothing was measured."_s.arg(grouped(m_outcome.request.users))},
        {u"The same luck"_s,
         u"Each user meets every workflow with the same traits, the same networks and the same typing, drawn from seed "
         "%1. What differs is the workflow alone. The same seed gives the same figures on any machine."_s.arg(
             m_outcome.request.seed)},
        {u"Best or tied"_s, u"A workflow is tied with the best while it verifies at most 2 points fewer."_s},
        {u"The sweep"_s,
         u"Each workflow as it is, and with waits of 60 to 300 s between its messages and PINs that live 1 to 5 times "
         "as long, the same users through all of them. A setting is on the efficient edge when none verifies more for "
         "the same cost, nor as many for less."_s},
        {u"What a message adds"_s,
         u"Each workflow runs again without the message, for the same users. Without a later one the others keep "
         "their times, since the one before waits for both; without the first the second starts the request, at once. "
         "The price is what all its "
         "messages and successes cost more, for each user more who is verified."_s},
        {u"The interval"_s,
         u"Wilson, 95 %, of each rate on its own. It tells what the draw leaves open, and nothing about whether the "
         "population is like your users: that is the larger doubt, and why the answer goes over populations."_s},
        {u"The populations"_s,
         u"A filled dot stands for a published figure, a ring for an assumption. Nobody publishes success by country "
         u"or "
         "carrier, what a call adds after an SMS that was not delivered, or how many codes are wrong."_s},
    };
}

} // namespace

QString waitsText(const engine::Timing &timing)
{
    const auto seconds = [](engine::seconds time) { return QString(QString::number(time.count()) + u" s"_s); };
    QString waits = u"waits as documented"_s;
    if (timing.nextEventWait)
        waits = u"waits of "_s + seconds(*timing.nextEventWait);
    if (timing.pinExpiry)
        waits += u", PINs asked to live "_s + seconds(*timing.pinExpiry);
    return waits;
}

SimulateContent describe(const SimulateOutcome &outcome, const SimulateMeasure &measure)
{
    const Telling telling(outcome, measure);
    return {telling.verdict(), telling.grid(), telling.sweep(), telling.messages(), telling.methods()};
}

QString SimulateContent::captionOf(const ChartWords &words) const
{
    return u"%1. %2. %3. %4"_s.arg(words.title, verdict.scope, verdict.tag, words.note);
}

} // namespace model
