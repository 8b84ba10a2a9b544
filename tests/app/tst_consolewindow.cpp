// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consolewindow.h"
#include "app/demodata.h"
#include "model/board/boardsession.h"
#include "tests/support/testclass.h"
#include "ui/board/boardpage.h"
#include "ui/frame/bannerarea.h"
#include "ui/frame/page.h"
#include "ui/frame/pagedeck.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

namespace tst_consolewindow {

using namespace Qt::StringLiterals;

constexpr QSize Size{1024, 700};
constexpr int ThisFar = 40;

// The demo without its month.
app::Session afternoon(const engine::TimeSource &time)
{
    auto folder = std::make_unique<QTemporaryDir>();
    engine::EngineOptions options;
    options.storePath = folder->filePath(u"demo.db"_s);
    options.clock = engine::ClockSetting{engine::ClockMode::Manual, 1, false};
    auto engine = engine::Engine::open(std::move(options), time);
    app::playAfternoon(**engine, (*engine)->clock().now());
    return {std::move(folder), std::move(*engine)};
}

struct Demo {
    // As the demo opens, or as it starts over.
    void open()
    {
        app::Session session = afternoon(time);
        if (console)
            console->giveWay();
        console
            = std::make_unique<app::ConsoleWindow>(std::move(session), time, theme, app::ConsoleWindowOptions{0, true});
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY(window().session().isRead());
        QTRY_VERIFY(window().session().selected().record());
    }
    ui::MainWindow &window() const { return console->window(); }
    // Of the panes of each page, in the order in which they are found.
    QStringList panes() const
    {
        QStringList all;
        for (ui::Page *page : window().pages().pages()) {
            window().pages().show(page->id());
            QTest::qWait(50);
            for (const QSplitter *panes : page->findChildren<QSplitter *>()) {
                QString line;
                QDebug(&line) << page->name() << panes->isVisible() << panes->sizes();
                all << line;
            }
        }
        return all;
    }
    // Each as a person does.
    void moveAll() const
    {
        for (ui::Page *page : window().pages().pages()) {
            window().pages().show(page->id());
            QTest::qWait(50);
            for (QSplitter *panes : page->findChildren<QSplitter *>()) {
                QSplitterHandle *handle = panes->handle(1);
                if (!panes->isVisible() || panes->count() < 2 || !handle->isVisible())
                    continue;
                const QPoint by = panes->orientation() == Qt::Horizontal ? QPoint(-ThisFar, 0) : QPoint(0, -ThisFar);
                const QPoint from = handle->rect().center();
                QTest::mousePress(handle, Qt::LeftButton, {}, from);
                QTest::mouseMove(handle, from + by);
                QTest::mouseRelease(handle, Qt::LeftButton, {}, from + by);
            }
        }
    }

    engine::MachineTime time;
    ui::Theme theme;
    std::unique_ptr<app::ConsoleWindow> console;
};

class tst_ConsoleWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void dividersKeepTheirPlaceWhenTheDemoStartsOver()
    {
        Demo demo;
        demo.theme.applyTo(*qApp);
        demo.open();
        const QStringList first = demo.panes();
        demo.moveAll();
        const QStringList moved = demo.panes();
        QVERIFY(moved != first);
        demo.open();
        QCOMPARE(demo.panes(), moved);
    }

    void stageShowsOneOfThoseThatWereJustStarted()
    {
        Demo demo;
        demo.theme.applyTo(*qApp);
        demo.open();
        const model::BoardModel &rows = demo.window().session().rows();
        const std::size_t before = rows.total();
        const auto selected = [&] { return demo.window().session().selected().record(); };
        const qint64 newest = rows.keyAt(0);
        QVERIFY(selected()->key <= newest);
        const auto buttons = demo.window().findChild<ui::BannerArea *>()->findChildren<QAbstractButton *>();
        const auto start = std::ranges::find(buttons, u"Start one per workflow"_s, &QAbstractButton::text);
        QVERIFY(start != buttons.end());
        (*start)->click();
        QTRY_COMPARE(rows.total(), before + 5);
        QTRY_VERIFY(selected() && selected()->key > newest);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
        QTRY_VERIFY(demo.window().isStageShown());
        QVERIFY(selected()->key > newest);
    }

private:
    QTemporaryDir m_settings;
};

PINPATH_TEST(tst_ConsoleWindow, "tst_consolewindow")

} // namespace tst_consolewindow

#include "tst_consolewindow.moc"
