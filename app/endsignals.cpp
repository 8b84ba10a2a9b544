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
    : m_thread([&signals] {
        signals.wait();
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    })
{ }

QuitOnEndSignal::~QuitOnEndSignal()
{
    pthread_kill(m_thread.native_handle(), SIGTERM); // its wait is over, whatever came first
    m_thread.join();
}

} // namespace app
