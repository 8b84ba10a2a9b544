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

const PhoneNumber Speaking(447700900086);
const PhoneNumber Expecting(447700900177);

// Its SMS was lost; its call was answered a moment ago, and says the code.
const QStringList SpeakingScript{u"14:00:08 447700900086 wf 1 step lost step 12"_s};

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

} // namespace

std::vector<PictureScene> stageScenes()
{
    const auto expecting = [](WindowStage &stage) {
        stage.select(Expecting);
        stage.window().showStage(true);
    };
    const QStringList verified{u"13:58:07 447700900086 wf 1 step lost step 5 right 161"_s};
    return {
        windowScene(u"stage-speaking"_s, {readScript(SpeakingScript), UsualWindow}, showSpeaking),
        windowScene(u"stage-speaking-narrow"_s, {readScript(SpeakingScript), LeastWindow}, showSpeaking),
        windowScene(u"stage-wrong-code"_s, {readScript(afternoon()), UsualWindow}, expecting),
        windowScene(u"stage-verified"_s, {readScript(verified), UsualWindow}, showVerified),
        windowScene(u"demo"_s, {.isDemo = true}),
        windowScene(u"stage-nothing"_s, {{}, UsualWindow}, [](WindowStage &stage) { stage.window().showStage(true); }),
    };
}

} // namespace app
