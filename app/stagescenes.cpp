// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stagescenes.h"

#include "app/await.h"
#include "app/demodata.h"
#include "app/windowstage.h"
#include "ui/board/boardpage.h"
#include "ui/widgets/codefield.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

constexpr QSize Usual{1440, 900};
constexpr QSize Least{1024, 700};

const PhoneNumber Speaking(447700900086);
const PhoneNumber Expecting(447700900177);

// Its SMS was lost; its call was answered a moment ago, and says the code.
const QStringList SpeakingScript{u"14:00:08 447700900086 wf 1 step lost step 12"_s};

PictureScene scene(const QString &name, const QStringList &script, QSize size,
                   std::function<void(WindowStage &)> prepare)
{
    return {name, [=](ui::Theme &theme) -> Result<std::unique_ptr<PictureStage>> {
                auto stage = WindowStage::open(theme, readScript(script), size);
                if (!stage)
                    return stage.failure();
                prepare(**stage);
                (*stage)->settle();
                return std::unique_ptr<PictureStage>(std::move(*stage));
            }};
}

void showSpeaking(WindowStage &stage)
{
    stage.select(Speaking);
    stage.window().showStage(true);
    if (auto *code = qobject_cast<ui::CodeField *>(stage.window().focusWidget()))
        code->setText(u"48"_s);
}

void showVerified(WindowStage &stage)
{
    stage.window().board().show(stage.window().session().rows().summaryAt(0).id);
    stage.settle();
    stage.window().showStage(true);
}

// The window on the demo's month.
PictureScene demoScene(const QString &name, QSize size, std::function<void(WindowStage &)> prepare)
{
    return {name, [=](ui::Theme &theme) -> Result<std::unique_ptr<PictureStage>> {
                auto stage = WindowStage::openDemo(theme, size);
                if (!stage)
                    return stage.failure();
                prepare(**stage);
                (*stage)->settle();
                return std::unique_ptr<PictureStage>(std::move(*stage));
            }};
}

} // namespace

std::vector<PictureScene> stageScenes()
{
    const auto expecting = [](WindowStage &stage) {
        stage.select(Expecting);
        stage.window().showStage(true);
    };
    const QStringList verified{u"13:58:07 447700900086 wf 1 step lost step 5 right 161"_s};
    return {
        scene(u"stage-speaking"_s, SpeakingScript, Usual, showSpeaking),
        scene(u"stage-speaking-narrow"_s, SpeakingScript, Least, showSpeaking),
        scene(u"stage-wrong-code"_s, afternoon(), Usual, expecting),
        scene(u"stage-verified"_s, verified, Usual, showVerified),
        demoScene(u"demo"_s, Usual, [](WindowStage &) {}),
        scene(u"stage-nothing"_s, {}, Usual, [](WindowStage &stage) { stage.window().showStage(true); }),
    };
}

} // namespace app
