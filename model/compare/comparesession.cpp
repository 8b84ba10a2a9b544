// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/comparesession.h"

#include "engine/runtime/engine.h"
#include "model/board/clockmodel.h"

namespace model {

CompareSession::CompareSession(engine::Engine &engine, ClockModel &clock, bool isDemo, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
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
            .isNewestPlan = m_choices.isNewestPlan};
}

void CompareSession::choose(const CompareChoices &choices)
{
    if (choices == m_choices)
        return;
    const bool isOtherScope = choices.period != m_choices.period || choices.source != m_choices.source
        || choices.brand != m_choices.brand || choices.isNewestPlan != m_choices.isNewestPlan;
    m_choices = choices;
    if (isOtherScope) {
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
        describeAnew();
    }
    Q_EMIT changed();
}

void CompareSession::describeAnew()
{
    m_content = describe(*m_comparison, m_choices, {m_engine.clock().now(), m_isDemo});
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
