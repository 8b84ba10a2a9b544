// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/frame/windowplace.h"

#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>

namespace tst_windowplace {

constexpr QSize Least{1024, 700};
constexpr QMargins Frame{4, 37, 4, 4};

class tst_WindowPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withItsFrameItIsOnTheScreen_data()
    {
        QTest::addColumn<QRect>("available");
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("place");
        QTest::newRow("there is room: it stays")
            << QRect(0, 0, 1920, 1080) << QRect(100, 50, 1440, 900) << QRect(100, 50, 1440, 900);
        QTest::newRow("as large as the screen")
            << QRect(0, 0, 1440, 900) << QRect(0, 0, 1440, 900) << QRect(4, 37, 1432, 859);
        QTest::newRow("under a bar") << QRect(0, 32, 1440, 868) << QRect(0, 0, 1440, 900) << QRect(4, 69, 1432, 827);
        QTest::newRow("half off the screen")
            << QRect(0, 0, 1920, 1080) << QRect(1500, 900, 1200, 800) << QRect(716, 276, 1200, 800);
        QTest::newRow("on the second screen")
            << QRect(1920, 0, 1280, 800) << QRect(1900, 20, 1440, 900) << QRect(1924, 37, 1272, 759);
        QTest::newRow("smaller than the least")
            << QRect(0, 0, 800, 600) << QRect(0, 0, 1440, 900) << QRect(4, 37, 1024, 700);
    }

    void withItsFrameItIsOnTheScreen()
    {
        QFETCH(QRect, available);
        QFETCH(QRect, wanted);
        QFETCH(QRect, place);
        QCOMPARE(ui::placeWithin(available, Frame, wanted, Least), place);
    }

    // What was kept is from a larger screen, and what opens for the first time knows no screen yet.
    void aWindowWithSettingsFitsItsScreenOnceItHasAFrame()
    {
        const QTemporaryDir settings;
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
        tests::ShownWindow open;
        open.show({2400, 1600}, [](ui::MainWindow &window) {
            window.useSettings();
            window.resize(2400, 1600);
        });
        const QRect available = open.window->screen()->availableGeometry();
        const auto fits = [&](int whole, int room, int least) { return whole <= std::max(room, least); };
        QTRY_VERIFY(fits(open.window->frameGeometry().height(), available.height(), Least.height()));
        const int frame = open.window->frameGeometry().width() - open.window->width();
        QTRY_VERIFY(fits(open.window->frameGeometry().width(), available.width(), Least.width() + frame));
        QTRY_VERIFY(open.window->frameGeometry().top() >= available.top());
    }
};

PINPATH_TEST(tst_WindowPlace, "tst_windowplace")

} // namespace tst_windowplace

#include "tst_windowplace.moc"
