// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/board/boardtable.h"
#include "ui/frame/clockbar.h"
#include "ui/frame/page.h"
#include "ui/frame/pagedeck.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/bannerline.h"
#include "ui/widgets/quietbutton.h"

#include <QAccessible>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

namespace tst_accessibility {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ShownWindow;

constexpr std::uint64_t Number = 447700900112;

QString nameOf(QObject *object)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(object);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

class tst_Accessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    // That no event is sent either is seen on a real bus only: tests/app/accessibility.py.
    void aCountdownLeavesNamesAsTheyAre()
    {
        ShownWindow open;
        open.run.start(Number);
        open.run.advance(10s);
        open.show();
        auto *skip = open.window->findChild<ui::QuietButton *>();
        for (const QString &words : {u"Skip 1:55"_s, u"Skip 1:54"_s, u"Skip 1:53"_s}) {
            QTRY_COMPARE(skip->words(), words);
            QCOMPARE(nameOf(skip), u"Skip to the next moment"_s);
            open.run.advance(1s);
        }
    }

    void aFailureIsToldAtTheFocus()
    {
        ShownWindow open;
        open.run.start(Number);
        open.show();
        open.run.canStoreWrite = false;
        open.run.start(Number + 1);
        QTRY_VERIFY(open.window->findChild<ui::BannerLine *>());
        const QString sentence = open.window->findChild<ui::BannerLine *>()->accessibleName();
        QVERIFY(!sentence.isEmpty());
        QVERIFY(QApplication::focusWidget()->accessibleName().startsWith(sentence));
    }

    void whatIsSaidDoesNotStayInTheName()
    {
        ui::Theme theme; // the style that an earlier test left belongs to a theme that has gone
        theme.applyTo(*qApp);
        QWidget window;
        QLineEdit first(&window);
        QPushButton second(u"Send"_s, &window);
        second.move(0, 40);
        first.setAccessibleName(u"Code"_s);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        ui::Announcer announcer(&window);
        first.setFocus();
        announcer.say(u"One."_s);
        QCOMPARE(nameOf(&first), u"One. Code"_s);
        announcer.say(u"Two."_s);
        QCOMPARE(nameOf(&first), u"Two. Code"_s);
        second.setFocus();
        QCOMPARE(nameOf(&first), u"Code"_s);
        announcer.say(u"Three."_s);
        QCOMPARE(nameOf(&second), u"Three. Send"_s);
        second.setAccessibleName(u"Wrong code. Send"_s); // its own news
        first.setFocus();
        QCOMPARE(nameOf(&second), u"Wrong code. Send"_s);
    }

    void everyPageHasAStateInWordsANameAndNamedControls()
    {
        ShownWindow open;
        open.run.start(Number);
        open.show();
        for (ui::Page *page : open.window->pages().pages()) {
            open.window->pages().show(page->id());
            QTRY_VERIFY(open.window->windowTitle().startsWith(page->name()));
            QVERIFY2(!page->stateSentence().isEmpty(), qPrintable(page->name()));
            QStringList nameless;
            for (QWidget *control : open.window->findChildren<QWidget *>()) {
                const bool takesFocus
                    = control->isVisible() && control->focusPolicy() != Qt::NoFocus && !control->focusProxy();
                if (takesFocus && nameOf(control).isEmpty())
                    nameless << QString::fromLatin1(control->metaObject()->className());
            }
            QCOMPARE(page->name() + nameless.join(u'\n'), page->name());
        }
    }

    void everyTableHasACurrentRow()
    {
        ShownWindow open;
        open.run.start(Number);
        open.show();
        for (ui::Page *page : open.window->pages().pages()) {
            open.window->pages().show(page->id());
            for (const auto *view : page->findChildren<QAbstractItemView *>()) {
                const bool isHeader = view->inherits("QHeaderView");
                if (!isHeader && view->isVisible() && view->model() && view->model()->rowCount() > 0)
                    QVERIFY2(view->currentIndex().isValid(),
                             qPrintable(page->name() + u": "_s + view->accessibleName()));
            }
        }
    }

private:
    QTemporaryDir m_settings;
};

PINPATH_TEST(tst_Accessibility, "tst_accessibility")

} // namespace tst_accessibility

#include "tst_accessibility.moc"
