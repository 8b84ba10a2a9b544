// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/speech.h"
#include "model/words/times.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"
#include "ui/board/boardtable.h"
#include "ui/frame/mainwindow.h"
#include "ui/newverification/newverificationdialog.h"
#include "ui/stage/keyhint.h"
#include "ui/stage/stagecode.h"
#include "ui/stage/stagetag.h"
#include "ui/stage/stageview.h"
#include "ui/theme/theme.h"
#include "ui/timeline/detailpicture.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/quietbutton.h"

#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

namespace tst_stage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::uint64_t Number = 447700900112;

struct Open {
    void show(QSize size = {1440, 900}, const ui::WindowContext &context = {})
    {
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(theme, *run.engine, context);
        window->resize(size);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(window->session().isRead());
    }

    void showStage()
    {
        press(Qt::Key_F5);
        QTRY_VERIFY(window->isStageShown());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }

    ui::StageView &stage() const { return *window->findChild<ui::StageView *>(); }
    ui::CodeField &code() const { return *stage().findChild<ui::CodeField *>(); }
    QString skip() const { return stage().findChild<ui::QuietButton *>()->words(); }
    bool says(const QString &words) const
    {
        const auto labels = stage().findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const auto *label) { return label->isVisible() && label->text() == words; });
    }

    tests::EngineRun run;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

class tst_Stage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneVerificationIsShownFromItsStartToItsEndByKeyboardAlone();
    void theWholeWindowIsTakenAndGivenBack();
    void aRingingPhoneIsAnsweredWithAKey();
    void spaceGoesToTheNextMomentOfTheOneShown();
    void spaceLetsACallSpeakToItsEnd();
    void afterTheEndSpaceMovesNothing();
    void aPhoneThatSpeaksOnAPausedClockSaysHowItGoesOn();
    void withNothingSelectedItSaysSoAndOffersToStartOne();
    void whatIsTypedHoldsTheClock();
    void aSmallerWindowIsFilledWithSmallerWords();
    void aLargerWindowIsFilledWithLargerWords();
    void whatIsStartedInTheDemoIsMarkedAsInvented();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
};

void tst_Stage::oneVerificationIsShownFromItsStartToItsEndByKeyboardAlone()
{
    Open open;
    open.run.start(Number, 1, u"4821"_s);
    open.show();
    open.showStage();
    QTRY_VERIFY(open.says(u"The code is on the phone."_s));
    QTRY_COMPARE(QApplication::focusWidget(), &open.code());

    open.press(Qt::Key_Space); // to the next message, two minutes later; a phone operated by hand
    QTRY_VERIFY(open.says(u"The SMS was not used. A call is ringing."_s));
    QCOMPARE(open.code().text(), QString());

    QTest::keyClicks(QApplication::focusWidget(), u"4821"_s);
    open.press(Qt::Key_Return);
    QTRY_VERIFY(open.says(u"Verified after 2:05."_s));
    QTRY_COMPARE(QApplication::focusWidget(), open.stage().findChild<ui::DetailPicture *>());

    open.press(Qt::Key_Escape);
    QTRY_VERIFY(!open.window->isStageShown());
    QCOMPARE(QApplication::focusWidget(), open.window->findChild<ui::BoardTable *>());
}

void tst_Stage::theWholeWindowIsTakenAndGivenBack()
{
    Open open;
    open.run.start(Number);
    open.show();
    open.showStage();
    QVERIFY(!open.window->menuBar()->isVisible());
    QCOMPARE(open.stage().size(), open.window->size());
    QCOMPARE(open.window->windowTitle(), u"Stage - Pinpath"_s);
    open.press(Qt::Key_F5);
    QTRY_VERIFY(!open.window->isStageShown());
    QVERIFY(open.window->menuBar()->isVisible());

    open.showStage();
    open.press(Qt::Key_1, Qt::ControlModifier); // a page leaves it too
    QTRY_VERIFY(!open.window->isStageShown());
}

void tst_Stage::aRingingPhoneIsAnsweredWithAKey()
{
    Open open;
    open.run.start(Number, 7); // a call at once
    open.show();
    open.showStage();
    QTRY_VERIFY(open.says(u"A call is ringing."_s));
    QTRY_VERIFY(open.window->session().handset().ringingStep());
    open.press(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(open.says(u"A call is speaking the code."_s));
    QTest::keyClicks(QApplication::focusWidget(), u"48"_s); // as it is spoken
    QCOMPARE(open.code().text(), u"48"_s);
}

void tst_Stage::spaceGoesToTheNextMomentOfTheOneShown()
{
    Open open;
    open.run.start(Number + 1);
    open.run.advance(60s);
    open.run.start(Number);
    open.show();
    open.showStage();
    QTRY_VERIFY(open.says(u"The code is on the phone."_s));
    QTRY_COMPARE(open.skip(), u"Skip 2:05"_s); // the other's is 1:05 away
    open.press(Qt::Key_Space);
    QTRY_VERIFY(open.says(u"The SMS was not used. A call is ringing."_s));
    QCOMPARE(open.window->clock().text(), u"14:03:05"_s);
    QTRY_COMPARE(open.skip(), u"Skip 25 s"_s);
    open.press(Qt::Key_F9); // the same here
    QTRY_COMPARE(open.window->clock().text(), u"14:03:30"_s);
}

void tst_Stage::spaceLetsACallSpeakToItsEnd()
{
    Open open;
    open.run.start(Number, 3); // the second call comes at 2:30
    open.run.advance(4s);
    open.show();
    open.showStage();
    QTRY_VERIFY(open.window->session().handset().ringingStep());
    open.press(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(open.says(u"A call is speaking the code."_s));
    const engine::milliseconds speech = model::speechDuration(*open.window->session().selected().record(), 0);
    QTRY_COMPARE(open.skip(), u"Skip "_s + model::timeLeft(speech));
    open.press(Qt::Key_Space);
    QTRY_VERIFY(open.says(u"The call has spoken the code."_s));
    QCOMPARE(open.window->clock().now(), tests::ManualTime::Start + 4s + speech);
    open.press(Qt::Key_Space);
    QTRY_COMPARE(open.window->clock().text(), u"14:02:30"_s);
}

void tst_Stage::afterTheEndSpaceMovesNothing()
{
    Open open;
    open.run.start(Number + 1);
    const engine::RequestId id = open.run.start(Number, 1, u"4821"_s);
    open.run.check(id, u"4821"_s);
    open.show();
    open.showStage();
    QTRY_VERIFY(open.says(u"Verified in 0 s with the code of the SMS."_s));
    QTRY_COMPARE(open.skip(), u"Skip"_s);
    QCOMPARE(open.stage().findChild<ui::KeyHint *>()->text(), u"nothing follows"_s);
    open.press(Qt::Key_Space);
    open.run.advance(1s); // which the engine does after whatever Space has asked for
    QCOMPARE(open.run.engine->clock().now(), tests::ManualTime::Start + 1s);
}

void tst_Stage::aPhoneThatSpeaksOnAPausedClockSaysHowItGoesOn()
{
    Open open;
    open.run.start(Number, 7);
    open.show();
    open.showStage();
    QTRY_VERIFY(open.says(u"rings for 25 s more:\nthe clock is paused, F8 lets it run"_s));
    open.press(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(open.says(u"the clock is paused, F8 lets it run"_s));
    open.press(Qt::Key_F8);
    QTRY_VERIFY(!open.says(u"the clock is paused, F8 lets it run"_s));
}

void tst_Stage::withNothingSelectedItSaysSoAndOffersToStartOne()
{
    Open open;
    open.show();
    open.showStage();
    QVERIFY(open.says(u"Nothing is selected."_s));
    QCOMPARE(QApplication::focusWidget(), open.stage().findChild<ui::EmptyState *>()->button());
    open.press(Qt::Key_Space);
    QTRY_VERIFY(qobject_cast<ui::NewVerificationDialog *>(QApplication::activeModalWidget()));
}

void tst_Stage::whatIsTypedHoldsTheClock()
{
    Open open;
    open.run.start(Number);
    open.show();
    open.window->clock().setSpeed(20);
    open.showStage();
    QTRY_COMPARE(QApplication::focusWidget(), &open.code());
    QTest::keyClicks(QApplication::focusWidget(), u"48"_s);
    QTRY_VERIFY(open.window->clock().isHeld());
    open.press(Qt::Key_Escape);
    QTRY_VERIFY(!open.window->clock().isHeld());
}

void tst_Stage::aSmallerWindowIsFilledWithSmallerWords()
{
    Open open;
    open.run.start(Number);
    open.show();
    open.showStage();
    const qreal large = open.stage().findChild<ui::Label *>()->font().pointSizeF();
    QTRY_VERIFY(open.code().isEnabled());
    open.code().setText(u"48"_s);
    open.window->resize(1024, 700);
    QTRY_VERIFY(open.stage().findChild<ui::Label *>()->font().pointSizeF() < large);
    QCOMPARE(open.code().text(), u"48"_s); // nothing typed is lost
}

void tst_Stage::aLargerWindowIsFilledWithLargerWords()
{
    Open open;
    open.run.start(Number);
    open.show({1440, 900});
    open.showStage();
    const qreal asDrawn = open.stage().findChild<ui::Label *>()->font().pointSizeF();
    open.window->resize(2880, 1800);
    QTRY_VERIFY(open.stage().findChild<ui::Label *>()->font().pointSizeF() > 1.5 * asDrawn);
}

void tst_Stage::whatIsStartedInTheDemoIsMarkedAsInvented()
{
    Open open;
    open.run.start(Number); // in the window
    ui::WindowContext demo;
    for (const bool isDemo : {false, true}) {
        demo.isDemo = isDemo;
        open.show({1440, 900}, demo);
        open.showStage();
        QTRY_COMPARE(open.stage().findChild<ui::StageTag *>()->isVisible(), isDemo);
    }
}

void tst_Stage::nothingIsCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("textSize");
    QTest::newRow("as drawn") << QSize(1440, 900) << 1.0;
    QTest::newRow("a projector's") << QSize(1920, 1080) << 1.0;
    QTest::newRow("a large screen's") << QSize(2560, 1440) << 1.0;
    QTest::newRow("the smallest window") << QSize(1024, 700) << 1.0;
    QTest::newRow("the smallest window, the largest text") << QSize(1024, 700) << 2.0;
}

void tst_Stage::nothingIsCutOff()
{
    QFETCH(QSize, size);
    QFETCH(qreal, textSize);
    Open open;
    open.theme.setTextSize(textSize);
    open.run.start(Number);
    open.run.advance(140s);
    open.show(size);
    open.window->resize(size);
    open.showStage();
    QTRY_VERIFY(open.says(u"The SMS was not used. A call is ringing."_s));
    const auto cut = [&] {
        QStringList found;
        for (const QWidget *child : open.stage().findChildren<QWidget *>()) {
            if (!child->isVisible() || child->width() == 0)
                continue;
            const QString name = QString::fromLatin1(child->metaObject()->className());
            const bool scrolls = child->parentWidget()->parentWidget()->inherits("QAbstractScrollArea");
            if (!scrolls && !child->parentWidget()->rect().contains(child->geometry()))
                found << name;
            if (const auto *label = qobject_cast<const QLabel *>(child);
                label && label->height() < (label->wordWrap() ? label->heightForWidth(label->width()) : 0))
                found << label->text();
        }
        return found.join(u'\n');
    };
    QTRY_COMPARE(cut(), QString());
}

PINPATH_TEST(tst_Stage, "tst_stage")

} // namespace tst_stage

#include "tst_stage.moc"
