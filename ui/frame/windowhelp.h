// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"

#include <QObject>
#include <QPointer>

class QDialog;
class QMainWindow;

namespace engine {
class Engine;
}

namespace model {
class ClockModel;
}

namespace ui {

class Actions;
class Announcer;
class PageDeck;
class StatusLine;
class Theme;

// What the window offers to find one's way on every page: keys and help, the palette, the state of the page in words,
// going to an id or number, full screen. Belongs to the window, as all it is given does or outlives it.
class WindowHelp : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const Theme &theme;
        engine::Engine &engine;
        const model::ClockModel &clock;
        Actions &actions;
        const PageDeck &pages;
        StatusLine &status;
        Announcer &announcer;
    };

    WindowHelp(const Parts &parts, QMainWindow &window);

Q_SIGNALS:
    void verificationWanted(engine::RequestId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showKeys();
    void findAction();
    void goTo();
    void sayState();
    void open(QDialog *dialog);

    Parts m_parts;
    QMainWindow &m_window;
    QPointer<QDialog> m_dialog;
};

} // namespace ui
