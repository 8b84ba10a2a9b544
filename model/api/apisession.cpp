// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apisession.h"

#include "engine/runtime/engine.h"
#include "model/words/exchangewords.h"

#include <QLocale>

namespace model {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto LeastBetweenReads = 100ms;
// Of those kept for drama, which are nobody's.
constexpr std::uint64_t FirstFree = 447700900112;
constexpr std::uint64_t LastFree = 447700900999;

} // namespace

ApiSession::ApiSession(engine::Engine &engine, engine::ApiControl &api, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_api(api)
    , m_openedAt(engine.clock().now())
{
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(LeastBetweenReads);
    connect(&m_readSoon, &QTimer::timeout, this, &ApiSession::read);
    m_api.exchanges().setListener([this] {
        QMetaObject::invokeMethod(
            this, [this] { m_readSoon.start(); }, Qt::QueuedConnection);
    });
    read();
}

ApiSession::~ApiSession()
{
    m_api.exchanges().setListener({});
    if (m_switcher.joinable())
        m_switcher.join();
}

QString ApiSession::apiKey() const
{
    return m_engine.account().apiKey;
}

QString ApiSession::apiSecret() const
{
    return m_engine.account().apiSecret;
}

void ApiSession::setSecretShown(bool isShown)
{
    if (isShown == m_isSecretShown)
        return;
    m_isSecretShown = isShown;
    Q_EMIT secretShownChanged();
}

QString ApiSession::address() const
{
    const auto tls = m_api.tls();
    return tls ? tls->url : m_api.url();
}

QString ApiSession::freeNumber() const
{
    std::uint64_t digits = FirstFree;
    while (digits < LastFree && m_isTaken && m_isTaken(engine::PhoneNumber(digits)))
        ++digits;
    return QString::number(digits);
}

void ApiSession::setOn(bool isOn)
{
    want({isOn, wanted().tls});
}

void ApiSession::setTlsOn(bool isOn)
{
    want({wanted().isOn, isOn ? std::optional(m_files) : std::nullopt});
}

void ApiSession::useTls(const engine::TlsFiles &files)
{
    m_files = files;
    setTlsOn(true);
}

void ApiSession::want(const Wish &wish)
{
    if (m_isSwitching) { // once that is done
        m_wanted = wish;
        Q_EMIT stateChanged();
        return;
    }
    if (wish == present())
        return;
    m_before = present();
    m_wanted = wish;
    m_isSwitching = true;
    m_problem.clear();
    m_switcher = std::thread([this, before = m_before, wish] {
        const QString problem = fulfil(before, wish);
        QMetaObject::invokeMethod(
            this, [this, wish, problem] { takeSwitched(wish, problem); }, Qt::QueuedConnection);
    });
    Q_EMIT stateChanged();
}

QString ApiSession::fulfil(const Wish &before, const Wish &wish)
{
    if (wish.tls != before.tls) {
        if (const auto used = m_api.useTls(wish.tls); !used)
            return used.failure().sentence + u" It is not served over https."_s;
    }
    if (!wish.isOn)
        m_api.turnOff();
    else if (const auto on = m_api.turnOn(); !on)
        return on.failure().sentence;
    return {};
}

void ApiSession::takeSwitched(const Wish &wish, const QString &problem)
{
    m_switcher.join();
    m_isSwitching = false;
    m_problem = problem;
    m_usedFiles = m_api.tls() ? wish.tls : std::nullopt;
    if (m_wanted != wish) // what failed is not tried again by itself
        want(Wish(m_wanted));
    Q_EMIT stateChanged();
}

void ApiSession::clear()
{
    read(); // or what came just now would stay
    m_api.exchanges().clear();
    m_cleared = m_lastRead;
    m_clearedAt = m_engine.clock().now();
    m_exchanges.clear();
    Q_EMIT exchangesChanged();
}

void ApiSession::read()
{
    const auto news = m_api.exchanges().after(m_lastRead);
    m_lastRead = news.total;
    for (const auto &exchange : news.added) {
        if (!exchange->isRefused || !exchange->isStart)
            continue;
        const QString reason = refusalReason(*exchange);
        m_reasonsDiffer = m_reasonsDiffer || (!m_newestReason.isEmpty() && reason != m_newestReason);
        m_newestReason = reason;
    }
    m_exchanges.take(news);
    if (!news.added.empty())
        Q_EMIT exchangesChanged();
    if (news.refusedStarts != m_refused) {
        m_refused = news.refusedStarts;
        Q_EMIT refusedChanged();
    }
}

void ApiSession::markRefusedSeen()
{
    if (unseenRefused() == 0)
        return;
    m_seenRefused = m_refused;
    m_newestReason.clear();
    m_reasonsDiffer = false;
    Q_EMIT refusedChanged();
}

QString ApiSession::stateWords() const
{
    if (!m_isSwitching)
        return m_api.isOn() ? u"The API is on"_s : u"The API is off"_s;
    if (m_wanted.tls != m_before.tls)
        return m_wanted.tls ? u"The API is being served over https"_s : u"The API is being taken off https"_s;
    return m_wanted.isOn ? u"The API is being turned on"_s : u"The API is being turned off"_s;
}

QString ApiSession::sentence() const
{
    const QString state = stateWords();
    const auto figure = [](std::uint64_t count) { return QLocale(QLocale::English).toString(qulonglong(count)); };
    const std::uint64_t kept = m_exchanges.total();
    if (kept == 0)
        return state + u'.';
    const std::uint64_t came = m_lastRead - m_cleared;
    const QString requests = came > kept
        ? QString(u"the newest "_s + figure(kept) + u" of "_s + figure(came) + u" requests"_s)
        : QString(figure(kept) + (kept == 1 ? u" request"_s : u" requests"_s));
    const std::uint64_t refused = m_exchanges.refused();
    return state + u": "_s + requests + u", "_s + (refused == 0 ? u"none"_s : figure(refused)) + u" refused."_s;
}

} // namespace model
