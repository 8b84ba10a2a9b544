// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/simulatesession.h"
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/board/boardpage.h"
#include "ui/board/detailpane.h"
#include "ui/frame/bannerarea.h"
#include "ui/frame/page.h"
#include "ui/frame/pagearea.h"
#include "ui/frame/pagedeck.h"
#include "ui/widgets/bannerline.h"
#include "ui/widgets/label.h"

#include <QAbstractScrollArea>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QTemporaryDir>

namespace tst_windowstate {

using namespace Qt::StringLiterals;
using tests::ShownWindow;

constexpr std::uint64_t Number = 447700900112;

// A part of the control is in the window and not behind the edge of what scrolls.
bool isReachable(QWidget &control)
{
    control.setFocus(Qt::TabFocusReason);
    const auto *scrolls = qobject_cast<QAbstractScrollArea *>(&control);
    const QRect seen = (scrolls ? scrolls->viewport()->visibleRegion() : control.visibleRegion()).boundingRect();
    return seen.width() >= std::min(control.width(), 24) && seen.height() >= std::min(control.height(), 16);
}

// A line for every control that Tab goes to and nobody would see.
QString outOfReach(const QWidget &window)
{
    QStringList hidden;
    for (QWidget *control : window.findChildren<QWidget *>()) {
        const bool takesFocus = control->isVisible() && control->isEnabled() && (control->focusPolicy() & Qt::TabFocus)
            && !control->focusProxy();
        if (takesFocus && !isReachable(*control))
            hidden << QString::fromLatin1(control->metaObject()->className()) + u' ' + control->accessibleName();
    }
    return hidden.join(u'\n');
}

class tst_WindowState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void sizeAndPanesAreKept()
    {
        const auto split = [](const ShownWindow &open) { return open.window->board().findChild<QSplitter *>(); };
        QList<int> sizes;
        {
            ShownWindow open;
            open.run.start(Number);
            open.show({1024, 780}, [](ui::MainWindow &window) { window.useSettings(); }); // as this screen has room for
            QTRY_VERIFY(open.window->board().findChild<ui::DetailPane *>()->isVisible());
            QTest::qWait(100);
            split(open)->setSizes({300, 420});
            QCoreApplication::processEvents();
            sizes = split(open)->sizes();
            open.window->close();
        }
        ShownWindow open;
        open.run.start(Number);
        open.show({1440, 900}, [](ui::MainWindow &window) { window.useSettings(); });
        QCOMPARE(open.window->size(), QSize(1024, 780));
        QTRY_COMPARE(split(open)->sizes(), sizes);
    }

    void whatIsChosenInTheDemoStaysThere()
    {
        const auto withUsers = [](std::int64_t users) {
            return [users](ui::MainWindow &window) {
                window.useSettings();
                model::SimulateChoices choices = window.simulation().choices();
                choices.users = users;
                window.simulation().choose(choices);
                window.close();
            };
        };
        const auto openedIn = [](bool isDemo, const std::function<void(ui::MainWindow &)> &prepare) {
            ShownWindow open;
            open.context.isDemo = isDemo;
            open.show({1200, 800}, prepare);
            return open.window->simulation().choices().users;
        };
        const auto asKept = [](ui::MainWindow &window) { window.useSettings(); };
        openedIn(false, withUsers(5'000));
        openedIn(true, withUsers(7'000'000));
        QCOMPARE(openedIn(false, asKept), 5'000);
    }

    void maskedNumbersStayMaskedInTheNextRun()
    {
        {
            ShownWindow open;
            open.show({1200, 800}, [](ui::MainWindow &window) { window.useSettings(); });
            open.window->session().mask().setOn(true);
            open.window->close();
        }
        ShownWindow open;
        open.show({1200, 800}, [](ui::MainWindow &window) { window.useSettings(); });
        QVERIFY(open.window->session().mask().isOn());
    }

    void brokenAndForeignSettingsDoNotPreventTheStart_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("text") << QVariant(u"hello"_s);
        QTest::newRow("bytes") << QVariant(QByteArray(200, '\xff'));
        QTest::newRow("a list") << QVariant(QStringList{u"1"_s, u"2"_s});
        QTest::newRow("a large number") << QVariant(1e300);
        QTest::newRow("no number") << QVariant(std::numeric_limits<double>::quiet_NaN());
    }

    void brokenAndForeignSettingsDoNotPreventTheStart()
    {
        QFETCH(const QVariant, value);
        {
            QSettings settings;
            for (const QString &key : {u"window/geometry"_s, u"window/page"_s, u"window/board"_s, u"window/scheme"_s,
                                       u"window/textSize"_s, u"newVerification/population"_s})
                settings.setValue(key, value);
        }
        ShownWindow open;
        open.run.start(Number);
        open.show({1440, 900}, [&](ui::MainWindow &window) {
            open.theme.setTextSize(QSettings().value("window/textSize"_L1).toDouble());
            window.useSettings();
        });
        QCOMPARE(open.window->pages().current().id(), ui::PageId::Board);
        QVERIFY(open.theme.textSize() >= 1 && open.theme.textSize() <= 2);
    }

    void aBannerShowsAllOfItsSentence_data()
    {
        QTest::addColumn<double>("textSize");
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << 1.0 << QSize(1440, 900);
        QTest::newRow("narrow") << 1.0 << QSize(1024, 700);
        QTest::newRow("large and narrow") << 2.0 << QSize(1024, 700);
    }

    void aBannerShowsAllOfItsSentence()
    {
        QFETCH(const double, textSize);
        QFETCH(const QSize, size);
        ShownWindow open;
        open.run.start(Number);
        open.show(size);
        auto *banners = open.window->findChild<ui::BannerArea *>();
        banners->showDemo({});
        banners->showNotice(u"The API cannot listen on 127.0.0.1:8460: another program has this port. This window goes "
                            "on without its API; choose another port with --api-port."_s);
        open.theme.setTextSize(textSize);
        QCOMPARE(open.window->findChildren<ui::BannerLine *>().size(), 2);
        for (const auto *line : open.window->findChildren<ui::BannerLine *>()) {
            const auto *sentence = line->findChild<ui::Label *>();
            QTRY_VERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
            QTRY_VERIFY(line->rect().contains(sentence->geometry()));
            QTRY_COMPARE(line->parentWidget()->height(), line->parentWidget()->childrenRect().height());
        }
        if (textSize == 1.0) {
            auto *area = open.window->findChild<ui::PageArea *>();
            QVERIFY2(area->horizontalScrollBar()->maximum() == 0, "the page is wider than its place");
        }
    }

    void aWindowAtRestIsNotLaidOut()
    {
        struct Requests final : QObject {
            bool eventFilter(QObject *, QEvent *event) override
            {
                count += event->type() == QEvent::LayoutRequest;
                return false;
            }
            int count = 0;
        };
        ShownWindow open;
        open.run.start(Number);
        open.show();
        open.window->findChild<ui::BannerArea *>()->showDemo({});
        for (ui::Page *page : open.window->pages().pages()) {
            open.window->pages().show(page->id());
            Requests requests;
            qApp->installEventFilter(&requests);
            const auto comesToRest = [&requests] {
                requests.count = 0;
                QCoreApplication::processEvents();
                return requests.count == 0;
            };
            QTRY_VERIFY2(comesToRest(), qPrintable(page->name()));
        }
    }

    void largeTextInASmallWindowLeavesEverythingReachable()
    {
        ShownWindow open;
        for (int i = 0; i < 30; ++i)
            open.run.start(Number + std::uint64_t(i));
        open.theme.setTextSize(2);
        open.show({1024, 700});
        QCOMPARE(open.window->size(), QSize(1024, 700));
        QVERIFY(open.window->menuBar()->width() <= 1024);
        for (ui::Page *page : open.window->pages().pages()) {
            open.window->pages().show(page->id());
            QTRY_VERIFY2(open.window->centralWidget()->minimumSizeHint().width() <= 1024,
                         qPrintable(page->name() + u" needs a width of "_s
                                    + QString::number(open.window->centralWidget()->minimumSizeHint().width())));
            QTRY_COMPARE(page->name() + outOfReach(*open.window), page->name()); // once it is laid out
        }
    }

private:
    QTemporaryDir m_settings;
};

PINPATH_TEST(tst_WindowState, "tst_windowstate")

} // namespace tst_windowstate

#include "tst_windowstate.moc"
