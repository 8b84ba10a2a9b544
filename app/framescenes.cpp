// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framescenes.h"

#include "app/demodata.h"
#include "app/windowstage.h"
#include "ui/actions/actionsheet.h"
#include "ui/actions/actiontable.h"
#include "ui/frame/bannerarea.h"
#include "ui/frame/gotodialog.h"
#include "ui/frame/pagedeck.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace app {

using engine::Result;

namespace {

constexpr double TwiceAsLarge = 2;

void showBanners(WindowStage &stage)
{
    auto *banners = stage.window().findChild<ui::BannerArea *>();
    banners->showDemo({});
    banners->showNotice(u"The API cannot listen on 127.0.0.1:8460: another program has this port. This window goes on "
                        "without its API; choose another port with --api-port."_s);
}

void showKeys(WindowStage &stage)
{
    const auto *actions = stage.window().findChild<ui::Actions *>();
    stage.showDialog(new ui::ActionSheet(stage.theme(), u"Keys and help"_s, ui::keyHelp(*actions), &stage.window()));
}

// A page in the smallest window, with larger text.
PictureScene larger(const QString &name, ui::PageId page)
{
    return windowScene(u"frame-larger-text-"_s + name, {readScript(afternoon()), LeastWindow, HalfAsLargeAgain},
                       [page](WindowStage &stage) { stage.window().pages().show(page); });
}

void goToUnknown(WindowStage &stage)
{
    auto *dialog = new ui::GoToDialog(stage.theme(), stage.engine(), &stage.window());
    dialog->findChild<QLineEdit *>()->setText(u"9009999"_s);
    for (auto *button : dialog->findChildren<QPushButton *>()) {
        if (button->isDefault())
            button->click();
    }
    stage.showDialog(dialog);
}

} // namespace

std::vector<PictureScene> frameScenes()
{
    return {
        windowScene(u"frame-banners"_s, {readScript(afternoon()), UsualWindow}, showBanners),
        windowScene(u"frame-banners-narrow"_s, {readScript(afternoon()), LeastWindow}, showBanners),
        windowScene(u"frame-keys"_s, {readScript(afternoon()), UsualWindow}, showKeys),
        windowScene(u"frame-go-to"_s, {readScript(afternoon()), UsualWindow}, goToUnknown),
        windowScene(u"frame-large-text"_s, {readScript(afternoon()), UsualWindow, TwiceAsLarge}),
        windowScene(u"frame-large-text-narrow"_s, {readScript(afternoon()), LeastWindow, TwiceAsLarge}),
        larger(u"board"_s, ui::PageId::Board),
        larger(u"handsets"_s, ui::PageId::Handsets),
        larger(u"simulate"_s, ui::PageId::Simulate),
        larger(u"api"_s, ui::PageId::Api),
        larger(u"admin"_s, ui::PageId::Admin),
        windowScene(u"frame-large-text-keys"_s, {readScript(afternoon()), LeastWindow, TwiceAsLarge}, showKeys),
    };
}

} // namespace app
