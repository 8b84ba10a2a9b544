// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/actions/actionsheet.h"
#include "ui/actions/inplacekeys.h"
#include "ui/actions/keyhelp.h"
#include "ui/board/boardpage.h"
#include "ui/board/boardtable.h"
#include "ui/frame/gotodialog.h"
#include "ui/frame/page.h"
#include "ui/frame/pagedeck.h"
#include "ui/newverification/newverificationdialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/quietbutton.h"
#include "ui/widgets/signedlabel.h"

#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTreeWidget>

namespace tst_actions {

using namespace Qt::StringLiterals;
using tests::ShownWindow;
using ui::ActionEntry;
using ui::ActionId;

constexpr std::uint64_t Number = 447700900112;

// All lines of the help as "where: words, keys".
QStringList helpLines(const ui::Actions &actions)
{
    QStringList lines;
    for (const ui::KeyGroup &group : ui::keyHelp(actions)) {
        for (const ui::KeyLine &line : group.lines)
            lines << group.where + u": "_s + line.words + u", "_s + line.keys;
    }
    return lines;
}

class tst_Actions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void linesOfTheHelpFollowTheColours()
    {
        ShownWindow open;
        open.theme.setScheme(ui::ColourScheme::Light);
        open.show();
        const ui::ActionSheet sheet(open.theme, u"Keys and help"_s, ui::keyHelp(open.actions()));
        open.theme.setScheme(ui::ColourScheme::Dark);
        const auto *list = sheet.findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItem(0)->foreground(0).color(), open.theme.tokens().text); // a heading
        QCOMPARE(list->topLevelItem(1)->foreground(1).color(), open.theme.tokens().secondary); // a key
    }

    void everyActionHasWordsAndOneEntry()
    {
        std::set<ActionId> ids;
        for (const ActionEntry &entry : ui::actionEntries()) {
            QVERIFY(!QString::fromUtf16(entry.words).remove(u'&').trimmed().isEmpty());
            QVERIFY(ids.insert(entry.id).second);
        }
        for (const ui::InPlaceKey &key : ui::inPlaceKeys()) {
            QVERIFY(!QString::fromUtf16(key.words).isEmpty());
            QVERIFY(!QString::fromUtf16(key.keys).isEmpty());
            QVERIFY(!QString::fromUtf16(key.where).isEmpty());
        }
    }

    void everyKeyIsOneThatQtKnows()
    {
        for (const ActionEntry &entry : ui::actionEntries()) {
            for (const QString &key : QString::fromLatin1(entry.keys).split(u',', Qt::SkipEmptyParts)) {
                const QKeySequence sequence(key, QKeySequence::PortableText);
                QVERIFY2(!sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown, qPrintable(key));
            }
        }
    }

    void noTwoActionsOfOnePageShareAKey()
    {
        ShownWindow open;
        open.show();
        for (const ui::Page *page : open.window->pages().pages()) {
            std::map<QKeySequence, QString> taken;
            for (const ActionEntry &entry : ui::actionEntries()) {
                const QAction *action = open.actions().find(entry.id);
                const bool isHere
                    = open.actions().isBoundEverywhere(entry.id) || open.actions().isBoundOn(entry.id, page->id());
                for (const QKeySequence &key : action &&isHere ? action->shortcuts() : QList<QKeySequence>()) {
                    const auto [other, isFree] = taken.emplace(key, action->text());
                    QVERIFY2(isFree,
                             qPrintable(page->name() + u": "_s + key.toString() + u" is "_s + other->second + u" and "_s
                                        + action->text()));
                }
            }
        }
    }

    void theKeysOfTheWindowAreThere_data()
    {
        QTest::addColumn<QString>("keys");
        for (const char *key :
             {"Ctrl+1", "Alt+Left", "Alt+Right", "Ctrl+N", "Ctrl+Shift+N", "Ctrl+F", "Ctrl+G", "Esc",    "F8",
              "F9",     "F7",       "Shift+F7",  "F6",     "Shift+F6",     "F2",     "F11",    "Ctrl+=", "Ctrl+-",
              "Ctrl+0", "F1",       "F4",        "Alt+P",  "Ctrl+C",       "Alt+A",  "Alt+D",  "Ctrl+K"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }

    void theKeysOfTheWindowAreThere()
    {
        QFETCH(const QString, keys);
        ShownWindow open;
        open.show();
        for (const ActionEntry &entry : ui::actionEntries()) {
            const QAction *action = open.actions().find(entry.id);
            if (action && action->shortcuts().contains(QKeySequence(keys, QKeySequence::PortableText)))
                return;
        }
        QFAIL("nothing is bound to it");
    }

    void theHelpSaysWhereAKeyWorks()
    {
        ShownWindow open;
        open.show();
        const QStringList lines = helpLines(open.actions());
        for (const QString &line :
             {u"Everywhere: New verification…, Ctrl+N"_s, u"Everywhere: Larger text, Ctrl+= or Ctrl++"_s,
              u"On the Board: Code field, F4"_s, u"In the table: Another verification, Up, Down"_s})
            QVERIFY2(lines.contains(line), qPrintable(line + u" is not among\n"_s + lines.join(u'\n')));
    }

    void theHelpIsSearchedByTypingAndDoesWhatIsSelected()
    {
        ShownWindow open;
        open.show();
        open.press(Qt::Key_F1);
        QTRY_VERIFY(open.dialog<ui::ActionSheet>());
        auto *sheet = open.dialog<ui::ActionSheet>();
        open.type(u"new ver"_s);
        QCOMPARE(sheet->shown(),
                 (QStringList{u"Everywhere"_s, u"New verification…, Ctrl+N"_s, u"In New verification"_s,
                              u"List the test numbers and what each does, Down, in Number"_s, u"Start, Enter"_s}));
        QVERIFY(QApplication::focusWidget()->accessibleName().startsWith(u"New verification…, Ctrl+N."_s));
        open.press(Qt::Key_Down);
        QVERIFY(QApplication::focusWidget()->accessibleName().startsWith(u"List the test numbers"_s));
        open.press(Qt::Key_Up);
        open.press(Qt::Key_Return);
        QTRY_VERIFY(open.dialog<ui::NewVerificationDialog>());
    }

    void thePaletteListsWhatIsPossibleAndSaysWhenNothingIs()
    {
        ShownWindow open;
        open.show();
        open.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(open.dialog<ui::ActionSheet>());
        auto *sheet = open.dialog<ui::ActionSheet>();
        QVERIFY(!sheet->shown().contains(u"Back, Alt+Left"_s)); // there is nowhere to go back to
        open.type(u"text"_s);
        QCOMPARE(
            sheet->shown(),
            (QStringList{u"Larger text, Ctrl+= or Ctrl++"_s, u"Smaller text, Ctrl+-"_s, u"Normal text, Ctrl+0"_s}));
        open.press(Qt::Key_Return);
        QTRY_COMPARE(open.theme.textSize(), 1.1);

        open.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(open.dialog<ui::ActionSheet>());
        open.type(u"qqq"_s);
        QCOMPARE(open.dialog<ui::ActionSheet>()->shown(), QStringList());
        QVERIFY(QApplication::focusWidget()->accessibleName().startsWith(u"Nothing here is called “qqq”."_s));
        open.press(Qt::Key_Return); // does nothing
        open.press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void theStateOfThePageIsSaidAndShown()
    {
        ShownWindow open;
        open.run.start(Number);
        open.show();
        QTRY_COMPARE(open.window->findChild<ui::BoardTable *>()->model()->rowCount(), 1);
        QTRY_COMPARE(open.window->findChild<ui::QuietButton *>()->words(), u"Skip 2:05"_s); // the clock has been asked
        QWidget *focus = QApplication::focusWidget();
        const QString name = focus->accessibleName();
        open.press(Qt::Key_F2);
        const QString said = focus->accessibleName();
        QVERIFY2(said.startsWith(open.window->board().stateSentence() + u" It is "_s), qPrintable(said));
        QVERIFY(said.contains(u", paused. The next moment is 2:05 away."_s));
        QVERIFY(said.endsWith(name));
        const auto labels = open.window->findChildren<ui::Label *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const auto *label) {
            return label->isVisible() && said.startsWith(label->text()) && label->text().contains(u"It is "_s);
        }));
        open.press(Qt::Key_F, Qt::ControlModifier); // the focus goes, and the name comes back
        QCOMPARE(focus->accessibleName(), name);
    }

    void anIdOrNumberIsGoneTo()
    {
        ShownWindow open;
        const engine::RequestId first = open.run.start(Number);
        open.run.start(Number + 1);
        open.show();
        auto *table = open.window->findChild<ui::BoardTable *>();
        const auto selectedId = [&] { return open.window->session().rows().find(*table->selected())->id; };
        QTRY_COMPARE(table->model()->rowCount(), 2);
        open.press(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(open.dialog<ui::GoToDialog>());
        open.type(u"9009999"_s);
        open.press(Qt::Key_Return);
        const auto *problem = open.dialog<ui::GoToDialog>()->findChild<ui::SignedLabel *>();
        QTRY_COMPARE(problem->words(), u"No verification has “9009999” in its number or at the beginning of its id."_s);
        QApplication::activeModalWidget()->findChild<QLineEdit *>()->clear();
        open.type(u"7700 900112"_s);
        open.press(Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QTRY_COMPARE(selectedId(), first);
    }

    void fullScreenIsGoneToAndLeft()
    {
        ShownWindow open;
        open.show();
        open.press(Qt::Key_F11);
        QTRY_VERIFY(open.window->isFullScreen());
        QTRY_VERIFY(open.actions().find(ActionId::FullScreen)->isChecked());
        open.press(Qt::Key_F11);
        QTRY_VERIFY(!open.window->isFullScreen());
        QTRY_VERIFY(!open.actions().find(ActionId::FullScreen)->isChecked());
    }

private:
    QTemporaryDir m_settings;
};

PINPATH_TEST(tst_Actions, "tst_actions")

} // namespace tst_actions

#include "tst_actions.moc"
