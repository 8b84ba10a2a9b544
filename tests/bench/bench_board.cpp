// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Board over a million stored verifications, and under ten thousand events a second: how soon the program shows its
// rows, how long filters and sorts take, how evenly it scrolls, what memory it needs. The program's own window and
// engine, offscreen, measured by its own frame log.
//
//     bench_board [--verifications 1000000] [--store FILE] [--seconds 60]
#include "engine/population/presets.h"
#include "engine/runtime/engine.h"
#include "model/board/boardcells.h"
#include "tests/bench/manystore.h"
#include "ui/board/boardtable.h"
#include "ui/frame/framelog.h"
#include "ui/frame/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::BoardModel;
using ui::FrameLog;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

QString milliseconds(const QString &what, double value)
{
    return what.leftJustified(46) + QString::number(value, 'f', 1).rightJustified(9) + u" ms"_s;
}

void say(const QString &what, const FrameLog::Spread &spread)
{
    say(what.leftJustified(46)
        + u"half %1, p99 %2, most %3 ms, n %4"_s.arg(spread.half, 0, 'f', 1)
              .arg(spread.p99, 0, 'f', 1)
              .arg(spread.most, 0, 'f', 1)
              .arg(spread.count));
}

void sayMemory(const QString &what)
{
    say(what.leftJustified(46) + QString::number(FrameLog::residentBytes() / 1'000'000).rightJustified(9) + u" MB"_s);
}

// The whole program on the store, until it has shown its rows; its own report.
void openProgram(const QString &title, const QString &store)
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"log"_s);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"PINPATH_FRAME_LOG"_s, log);
    environment.insert(u"XDG_CONFIG_HOME"_s, folder.path());
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(PINPATH_PROGRAM), {u"--store"_s, u"sqlite:"_s + store, u"--api-port"_s, u"0"_s});
    program.waitForStarted();
    program.waitForFinished(5000); // long enough for all of it; then it is asked to end
    program.terminate();
    program.waitForFinished();
    say(title);
    QFile report(log);
    if (report.open(QIODevice::ReadOnly))
        say(u"  "_s + QString::fromUtf8(report.readAll()).trimmed().replace(u'\n', u"\n  "_s));
}

class Window {
public:
    explicit Window(const QString &store, const engine::ClockSetting &clock)
    {
        engine::EngineOptions options;
        options.storePath = store;
        options.clock = clock;
        auto opened = engine::Engine::open(std::move(options), m_time);
        if (!opened)
            qFatal("%s", qPrintable(opened.failure().sentence));
        m_engine = std::move(*opened);
        m_theme.applyTo(*qApp);
        m_window = std::make_unique<ui::MainWindow>(m_theme, *m_engine, ui::WindowContext());
        m_window->resize(1440, 900);
        m_window->show();
        waitUntil([this] { return m_window->session().isRead() && rows().isComplete(); });
    }

    engine::Engine &engine() { return *m_engine; }
    BoardModel &rows() { return m_window->session().rows(); }
    ui::BoardTable &table() { return *m_window->findChild<ui::BoardTable *>(); }

    template <class Condition>
    static void waitUntil(Condition isTrue)
    {
        while (!isTrue())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }

    // From the wish to the rows, in milliseconds; the best of three, since other programs run beside it.
    template <class Wish>
    double untilChosen(Wish wish)
    {
        double best = 1e9;
        for (int i = 0; i < 3; ++i) {
            bool isThere = false;
            const auto connection
                = QObject::connect(&rows(), &BoardModel::modelReset, &rows(), [&isThere] { isThere = true; });
            QElapsedTimer timer;
            timer.start();
            wish(i);
            waitUntil([&isThere] { return isThere; });
            best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
            QObject::disconnect(connection);
        }
        return best;
    }

private:
    engine::MachineTime m_time;
    ui::Theme m_theme;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ui::MainWindow> m_window;
};

void filterAndSort(Window &window)
{
    const QString texts[]{u"900112"_s, u"wf:2 country:IN"_s, u"brand:acme cost:>0.05"_s,
                          u"0199f"_s,  u"nothing"_s,         u""_s};
    for (const QString &text : texts) {
        const double time = window.untilChosen([&](int) {
            window.rows().setFilter({model::StateChip::All, model::FindExpression(text)});
        });
        say(milliseconds(u"filter “%1” (%2 rows)"_s.arg(text).arg(window.rows().rowCount()), time));
    }
    const double chip = window.untilChosen([&](int) { window.rows().setFilter({model::StateChip::Verified, {}}); });
    say(milliseconds(u"chip Verified (%1 rows)"_s.arg(window.rows().rowCount()), chip));
    window.rows().setFilter({});
    for (const auto column : {BoardModel::Number, BoardModel::State, BoardModel::Brand, BoardModel::Cost}) {
        const double time = window.untilChosen([&](int i) { window.rows().setSort({column, i % 2 == 0}); });
        say(milliseconds(u"sort by "_s + model::columnName(column), time));
    }
    window.untilChosen([&](int i) { window.rows().setSort({BoardModel::Started, i % 2 == 0}); });
}

// A frame for every step, as a wheel or a key that is held down makes them.
void scroll(Window &window, FrameLog &log, const QString &what, int step, int steps)
{
    QScrollBar &bar = *window.table().verticalScrollBar();
    log.clear();
    for (int i = 0; i < steps; ++i) {
        bar.setValue((bar.value() + step) % bar.maximum());
        QElapsedTimer timer;
        timer.start();
        do
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        while (timer.elapsed() < 16);
    }
    say(u"frames, "_s + what, log.frames());
    say(u"event loop late, "_s + what, log.delays());
}

void lookThrough(const QString &store, FrameLog &log)
{
    say(u"The window over that store"_s);
    Window window(store, {engine::ClockMode::Manual, 1, false});
    sayMemory(u"memory, open"_s);
    filterAndSort(window);
    const int row = 28;
    scroll(window, log, u"scrolling by rows"_s, row, 300);
    scroll(window, log, u"scrolling by pages"_s, 15 * row, 300);
    scroll(window, log, u"dragging through all"_s, window.table().verticalScrollBar()->maximum() / 300, 290);
    sayMemory(u"memory, after that"_s);
}

// New verifications, answered by a population at sixty times the speed, until the engine does as many things as are
// wanted: each start alone is three events.
void flood(int seconds, FrameLog &log)
{
    constexpr int EventsPerSecond = 10'000;
    constexpr int EventsPerLife = 5; // measured: requested, PIN, sent, delivered, accepted, give or take
    constexpr int Tick = 20; // ms
    const QTemporaryDir folder;
    Window window(folder.filePath(u"flood.db"_s), {engine::ClockMode::Scaled, 60, false});
    engine::Engine &engine = window.engine();
    std::atomic<std::int64_t> decisions = 0;
    const int subscription = engine.subscribe([&](const engine::Changes &changes) { decisions = changes.sequence; });
    std::atomic<bool> isOver = false;
    std::atomic<std::int64_t> started = 0;
    std::thread clients([&] {
        const engine::MachineTime time;
        const auto begin = time.steady();
        for (std::uint64_t n = 0; !isOver; ++n) {
            const auto wanted = (time.steady() - begin).count() * EventsPerSecond / EventsPerLife / 1000;
            if (std::int64_t(n) >= wanted) {
                std::this_thread::sleep_for(std::chrono::milliseconds(Tick));
                --n;
                continue;
            }
            engine::StartRequest request;
            request.account = engine.account().apiKey;
            request.number = engine::PhoneNumber(447'700'000'000 + n);
            request.brand = u"Acme"_s;
            request.locale = u"en-gb"_s;
            request.workflow = *engine::standardWorkflow(engine::WorkflowId(1 + n % 5), engine::Dialect::Vonage);
            request.population = engine::presets().front().name;
            engine.start(request, [&started](const engine::StartReply &) { ++started; });
        }
    });
    say(u"A flood of %1 events a second for %2 s"_s.arg(EventsPerSecond).arg(seconds));
    log.clear();
    const std::int64_t memoryBefore = FrameLog::residentBytes();
    QElapsedTimer timer;
    timer.start();
    std::int64_t memoryHalfway = 0;
    while (timer.elapsed() < seconds * 1000) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        if (memoryHalfway == 0 && timer.elapsed() > seconds * 500)
            memoryHalfway = FrameLog::residentBytes();
    }
    const double took = double(timer.elapsed()) / 1000;
    const auto delays = log.delays();
    const auto frames = log.frames();
    const std::int64_t memoryAfter = FrameLog::residentBytes();
    isOver = true;
    clients.join();
    engine.unsubscribe(subscription);
    // A start decides three events at once, everything else about one.
    const std::int64_t events = decisions + 2 * started;
    say(u"verifications started"_s.leftJustified(46) + QString::number(started.load()).rightJustified(9));
    say(u"events a second"_s.leftJustified(46) + QString::number(double(events) / took, 'f', 0).rightJustified(9));
    say(u"event loop late"_s, delays);
    say(u"frames"_s, frames);
    say(u"memory before, halfway, after"_s.leftJustified(46)
        + u"%1, %2, %3 MB"_s.arg(memoryBefore / 1'000'000).arg(memoryHalfway / 1'000'000).arg(memoryAfter / 1'000'000));
}

QString option(const QStringList &arguments, const QString &name, const QString &otherwise)
{
    const qsizetype at = arguments.indexOf(name);
    return at < 0 ? otherwise : arguments.value(at + 1, otherwise);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int verifications = option(arguments, u"--verifications"_s, u"1000000"_s).toInt();
    const QString usual = QCoreApplication::applicationDirPath() + u"/bench-%1.db"_s.arg(verifications);
    const QString store = option(arguments, u"--store"_s, usual);
    if (!QFile::exists(store)) {
        QElapsedTimer timer;
        timer.start();
        if (const auto made = bench::makeStore(store, verifications); !made) {
            say(made.failure().sentence);
            return 1;
        }
        say(u"A store of %1 verifications was made in %2 s, %3 MB"_s.arg(verifications)
                .arg(timer.elapsed() / 1000)
                .arg(QFile(store).size() / 1'000'000));
    }
    const QTemporaryDir empty;
    openProgram(u"The program on an empty store"_s, empty.filePath(u"empty.db"_s));
    openProgram(u"The program on %1 verifications"_s.arg(verifications), store);
    FrameLog log;
    lookThrough(store, log);
    flood(option(arguments, u"--seconds"_s, u"60"_s).toInt(), log);
    return 0;
}
