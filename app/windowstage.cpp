// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowstage.h"

#include "app/await.h"
#include "app/demodata.h"
#include "app/demomonth.h"
#include "ui/board/boardpage.h"
#include "ui/board/boardtable.h"
#include "ui/compare/comparepage.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDialog>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

constexpr Instant Midnight = fromMilliseconds(1'795'392'000'000); // Monday 23 November 2026 in London
constexpr double Speed = 20;
constexpr auto Patience = 10s;
constexpr auto Calm = 400ms;

} // namespace

Instant StillTime::wall() const
{
    return Midnight;
}

QString StillApi::url() const
{
    return u"http://127.0.0.1:8460"_s;
}

Result<void> StillApi::turnOn()
{
    m_isOn = true;
    return {};
}

// Files are as far away as the API.
engine::Result<void> StillApi::useTls(const std::optional<engine::TlsFiles> &files)
{
    const std::lock_guard lock(m_mutex);
    m_tls.reset();
    if (files && files->certificate.contains(u"missing"_s))
        return Failure{u"The file %1 cannot be read: No such file or directory."_s.arg(files->certificate), {}};
    if (files)
        m_tls = engine::TlsPlace{u"https://127.0.0.1:8461"_s,
                                 files->isMadeHere() ? u"/home/you/.local/share/pinpath/pinpath.db.tls.crt"_s
                                                     : files->certificate,
                                 files->isMadeHere()};
    return {};
}

std::optional<engine::TlsPlace> StillApi::tls() const
{
    const std::lock_guard lock(m_mutex);
    return m_tls;
}

Result<std::unique_ptr<WindowStage>> WindowStage::open(ui::Theme &theme, std::vector<ScriptedVerification> script,
                                                       QSize size, const std::vector<TrafficMarket> &markets)
{
    auto stage = std::unique_ptr<WindowStage>(new WindowStage);
    if (!markets.empty()) {
        if (const auto written = writeMonth(stage->storePath(), markets, Midnight, {}); !written)
            return written.failure();
    }
    if (const auto played = stage->play(std::move(script)); !played)
        return played.failure();
    ui::WindowContext context;
    context.api = &stage->m_api;
    stage->show(theme, size, context);
    return stage;
}

Result<std::unique_ptr<WindowStage>> WindowStage::openDemo(ui::Theme &theme, QSize size)
{
    auto stage = std::unique_ptr<WindowStage>(new WindowStage);
    const std::vector<ScriptedVerification> script = readScript(afternoon());
    const Instant begins = Midnight + script.front().startsAt;
    if (const auto written = writeMonth(stage->storePath(), demoMarkets(), begins, {}); !written)
        return written.failure();
    if (const auto played = stage->play(script); !played)
        return played.failure();
    ui::WindowContext context;
    context.api = &stage->m_api;
    context.isDemo = true;
    context.demoDetails = demoMixes();
    stage->show(theme, size, context);
    return stage;
}

QString WindowStage::storePath() const
{
    return m_folder.filePath(u"pictures.db"_s);
}

Result<void> WindowStage::play(std::vector<ScriptedVerification> script)
{
    EngineOptions options;
    options.storePath = storePath();
    options.clock = ClockSetting{ClockMode::Manual, 1, false};
    options.apiKey = u"a1b2c3d4"_s;
    options.apiSecret = u"Kq7vRw2pXs9d"_s;
    auto engine = Engine::open(std::move(options), m_time);
    if (!engine)
        return engine.failure();
    m_engine = std::move(*engine);
    // PINs are drawn; only ones that were chosen look the same in every picture.
    for (ScriptedVerification &verification : script)
        verification.customPin = u"4821"_s;
    app::play(*m_engine, script, Midnight, AfternoonEnds, {});
    const ClockChange scaled{ClockSetting{ClockMode::Scaled, Speed, false}}; // and still, as its machine is
    await<ClockReply>([&](auto reply) { m_engine->changeClock(scaled, reply); });
    return {};
}

void WindowStage::show(ui::Theme &theme, QSize size, const ui::WindowContext &context)
{
    m_theme = &theme;
    m_window = std::make_unique<ui::MainWindow>(theme, *m_engine, context);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    settle();
}

WindowStage::~WindowStage() = default;

void WindowStage::select(PhoneNumber number)
{
    if (const auto running = m_window->session().rows().runningFor(number))
        m_window->board().show(running->id);
    settle();
}

void WindowStage::start(PhoneNumber number)
{
    StartRequest request;
    request.account = m_engine->account().apiKey;
    request.number = number;
    request.brand = u"Acme"_s;
    request.locale = u"en-gb"_s;
    request.workflow = *standardWorkflow(1, Dialect::Vonage);
    await<StartReply>([&](auto reply) { m_engine->start(request, reply); });
}

void WindowStage::showDialog(QDialog *dialog)
{
    m_dialog = dialog;
    dialog->show();
    dialog->activateWindow();
    settle();
}

void WindowStage::settle()
{
    const model::BoardModel &rows = m_window->session().rows();
    const auto *table = m_window->findChild<ui::BoardTable *>();
    const auto isRead = [&] {
        if (m_window->compare().isVisible() && !m_window->comparison().isRead())
            return false;
        const auto visible = table->visibleKeys();
        return std::ranges::all_of(visible, [&](auto key) { return rows.record(key) != nullptr; });
    };
    // Batches come at least every 100 ms as long as there is news.
    QDeadlineTimer deadline(Patience);
    QDeadlineTimer calm(Calm);
    while (!deadline.hasExpired() && (!calm.hasExpired() || !isRead()))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

QImage WindowStage::picture(qreal devicePixelRatio)
{
    QWidget &subject = m_dialog ? static_cast<QWidget &>(*m_dialog) : *m_window;
    QImage image((QSizeF(subject.size()) * devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    subject.render(&image);
    return image;
}

PictureScene windowScene(const QString &name, const WindowSetting &setting, const Prepare &prepare)
{
    return {name, [=](ui::Theme &theme) -> Result<std::unique_ptr<PictureStage>> {
                theme.setTextSize(setting.textSize);
                auto stage = setting.isDemo ? WindowStage::openDemo(theme, setting.size)
                                            : WindowStage::open(theme, setting.script, setting.size, setting.markets);
                if (!stage)
                    return stage.failure();
                if (prepare) {
                    prepare(**stage);
                    (*stage)->settle();
                }
                return std::unique_ptr<PictureStage>(std::move(*stage));
            }};
}

} // namespace app
