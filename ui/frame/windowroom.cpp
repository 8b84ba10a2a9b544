// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowroom.h"

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

namespace {

constexpr int NarrowBelow = 1200;
constexpr int SmallBelow = 1000;

} // namespace

WindowRoom windowRoom(const QWidget &part, const Theme &theme)
{
    const int width = part.window()->width();
    return width < theme.px(SmallBelow) ? WindowRoom::Small
        : width < theme.px(NarrowBelow) ? WindowRoom::Narrow
                                        : WindowRoom::Wide;
}

} // namespace ui
