// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace model {
class NumberMask;
class Sound;
} // namespace model

namespace ui {

class Actions;
class Announcer;
class StatusLine;
class Theme;

// How the window looks and sounds on every page: colours, text size, whether numbers are masked and calls are heard.
// Belongs to the window, as all it is given does or outlives it.
class WindowLook : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Theme &theme;
        model::NumberMask &mask;
        model::Sound &sound;
        Actions &actions;
        StatusLine &status;
        Announcer &announcer;
    };

    WindowLook(const Parts &parts, QObject *window);

private:
    void bindTextSizes();
    void bindSchemes();
    void bindSwitches();
    void changeTextSize(qreal size);

    Parts m_parts;
};

} // namespace ui
