// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The simulation of workflow 1 over the preset "typical", against the same model written with SimPy, and against the
// arithmetic of a bare loop where two threads are concerned; and the memory of a million and of a hundred million
// users; and a sweep. All take turns, and what is told is the median of the rounds. Speeds are per second of CPU time,
// since other programs run beside it; what a second thread gains is measured by the wall clock as well.
//
//     bench_simulation [--rounds 7] [--users 1000000] [--sweep-users 100000]
//                      [--most-users 100000000]
#include "engine/population/presets.h"
#include "engine/population/randomstream.h"
#include "engine/simulation/sweep.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t SimPyUsers = 20'000; // some seconds
constexpr std::uint64_t BareUsers = 50'000'000; // for each thread

struct Took {
    double wall = 0;
    double cpu = 0; // seconds, of all threads
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template <class Work>
Took timed(Work work)
{
    const double cpu = cpuSeconds();
    QElapsedTimer timer;
    timer.start();
    work();
    return {double(timer.nsecsElapsed()) / 1e9, cpuSeconds() - cpu};
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Took ours(std::int64_t users, int threads, double &successRate)
{
    static const std::atomic<bool> never = false;
    const engine::SimulationPlan plan{
        {*engine::standardWorkflow(1, engine::Dialect::Vonage)}, {{&engine::presets().front(), 1}}, users, 1, threads};
    return timed([&] { successRate = engine::simulate(plan, never).workflows.front().successRate(); });
}

// CPU seconds per verification.
std::optional<double> simPy(double &successRate)
{
    QProcess python;
    // Debian's own, since it is the one that has Debian's SimPy.
    python.start(u"/usr/bin/python3"_s,
                 {QStringLiteral(PINPATH_SOURCE_DIR "/tests/bench/simulation/simpymodel.py"),
                  QString::number(SimPyUsers), u"1"_s});
    if (!python.waitForFinished(-1) || python.exitCode() != 0) {
        std::fputs(python.readAllStandardError().constData(), stderr);
        return std::nullopt;
    }
    const QList<QByteArray> words = python.readAllStandardOutput().trimmed().split(' ');
    successRate = words.at(0).toDouble() / double(SimPyUsers);
    return words.at(1).toDouble() / double(SimPyUsers);
}

// The first number of one stream after another: nothing but arithmetic, as much at once as the processor can do.
Took bareLoop(int threads)
{
    return timed([&] {
        std::vector<std::thread> all;
        for (int i = 0; i < threads; ++i) {
            all.emplace_back([i] {
                std::uint64_t sum = 0;
                for (std::uint64_t user = 0; user < BareUsers; ++user)
                    sum += engine::RandomStream(1, user, std::uint64_t(i)).next();
                volatile std::uint64_t sink = sum;
                static_cast<void>(sink);
            });
        }
        for (std::thread &thread : all)
            thread.join();
    });
}

// The most that the program ever had in memory for so many users, in MB.
double peakMegabytes(std::int64_t users)
{
    const QByteArray count = QByteArray::number(qlonglong(users));
    const pid_t child = fork();
    if (child == 0) {
        if (!std::freopen("/dev/null", "w", stdout) || !std::freopen("/dev/null", "w", stderr))
            _exit(1);
        execl(PINPATH_PROGRAM, PINPATH_PROGRAM, "simulate", "--workflows", "1", "--verifications", count.constData(),
              nullptr);
        _exit(1);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    return status == 0 ? double(usage.ru_maxrss) / 1000 : std::nan("");
}

void say(const char *what, double value, int decimals, const char *unit)
{
    std::printf("%-52s %12.*f %s\n", what, decimals, value, unit);
    std::fflush(stdout);
}

// Twenty waits and twenty lives of the PIN, on two threads; then the same, cancelled at the first news of it.
void sweepSettings(std::int64_t users)
{
    engine::SweepPlan plan;
    plan.simulation
        = {{*engine::standardWorkflow(1, engine::Dialect::Vonage)}, {{&engine::presets().front(), 1}}, users, 1, 2};
    for (int i = 0; i < 20; ++i) {
        plan.waits.emplace_back(60 + 6 * i);
        plan.multiples.push_back(1 + i);
    }
    const auto settings = qlonglong(engine::sweptWorkflows(plan).size());
    std::atomic<bool> isCancelled = false;
    const Took whole = timed([&] { engine::sweep(plan, isCancelled); });
    std::printf("%-52s %12.1f s (%.1f s of CPU time)\n",
                qPrintable(u"sweep, %1 settings, %L2 users, two threads"_s.arg(settings).arg(users)), whole.wall,
                whole.cpu);
    QElapsedTimer sinceCancel;
    engine::sweep(plan, isCancelled, [&](std::int64_t) {
        if (!isCancelled.exchange(true))
            sinceCancel.start();
    });
    say("sweep, from the cancel to the result", double(sinceCancel.nsecsElapsed()) / 1e6, 1, "ms");
}

qint64 option(const QStringList &arguments, const QString &name, qint64 byDefault)
{
    const qsizetype at = arguments.indexOf(name);
    return at >= 0 && at + 1 < arguments.size() ? arguments.at(at + 1).toLongLong() : byDefault;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 rounds = std::max<qint64>(1, option(arguments, u"--rounds"_s, 7));
    const qint64 users = option(arguments, u"--users"_s, 1'000'000);

    std::vector<double> speed;
    std::vector<double> simPySpeed;
    std::vector<double> ratio;
    std::vector<double> gain; // what two threads gain, by the wall clock and by CPU time
    std::vector<double> bareGain;
    std::vector<double> cpuGain;
    std::vector<double> bareCpuGain;
    double rate = 0;
    double simPyRate = 0;
    for (qint64 round = 0; round < rounds; ++round) {
        const Took one = ours(users, 1, rate);
        const auto python = simPy(simPyRate);
        if (!python)
            return 1;
        const Took bareOne = bareLoop(1);
        const Took bareTwo = bareLoop(2);
        const Took two = ours(2 * users, 2, rate);
        speed.push_back(double(users) / one.cpu);
        simPySpeed.push_back(1 / *python);
        ratio.push_back(speed.back() / simPySpeed.back());
        gain.push_back(2 * one.wall / two.wall);
        bareGain.push_back(2 * bareOne.wall / bareTwo.wall);
        cpuGain.push_back(4 * one.cpu / two.cpu);
        bareCpuGain.push_back(4 * bareOne.cpu / bareTwo.cpu);
    }
    say("success, ours", 100 * rate, 2, "%");
    say("success, SimPy", 100 * simPyRate, 2, "%");
    say("ours, one thread, verifications per CPU second", median(speed), 0, "/s");
    say("ours, best round", *std::ranges::max_element(speed), 0, "/s");
    say("SimPy, verifications per CPU second", median(simPySpeed), 0, "/s");
    say("ours over SimPy", median(ratio), 0, "x");
    say("ours, gain of two threads", median(gain), 2, "x");
    say("bare loop, gain of two threads", median(bareGain), 2, "x");
    say("ours, gain of two threads, by CPU time", median(cpuGain), 2, "x");
    say("bare loop, gain of two threads, by CPU time", median(bareCpuGain), 2, "x");
    sweepSettings(option(arguments, u"--sweep-users"_s, 100'000));
    const qint64 most = option(arguments, u"--most-users"_s, 100'000'000);
    const double few = peakMegabytes(1'000'000);
    say("peak memory, 1,000,000 users", few, 1, "MB");
    const double many = peakMegabytes(most);
    std::printf("%-52s %12.1f MB\n", qPrintable(u"peak memory, %L1 users"_s.arg(most)), many);
    return std::isnan(few) || std::isnan(many) ? 1 : 0;
}
