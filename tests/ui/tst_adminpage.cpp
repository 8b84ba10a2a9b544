// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/admin/adminsession.h"
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/admin/adminpage.h"
#include "ui/admin/lineeditor.h"
#include "ui/admin/linetable.h"
#include "ui/frame/pagedeck.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/signedlabel.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

namespace tst_adminpage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Part = ui::AdminPage::Part;

// The window with the page shown, as a person finds it.
struct Open : tests::ShownWindow {
    explicit Open(Part part = Part::Accounts)
    {
        show();
        press(Qt::Key_6, Qt::ControlModifier);
        page().show(part);
        page().takeFocus();
    }
    ui::AdminPage &page() const { return window->admin(); }
    std::shared_ptr<const engine::Policy> policy() const { return run.engine->policy(); }
    void change(const engine::PolicyChange &change)
    {
        tests::EngineRun::await<engine::PolicyReply>([&](auto reply) { run.engine->changePolicy(change, reply); });
    }
    // The visible part with that accessible name, as a screen reader finds it.
    template <class Widget>
    Widget &named(const QString &name) const
    {
        for (Widget *each : page().findChildren<Widget *>()) {
            if (each->isVisible() && each->accessibleName().endsWith(name))
                return *each;
        }
        qFatal("There is no %s.", qPrintable(name));
    }
    QPushButton &button(const QString &words) const
    {
        for (QPushButton *each : page().findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() == words)
                return *each;
        }
        qFatal("There is no button %s.", qPrintable(words));
    }
    // The question that is asked.
    void answer(const QString &words) const
    {
        QTRY_VERIFY(QApplication::activeModalWidget());
        for (QPushButton *each : QApplication::activeModalWidget()->findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == words)
                return each->click();
        }
        qFatal("There is no answer %s.", qPrintable(words));
    }
    void push(const QString &words) const
    {
        button(words).setFocus();
        press(Qt::Key_Space);
    }
    // Writes into the cell of the table that has the focus.
    void write(ui::LineTable &table, int row, int column, const QString &text) const
    {
        table.setFocus();
        table.setCurrentIndex(table.model()->index(row, column));
        press(Qt::Key_Return);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents(); // the table takes what was written a moment later
    }
};

class tst_AdminPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewAccountShowsItsSecretOnce()
    {
        Open open;
        open.push(u"New account"_s);
        QTRY_COMPARE(open.policy()->accounts.size(), std::size_t(2));
        auto &accounts = open.named<QListWidget>(u"Accounts"_s);
        QTRY_COMPARE(accounts.count(), 2);
        QCOMPARE(accounts.currentRow(), 1);
        const QString secret = open.policy()->accounts.back().apiSecret;
        const auto isShown = [&] {
            for (const auto *each : open.page().findChildren<ui::SignedLabel *>()) {
                if (each->isVisible() && each->words().contains(secret))
                    return true;
            }
            return false;
        };
        QVERIFY(isShown());
        open.push(u"Copy"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), secret);
        accounts.setFocus();
        open.press(Qt::Key_Up);
        QVERIFY(!isShown());
        open.press(Qt::Key_Down);
        QVERIFY(!isShown());
    }

    void anAccountIsBarred()
    {
        Open open;
        QCheckBox *found = nullptr;
        for (QCheckBox *each : open.page().findChildren<QCheckBox *>()) {
            if (each->text().startsWith(u"Barred"_s))
                found = each;
        }
        QCheckBox &barred = *found;
        barred.setFocus();
        open.press(Qt::Key_Space);
        QVERIFY(!open.policy()->own().isBarred); // not before it is saved
        open.push(u"Save"_s);
        QTRY_VERIFY(open.policy()->own().isBarred);
        QTRY_VERIFY(!open.button(u"Save"_s).isEnabled());
    }

    void whatCannotBeReadIsNotSaved()
    {
        Open open;
        auto &credit = open.named<QLineEdit>(u"Paid in, EUR"_s);
        credit.setFocus();
        open.type(u"lots"_s);
        open.push(u"Save"_s); // which says why not
        QVERIFY(credit.hasFocus());
        QVERIFY(credit.accessibleDescription().contains(u"An amount of euros"_s));
        QVERIFY(!open.policy()->own().credit);
        QVERIFY(open.button(u"Take back"_s).isEnabled());
        credit.clear();
        open.type(u"25.50"_s);
        open.push(u"Save"_s);
        QTRY_COMPARE(open.policy()->own().credit, std::optional(engine::Money::fromMilli(25'500)));
    }

    void theWindowsAccountStays()
    {
        Open open;
        QVERIFY(!open.button(u"Remove"_s).isEnabled());
        open.push(u"New account"_s);
        QTRY_VERIFY(open.button(u"Remove"_s).isEnabled());
        open.push(u"Remove"_s);
        open.answer(u"Cancel"_s);
        QCOMPARE(open.policy()->accounts.size(), std::size_t(2));
        open.push(u"Remove"_s);
        open.answer(u"Remove"_s);
        QTRY_COMPARE(open.policy()->accounts.size(), std::size_t(1));
    }

    void anotherSecretIsDrawnOnlyWhenItIsMeant()
    {
        Open open;
        const QString before = open.policy()->own().apiSecret;
        open.push(u"New secret"_s);
        open.answer(u"Draw another"_s);
        QTRY_VERIFY(open.policy()->own().apiSecret != before);
    }

    void whatIsEditedWaitsWhileAnotherAccountIsShown()
    {
        Open open;
        open.push(u"New account"_s);
        auto &accounts = open.named<QListWidget>(u"Accounts"_s);
        QTRY_COMPARE(accounts.count(), 2);
        auto &rate = open.named<QLineEdit>(u"Requests a second"_s);
        rate.setFocus();
        open.type(u"5"_s);
        QVERIFY(accounts.item(1)->text().endsWith(u", not saved"_s));
        accounts.setFocus();
        open.press(Qt::Key_Up);
        QCOMPARE(rate.text(), QString());
        QVERIFY(!open.button(u"Save"_s).isEnabled());
        QVERIFY(accounts.item(1)->text().endsWith(u", not saved"_s));
        open.press(Qt::Key_Down);
        QCOMPARE(rate.text(), u"5"_s);
        open.push(u"Save"_s);
        QTRY_COMPARE(open.policy()->accounts.back().rateLimitPerSecond, std::optional(5));
        QTRY_VERIFY(!accounts.item(1)->text().contains(u"not saved"_s));
    }

    void whatWasNotSavedIsAskedAboutBeforeTheWindowGoes()
    {
        Open open;
        open.named<QLineEdit>(u"Paid in, EUR"_s).setText(u"5"_s);
        open.window->close();
        QVERIFY(open.window->isVisible());
        const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        QCOMPARE(box->text(), u"Quit without saving what was edited: accounts?"_s);
        open.answer(u"Cancel"_s);
        QVERIFY(open.window->isVisible());
        open.window->close();
        open.answer(u"Quit"_s);
        QVERIFY(!open.window->isVisible());
    }

    void aNumberIsBlockedByKeys()
    {
        Open open(Part::Rules);
        auto &table = open.named<ui::LineTable>(u"Blocks"_s);
        open.push(u"Add a line"_s);
        QTRY_VERIFY(qobject_cast<QComboBox *>(QApplication::focusWidget())); // number, network or country
        open.press(Qt::Key_Return);
        open.write(table, 0, model::blocks::Which, u"12"_s);
        QVERIFY(table.accessibleName().startsWith(u"Line 1: No phone number."_s));
        open.push(u"Save"_s);
        QVERIFY(table.hasFocus());
        QVERIFY(open.policy()->rules == engine::Rules());
        open.write(table, 0, model::blocks::Which, u"+44 7700 900112"_s);
        open.push(u"Save"_s);
        QTRY_VERIFY(open.policy()->rules.isBlocked(engine::PhoneNumber(447700900112)));
        QVERIFY(table.hasFocus());
        QTRY_VERIFY(!open.button(u"Save"_s).isEnabled()); // the page has heard of it, too
        open.push(u"Remove"_s);
        open.push(u"Save"_s);
        QTRY_VERIFY(open.policy()->rules == engine::Rules());
    }

    void aBlockedNetworkIsOpened()
    {
        Open open(Part::Rules);
        engine::Rules rules;
        rules.blockedNetworks = {{u"23410"_s, u"447700"_s, {}}};
        open.change(rules);
        auto &table = open.named<ui::LineTable>(u"Blocks"_s);
        QTRY_COMPARE(table.model()->rowCount(), 1);
        QCOMPARE(table.model()->index(0, 3).data().toString(), u"blocked"_s);
        open.push(u"Unblock for an hour"_s);
        QTRY_VERIFY(table.model()->index(0, 3).data().toString().startsWith(u"open until "_s));
    }

    void aPriceIsSet()
    {
        Open open(Part::Prices);
        open.change(engine::PriceList{{u"IN"_s, engine::Charge::Sms, engine::Money::fromMilli(31), u"contract"_s}});
        auto &table = open.named<ui::LineTable>(u"Prices"_s);
        QTRY_COMPARE(table.model()->rowCount(), 1);
        open.write(table, 0, model::prices::Amount, u"0.025"_s);
        open.push(u"Save"_s);
        QTRY_COMPARE(open.policy()->prices.front().amount, engine::Money::fromMilli(25));
        QCOMPARE(open.policy()->prices.front().origin, u"contract"_s);
    }

    void thePreviewFollowsTheTable()
    {
        Open open(Part::Assignment);
        auto &preview = open.named<QListWidget>(u"What these numbers would get"_s);
        QCOMPARE(preview.count(), 10);
        QVERIFY(preview.item(0)->text().endsWith(u"workflow 1, since no line is for it"_s));
        auto &table = open.named<ui::LineTable>(u"Assignment"_s);
        open.push(u"Add a line"_s);
        open.press(Qt::Key_Escape);
        open.write(table, 0, model::assignment::Name, u"all"_s);
        QCOMPARE(preview.item(0)->text(), u"Nothing, until the table can be read."_s);
        open.write(table, 0, model::assignment::Split, u"4"_s);
        QVERIFY(preview.item(9)->text().endsWith(u"workflow 4, by all"_s));
        QVERIFY(open.policy()->own().assignment.empty());
        open.push(u"Save"_s);
        QTRY_COMPARE(open.policy()->own().assignment.size(), std::size_t(1));
        QTRY_VERIFY(!open.button(u"Save"_s).isEnabled());
        open.write(table, 0, model::assignment::Split, u"1: 70, 4: 30"_s);
        open.push(u"Save"_s);
        QTRY_COMPARE(table.model()->index(0, model::assignment::Version).data().toString(), u"2"_s);
    }

    void aTableIsKeptWhileAnotherAccountsIsShown()
    {
        Open open(Part::Assignment);
        engine::Account other;
        other.apiKey = u"other"_s;
        other.apiSecret = u"secret"_s;
        open.change(other);
        auto &accounts = open.named<QComboBox>(u"Account whose requests are assigned"_s);
        QTRY_COMPARE(accounts.count(), 2);
        QVERIFY(accounts.itemText(0).endsWith(u", the window's"_s));
        auto &table = open.named<ui::LineTable>(u"Assignment"_s);
        QVERIFY(table.accessibleDescription().startsWith(u"Every request gets workflow 1."_s));
        open.push(u"Add a line"_s);
        open.press(Qt::Key_Escape);
        open.write(table, 0, model::assignment::Name, u"all"_s);
        accounts.setCurrentIndex(1);
        QCOMPARE(table.model()->rowCount(), 0);
        QVERIFY(!open.button(u"Save"_s).isEnabled());
        accounts.setCurrentIndex(0);
        QCOMPARE(table.model()->index(0, model::assignment::Name).data().toString(), u"all"_s);
        QVERIFY(open.button(u"Save"_s).isEnabled());
    }

    void whatTakesTheFocusHasAName()
    {
        Open open;
        for (const Part part : {Part::Accounts, Part::Rules, Part::Prices, Part::Assignment}) {
            open.page().show(part);
            for (auto *each : open.page().findChildren<QWidget *>()) {
                if (!each->isVisible() || each->focusPolicy() == Qt::NoFocus || each->focusProxy())
                    continue;
                const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(each);
                QVERIFY2(told && !told->text(QAccessible::Name).isEmpty(), each->metaObject()->className());
            }
        }
    }
};

PINPATH_TEST(tst_AdminPage, "tst_adminpage")

} // namespace tst_adminpage

#include "tst_adminpage.moc"
