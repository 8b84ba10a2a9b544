// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framescenes.h"

#include "app/demodata.h"
#include "app/windowstage.h"
#include "ui/actions/actionsheet.h"
#include "ui/actions/actiontable.h"
#include "ui/frame/bannerarea.h"
#include "ui/frame/gotodialog.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace app {

using engine::Result;

namespace {

constexpr QSize Usual{1440, 900};
constexpr QSize Least{1024, 700};
constexpr double TwiceAsLarge = 2;

using Prepare = std::function<void(WindowStage &, ui::Theme &)>;

PictureScene scene(const QString &name, QSize size, Prepare prepare, double textSize = 1)
{
    return {name, [=](ui::Theme &theme) -> Result<std::unique_ptr<PictureStage>> {
                theme.setTextSize(textSize);
                auto stage = WindowStage::open(theme, readScript(afternoon()), size);
                if (!stage)
                    return stage.failure();
                prepare(**stage, theme);
                (*stage)->settle();
                return std::unique_ptr<PictureStage>(std::move(*stage));
            }};
}

void showBanners(WindowStage &stage, ui::Theme &)
{
    auto *banners = stage.window().findChild<ui::BannerArea *>();
    banners->showDemo({});
    banners->showNotice(u"The API cannot listen on 127.0.0.1:8460: another program has this port. This window goes on "
                        "without its API; choose another port with --api-port."_s);
}

void showKeys(WindowStage &stage, ui::Theme &theme)
{
    const auto *actions = stage.window().findChild<ui::Actions *>();
    stage.showDialog(new ui::ActionSheet(theme, u"Keys and help"_s, ui::keyHelp(*actions), &stage.window()));
}

void goToUnknown(WindowStage &stage, ui::Theme &theme)
{
    auto *dialog = new ui::GoToDialog(theme, stage.engine(), &stage.window());
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
    const auto nothing = [](WindowStage &, ui::Theme &) {};
    return {
        scene(u"frame-banners"_s, Usual, showBanners),
        scene(u"frame-banners-narrow"_s, Least, showBanners),
        scene(u"frame-keys"_s, Usual, showKeys),
        scene(u"frame-go-to"_s, Usual, goToUnknown),
        scene(u"frame-large-text"_s, Usual, nothing, TwiceAsLarge),
        scene(u"frame-large-text-narrow"_s, Least, nothing, TwiceAsLarge),
        scene(u"frame-large-text-keys"_s, Least, showKeys, TwiceAsLarge),
    };
}

} // namespace app
