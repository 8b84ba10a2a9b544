// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/enginerun.h"
#include "ui/actions/actiontable.h"
#include "ui/frame/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QTest>

namespace tests {

// The window on a real engine, shown and active, for tests of what surrounds the pages.
struct ShownWindow {
    explicit ShownWindow(engine::ClockSetting clock = {engine::ClockMode::Manual, 1.0, false})
        : run(clock)
    { }

    // After what the store shall already hold. `prepare` is called before it is shown.
    void show(QSize size = {1440, 900}, const std::function<void(ui::MainWindow &)> &prepare = {})
    {
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(theme, *run.engine, context);
        window->resize(size);
        if (prepare)
            prepare(*window);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(window->session().isRead());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    ui::Actions &actions() const { return *window->findChild<ui::Actions *>(); }
    void trigger(ui::ActionId id) const { actions().find(id)->trigger(); }
    // The dialog that is open, once it has the focus.
    template <class Dialog>
    Dialog *dialog() const
    {
        auto *found = qobject_cast<Dialog *>(QApplication::activeModalWidget());
        return found && found->isAncestorOf(QApplication::focusWidget()) ? found : nullptr;
    }

    EngineRun run;
    ui::WindowContext context;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace tests
