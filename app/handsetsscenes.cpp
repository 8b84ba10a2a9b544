// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handsetsscenes.h"

#include "app/await.h"
#include "app/demodata.h"
#include "app/windowstage.h"
#include "ui/frame/pagedeck.h"
#include "ui/handsets/handsetspage.h"
#include "ui/handsets/phonecard.h"
#include "ui/widgets/codefield.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using namespace engine;

namespace {

const PhoneNumber RingingPhone(915550009876);
const PhoneNumber Missing(447700900205); // its calls are not answered
const PhoneNumber Lossy(447700900086); // its messages are lost, its calls answered
const PhoneNumber Off(447700900038);
const PhoneNumber Typing(12025550142);
const PhoneNumber OfPopulation(447700900093);

void open(WindowStage &stage)
{
    stage.window().pages().show(ui::PageId::Handsets);
    stage.settle();
}

ui::PhoneCard *cardOf(WindowStage &stage, PhoneNumber number)
{
    stage.window().handsets().show(number);
    const auto cards = stage.window().findChildren<ui::PhoneCard *>();
    const auto found
        = std::find_if(cards.begin(), cards.end(), [&](const auto *card) { return card->number() == number; });
    return found == cards.end() ? nullptr : *found;
}

void setPhones(Engine &engine)
{
    HandsetSettings settings;
    settings.calls = HandsetSettings::Calls::NotAnswered;
    engine.setHandset(Missing, settings);
    settings.calls = HandsetSettings::Calls::Answered;
    settings.messages = HandsetSettings::Messages::AreLost;
    engine.setHandset(Lossy, settings);
    settings = {};
    settings.isSwitchedOn = false;
    engine.setHandset(Off, settings);
}

void startOfPopulation(Engine &engine)
{
    StartRequest request;
    request.account = engine.account().apiKey;
    request.number = OfPopulation;
    request.brand = u"Acme"_s;
    request.senderId = u"VERIFY"_s;
    request.locale = u"en-gb"_s;
    request.workflow = *standardWorkflow(1, Dialect::Vonage);
    request.population = u"typical"_s;
    await<StartReply>([&](auto reply) { engine.start(request, reply); });
}

// A second wrong code, and half of the next.
void typeOnPhone(WindowStage &stage)
{
    ui::PhoneCard *card = cardOf(stage, Typing);
    auto *code = card ? card->findChild<ui::CodeField *>() : nullptr;
    if (!code)
        return;
    Q_EMIT code->submitted(u"0001"_s);
    stage.settle();
    card->focusCode();
    code->setText(u"27"_s);
}

void showMuch(WindowStage &stage)
{
    setPhones(stage.engine());
    startOfPopulation(stage.engine());
    open(stage);
    typeOnPhone(stage);
}

void speak(WindowStage &stage)
{
    open(stage);
    cardOf(stage, RingingPhone);
    stage.window().phones().answer(RingingPhone);
    stage.settle();
    const ClockChange later{ClockChange::Advance{6200ms}};
    await<ClockReply>([&](auto reply) { stage.engine().changeClock(later, reply); });
}

} // namespace

std::vector<PictureScene> handsetsScenes()
{
    const QStringList one = afternoon().mid(afternoon().size() - 1);
    return {
        windowScene(u"handsets-much"_s, {readScript(afternoon()), UsualWindow}, showMuch),
        windowScene(u"handsets-narrow"_s, {readScript(afternoon()), LeastWindow}, showMuch),
        windowScene(u"handsets-ringing"_s, {readScript(afternoon()), UsualWindow}, open),
        windowScene(u"handsets-speaking"_s, {readScript(afternoon()), UsualWindow}, speak),
        windowScene(u"handsets-speaking-narrow"_s, {readScript(afternoon()), LeastWindow}, speak),
        windowScene(u"handsets-one"_s, {readScript(one), UsualWindow}, open),
        windowScene(u"handsets-nothing"_s, {{}, UsualWindow}, open),
        windowScene(u"handsets-nothing-narrow"_s, {{}, LeastWindow}, open),
    };
}

} // namespace app
