// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"
#include "ui/board/boardpage.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/pagedeck.h"
#include "ui/frame/rail.h"
#include "ui/handsets/handsetspage.h"
#include "ui/handsets/phonecard.h"
#include "ui/handsets/phonelist.h"
#include "ui/handsets/phonewall.h"
#include "ui/handsets/voice.h"
#include "ui/theme/theme.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/onoffswitch.h"
#include "ui/widgets/phoneswitches.h"
#include "ui/widgets/signedlabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTest>

namespace tst_handsetspage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::PhoneNumber;

const PhoneNumber Number(447700900112);
const PhoneNumber Indian(919876543210);

// A voice that writes down what it is told to say.
class WrittenVoice final : public ui::Voice {
public:
    explicit WrittenVoice(QStringList &said)
        : m_said(said)
    { }

    bool isAvailable() const override { return true; }
    void say(const QString &words, const QString &) override { m_said << words; }
    void stop() override { }

private:
    QStringList &m_said;
};

// The window on a real engine, at its Handsets page.
struct Open {
    explicit Open(engine::ClockSetting clock = {engine::ClockMode::Manual, 1.0, false})
        : run(clock)
    { }

    // After what the store shall already hold.
    void show(QSize size = {1440, 900})
    {
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(theme, *run.engine, ui::WindowContext());
        window->useVoice(std::make_unique<WrittenVoice>(said));
        window->resize(size);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(window->phones().isRead());
        press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(window->handsets().isVisible());
    }

    // What a person types goes to the control that has the focus, as it does at a keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }

    ui::PhoneList &list() const { return *window->findChild<ui::PhoneList *>(); }
    ui::PhoneCard *card(PhoneNumber number) const
    {
        for (auto *card : window->findChildren<ui::PhoneCard *>()) {
            if (card->number() == number && card->isVisible())
                return card;
        }
        return nullptr;
    }
    bool shows(const QString &words) const
    {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const auto *label) { return label->isVisible() && label->text() == words; });
    }
    bool says(const QString &words) const
    {
        const auto labels = window->findChildren<ui::SignedLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const auto *label) { return label->isVisible() && label->words() == words; });
    }
    QAbstractButton *button(PhoneNumber number, const QString &words) const
    {
        for (auto *each : card(number)->findChildren<QAbstractButton *>()) {
            if (each->isVisible() && each->text() == words)
                return each;
        }
        return nullptr;
    }

    tests::EngineRun run;
    ui::Theme theme;
    QStringList said;
    std::unique_ptr<ui::MainWindow> window;
};

QString nameOf(QWidget &control)
{
    QAccessibleInterface *all = QAccessible::queryAccessibleInterface(&control);
    return all ? all->text(QAccessible::Name) : QString();
}

class tst_HandsetsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void noPhonesIsToldWithWhatToDo();
    void aCodeIsTypedWithTheKeyboardAlone();
    void aRingingPhoneIsAnsweredWithAKeyAndSpeaks();
    void aRingingPhoneIsDeclinedWithItsButton();
    void theRailCountsRingingPhones();
    void mutedCallsAreNotHeard();
    void switchesChangeWhatTheCarrierDoes();
    void theLinkShowsTheVerificationOnTheBoardAndBackComesBack();
    void findingFiltersListAndWall();
    void aNewPhoneMovesNoneThatIsInView();
    void onlyPhonesInViewAreMade();
    void tabGoesThroughThePhonesInTheirOrder();
    void aPhoneOfAPopulationTakesNoTyping();
    void everyControlThatTakesFocusHasAName();
    void whetherCallsAreMutedIsKept();
    void theListIsAsWideAfterARunThatNeverShowedIt();

private:
    QTemporaryDir m_settings;
};

void tst_HandsetsPage::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void tst_HandsetsPage::init()
{
    QSettings().clear();
}

void tst_HandsetsPage::noPhonesIsToldWithWhatToDo()
{
    Open open;
    open.show();
    QVERIFY(open.shows(u"No phones yet."_s));
    QVERIFY(open.shows(u"A phone appears when a message is sent to its number."_s));
    QTRY_COMPARE(nameOf(*QApplication::focusWidget()), u"New verification"_s);
}

void tst_HandsetsPage::aCodeIsTypedWithTheKeyboardAlone()
{
    Open open;
    open.run.start(Number.digits(), 1, u"4821"_s);
    open.show();
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&open.list()));
    QVERIFY(open.shows(u"One phone waits for a code."_s));
    open.press(Qt::Key_Return);
    auto *code = qobject_cast<ui::CodeField *>(QApplication::focusWidget());
    QVERIFY(code);
    open.type(u"0000"_s);
    open.press(Qt::Key_Return);
    QTRY_VERIFY(open.says(u"Wrong code. 2 tries left."_s));
    QVERIFY(nameOf(*code).startsWith(u"Wrong code. 2 tries left."_s));
    QCOMPARE(code->text(), QString());
    open.press(Qt::Key_P, Qt::AltModifier);
    QCOMPARE(code->text(), u"4821"_s);
    open.press(Qt::Key_Return);
    QTRY_VERIFY(open.shows(u"verified in 0 s"_s));
    QVERIFY(!code->isVisible());
    open.press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&open.list()));
}

void tst_HandsetsPage::aRingingPhoneIsAnsweredWithAKeyAndSpeaks()
{
    Open open;
    open.run.start(Indian.digits(), 7, u"4821"_s);
    open.show();
    QTRY_VERIFY(open.shows(u"VERIFY calls"_s));
    QVERIFY(open.said.isEmpty());
    open.press(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(open.shows(u"VERIFY speaks"_s));
    open.run.advance(4100ms);
    QTRY_VERIFY(open.shows(u"Hello. Please enter the code for Acme:"_s));
    QTRY_COMPARE(open.said, (QStringList{u"Hello."_s, u"Please enter the code for Acme:"_s}));
    open.run.advance(60s);
    QTRY_VERIFY(open.button(Indian, u"Play again"_s));
    open.type(u"48"_s); // that were heard
    auto *code = qobject_cast<ui::CodeField *>(QApplication::focusWidget());
    QVERIFY(code);
    QCOMPARE(code->text(), u"48"_s);
}

void tst_HandsetsPage::aRingingPhoneIsDeclinedWithItsButton()
{
    Open open;
    open.run.start(Indian.digits(), 7);
    open.show();
    QTRY_VERIFY(open.shows(u"VERIFY calls"_s));
    open.press(Qt::Key_Return);
    QCOMPARE(nameOf(*QApplication::focusWidget()), u"Answer"_s);
    open.press(Qt::Key_Tab);
    QCOMPARE(nameOf(*QApplication::focusWidget()), u"Decline"_s);
    open.press(Qt::Key_Space);
    QTRY_VERIFY(!open.shows(u"VERIFY calls"_s));
    QVERIFY(open.card(Indian)->isAncestorOf(QApplication::focusWidget())); // it does not get lost
}

void tst_HandsetsPage::theRailCountsRingingPhones()
{
    Open open;
    open.run.start(Indian.digits(), 7);
    open.run.start(Number.digits(), 7);
    open.show();
    const auto buttons = open.window->findChild<ui::Rail *>()->findChildren<QAbstractButton *>();
    const auto isCounted = [&](const QString &name) {
        return std::any_of(buttons.begin(), buttons.end(), [&](auto *button) { return nameOf(*button) == name; });
    };
    QTRY_VERIFY(isCounted(u"Handsets, 2 ringing"_s));
    open.window->phones().decline(Number);
    QTRY_VERIFY(isCounted(u"Handsets, 1 ringing"_s));
}

void tst_HandsetsPage::mutedCallsAreNotHeard()
{
    Open open;
    open.run.start(Indian.digits(), 7, u"4821"_s);
    open.show();
    QTRY_VERIFY(open.shows(u"VERIFY calls"_s));
    open.press(Qt::Key_M, Qt::ControlModifier);
    open.press(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(open.shows(u"VERIFY speaks"_s));
    QTRY_VERIFY(open.shows(u"the clock is paused, F8 lets it run\ncaptions only: calls are muted"_s));
    open.run.advance(4100ms);
    QTRY_VERIFY(open.shows(u"Hello. Please enter the code for Acme:"_s));
    QCOMPARE(open.said, QStringList());
}

void tst_HandsetsPage::switchesChangeWhatTheCarrierDoes()
{
    Open open;
    open.run.start(Number.digits(), 1);
    open.show();
    QTRY_VERIFY(open.card(Number));
    const auto fields = open.card(Number)->findChildren<QComboBox *>();
    QCOMPARE(fields.size(), 2);
    fields[0]->setFocus();
    open.press(Qt::Key_End);
    QCOMPARE(open.run.engine->handset(Number).messages, engine::HandsetSettings::Messages::AreLost);
    open.press(Qt::Key_Up);
    QCOMPARE(open.run.engine->handset(Number).lateBy, engine::seconds(300s));
    auto *isOn = open.card(Number)->findChild<ui::OnOffSwitch *>();
    QVERIFY(isOn->isChecked());
    isOn->setFocus();
    open.press(Qt::Key_Space);
    QVERIFY(!open.run.engine->handset(Number).isSwitchedOn);
    QTRY_COMPARE(open.card(Number)->content().emptyWords, u"Switched off.\nNothing is delivered."_s);
}

void tst_HandsetsPage::theLinkShowsTheVerificationOnTheBoardAndBackComesBack()
{
    Open open;
    open.run.start(Number.digits(), 1);
    open.run.start(Indian.digits(), 1);
    open.show();
    QTRY_VERIFY(open.card(Number));
    QAbstractButton *link = open.button(Number, u"Board"_s);
    QVERIFY(link);
    link->setFocus();
    open.press(Qt::Key_Space);
    QTRY_VERIFY(open.window->board().isVisible());
    QTRY_VERIFY(open.window->session().selected().record());
    QTRY_COMPARE(open.window->session().selected().record()->request.number, Number);
    open.press(Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(open.window->handsets().isVisible());
}

void tst_HandsetsPage::findingFiltersListAndWall()
{
    Open open;
    open.run.start(Number.digits(), 1);
    open.run.start(Indian.digits(), 1);
    open.show();
    QTRY_VERIFY(open.card(Number) && open.card(Indian));
    open.press(Qt::Key_F, Qt::ControlModifier);
    open.type(u"india"_s);
    QTRY_VERIFY(!open.card(Number));
    QVERIFY(open.card(Indian));
    open.type(u"x"_s);
    QTRY_VERIFY(open.shows(u"No phone matches “indiax”."_s));
    open.press(Qt::Key_Escape);
    QTRY_COMPARE(nameOf(*QApplication::focusWidget()), u"Clear filter"_s);
    open.press(Qt::Key_Space);
    QTRY_VERIFY(open.card(Number) && open.card(Indian));
}

void tst_HandsetsPage::aNewPhoneMovesNoneThatIsInView()
{
    Open open;
    for (std::uint64_t i = 0; i < 3; ++i)
        open.run.start(Number.digits() + i, 1);
    open.show();
    QTRY_VERIFY(open.card(Number));
    const QPoint before = open.card(Number)->pos();
    open.run.start(Indian.digits(), 7); // it rings, and comes first in the list
    QTRY_VERIFY(open.card(Indian));
    QCOMPARE(open.list().model()->index(1, 0).data().toString(), u"+91 98765 43210"_s);
    QCOMPARE(open.card(Number)->pos(), before);
}

void tst_HandsetsPage::onlyPhonesInViewAreMade()
{
    Open open;
    for (std::uint64_t i = 0; i < 120; ++i)
        open.run.start(Number.digits() + i, 1);
    open.show();
    QTRY_VERIFY(open.card(PhoneNumber(Number.digits() + 119)));
    QTRY_VERIFY(open.window->findChildren<ui::PhoneCard *>().size() <= 16);
    open.list().setFocus();
    open.press(Qt::Key_End);
    QTRY_VERIFY(open.card(Number));
    QTRY_VERIFY(open.window->findChildren<ui::PhoneCard *>().size() <= 16);
    QCOMPARE(open.list().current(), std::optional(Number));
}

void tst_HandsetsPage::tabGoesThroughThePhonesInTheirOrder()
{
    Open open;
    for (std::uint64_t i = 0; i < 3; ++i)
        open.run.start(Number.digits() + i, 1);
    open.show();
    QTRY_VERIFY(open.card(Number));
    open.press(Qt::Key_Return); // into the first, which started last
    std::vector<PhoneNumber> order;
    for (int i = 0; i < 40 && order.size() < 3; ++i) {
        for (const auto *card : open.window->findChildren<ui::PhoneCard *>()) {
            if (card->isAncestorOf(QApplication::focusWidget()) && (order.empty() || order.back() != card->number()))
                order.push_back(card->number());
        }
        open.press(Qt::Key_Tab);
    }
    QCOMPARE(order, (std::vector{PhoneNumber(Number.digits() + 2), PhoneNumber(Number.digits() + 1), Number}));
}

void tst_HandsetsPage::aPhoneOfAPopulationTakesNoTyping()
{
    Open open;
    engine::StartRequest request;
    request.account = open.run.engine->account().apiKey;
    request.number = Number;
    request.brand = u"Acme"_s;
    request.locale = u"en-gb"_s;
    request.workflow = *engine::standardWorkflow(1, engine::Dialect::Vonage);
    request.population = u"typical"_s;
    tests::EngineRun::await<engine::StartReply>([&](auto reply) { open.run.engine->start(request, reply); });
    open.show();
    QTRY_VERIFY(open.card(Number));
    QVERIFY(open.says(u"The population “typical” answers this phone. It takes no typing."_s));
    QVERIFY(!open.card(Number)->findChild<ui::CodeField *>()->isVisible());
    QVERIFY(!open.card(Number)->findChild<ui::PhoneSwitches *>()->isVisible());
    QVERIFY(!open.card(Number)->findChild<ui::OnOffSwitch *>()->isVisible());
}

void tst_HandsetsPage::everyControlThatTakesFocusHasAName()
{
    Open open;
    open.run.start(Number.digits(), 1);
    open.run.start(Indian.digits(), 7);
    open.show();
    QTRY_VERIFY(open.card(Number) && open.card(Indian));
    for (QWidget *control : open.window->findChildren<QWidget *>()) {
        const bool takesFocus = control->isVisible() && control->focusPolicy() != Qt::NoFocus && !control->focusProxy();
        QVERIFY2(!takesFocus || !nameOf(*control).isEmpty(), control->metaObject()->className());
    }
    QAccessibleInterface *lines = QAccessible::queryAccessibleInterface(&open.list());
    QCOMPARE(lines->child(1)->text(QAccessible::Name), u"+91 98765 43210, rings for 25 s more"_s);
}

void tst_HandsetsPage::whetherCallsAreMutedIsKept()
{
    {
        Open open;
        open.show();
        open.window->useSettings();
        open.press(Qt::Key_M, Qt::ControlModifier);
        open.window->close();
    }
    QVERIFY(QSettings().value("sound/muted"_L1).toBool());
}

void tst_HandsetsPage::theListIsAsWideAfterARunThatNeverShowedIt()
{
    {
        Open open;
        open.theme.applyTo(*qApp);
        ui::MainWindow unseen(open.theme, *open.run.engine, ui::WindowContext());
        unseen.useSettings();
        unseen.show();
        unseen.close();
    }
    Open open;
    open.run.start(Number.digits(), 3);
    open.theme.applyTo(*qApp);
    open.window = std::make_unique<ui::MainWindow>(open.theme, *open.run.engine, ui::WindowContext());
    open.window->useSettings();
    open.window->show();
    QTRY_VERIFY(open.window->phones().isRead());
    open.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(open.list().isVisible());
    QCOMPARE(open.list().width(), open.list().sizeHint().width());
}

PINPATH_TEST(tst_HandsetsPage, "tst_handsetspage")

} // namespace tst_handsetspage

#include "tst_handsetspage.moc"
