// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/comparesession.h"

#include "engine/runtime/engine.h"
#include "model/board/clockmodel.h"
#include "model/compare/simulatedcontent.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;

CompareSession::CompareSession(engine::Engine &engine, ClockModel &clock, bool isDemo, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_postbox(this)
    , m_isDemo(isDemo)
    , m_feed(std::make_unique<engine::ComparisonFeed>(engine, [this](engine::ComparisonNews news) {
        QMetaObject::invokeMethod(
            this, [this, news = std::move(news)] { take(news); }, Qt::QueuedConnection);
    }))
{
    connect(&clock, &ClockModel::ticked, this, &CompareSession::countDown);
}

CompareSession::~CompareSession() = default;

engine::ComparisonScope CompareSession::scope() const
{
    return {.from = beginOf(m_choices.period, m_engine.clock().now()),
            .source = m_choices.source,
            .brand = m_choices.brand,
            .experiment = m_choices.experiment,
            .isNewestPlan = m_choices.isNewestPlan,
            .network = m_choices.network};
}

void CompareSession::choose(const CompareChoices &choices)
{
    if (choices == m_choices)
        return;
    const bool isOtherScope = choices.period != m_choices.period || choices.source != m_choices.source
        || choices.brand != m_choices.brand || choices.network != m_choices.network
        || choices.experiment != m_choices.experiment || choices.isNewestPlan != m_choices.isNewestPlan;
    m_choices = choices;
    if (isOtherScope) {
        m_progress = m_comparison ? 1 : 0;
        m_asked = scope();
        m_feed->ask(m_asked);
    }
    if (m_comparison)
        describeAnew();
    Q_EMIT changed();
}

void CompareSession::setLookedAt(bool isLookedAt)
{
    if (isLookedAt) {
        m_asked = scope(); // the period ends now
        m_feed->ask(m_asked);
    }
    m_feed->setActive(isLookedAt);
}

void CompareSession::take(const engine::ComparisonNews &news)
{
    if (news.scope != m_asked)
        return; // of a question that was put differently since
    m_progress = news.progress;
    if (news.comparison) {
        m_comparison = news.comparison;
        m_simulations = news.simulations;
    }
    if (m_comparison)
        describeAnew();
    Q_EMIT changed();
}

std::span<const engine::KeptSimulation> CompareSession::simulations() const
{
    return m_simulations ? *m_simulations : std::span<const engine::KeptSimulation>();
}

CompareMoment CompareSession::moment() const
{
    return {m_engine.clock().now(), m_isDemo, m_engine.prices()};
}

void CompareSession::describeAnew()
{
    m_content = m_progress < 1 ? describeReading(*m_comparison, m_choices, moment(), simulations(), m_progress)
                               : describe(*m_comparison, m_choices, moment(), simulations());
}

void CompareSession::open(std::shared_ptr<const engine::KeptSimulation> run, std::size_t population)
{
    const std::int64_t number = run->number;
    m_unkept = number > 0 ? nullptr : std::move(run);
    m_feed->setUnkept(m_unkept);
    show({number, population});
}

void CompareSession::show(const SimulatedPlace &place)
{
    CompareChoices choices = m_choices;
    choices.simulated = place;
    choose(choices);
}

void CompareSession::keep(std::shared_ptr<const engine::KeptSimulation> run)
{
    const auto take = [this, run](const engine::SimulationReply &reply) {
        if (reply.trouble != engine::Trouble::None) {
            Q_EMIT failed(u"The results were not kept: the store cannot be written."_s);
            return;
        }
        if (m_unkept == run) {
            m_unkept = nullptr;
            m_feed->setUnkept(nullptr);
            if (m_choices.simulated && m_choices.simulated->number == 0)
                show({reply.number, m_choices.simulated->population});
        }
        Q_EMIT kept(run, reply.number);
    };
    m_engine.keepSimulation(run, m_postbox.reply<engine::SimulationReply>(take));
}

void CompareSession::keepShown()
{
    if (m_unkept && m_content.simulated && m_content.simulated->number == 0)
        keep(m_unkept);
}

void CompareSession::deleteShown()
{
    if (!m_content.simulated)
        return;
    const auto takeAway = [this](std::int64_t number) {
        CompareChoices choices = m_choices;
        if (choices.simulated && choices.simulated->number == number)
            choices.simulated = std::nullopt;
        choose(choices);
        Q_EMIT deleted(number);
    };
    const std::int64_t number = m_content.simulated->number;
    if (number == 0) {
        m_unkept = nullptr;
        m_feed->setUnkept(nullptr);
        takeAway(0);
        return;
    }
    m_engine.deleteSimulation(
        number, m_postbox.reply<engine::SimulationReply>([this, takeAway](const engine::SimulationReply &reply) {
            if (reply.trouble == engine::Trouble::None)
                takeAway(reply.number);
            else
                Q_EMIT failed(u"The results were not deleted: the store cannot be written."_s);
        }));
}

const engine::KeptSimulation *CompareSession::shownRun() const
{
    const auto shown = m_content.simulated ? findSimulated(simulations(), *m_content.simulated) : std::nullopt;
    return shown ? &shown->run : nullptr;
}

const engine::Market *CompareSession::shownMarket() const
{
    if (!m_comparison || m_progress < 1 || m_content.simulated)
        return nullptr;
    return m_choices.market ? m_comparison->find(*m_choices.market) : &m_comparison->all;
}

void CompareSession::tick(const MarketRow &row, bool isTicked)
{
    std::erase_if(m_ticked, [&row](const Ticked &each) { return each == Ticked{row.market, row.simulated}; });
    if (isTicked)
        m_ticked.push_back({row.market, row.simulated});
    Q_EMIT changed();
}

bool CompareSession::isTicked(const MarketRow &row) const
{
    return std::find(m_ticked.begin(), m_ticked.end(), Ticked{row.market, row.simulated}) != m_ticked.end();
}

std::vector<CompareContent> CompareSession::report() const
{
    std::vector<CompareContent> contents;
    if (!m_comparison)
        return contents;
    if (m_progress < 1)
        return {m_content};
    CompareChoices each = m_choices;
    for (const MarketRow &row : m_content.markets) {
        if (!isTicked(row))
            continue;
        each.market = row.market;
        each.simulated = row.simulated;
        contents.push_back(describe(*m_comparison, each, moment(), simulations()));
    }
    if (contents.empty())
        contents.push_back(describe(*m_comparison, m_choices, moment(), simulations()));
    return contents;
}

// Only the empty page counts seconds.
void CompareSession::countDown()
{
    if (!m_comparison || !m_content.verdict.offersSkip)
        return;
    const QString before = m_content.verdict.headline;
    describeAnew();
    if (m_content.verdict.headline != before)
        Q_EMIT changed();
}

} // namespace model
