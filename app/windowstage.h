// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"
#include "app/script.h"
#include "engine/api/apicontrol.h"
#include "engine/simulation/traffic.h"
#include "ui/frame/mainwindow.h"

#include <QTemporaryDir>

#include <atomic>
#include <mutex>

class QDialog;

namespace app {

// A machine on which it is always the same moment.
class StillTime final : public engine::TimeSource {
public:
    engine::milliseconds steady() const override { return {}; }
    engine::Instant wall() const override;
};

// An API at an address that is the same in every picture, with a log that a scene fills.
class StillApi final : public engine::ApiControl {
public:
    bool isOn() const override { return m_isOn; }
    QString url() const override;
    engine::Result<void> turnOn() override;
    void turnOff() override { m_isOn = false; }
    engine::Result<void> useTls(const std::optional<engine::TlsFiles> &files) override;
    std::optional<engine::TlsPlace> tls() const override;
    engine::ExchangeLog &exchanges() override { return m_log; }

private:
    std::atomic<bool> m_isOn = true;
    mutable std::mutex m_mutex;
    std::optional<engine::TlsPlace> m_tls;
    engine::ExchangeLog m_log;
};

inline constexpr QSize UsualWindow{1440, 900};
inline constexpr QSize LeastWindow{1024, 700};
inline constexpr double HalfAsLargeAgain = 1.5; // text

// The main window on a real engine in a store that is thrown away, at the end of a script.
class WindowStage final : public PictureStage {
public:
    // `markets` have lived through the month before the day of the script.
    static engine::Result<std::unique_ptr<WindowStage>> open(ui::Theme &theme, std::vector<ScriptedVerification> script,
                                                             QSize size,
                                                             const std::vector<engine::TrafficMarket> &markets = {});
    // The same after the demo's month, with the demo's marks.
    static engine::Result<std::unique_ptr<WindowStage>> openDemo(ui::Theme &theme, QSize size);
    ~WindowStage() override;

    ui::Theme &theme() { return *m_theme; }
    engine::Engine &engine() { return *m_engine; }
    ui::MainWindow &window() { return *m_window; }
    StillApi &api() { return m_api; }
    // Selects the number's running verification as a click would.
    void select(engine::PhoneNumber number);
    void start(engine::PhoneNumber number);
    // Draws this instead of the window, which owns it.
    void showDialog(QDialog *dialog);
    // Until all that is to be seen has been read and drawn.
    void settle();

    QImage picture(qreal devicePixelRatio) override;

private:
    WindowStage() = default;

    QString storePath() const;
    engine::Result<void> play(std::vector<ScriptedVerification> script);
    void show(ui::Theme &theme, QSize size, const ui::WindowContext &context);

    ui::Theme *m_theme = nullptr;
    StillTime m_time;
    QTemporaryDir m_folder;
    std::unique_ptr<engine::Engine> m_engine;
    StillApi m_api;
    std::unique_ptr<ui::MainWindow> m_window;
    QDialog *m_dialog = nullptr;
};

// What the window of a scene shows before the scene does anything.
struct WindowSetting {
    std::vector<ScriptedVerification> script = {};
    QSize size = UsualWindow;
    double textSize = 1;
    std::vector<engine::TrafficMarket> markets = {};
    bool isDemo = false; // the demo's month instead of script and markets
};

using Prepare = std::function<void(WindowStage &)>;

// The window as `prepare` leaves it.
PictureScene windowScene(const QString &name, const WindowSetting &setting, const Prepare &prepare = {});

} // namespace app
