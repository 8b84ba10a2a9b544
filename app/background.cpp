// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background.h"

#include <QApplication>
#include <QEventLoop>
#include <QProgressDialog>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <future>

using namespace std::chrono_literals;

namespace app {

namespace {

constexpr int Whole = 100;
constexpr auto Look = 50ms; // between two looks at how far it is
constexpr auto Patience = 1s; // before the window

} // namespace

void runInBackground(const QString &words, const std::function<void(const Progress &)> &work)
{
    std::atomic<int> done = 0;
    QProgressDialog dialog(words, QString(), 0, Whole, QApplication::activeWindow());
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setAttribute(Qt::WA_QuitOnClose, false);
    dialog.setAutoReset(false);
    dialog.setAutoClose(false);
    dialog.setMinimumDuration(int(std::chrono::milliseconds(Patience).count()));
    dialog.setValue(0);
    const auto progress = [&done](double part) { done = int(part * Whole); };
    auto ended = std::async(std::launch::async, [&] { work(progress); });

    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        dialog.setValue(done);
        if (ended.wait_for(0s) == std::future_status::ready)
            loop.quit();
    });
    look.start(Look);
    loop.exec();
    ended.get();
}

} // namespace app
