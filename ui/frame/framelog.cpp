// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/framelog.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QWidget>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double TickEvery = 5; // ms

QList<QByteArray> words(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
}

QString line(const QString &what, const FrameLog::Spread &spread)
{
    return u"%1: %2, half within %3 ms, 99 %% within %4 ms, at most %5 ms\n"_s.replace(u"%%"_s, u"%"_s)
        .arg(what)
        .arg(spread.count)
        .arg(spread.half, 0, 'f', 1)
        .arg(spread.p99, 0, 'f', 1)
        .arg(spread.most, 0, 'f', 1);
}

} // namespace

FrameLog::FrameLog(QString file)
    : m_file(std::move(file))
{
    qApp->installEventFilter(this);
    m_ticks.setTimerType(Qt::PreciseTimer);
    m_ticks.setInterval(int(TickEvery));
    connect(&m_ticks, &QTimer::timeout, this, &FrameLog::tick);
    m_ticks.start();
    m_sinceTick.start();
}

FrameLog::~FrameLog()
{
    QFile file(m_file);
    if (!m_file.isEmpty() && file.open(QIODevice::WriteOnly))
        file.write(report().toUtf8());
}

std::unique_ptr<FrameLog> FrameLog::fromEnvironment()
{
    const QString file = qEnvironmentVariable("PINPATH_FRAME_LOG");
    return file.isEmpty() ? nullptr : std::make_unique<FrameLog>(file);
}

void FrameLog::mark(const QString &what)
{
    m_marks += u"%1: %2 ms after the start\n"_s.arg(what).arg(sinceProcessStart(), 0, 'f', 0);
}

void FrameLog::clear()
{
    m_frames.clear();
    m_delays.clear();
    m_sinceTick.restart();
}

// The event that asks a window to draw is carried out in here, so that what it takes can be measured.
bool FrameLog::eventFilter(QObject *receiver, QEvent *event)
{
    if (event->type() != QEvent::UpdateRequest || m_isInFrame)
        return false;
    m_isInFrame = true;
    QElapsedTimer timer;
    timer.start();
    receiver->event(event);
    m_frames.push_back(double(timer.nsecsElapsed()) / 1e6);
    m_isInFrame = false;
    if (!std::exchange(m_hasPainted, true))
        mark(u"first frame"_s);
    return true;
}

void FrameLog::tick()
{
    const double late = double(m_sinceTick.nsecsElapsed()) / 1e6 - TickEvery;
    m_sinceTick.restart();
    m_delays.push_back(std::max(late, 0.0));
    for (double missed = late - TickEvery; missed > 0; missed -= TickEvery)
        m_delays.push_back(missed);
}

FrameLog::Spread FrameLog::spreadOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) { return values[std::size_t(share * double(values.size() - 1))]; };
    return {values.size(), at(0.5), at(0.99), values.back()};
}

std::int64_t FrameLog::residentBytes()
{
    const auto pages = words(u"/proc/self/statm"_s);
    return pages.size() > 1 ? pages.at(1).toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

double FrameLog::sinceProcessStart()
{
    constexpr int StartTime = 21; // its place in the file, whose second word is the program's name
    const auto stat = words(u"/proc/self/stat"_s);
    const auto uptime = words(u"/proc/uptime"_s);
    if (stat.size() <= StartTime || uptime.isEmpty())
        return 0;
    return 1000 * (uptime.first().toDouble() - stat.at(StartTime).toDouble() / double(sysconf(_SC_CLK_TCK)));
}

QString FrameLog::report() const
{
    return m_marks + line(u"frames"_s, frames()) + line(u"event loop late"_s, delays())
        + u"memory: %1 MB\n"_s.arg(residentBytes() / 1'000'000);
}

} // namespace ui
