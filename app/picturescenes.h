// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QImage>

#include <functional>
#include <memory>
#include <vector>

namespace ui {
class Theme;
}

namespace app {

// A window, or a part of it, that is ready to be drawn, with the engine and the store it needs.
class PictureStage {
public:
    virtual ~PictureStage() = default;
    virtual QImage picture(qreal devicePixelRatio) = 0;
};

struct PictureScene {
    QString name; // "board-much"
    std::function<engine::Result<std::unique_ptr<PictureStage>>(ui::Theme &)> set;
};

// Every page with much, little and nothing on it, and every dialog.
std::vector<PictureScene> pictureScenes();

} // namespace app
