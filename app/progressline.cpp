// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progressline.h"

#include <cstdio>
#include <unistd.h>

namespace app {

namespace {

constexpr double SilentSeconds = 1; // whoever waits longer is told how long it will take

} // namespace

ProgressLine::ProgressLine(const QString &onInterrupt)
    : m_onInterrupt(onInterrupt)
    , m_isTerminal(::isatty(STDERR_FILENO) != 0)
{
    m_timer.start();
}

ProgressLine::~ProgressLine()
{
    if (m_isShown && m_isTerminal)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(double part)
{
    const double passed = elapsedSeconds();
    // A log gets a line a second, and so do eyes that read.
    if (passed < m_shownAt + SilentSeconds || part <= 0)
        return;
    m_shownAt = passed;
    m_isShown = true;
    std::fprintf(stderr, "%s%d %% done, %.0f s left; Ctrl+C %s%s", m_isTerminal ? "\r\033[K" : "", int(100 * part),
                 passed * (1 - part) / part, qPrintable(m_onInterrupt), m_isTerminal ? "" : "\n");
    std::fflush(stderr);
}

} // namespace app
