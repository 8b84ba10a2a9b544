// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturescenes.h"

#include "app/adminscenes.h"
#include "app/apiscenes.h"
#include "app/comparescenes.h"
#include "app/demodata.h"
#include "app/detailscenes.h"
#include "app/framescenes.h"
#include "app/handsetsscenes.h"
#include "app/simulatescenes.h"
#include "app/stagescenes.h"
#include "app/windowstage.h"
#include "model/board/newverification.h"
#include "ui/board/boardpage.h"
#include "ui/newverification/newverificationdialog.h"
#include "ui/widgets/codefield.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

using namespace engine;

namespace {

constexpr int MuchCount = 240;
constexpr int NewAbove = 14;

const PhoneNumber Selected(447700900177);
const PhoneNumber Ringing(915550009876);

std::vector<ScriptedVerification> withMorning(int count)
{
    std::vector<ScriptedVerification> script = morning(count);
    for (const ScriptedVerification &verification : readScript(afternoon()))
        script.push_back(verification);
    return script;
}

// As the user at the window types a code while others arrive.
void typeWhileOthersArrive(WindowStage &stage)
{
    stage.select(Selected);
    for (int i = 0; i < NewAbove; ++i)
        stage.start(freeNumber(i));
    auto *code = stage.window().findChild<ui::CodeField *>();
    code->setFocus();
    code->setText(u"482"_s);
}

void find(WindowStage &stage, const QString &text)
{
    stage.window().board().tools()->findChild<QLineEdit *>()->setText(text);
}

// The dialog over an engine with a verification that is in its way.
PictureScene dialogScene(const QString &name, std::function<void(model::NewVerification &)> fill, bool isTried,
                         double textSize = 1)
{
    return windowScene(name, {.script = readScript(afternoon()), .textSize = textSize}, [=](WindowStage &stage) {
        auto *form = new model::NewVerification(stage.engine(), stage.window().session().rows(), &stage.window());
        fill(*form);
        auto *dialog = new ui::NewVerificationDialog(stage.theme(), *form, &stage.window());
        if (isTried)
            dialog->start();
        stage.showDialog(dialog);
    });
}

} // namespace

std::vector<PictureScene> pictureScenes()
{
    const auto fillWell = [](model::NewVerification &form) {
        form.set(Parameter::Number, u"+44 7700 900190"_s);
        form.set(Parameter::Brand, u"Acme"_s);
    };
    const auto fillBadly = [](model::NewVerification &form) {
        form.set(Parameter::Number, Selected.toInternational());
        form.set(Parameter::Brand, u"A brand that is far too long"_s);
        form.set(Parameter::PinExpiry, u"30"_s);
    };
    const QStringList few = afternoon().mid(afternoon().size() - 3);
    std::vector<PictureScene> scenes{
        windowScene(u"board-much"_s, {withMorning(MuchCount), UsualWindow}, typeWhileOthersArrive),
        windowScene(u"board-little"_s, {readScript(few), UsualWindow}),
        windowScene(u"board-nothing"_s, {{}, UsualWindow}),
        windowScene(u"board-filtered"_s, {readScript(afternoon()), UsualWindow},
                    [](WindowStage &stage) { find(stage, u"9999"_s); }),
        windowScene(u"board-ringing"_s, {readScript(afternoon()), UsualWindow},
                    [](WindowStage &stage) { stage.select(Ringing); }),
        windowScene(u"board-narrow"_s, {withMorning(MuchCount), LeastWindow}, typeWhileOthersArrive),
        dialogScene(u"new-verification"_s, fillWell, false),
        dialogScene(u"new-verification-problems"_s, fillBadly, true),
        dialogScene(u"new-verification-large-text"_s, fillWell, false, HalfAsLargeAgain),
        dialogScene(u"new-verification-large-text-problems"_s, fillBadly, true, HalfAsLargeAgain),
    };
    for (const auto &others : {detailScenes(), frameScenes(), handsetsScenes(), compareScenes(), simulateScenes(),
                               apiScenes(), stageScenes(), adminScenes()})
        scenes.insert(scenes.end(), others.begin(), others.end());
    return scenes;
}

} // namespace app
