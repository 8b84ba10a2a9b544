// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiserver.h"
#include "model/api/apisession.h"
#include "tests/support/enginerun.h"
#include "tests/support/rawclient.h"
#include "tests/support/testclass.h"
#include "ui/actions/actiontable.h"
#include "ui/api/apipage.h"
#include "ui/api/certificatedialog.h"
#include "ui/api/exchangetable.h"
#include "ui/api/inspector.h"
#include "ui/board/boardpage.h"
#include "ui/board/boardtable.h"
#include "ui/board/detailpane.h"
#include "ui/board/httplist.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/pagedeck.h"
#include "ui/frame/rail.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bannerline.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTabWidget>
#include <QTest>
#include <QUrl>

namespace tst_apipage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ExchangeModel;

// The window with an API that is really there, as a person finds it.
struct Open {
    explicit Open(QSize size = {1440, 900})
    {
        QVERIFY(api.turnOn());
        theme.applyTo(*qApp);
        ui::WindowContext context;
        context.api = &api;
        window = std::make_unique<ui::MainWindow>(theme, *run.engine, context);
        window->resize(size);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(window->session().isRead());
    }

    tests::RawReply send(const QByteArray &target, const QByteArray &body = {}) const
    {
        tests::RawClient client(api.port());
        return client.exchange("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                               + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    // With the account's key and secret.
    QString start(const QByteArray &number, const QByteArray &secret = {}) const
    {
        const auto &account = run.engine->account();
        const QByteArray reply
            = send("/verify/json",
                   "api_key=" + account.apiKey.toUtf8() + "&api_secret="
                       + (secret.isEmpty() ? account.apiSecret.toUtf8() : secret) + "&brand=Acme&number=" + number)
                  .body;
        return QJsonDocument::fromJson(reply)[u"request_id"_s].toString();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    // As a person does who has no mouse.
    void tabTo(const QString &name) const
    {
        for (int i = 0; i < 40 && nameOfFocus() != name; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(nameOfFocus(), name);
    }
    static QString nameOfFocus()
    {
        QAccessibleInterface *all = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
        return all ? all->text(QAccessible::Name) : QString();
    }

    ui::ApiPage &page() const { return *window->findChild<ui::ApiPage *>(); }
    ui::ExchangeTable &table() const { return *window->findChild<ui::ExchangeTable *>(); }
    ui::EmptyState *empty() const
    {
        const auto states = page().findChildren<ui::EmptyState *>();
        return states.front()->isVisible() ? states.front() : nullptr;
    }
    QString cell(int row, ExchangeModel::Column column) const
    {
        return table().model()->index(row, column).data().toString();
    }
    QLineEdit *line(const QString &name) const
    {
        for (auto *edit : page().findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }
    void trigger(ui::ActionId id) const { window->findChild<ui::Actions *>()->find(id)->trigger(); }
    QString text(const QString &name) const
    {
        for (const auto *edit : page().findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == name)
                return edit->toPlainText();
        }
        return {};
    }
    // The amber line over the Board; null when there is none.
    ui::BannerLine *refusedLine() const
    {
        const auto lines = window->board().findChildren<ui::BannerLine *>();
        return lines.front()->isVisible() ? lines.front() : nullptr;
    }

    tests::EngineRun run;
    engine::MachineTime time;
    engine::ApiServer api{*run.engine, time, {.ownCertificate = run.engine->storePath() + u".tls"_s}};
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

class tst_ApiPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theFirstRequestIsCopiedFromTheEmptyPage();
    void theFirstRequestIsForANumberThatIsFree();
    void anExchangeIsReadWithTheKeyboardAlone();
    void findAndRefusedNarrowTheList();
    void pausedTheListStandsStill();
    void scrolledAwayTheListStandsStill();
    void theSwitchClosesThePortAndTheStatusBarFollows();
    void aTakenPortIsToldOnThePage();
    void theAppIsConnectedFromThePage();
    void httpsIsSwitchedOnFromThePage();
    void aCertificateThatCannotBeReadIsToldOnThePage();
    void httpsComesBackNextTime();
    void copiesCarryTheSecretOnlyWhileItIsShown();
    void theStatusOfASearchIsReadWhole();
    void refusedStartsAreALineOverTheBoard();
    void theLineCanBePutAway();
    void theRailCountsWhatWasRefusedUntilItIsSeen();
    void theDetailShowsTheExchangesOfItsVerification();
    void theDetailSaysWhenNoneIsKept();
    void theDetailKeepsItsPanesWhoeverStartedIt();
    void whatIsChosenComesBack();
    void theChipsCountWhatIsLookedFor();
    void everyControlHasAName();
    void nothingIsCutOffInTheSmallestWindow();

private:
    QTemporaryDir m_settings;
};

void tst_ApiPage::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void tst_ApiPage::init()
{
    QSettings().clear();
}

void tst_ApiPage::theFirstRequestIsCopiedFromTheEmptyPage()
{
    Open open;
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(open.empty());
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(open.empty()->button()));
    open.press(Qt::Key_Space);
    const auto &account = open.run.engine->account();
    QCOMPARE(clipboard(),
             u"curl %1/verify/json -d api_key=%2 -d api_secret=%3 -d number=447700900112 -d brand=Acme"_s.arg(
                 open.api.url(), account.apiKey, account.apiSecret));
    for (const QLabel *label : open.page().findChildren<QLabel *>())
        QVERIFY(!label->text().contains(account.apiSecret)); // what is on the screen may be seen by many
    QCOMPARE(open.empty()->button()->text(), u"Copied"_s);
    QTRY_COMPARE(open.empty()->button()->text(), u"Copy, with the secret"_s); // so nobody wonders where it came from
    QCOMPARE(open.window->windowTitle(), u"API - on - Pinpath"_s);
}

void tst_ApiPage::theFirstRequestIsForANumberThatIsFree()
{
    Open open;
    open.run.start(447700900112);
    QTRY_VERIFY(open.window->session().rows().runningFor(engine::PhoneNumber(447700900112)));
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(open.empty());
    open.press(Qt::Key_Space);
    QVERIFY(clipboard().contains(u"number=447700900113"_s));
    QVERIFY(open.text(u"Option"_s).contains(u"number=447700900113"_s));
}

void tst_ApiPage::anExchangeIsReadWithTheKeyboardAlone()
{
    Open open;
    const QString id = open.start("447700900112");
    open.start("447700900113");
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(open.table().model()->rowCount(), 2);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&open.table()));
    open.press(Qt::Key_Down);
    QCOMPARE(open.cell(1, ExchangeModel::Answer), u"started"_s);
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.nameOfFocus(), u"Reply"_s);
    QVERIFY(open.text(u"Request"_s).contains(u"number = 447700900112"_s));
    QVERIFY(open.text(u"Request"_s).contains(u"api_secret = ***"_s));
    QVERIFY(open.text(u"Reply"_s).contains(u"\"request_id\": \"%1\""_s.arg(id)));
    open.press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&open.table()));
    open.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(clipboard().contains(u"\tPOST /verify/json\t0\tstarted\t"_s));
    open.tabTo(u"Copy as curl, without the secret"_s);
    open.press(Qt::Key_Space);
    QVERIFY(clipboard().startsWith(u"curl '%1/verify/json' -d 'api_key="_s.arg(open.api.url())));
    QVERIFY(clipboard().contains(u"api_secret=SECRET"_s));
    open.tabTo(u"Show on the Board"_s);
    open.press(Qt::Key_Space);
    QTRY_COMPARE(QApplication::focusWidget(), open.window->findChild<ui::BoardTable *>());
    const auto &selected = open.window->session().selected();
    QTRY_VERIFY(selected.record() && selected.record()->request.id.toString() == id);
}

void tst_ApiPage::findAndRefusedNarrowTheList()
{
    Open open;
    open.start("447700900112");
    open.start("447700900113", "guess");
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(open.table().model()->rowCount(), 2);
    open.press(Qt::Key_F, Qt::ControlModifier);
    open.type(u"0900112"_s);
    QTRY_COMPARE(open.table().model()->rowCount(), 1);
    QCOMPARE(open.cell(0, ExchangeModel::Answer), u"started"_s);
    open.type(u"9"_s);
    QTRY_VERIFY(open.empty());
    open.press(Qt::Key_Escape); // back to what stands in the table's place
    QTRY_COMPARE(open.nameOfFocus(), u"Clear filter"_s);
    open.press(Qt::Key_Space);
    QTRY_COMPARE(open.table().model()->rowCount(), 2);
    for (auto *button : open.page().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == "Refused"_L1)
            button->setFocus();
    }
    open.press(Qt::Key_Space);
    QTRY_COMPARE(open.table().model()->rowCount(), 1);
    QCOMPARE(open.cell(0, ExchangeModel::Answer), u"refused: wrong api_secret"_s);
}

void tst_ApiPage::pausedTheListStandsStill()
{
    Open open;
    open.start("447700900112");
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(open.table().model()->rowCount(), 1);
    for (int i = 0; i < 40 && !open.nameOfFocus().startsWith(u"Pause"_s); ++i)
        open.press(Qt::Key_Backtab);
    open.press(Qt::Key_Space);
    open.start("447700900113");
    const auto &rows = static_cast<ExchangeModel &>(*open.table().model());
    QTRY_COMPARE(rows.waiting(), std::size_t(1));
    QCOMPARE(rows.rowCount(), 1);
    open.press(Qt::Key_Space);
    QTRY_COMPARE(rows.rowCount(), 2);
}

void tst_ApiPage::scrolledAwayTheListStandsStill()
{
    Open open;
    for (int i = 0; i < 40; ++i)
        open.start("x"); // no number
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(open.table().model()->rowCount(), 40);
    open.press(Qt::Key_End, Qt::ControlModifier);
    QVERIFY(open.table().verticalScrollBar()->value() > 0);
    const auto selected = open.table().selected();
    open.start("447700900112");
    const auto &rows = static_cast<ExchangeModel &>(*open.table().model());
    QTRY_COMPARE(rows.waiting(), std::size_t(1));
    QCOMPARE(open.table().selected(), selected);
    open.press(Qt::Key_Home, Qt::ControlModifier); // the top is followed again
    QTRY_COMPARE(rows.rowCount(), 41);
    QTRY_COMPARE(open.table().selected()->number, std::uint64_t(41));
}

void tst_ApiPage::theSwitchClosesThePortAndTheStatusBarFollows()
{
    Open open;
    const auto isSaid = [&](const QString &words) {
        const auto buttons = open.window->findChildren<QPushButton *>();
        return std::any_of(buttons.begin(), buttons.end(), [&](const auto *button) { return button->text() == words; });
    };
    QVERIFY(isSaid(u"API "_s + open.api.url()));
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(open.empty());
    auto *toggle = open.window->findChild<QCheckBox *>();
    toggle->setFocus();
    QCOMPARE(open.nameOfFocus(), u"API on"_s);
    open.press(Qt::Key_Space);
    QTRY_VERIFY(!open.api.isOn());
    QTRY_VERIFY(isSaid(u"API off"_s));
    QVERIFY(!tests::RawClient(open.api.port()).isConnected());
    QTRY_COMPARE(open.empty()->button()->text(), u"Turn it on"_s);
    QCOMPARE(open.window->windowTitle(), u"API - off - Pinpath"_s);
    open.empty()->button()->click();
    QTRY_VERIFY(open.api.isOn());
    QTRY_VERIFY(isSaid(u"API "_s + open.api.url()));
    QVERIFY(toggle->isChecked());
}

void tst_ApiPage::aTakenPortIsToldOnThePage()
{
    Open open;
    open.api.turnOff();
    engine::ApiOptions options;
    options.port = open.api.port();
    engine::ApiServer other(*open.run.engine, open.time, options);
    QVERIFY(other.turnOn());
    open.press(Qt::Key_5, Qt::ControlModifier);
    auto *toggle = open.window->findChild<QCheckBox *>();
    toggle->setFocus();
    toggle->setChecked(false);
    open.press(Qt::Key_Space);
    QTRY_COMPARE(open.page().stateSentence(),
                 u"The API is off. Port %1 on 127.0.0.1 is taken by another program."_s.arg(options.port));
    QVERIFY(!toggle->isChecked());
}

void tst_ApiPage::theAppIsConnectedFromThePage()
{
    Open open;
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(open.empty());
    auto *clients = open.page().findChild<QComboBox *>();
    clients->setFocus();
    open.press(Qt::Key_Down);
    QCOMPARE(clients->currentText(), u"Node.js, nexmo 2"_s);
    QVERIFY(open.text(u"Option"_s).contains(u"{apiHost: '127.0.0.1', port: %1}"_s.arg(open.api.port())));
    open.press(Qt::Key_Tab);
    QCOMPARE(open.nameOfFocus(), u"Copy option"_s);
    open.press(Qt::Key_Space);
    QCOMPARE(open.nameOfFocus(), u"Copied. Copy option"_s);
    QCOMPARE(static_cast<QPushButton *>(QApplication::focusWidget())->text(), u"Copied"_s);
    QTRY_COMPARE(open.nameOfFocus(), u"Copy option"_s);
    QCOMPARE(static_cast<QPushButton *>(QApplication::focusWidget())->text(), u"Copy"_s);
    QCOMPARE(clipboard(), open.text(u"Option"_s));

    const auto lines = open.page().findChildren<QLineEdit *>();
    const auto secret = std::find_if(lines.begin(), lines.end(),
                                     [](const auto *line) { return line->accessibleName() == "Secret"_L1; });
    QCOMPARE((*secret)->echoMode(), QLineEdit::Password);
    clients->setFocus();
    for (int i = 0; i < 3 && open.nameOfFocus() != "Show secret"_L1; ++i)
        open.press(Qt::Key_Backtab);
    open.press(Qt::Key_Space);
    QCOMPARE((*secret)->echoMode(), QLineEdit::Normal);
    QCOMPARE((*secret)->text(), open.run.engine->account().apiSecret);
}

void tst_ApiPage::httpsIsSwitchedOnFromThePage()
{
    Open open;
    open.press(Qt::Key_5, Qt::ControlModifier);
    const QString plain = open.api.url();
    open.tabTo(u"Over https, too"_s);
    open.press(Qt::Key_Space);
    QTRY_VERIFY(open.api.tls().has_value());
    QTRY_VERIFY(open.line(u"Address"_s)->text().startsWith(u"https://127.0.0.1:"_s));
    const QString address = open.line(u"Address"_s)->text();
    const QString certificate = open.line(u"Certificate"_s)->text();
    QCOMPARE(certificate, open.run.engine->storePath() + u".tls.crt"_s);
    QVERIFY(open.text(u"Option"_s).contains(u"--cacert "_s + certificate));
    open.trigger(ui::ActionId::CopyApiAddress);
    QCOMPARE(clipboard(), address);

    // What an app does with both.
    QSslSocket app;
    QSslConfiguration trust = app.sslConfiguration();
    trust.setCaCertificates(QSslCertificate::fromPath(certificate));
    app.setSslConfiguration(trust);
    app.connectToHostEncrypted(u"127.0.0.1"_s, std::uint16_t(QUrl(address).port()));
    QVERIFY2(app.waitForEncrypted(), qPrintable(app.errorString()));
    const auto &account = open.run.engine->account();
    const QByteArray form = "number=447700900112&brand=Acme&api_key=" + account.apiKey.toUtf8()
        + "&api_secret=" + account.apiSecret.toUtf8();
    app.write("POST /verify/json HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(form.size())
              + "\r\n\r\n" + form);
    QByteArray reply;
    while (!reply.contains('}') && app.waitForReadyRead())
        reply += app.readAll();
    QVERIFY2(reply.contains("\"status\":\"0\""), reply.constData());
    QTRY_COMPARE(open.table().model()->rowCount(), 1); // it is among the exchanges

    open.trigger(ui::ActionId::HttpsOn); // off again
    QTRY_COMPARE(open.line(u"Address"_s)->text(), plain);
    QVERIFY(!open.api.tls());
    QVERIFY(!open.line(u"Certificate"_s)->isVisible());
    QVERIFY(!open.text(u"Option"_s).contains(u"--cacert"_s));
}

void tst_ApiPage::aCertificateThatCannotBeReadIsToldOnThePage()
{
    Open open;
    open.press(Qt::Key_5, Qt::ControlModifier);
    open.tabTo(u"Certificate…"_s);
    open.press(Qt::Key_Space);
    auto *dialog = open.page().findChild<ui::CertificateDialog *>();
    QTRY_VERIFY(dialog && dialog->isActiveWindow());
    for (auto *edit : dialog->findChildren<QLineEdit *>()) {
        edit->setFocus();
        open.type(u"/nowhere/"_s + edit->accessibleName());
        if (edit->accessibleName() == u"Certificate"_s) { // alone it is not enough
            open.press(Qt::Key_Return);
            QVERIFY(dialog->isVisible());
        }
    }
    open.press(Qt::Key_Return);
    QTRY_VERIFY(open.page().stateSentence().contains(u"The file /nowhere/Certificate cannot be read: "_s));
    QVERIFY(open.page().stateSentence().endsWith(u"It is not served over https."_s));
    QVERIFY(open.api.isOn() && !open.api.tls());
    for (const auto *box : open.page().findChildren<QCheckBox *>())
        QVERIFY(box->text() != u"Over https, too"_s || !box->isChecked());
}

void tst_ApiPage::httpsComesBackNextTime()
{
    QByteArray state;
    {
        Open open;
        open.trigger(ui::ActionId::HttpsOn);
        QTRY_VERIFY(open.api.tls().has_value());
        state = open.page().saveState();
    }
    Open open;
    open.page().restoreState(state);
    QTRY_VERIFY(open.api.tls().has_value());
    QTRY_VERIFY(open.line(u"Address"_s)->text().startsWith(u"https://"_s));
    open.page().restoreState({}); // of another version
    QVERIFY(open.api.tls().has_value());
}

void tst_ApiPage::copiesCarryTheSecretOnlyWhileItIsShown()
{
    Open open;
    open.start("447700900112");
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(open.table().model()->rowCount(), 1);
    const QString secret = open.run.engine->account().apiSecret;
    const auto shown = [&] {
        QString all = open.text(u"Option"_s);
        for (const auto *edit : open.window->board().findChildren<QPlainTextEdit *>())
            all += edit->toPlainText();
        return all;
    };
    QTRY_VERIFY(open.window->session().selected().record());
    open.press(Qt::Key_1, Qt::ControlModifier);
    open.window->board().findChild<QTabWidget *>()->setCurrentIndex(2); // Snippet
    QTRY_VERIFY(shown().contains(u"#!/bin/sh"));
    QCOMPARE(shown().count(secret), 0);
    open.press(Qt::Key_5, Qt::ControlModifier);
    open.tabTo(u"Show secret"_s);
    open.press(Qt::Key_Space);
    QCOMPARE(open.text(u"Option"_s).count(secret), 1);
    open.tabTo(u"Copy as curl, with the secret"_s);
    open.press(Qt::Key_Space);
    QCOMPARE(clipboard().count(u"api_secret="_s + secret), 1);
    open.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(shown().count(secret), 2);
    open.press(Qt::Key_5, Qt::ControlModifier);
    open.tabTo(u"Hide secret"_s);
    open.press(Qt::Key_Space);
    QCOMPARE(open.text(u"Option"_s).count(secret), 0);
    open.tabTo(u"Copy as curl, without the secret"_s);
    open.press(Qt::Key_Space);
    QVERIFY(clipboard().contains(u"api_secret=SECRET"_s));
}

void tst_ApiPage::theStatusOfASearchIsReadWhole()
{
    Open open({1024, 700});
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(open.empty());
    const QByteArray id = open.start("447700900112").toUtf8();
    const auto &account = open.run.engine->account();
    open.send("/verify/search/json?request_id=" + id + "&api_key=" + account.apiKey.toUtf8()
              + "&api_secret=" + account.apiSecret.toUtf8());
    QTRY_COMPARE(open.cell(0, ExchangeModel::Status), u"IN PROGRESS"_s);
    const int needed = QFontMetrics(open.theme.font(ui::TextStyle::Body)).horizontalAdvance(u"IN PROGRESS"_s);
    QVERIFY(open.table().columnWidth(ExchangeModel::Status) >= needed + 2 * open.theme.px(ui::metrics::Space4));
}

void tst_ApiPage::refusedStartsAreALineOverTheBoard()
{
    Open open;
    QVERIFY(!open.refusedLine());
    open.send("/verify/json");
    open.start("447700900112", "guess");
    open.start("447700900112", "guess again");
    QTRY_VERIFY(open.refusedLine());
    QTRY_COMPARE(open.refusedLine()->accessibleName(), u"3 refused, the last: wrong api_secret."_s);
    open.start("447700900112");
    QTRY_COMPARE(open.window->session().rows().rowCount(), 1); // refused ones never become rows
    for (auto *button : open.refusedLine()->findChildren<QPushButton *>()) {
        if (button->text() == "Show"_L1)
            button->setFocus();
    }
    open.press(Qt::Key_Space);
    QTRY_VERIFY(open.page().isVisible());
    QCOMPARE(open.table().model()->rowCount(), 3);
    open.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(open.window->board().isVisible());
    QVERIFY(!open.refusedLine());
}

void tst_ApiPage::theLineCanBePutAway()
{
    Open open;
    open.start("447700900112", "guess");
    QTRY_VERIFY(open.refusedLine());
    for (auto *button : open.refusedLine()->findChildren<QPushButton *>()) {
        if (button->text() == "Dismiss"_L1)
            button->click();
    }
    QVERIFY(!open.refusedLine());
    open.start("", {});
    QTRY_VERIFY(open.refusedLine());
    QCOMPARE(open.refusedLine()->accessibleName(), u"1 refused: number is missing."_s);
}

void tst_ApiPage::theRailCountsWhatWasRefusedUntilItIsSeen()
{
    Open open;
    const auto railName = [&] {
        for (auto *button : open.window->findChild<ui::Rail *>()->findChildren<QAbstractButton *>()) {
            if (button->text() == "API"_L1)
                return QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name);
        }
        return QString();
    };
    open.start("447700900112", "guess");
    open.start("447700900113", "guess");
    QTRY_VERIFY(railName().contains(u"2 refused"_s));
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(!railName().contains(u"refused"_s));
    open.start("447700900113", "guess"); // looked at as it comes
    QTRY_COMPARE(open.table().model()->rowCount(), 3);
    QVERIFY(!railName().contains(u"refused"_s));
}

void tst_ApiPage::theDetailShowsTheExchangesOfItsVerification()
{
    Open open;
    const QString id = open.start("447700900112");
    open.start("447700900113");
    QTRY_COMPARE(open.window->session().rows().rowCount(), 2);
    open.window->board().show(*engine::RequestId::parse(id));
    QTRY_VERIFY(open.window->session().selected().record());
    auto &list = *open.window->findChild<ui::HttpList *>();
    QTRY_COMPARE(list.lines(), QStringList{u"start: started"_s});
    const auto &account = open.run.engine->account();
    open.send("/verify/check/json?code=00000&api_key=" + account.apiKey.toUtf8()
              + "&api_secret=" + account.apiSecret.toUtf8() + "&request_id=" + id.toUtf8());
    QTRY_COMPARE(list.lines(), (QStringList{u"start: started"_s, u"check: wrong code"_s}));
}

void tst_ApiPage::theDetailSaysWhenNoneIsKept()
{
    Open open;
    engine::StartRequest request;
    request.account = open.run.engine->account().apiKey;
    request.number = engine::PhoneNumber(447700900112);
    request.brand = u"Acme"_s;
    request.locale = u"en-gb"_s;
    request.workflow = *engine::standardWorkflow(1, engine::Dialect::Vonage);
    request.source = engine::Source::Window;
    open.run.engine->start(request, [](const engine::StartReply &) {});
    QTRY_COMPARE(open.window->session().rows().rowCount(), 1);
    auto &list = *open.window->findChild<ui::HttpList *>();
    QTRY_COMPARE(list.lines(), QStringList{u"Started from the window: there was no request."_s});
    const QString id = open.start("447700900113");
    QTRY_COMPARE(open.window->session().rows().rowCount(), 2);
    open.window->board().show(*engine::RequestId::parse(id));
    QTRY_COMPARE(list.lines(), QStringList{u"start: started"_s});
    for (auto *button : open.page().findChildren<QPushButton *>()) {
        if (button->text() == "Clear"_L1)
            button->click();
    }
    QCOMPARE(list.lines(), QStringList{u"Started by the API; its requests were cleared on the API page."_s});
}

void tst_ApiPage::theDetailKeepsItsPanesWhoeverStartedIt()
{
    for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        Open open(size);
        const engine::RequestId byHand = open.run.start(447700900112);
        const engine::RequestId byApi = *engine::RequestId::parse(open.start("447700900113"));
        const auto panes = [&](engine::RequestId id) {
            open.window->board().show(id);
            const auto &record = open.window->session().selected().record();
            [&] { QTRY_VERIFY(record && record->request.id == id); }();
            return open.window->board().findChild<ui::DetailPane *>()->sizes();
        };
        const QList<int> before = panes(byHand);
        QCOMPARE(panes(byApi), before);
        QVERIFY(open.window->board().width() <= size.width());
    }
}

void tst_ApiPage::whatIsChosenComesBack()
{
    QByteArray state;
    {
        Open open;
        open.page().findChild<QComboBox *>()->setCurrentText(u"PHP"_s);
        state = open.page().saveState();
    }
    Open open;
    open.page().restoreState(state);
    QCOMPARE(open.page().findChild<QComboBox *>()->currentText(), u"PHP"_s);
}

void tst_ApiPage::theChipsCountWhatIsLookedFor()
{
    Open open;
    open.start("447700900112");
    open.start("447700900112"); // taken
    open.start("447700900113");
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(open.table().model()->rowCount(), 3);
    const auto counts = [&] {
        QStringList names;
        for (const auto *chip : open.page().findChildren<ui::Chip *>())
            names << chip->accessibleName();
        return names;
    };
    QCOMPARE(counts(), (QStringList{u"All, 3"_s, u"Refused, 1"_s}));
    open.press(Qt::Key_F, Qt::ControlModifier);
    open.type(u"status:0"_s);
    QTRY_COMPARE(counts(), (QStringList{u"All, 2"_s, u"Refused, 0"_s}));
}

void tst_ApiPage::everyControlHasAName()
{
    Open open;
    open.start("447700900112");
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(open.table().model()->rowCount(), 1);
    for (QWidget *control : open.window->findChildren<QWidget *>()) {
        const bool takesFocus = control->isVisible() && control->focusPolicy() != Qt::NoFocus && !control->focusProxy();
        QAccessibleInterface *all = takesFocus ? QAccessible::queryAccessibleInterface(control) : nullptr;
        QVERIFY2(!all || !all->text(QAccessible::Name).isEmpty(), control->metaObject()->className());
    }
}

void tst_ApiPage::nothingIsCutOffInTheSmallestWindow()
{
    Open open({1024, 700});
    open.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(open.empty());
    const auto isCut = [](const QWidget *child) {
        const bool scrolls = child->parentWidget()->parentWidget()
            && child->parentWidget()->parentWidget()->inherits("QAbstractScrollArea");
        return child->isVisible() && !child->isWindow() && !scrolls && child->width() > 0
            && !child->parentWidget()->rect().contains(child->geometry());
    };
    for (int request = 0; request < 2; ++request) {
        for (const QWidget *child : open.page().findChildren<QWidget *>())
            QVERIFY2(!isCut(child), child->metaObject()->className());
        for (const auto *button : open.page().findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        QCOMPARE(open.window->size(), QSize(1024, 700));
        open.start("447700900112");
        QTRY_COMPARE(open.table().model()->rowCount(), 1);
    }
}

PINPATH_TEST(tst_ApiPage, "tst_apipage")

} // namespace tst_apipage

#include "tst_apipage.moc"
