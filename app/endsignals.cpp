// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endsignals.h"

#include <QCoreApplication>

#include <pthread.h>

namespace app {

EndSignals::EndSignals()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a client that leaves is no reason to end
}

void EndSignals::wait() const
{
    int received = 0;
    sigwait(&m_signals, &received);
}

QuitOnEndSignal::QuitOnEndSignal(const EndSignals &signals)
    : OnEndSignal(signals, [] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    })
{ }

OnEndSignal::OnEndSignal(const EndSignals &signals, std::function<void()> act)
    : m_thread([&signals, act = std::move(act)] {
        signals.wait();
        act();
    })
{ }

OnEndSignal::~OnEndSignal()
{
    pthread_kill(m_thread.native_handle(), SIGTERM); // its wait is over, whatever came first
    m_thread.join();
}

} // namespace app
