// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/simulatesession.h"

#include "engine/population/markets.h"
#include "engine/population/presets.h"
#include "model/simulate/keptrun.h"
#include "model/simulate/runwords.h"
#include "model/simulate/shares.h"

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>

namespace model {

using namespace Qt::StringLiterals;

namespace {

// Until a run has been measured.
constexpr double GuessedPerSecondAndProcessor = 1.5e6;
constexpr engine::milliseconds UntilTold{300}; // what is left is not told from less

} // namespace

SimulateSession::SimulateSession(engine::Dialect dialect, const engine::Prices &prices, QObject *parent)
    : QObject(parent)
    , m_dialect(dialect)
    , m_usualPrices(prices)
    , m_choices(usualChoices(prices))
    , m_verificationsPerSecond(GuessedPerSecondAndProcessor * std::max(1U, std::thread::hardware_concurrency()))
    , m_thread(std::make_unique<SimulateThread>([this](SimulateNews news) {
        QMetaObject::invokeMethod(
            this, [this, news = std::move(news)] { take(news); }, Qt::QueuedConnection);
    }))
{
    connect(&m_calibrator, &Calibrator::found, this,
            [this](const engine::Population &population, const QString &fit, const QString &sentence) {
                m_fits[population.name] = fit;
                put(engine::PopulationMix::of(population));
                Q_EMIT calibrated(sentence);
            });
    connect(&m_calibrator, &Calibrator::notFound, this, &SimulateSession::notCalibrated);
}

SimulateSession::~SimulateSession() = default;

void SimulateSession::choose(const SimulateChoices &choices)
{
    m_choices = choices;
    m_shown = std::min(m_shown, m_choices.populations.size() + m_choices.mixes.size() - 1);
    Q_EMIT changed();
}

void SimulateSession::setToday(engine::WorkflowId workflow)
{
    if (workflow == m_today)
        return;
    m_today = workflow;
    describeAnew();
    Q_EMIT changed();
}

void SimulateSession::show(std::size_t place)
{
    if (place == m_shown || place >= m_choices.populations.size() + m_choices.mixes.size())
        return;
    m_shown = place;
    Q_EMIT changed();
}

QStringList SimulateSession::titles() const
{
    QStringList titles;
    for (const engine::Population &population : m_choices.populations)
        titles << populationTitle(population);
    for (const engine::PopulationMix &mix : m_choices.mixes)
        titles << populationTitle(mix);
    return titles;
}

engine::PopulationMix SimulateSession::population() const
{
    return isMixShown() ? m_choices.mixes[m_shown - m_choices.populations.size()]
                        : engine::PopulationMix::of(m_choices.populations[m_shown]);
}

std::vector<FigureRow> SimulateSession::figures() const
{
    if (!isMixShown())
        return figureRows(m_choices.populations[m_shown], m_choices.prices, m_usualPrices);
    std::vector<FigureRow> rows = shareRows(population(), m_choices.populations);
    const std::vector<FigureRow> prices = priceRows(m_choices.prices, m_usualPrices);
    rows.insert(rows.end(), prices.begin(), prices.end());
    return rows;
}

QString SimulateSession::figuresSentence() const
{
    const QString origins = originsSentence(figures()) + u" None is published per country."_s;
    const auto fit = m_fits.find(titles().at(qsizetype(m_shown)));
    const QString before = isMixShown() ? sharesNote(population()) : fit == m_fits.end() ? QString() : fit->second;
    return before.isEmpty() ? origins : before + u' ' + origins;
}

QString SimulateSession::setFigure(const QString &key, const QString &text)
{
    QString wrong;
    if (const auto judged = writePrice(m_choices.prices, key, text)) {
        wrong = *judged;
    } else if (isMixShown()) {
        wrong = writeShare(m_choices.mixes[m_shown - m_choices.populations.size()], m_choices.populations, key, text);
    } else {
        engine::Population next = m_choices.populations[m_shown];
        wrong = writeFigure(next, m_choices.prices, key, text);
        putPopulation(m_choices, next);
    }
    Q_EMIT changed();
    return wrong;
}

engine::Result<void> SimulateSession::addPopulation(const QByteArray &json)
{
    const auto read = engine::mixFromJson(json);
    if (!read)
        return read.failure();
    put(*read);
    return {};
}

void SimulateSession::put(const engine::PopulationMix &mix)
{
    if (mix.isOfOne()) {
        putPopulation(m_choices, mix.parts.front().population);
        const auto &all = m_choices.populations;
        m_shown
            = std::size_t(std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.name == mix.name; })
                          - all.begin());
    } else {
        const std::size_t place = putMix(m_choices, mix); // which may bring populations
        m_shown = m_choices.populations.size() + place;
    }
    Q_EMIT changed();
}

QStringList SimulateSession::marketsToAdd() const
{
    QStringList names;
    for (const engine::PopulationMix &market : engine::marketMixes()) {
        if (std::none_of(m_choices.mixes.begin(), m_choices.mixes.end(),
                         [&](const engine::PopulationMix &mix) { return mix.name == market.name; }))
            names << market.name;
    }
    return names;
}

void SimulateSession::addMarket(const QString &name)
{
    if (const engine::PopulationMix *market = engine::findMarketMix(name))
        put(*market);
}

void SimulateSession::calibrate(const QString &marketName, const engine::Market &market, bool isInvented)
{
    m_calibrator.calibrate(marketName, market, isInvented);
}

bool SimulateSession::isEdited() const
{
    const engine::PopulationMix shown = population();
    if (isMixShown()) {
        const std::vector<FigureRow> shares = shareRows(shown, m_choices.populations);
        return std::any_of(shares.begin(), shares.end(), [](const FigureRow &row) { return row.isYours; });
    }
    const engine::Population *preset = engine::findPreset(shown.name);
    return preset && *preset != shown.parts.front().population;
}

void SimulateSession::resetPopulation()
{
    const QString name = population().name;
    if (isMixShown())
        addMarket(name);
    else if (const engine::Population *preset = engine::findPreset(name))
        put(engine::PopulationMix::of(*preset));
}

bool SimulateSession::isRemovable() const
{
    return isMixShown() || !engine::findPreset(population().name);
}

void SimulateSession::removePopulation()
{
    if (!isRemovable())
        return;
    const std::size_t populations = m_choices.populations.size();
    if (isMixShown())
        m_choices.mixes.erase(m_choices.mixes.begin() + std::ptrdiff_t(m_shown - populations));
    else
        m_choices.populations.erase(m_choices.populations.begin() + std::ptrdiff_t(m_shown));
    choose(m_choices);
}

QString SimulateSession::problem() const
{
    return requestOf(m_choices, m_dialect).workflows.empty() ? u"Tick at least one workflow to run."_s : QString();
}

void SimulateSession::run()
{
    SimulateRequest request = requestOf(m_choices, m_dialect);
    if (m_isRunning || request.workflows.empty())
        return;
    m_isOutcomeOfRun = false;
    request.swept = m_shown;
    SimulateOutcome nothing;
    nothing.request = std::move(request);
    start(std::move(nothing));
    Q_EMIT changed();
}

void SimulateSession::start(SimulateOutcome beginning)
{
    m_isRunning = true;
    m_verificationsDone = 0;
    m_verificationsWanted
        = beginning.request.verifications() - beginning.users() * std::int64_t(beginning.request.workflows.size());
    m_sinceStart.start();
    m_thread->start(std::move(beginning));
}

void SimulateSession::open(std::shared_ptr<const engine::KeptSimulation> run)
{
    if (m_isRunning) {
        m_opening = std::move(run);
        cancel();
        return;
    }
    m_choices = choicesOf(*run, m_choices);
    m_shown = 0;
    const auto outcome = std::make_shared<const SimulateOutcome>(outcomeOf(*run, m_choices, m_dialect));
    m_outcome = outcome;
    m_keptNumber = run->number;
    m_results = std::move(run);
    describeAnew();
    if (outcome->isWhole()) {
        m_isOutcomeOfRun = true; // of the same users
        start(*outcome);
    }
    Q_EMIT changed();
}

void SimulateSession::cancel()
{
    if (!m_isRunning)
        return;
    m_thread->cancel();
}

double SimulateSession::progress() const
{
    return m_isRunning ? double(m_verificationsDone) / double(m_verificationsWanted) : 0;
}

std::optional<engine::milliseconds> SimulateSession::left() const
{
    const double elapsed = double(m_sinceStart.isValid() ? m_sinceStart.elapsed() : 0);
    if (!m_isRunning || m_verificationsDone == 0 || elapsed < double(UntilTold.count()))
        return std::nullopt;
    return engine::milliseconds(std::llround(elapsed * (1 / progress() - 1)));
}

QString SimulateSession::lastRun() const
{
    return m_outcome ? lastRunWords(*m_outcome) : QString();
}

QString SimulateSession::nextRun() const
{
    return nextRunWords(requestOf(m_choices, m_dialect), m_verificationsPerSecond);
}

bool SimulateSession::isSweepStale() const
{
    return m_outcome && m_outcome->request.populations[m_outcome->request.swept].name != population().name;
}

QString SimulateSession::staleness() const
{
    if (isStale())
        return u"Changed since: %1; Run renews the results"_s.arg(
            differences(m_outcome->request, requestOf(m_choices, m_dialect)).join(u", "_s));
    if (isSweepStale())
        return u"Sweep and messages are of %1; Run renews them"_s.arg(
            populationTitle(m_outcome->request.populations[m_outcome->request.swept]));
    return {};
}

bool SimulateSession::isStale() const
{
    return m_outcome && !(m_outcome->request == requestOf(m_choices, m_dialect));
}

void SimulateSession::take(const SimulateNews &news)
{
    m_verificationsDone = news.verificationsDone;
    if (!news.outcome) {
        Q_EMIT progressed();
        return;
    }
    m_isRunning = !news.isLast;
    if (news.verificationsDone > 0) { // else it was cancelled before anybody was done: what was there stays
        m_verificationsPerSecond = double(news.verificationsDone) / std::max(1e-3, news.outcome->seconds);
        m_outcome = news.outcome;
        if (!std::exchange(m_isOutcomeOfRun, true)) { // what follows it is of the same users
            m_results = nullptr;
            m_keptNumber = 0;
        }
        describeAnew();
    }
    if (!m_isRunning && m_opening)
        return open(std::exchange(m_opening, nullptr));
    Q_EMIT changed();
}

std::shared_ptr<const engine::KeptSimulation> SimulateSession::results()
{
    if (!m_outcome || m_results)
        return m_results;
    auto run = std::make_shared<engine::KeptSimulation>();
    run->number = m_keptNumber;
    run->seed = m_outcome->request.seed;
    run->users = m_outcome->request.users;
    run->timing = m_outcome->request.timing;
    run->prices = m_outcome->request.prices;
    for (std::size_t place = 0; place < m_outcome->results.size(); ++place) {
        if (m_outcome->results[place].users > 0)
            run->populations.push_back(
                engine::keptPopulation(m_outcome->request.populations[place], m_outcome->results[place], run->prices));
    }
    m_results = std::move(run);
    return m_results;
}

std::size_t SimulateSession::shownInResults()
{
    const auto run = results();
    if (!run)
        return 0;
    const auto found = std::find_if(
        run->populations.begin(), run->populations.end(),
        [name = population().name](const engine::KeptPopulation &each) { return each.population.name == name; });
    return found == run->populations.end() ? 0 : std::size_t(found - run->populations.begin());
}

void SimulateSession::noteKept(const std::shared_ptr<const engine::KeptSimulation> &run, std::int64_t number)
{
    if (!run || run != m_results)
        return;
    renumber(number);
}

void SimulateSession::noteDeleted(std::int64_t number)
{
    if (number == 0 || number != m_keptNumber)
        return;
    renumber(0);
}

// Another value, since others hold the one with the old number. It is the same run: counts of a kept one are not
// made again, since not all is kept that they were made of.
void SimulateSession::renumber(std::int64_t number)
{
    m_keptNumber = number;
    if (m_results) {
        auto run = std::make_shared<engine::KeptSimulation>(*m_results);
        run->number = number;
        m_results = std::move(run);
    }
    Q_EMIT changed();
}

void SimulateSession::describeAnew()
{
    if (m_outcome)
        m_content = describe(*m_outcome, {m_today, m_usualPrices});
}

} // namespace model
