// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the Compare page waits for its figures over ten million ended verifications: from the wish of a feed that
// has read nothing to the comparison, for all of them and for a period, country, source, experiment and brand; and what
// another choice takes afterwards. Beside it, what SQLite takes for as many rows of rollups, for the brand's rows, and
// the same comparison from all rows one by one. Medians of the rounds, which take turns; what takes seconds has one
// round. Told is processor time, which is the wait of who has a processor to himself. The store has a projection and
// rollups but no journal (see manystore.h), which nothing here reads.
//
//     bench_compare [--verifications 10000000] [--store FILE] [--rounds 7] [--wall]
#include "engine/runtime/comparisonfeed.h"
#include "engine/runtime/engine.h"
#include "engine/statistics/comparedstore.h"
#include "engine/store/connection.h"
#include "tests/bench/manystore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using engine::ComparisonScope;
using Figures = std::shared_ptr<const engine::Comparison>;

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

void say(const QString &what, double milliseconds, const QString &more = {})
{
    say(what.leftJustified(52) + QString::number(milliseconds, 'f', 1).rightJustified(9) + u" ms"_s + more);
}

double cpuMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds
        = [](const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

// Of processor time, of all threads, since other programs run beside it; with --wall of the wall clock's.
bool isWallWanted = false;

template <class Work>
double milliseconds(Work work)
{
    const double cpu = cpuMilliseconds();
    QElapsedTimer timer;
    timer.start();
    work();
    return isWallWanted ? double(timer.nsecsElapsed()) / 1e6 : cpuMilliseconds() - cpu;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// A feed as the page has it.
class Page {
public:
    explicit Page(engine::Engine &engine)
        : m_feed(engine, [this](const engine::ComparisonNews &news) { take(news); })
    { }

    Figures ask(const ComparisonScope &scope)
    {
        std::unique_lock lock(m_mutex);
        m_figures = nullptr;
        m_asked = scope;
        lock.unlock();
        m_feed.ask(scope);
        m_feed.setActive(true);
        lock.lock();
        m_isThere.wait(lock, [this] { return m_figures != nullptr; });
        return m_figures;
    }

private:
    void take(const engine::ComparisonNews &news)
    {
        const std::scoped_lock lock(m_mutex);
        if (news.scope != m_asked || !news.comparison)
            return;
        m_figures = news.comparison;
        m_isThere.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_isThere;
    Figures m_figures;
    ComparisonScope m_asked;
    engine::ComparisonFeed m_feed; // last: its thread ends first
};

struct Wish {
    QString name;
    ComparisonScope scope;
    std::vector<double> opening{};
    std::vector<double> afterwards{};
    std::int64_t requests = 0;
};

// Every column of every row.
std::int64_t readRows(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(statement);
    std::int64_t rows = 0;
    for (; query.next(); ++rows) {
        for (int i = 0; query.value(i).isValid(); ++i) { }
    }
    return rows;
}

void measure(engine::Engine &engine, int rounds)
{
    const engine::Instant now = engine.clock().now();
    std::vector<Wish> wishes{
        {u"all (a country is one of its markets)"_s, {}},
        {u"the last 30 days"_s, {now - 30 * 24h, {}}},
        {u"the last 7 days"_s, {now - 7 * 24h, {}}},
        {u"the last hour"_s, {now - 1h, {}}},
        {u"one source"_s, {{}, engine::Source::Api}},
        {u"one experiment"_s, {{}, {}, {}, "split/1"}},
        {u"the latest plans, of a source, in 30 days"_s, {now - 30 * 24h, engine::Source::Api, {}, {}, true}},
    };
    const auto connection = engine::Connection::open(engine.storePath(), engine::Connection::Access::ReadOnly);
    if (!connection)
        return say(connection.failure().sentence);
    const QSqlDatabase &database = connection->database();
    const QString rollups = u"SELECT first_key, last_key, body FROM rollup"_s;
    std::vector<double> bare;
    std::int64_t rows = 0;
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(milliseconds([&] { rows = readRows(database, rollups); }));
        for (Wish &wish : wishes) {
            Page page(engine);
            wish.opening.push_back(milliseconds([&] { wish.requests = page.ask(wish.scope)->all.requests(); }));
        }
        Page page(engine);
        page.ask({now, {}});
        for (Wish &wish : wishes)
            wish.afterwards.push_back(milliseconds([&] { page.ask(wish.scope); }));
    }
    const auto size = connection->value(u"SELECT sum(length(body)) FROM rollup"_s).toLongLong();
    say(u"limit: %1 rows of rollups, %2 MB"_s.arg(rows).arg(double(size) / 1e6, 0, 'f', 1), median(bare));
    for (const Wish &wish : wishes)
        say(u"opens with "_s + wish.name, median(wish.opening),
            u", chosen later %1 ms, n %2"_s.arg(median(wish.afterwards), 0, 'f', 1).arg(wish.requests));

    say(u"limit: the brand's rows"_s, milliseconds([&] {
            readRows(database,
                     u"SELECT key, workflow_id, version, country, source, status, steps_sent, started_at, "
                     "ended_at, cost, brand, chosen, network FROM verification WHERE brand = 'Acme'"_s);
        }));
    Page page(engine);
    page.ask({});
    say(u"one brand"_s, milliseconds([&] { page.ask({{}, {}, "Acme"}); }));
    say(u"the same brand in the last 30 days"_s, milliseconds([&] { page.ask({now - 30 * 24h, {}, "Acme"}); }));
    say(u"all from the projection, one by one"_s, milliseconds([&] {
            constexpr std::int64_t Chunk = 20'000;
            engine::StoreReader reader(database, nullptr);
            engine::ComparedRequests requests;
            for (engine::VerificationKey next = 1; next <= reader.latestKey(); next += Chunk) {
                for (const engine::Course &course : reader.courses({next, next + Chunk - 1}))
                    requests.append(course);
            }
            const bool isSame = engine::compare(requests, {}, now).all == page.ask({})->all;
            say(isSame ? u"The figures are the same both ways."_s : u"THE FIGURES DIFFER."_s);
        }));
}

QString option(const QStringList &arguments, const QString &name, const QString &otherwise)
{
    const qsizetype at = arguments.indexOf(name);
    return at < 0 ? otherwise : arguments.value(at + 1, otherwise);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    isWallWanted = arguments.contains(u"--wall"_s);
    const int verifications = option(arguments, u"--verifications"_s, u"10000000"_s).toInt();
    const QString usual = QCoreApplication::applicationDirPath() + u"/bench-ended-%1.db"_s.arg(verifications);
    const QString store = option(arguments, u"--store"_s, usual);
    if (!QFile::exists(store)) {
        const double time = milliseconds([&] {
            if (const auto made = bench::makeEndedStore(store, verifications); !made)
                qFatal("%s", qPrintable(made.failure().sentence));
        });
        say(u"a store of %1 verifications is made"_s.arg(verifications), time,
            u", %1 MB"_s.arg(QFile(store).size() / 1'000'000));
    }
    const engine::MachineTime time;
    engine::EngineOptions options;
    options.storePath = store;
    options.clock = engine::ClockSetting{engine::ClockMode::Manual, 1, false};
    std::unique_ptr<engine::Engine> engine;
    const double opening = milliseconds([&] {
        auto opened = engine::Engine::open(std::move(options), time);
        if (!opened)
            qFatal("%s", qPrintable(opened.failure().sentence));
        engine = std::move(*opened);
    });
    say(u"the store opens; the first time its rollups are made"_s, opening);
    measure(*engine, option(arguments, u"--rounds"_s, u"7"_s).toInt());
    return 0;
}
