// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demosession.h"
#include "engine/api/apiserver.h"
#include "model/board/postbox.h"
#include "ui/frame/framelog.h"
#include "ui/frame/mainwindow.h"

namespace app {

struct ConsoleWindowOptions {
    quint16 apiPort = 0; // 0 takes a free one
    bool isDemo = false;
};

// An engine, its API and the window on them, shown as soon as it is made. Time and theme outlive it. GUI thread.
class ConsoleWindow {
public:
    ConsoleWindow(Session session, const engine::TimeSource &time, ui::Theme &theme,
                  const ConsoleWindowOptions &options);

    ui::MainWindow &window() { return m_window; }
    // For another one in its place: keeps where the window is, turns its API off and returns the port.
    quint16 giveWay();

private:
    ui::WindowContext context(bool isDemo);
    void joinDemo();

    Session m_session;
    engine::ApiServer m_server;
    ui::MainWindow m_window;
    model::Postbox m_postbox{&m_window};
    std::unique_ptr<ui::FrameLog> m_log; // null unless somebody wants one
};

} // namespace app
