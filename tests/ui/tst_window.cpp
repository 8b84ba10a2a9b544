// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/obstaclewords.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"
#include "ui/actions/actiontable.h"
#include "ui/board/boardpage.h"
#include "ui/board/boardtable.h"
#include "ui/board/headlinerow.h"
#include "ui/frame/clockbar.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/statusline.h"
#include "ui/newverification/newverificationdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bannerline.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/findfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/signedlabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>

namespace tst_window {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::BoardModel;

constexpr std::uint64_t Number = 447700900112;

// The window on a real engine, as a person finds it: shown, active, and with the store read.
struct Open {
    explicit Open(engine::ClockSetting clock = {engine::ClockMode::Manual, 1.0, false})
        : run(clock)
    { }

    // After what the store shall already hold.
    void show(QSize size = {1440, 900}, const ui::WindowContext &context = {})
    {
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(theme, *run.engine, context);
        window->resize(size);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(window->session().isRead());
        QTRY_VERIFY(isSettled());
    }

    // Everything in view has been read in full.
    bool isSettled() const
    {
        for (const auto key : table().visibleKeys()) {
            if (!rows().record(key))
                return false;
        }
        return true;
    }

    // What a person types goes to the control that has the focus, as it does at a keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }

    ui::BoardTable &table() const { return *window->findChild<ui::BoardTable *>(); }
    const BoardModel &rows() const { return window->session().rows(); }
    ui::CodeField &code() const { return *window->findChild<ui::CodeField *>(); }
    QString headline() const { return window->findChild<ui::HeadlineRow *>()->sentence(); }
    QString cell(int row, BoardModel::Column column) const
    {
        QAccessibleInterface *all = QAccessible::queryAccessibleInterface(&table());
        return all->tableInterface()->cellAt(row, column)->text(QAccessible::Name);
    }
    bool says(const QString &words) const
    {
        const auto labels = window->findChildren<ui::SignedLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const auto *label) { return label->isVisible() && label->words() == words; });
    }
    int y(BoardModel::Key key) const { return table().visualRect(rows().index(*rows().rowOf(key), 0)).y(); }

    tests::EngineRun run;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

// A code that is not the PIN.
QString otherThan(const QString &pin)
{
    return pin == "0000"_L1 ? u"1111"_s : u"0000"_s;
}

// The dialog, once it takes what is typed.
ui::NewVerificationDialog *openDialog()
{
    auto *dialog = qobject_cast<ui::NewVerificationDialog *>(QApplication::activeModalWidget());
    return dialog && dialog->isAncestorOf(QApplication::focusWidget()) ? dialog : nullptr;
}

QString pinOf(const Open &open)
{
    return open.rows().recordAt(0)->pins.back().digits;
}

QString nameOf(QWidget &control)
{
    QAccessibleInterface *all = QAccessible::queryAccessibleInterface(&control);
    return all ? all->text(QAccessible::Name) : QString();
}

// Controls that Tab or a click reaches and that a screen reader would have no name for.
QStringList namelessControls(const QWidget &window)
{
    QStringList nameless;
    for (QWidget *control : window.findChildren<QWidget *>()) {
        const bool takesFocus = control->isVisible() && control->focusPolicy() != Qt::NoFocus && !control->focusProxy();
        if (takesFocus && nameOf(*control).isEmpty())
            nameless << QString::fromLatin1(control->metaObject()->className());
    }
    return nameless;
}

// What cannot be seen whole: a child beyond its parent's edge, words that are longer than their place.
QStringList cutOff(const QWidget &window)
{
    QStringList found;
    for (const QWidget *child : window.findChildren<QWidget *>()) {
        if (!child->isVisible() || child->isWindow() || child->width() == 0)
            continue;
        const QWidget *parent = child->parentWidget();
        const bool scrolls = parent->parentWidget() && parent->parentWidget()->inherits("QAbstractScrollArea");
        const QString name = QString::fromLatin1(child->metaObject()->className()) + u' ' + child->accessibleName();
        if (!scrolls && !parent->rect().contains(child->geometry()))
            found << u"beyond its parent: "_s + name;
        if (const auto *label = qobject_cast<const QLabel *>(child); label && !label->text().isEmpty()) {
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            if (label->height() < needed || (!label->wordWrap() && label->width() < label->sizeHint().width()))
                found << u"cut: "_s + label->text();
        }
        if (const auto *button = qobject_cast<const QAbstractButton *>(child);
            button && !button->text().isEmpty() && button->width() < button->sizeHint().width())
            found << u"cut: "_s + button->text();
    }
    return found;
}

class tst_Window : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theWholeJobIsDoneWithTheKeyboardAlone();
    void theFirstStartTellsWhatToDo();
    void aTakenNumberIsToldAndCanBeShown();
    void theLastOneCanBeRepeated();
    void aRepetitionThatIsRefusedSaysWhy();
    void threeWrongCodesEndItAndTheFocusGoesToTheTable();
    void typingHoldsTheClockAndSaysSo();
    void newRowsDoNotMoveWhatIsLookedAt();
    void newRowsComeInOverTheSelectedOneWhileItStaysInView();
    void whatWaitsComesInWhereAllRowsAreSeen();
    void newRowsComeInAtTheTopWhileNobodyHasSelected();
    void inTheDemoTheNewestIsShownWhileNobodyHasSelected();
    void theSelectedRowStaysDimmedWhenItNoLongerMatches();
    void findingNothingTellsSoAndCanBeCleared();
    void aRingingPhoneIsAnsweredWithAKey();
    void aRingingPhoneIsDeclinedWithAKey();
    void afterAClickOnAnswerTheCodeIsTyped();
    void aCallOnAnotherNumberIsToldAndShown();
    void severalRowsAreMarkedAndCopied();
    void whereNothingIsShownNothingIsCopied();
    void theClearSignGoesWithTheFilter();
    void theClockKeepsItsPlaceWhenTimeIsSimulated_data();
    void theClockKeepsItsPlaceWhenTimeIsSimulated();
    void startingOverAsksOnlyWhenSomethingWouldBeLost();
    void theDemosActionsHaveKeysInTheDemoAlone();
    void theStatusLineSaysWhenTheClockIsPaused();
    void theTextSizeIsSaidInPerCent();
    void panesAreReachedWithF6();
    void aStoreThatFailsIsToldWithWhatToDo();
    void everyControlThatTakesFocusHasAName();
    void theTimelineReadsAsASentence();
    void thereIsAlwaysACurrentRow();
    void nothingIsCutOffInTheSmallestWindow_data();
    void nothingIsCutOffInTheSmallestWindow();
    void inANarrowWindowThePhoneIsATab();
    void inASmallWindowTheVerificationIsATabThatItsKeysBringUp();
    void chipsKeepMarkAndCountWhereTheirWordsHaveNoRoom();

private:
    QTemporaryDir m_settings;
};

void tst_Window::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void tst_Window::init()
{
    QSettings().clear();
}

void tst_Window::theWholeJobIsDoneWithTheKeyboardAlone()
{
    Open open;
    open.show();
    open.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(openDialog());
    open.type(u"+44 7700 900112"_s);
    open.press(Qt::Key_Tab);
    open.type(u"Acme"_s);
    open.press(Qt::Key_Return);
    QTRY_VERIFY(!openDialog());
    QTRY_COMPARE(QApplication::focusWidget(), &open.code());
    QTRY_COMPARE(open.headline(), u"Running: SMS delivered, 3 tries left, 10:05 until it expires."_s);

    open.run.advance(21s);
    open.type(otherThan(pinOf(open)));
    open.press(Qt::Key_Return);
    QTRY_VERIFY(open.says(u"Wrong code. 2 tries left."_s));
    QVERIFY(nameOf(open.code()).startsWith(u"Wrong code. 2 tries left."_s));
    QCOMPARE(open.code().text(), QString());

    open.run.advance(9s);
    QTRY_VERIFY(!open.window->session().handset().pin().isEmpty());
    open.press(Qt::Key_P, Qt::AltModifier);
    QTRY_COMPARE(open.code().text(), pinOf(open));
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.cell(0, BoardModel::State), u"verified in 30 s"_s);
    QTRY_VERIFY(open.cell(0, BoardModel::Timeline).contains("code accepted at 30 s"_L1));
    QTRY_VERIFY(open.says(u"Verified after 30 s."_s));
}

void tst_Window::theFirstStartTellsWhatToDo()
{
    Open open;
    open.show();
    const auto states = open.window->findChildren<ui::EmptyState *>();
    const auto shown = std::find_if(states.begin(), states.end(), [](const auto *state) { return state->isVisible(); });
    QVERIFY(shown != states.end());
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>((*shown)->button()));
    open.press(Qt::Key_Space);
    QTRY_VERIFY(openDialog());
    open.press(Qt::Key_Escape);
    QTRY_VERIFY(!openDialog());
    QVERIFY(!open.table().isVisible());
}

void tst_Window::aTakenNumberIsToldAndCanBeShown()
{
    Open open;
    open.run.start(Number);
    open.run.start(Number + 1);
    open.show();
    open.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(openDialog());
    open.type(u"+44 7700 900112"_s);
    open.press(Qt::Key_Tab);
    const auto problems = openDialog()->findChildren<ui::SignedLabel *>();
    const QString taken = u"This number has a running verification, started 0 s ago."_s;
    QVERIFY(std::any_of(problems.begin(), problems.end(),
                        [&](const auto *label) { return label->isVisible() && label->words() == taken; }));
    open.press(Qt::Key_Backtab);
    open.press(Qt::Key_Tab);
    for (QWidget *control : openDialog()->findChildren<QWidget *>()) {
        if (control->isVisible() && nameOf(*control) == "Show it"_L1)
            control->setFocus(Qt::TabFocusReason);
    }
    open.press(Qt::Key_Space);
    QTRY_VERIFY(!openDialog());
    QTRY_COMPARE(open.cell(open.table().currentIndex().row(), BoardModel::Number), u"+44 7700 900112"_s);
}

void tst_Window::theLastOneCanBeRepeated()
{
    Open open;
    open.show();
    open.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(openDialog());
    open.type(u"+44 7700 900112"_s);
    open.press(Qt::Key_Tab);
    open.type(u"Acme"_s);
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.rows().rowCount(), 1);
    open.run.advance(606s);
    QTRY_COMPARE(open.cell(0, BoardModel::State), u"expired at 10:05"_s);
    open.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(open.rows().rowCount(), 2);
    QVERIFY(!openDialog());
    QTRY_COMPARE(open.table().currentIndex().row(), 0);
    QTRY_COMPARE(QApplication::focusWidget(), &open.code());
}

void tst_Window::aRepetitionThatIsRefusedSaysWhy()
{
    Open open;
    open.show();
    open.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(openDialog());
    open.type(u"+44 7700 900112"_s);
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.rows().rowCount(), 1);
    open.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier); // it runs
    QTRY_VERIFY(openDialog());
    QTRY_VERIFY(open.says(u"This number has a running verification, started 0 s ago."_s));
    open.press(Qt::Key_Escape);
    QTRY_VERIFY(!openDialog());

    open.run.advance(606s);
    QTRY_COMPARE(open.cell(0, BoardModel::State), u"expired at 10:05"_s);
    engine::Account account = open.run.engine->account();
    account.isBarred = true;
    tests::EngineRun::await<engine::PolicyReply>([&](auto reply) { open.run.engine->changePolicy(account, reply); });
    open.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(openDialog());
    QVERIFY(open.says(model::obstacleText({engine::Barrier::AccountBarred, {}})));
    QCOMPARE(open.rows().rowCount(), 1);
}

void tst_Window::threeWrongCodesEndItAndTheFocusGoesToTheTable()
{
    Open open;
    open.run.start(Number);
    open.show();
    open.press(Qt::Key_F4);
    QCOMPARE(QApplication::focusWidget(), &open.code());
    for (const QString &reply : {u"Wrong code. 2 tries left."_s, u"Wrong code. 1 try left."_s}) {
        open.type(otherThan(pinOf(open)));
        open.press(Qt::Key_Return);
        QTRY_VERIFY(open.says(reply));
    }
    open.type(otherThan(pinOf(open)));
    open.press(Qt::Key_Return);
    QTRY_VERIFY(open.says(u"Third wrong code: the request has failed."_s));
    QTRY_COMPARE(QApplication::focusWidget(), &open.table());
    QVERIFY(!open.code().isEnabled());
}

void tst_Window::typingHoldsTheClockAndSaysSo()
{
    Open open({engine::ClockMode::Scaled, 20, false});
    open.run.start(Number);
    open.show();
    open.press(Qt::Key_F4);
    QVERIFY(!open.window->clock().isHeld());
    open.type(u"48"_s);
    QTRY_COMPARE(open.run.engine->clock().setting().speed, 1.0);
    QCOMPARE(open.window->clock().note(), u"1x while you type, then 20x"_s);
    open.press(Qt::Key_Escape);
    QTRY_COMPARE(open.run.engine->clock().setting().speed, 20.0);
}

void tst_Window::newRowsDoNotMoveWhatIsLookedAt()
{
    Open open;
    for (int i = 0; i < 40; ++i) {
        open.run.start(Number + std::uint64_t(i));
        open.run.advance(1s);
    }
    open.show();
    open.press(Qt::Key_PageDown);
    const auto selected = *open.table().selected();
    const int before = open.y(selected);
    for (int i = 40; i < 46; ++i)
        open.run.start(Number + std::uint64_t(i));
    QTRY_COMPARE(open.rows().waiting(), 6u);
    QCOMPARE(open.y(selected), before);
    QCOMPARE(open.rows().rowCount(), 40);

    // Let in from further down, they still move nothing that is in view.
    open.table().verticalScrollBar()->setValue(10 * 28);
    const int scrolled = open.y(selected);
    const_cast<BoardModel &>(open.rows()).setHeld(false);
    QTRY_COMPARE(open.rows().rowCount(), 46);
    QCOMPARE(open.y(selected), scrolled);
    QCOMPARE(open.table().selected(), std::optional(selected));
}

void tst_Window::newRowsComeInOverTheSelectedOneWhileItStaysInView()
{
    Open open;
    open.run.start(Number);
    open.run.start(Number + 1);
    open.show();
    open.press(Qt::Key_Down);
    const auto selected = *open.table().selected();
    open.run.start(Number + 2); // by an app, while somebody looks at another one
    QTRY_COMPARE(open.rows().rowCount(), 3);
    QCOMPARE(open.table().selected(), std::optional(selected));
    QCOMPARE(open.table().verticalScrollBar()->value(), 0);

    // As many more as the view has rows would push it out: they wait, and moving the selection lets none in.
    const int inView = open.table().viewport()->height() / open.table().rowHeight(0);
    for (int i = 3; i < inView + 3; ++i) {
        open.run.start(Number + std::uint64_t(i));
        QTRY_COMPARE(open.rows().rowCount() + int(open.rows().waiting()), i + 1);
    }
    QCOMPARE(open.rows().rowCount(), inView);
    QCOMPARE(open.table().verticalScrollBar()->value(), 0);
    QVERIFY(open.table().viewport()->rect().contains(open.table().visualRect(open.table().currentIndex()).center()));
    open.press(Qt::Key_Up);
    QCOMPARE(open.rows().waiting(), 3u);
    open.press(Qt::Key_Home, Qt::ControlModifier);
    QTRY_COMPARE(open.rows().rowCount(), inView + 3);
}

void tst_Window::whatWaitsComesInWhereAllRowsAreSeen()
{
    Open open;
    for (int i = 0; i < 8; ++i)
        open.run.start(Number + std::uint64_t(i));
    open.show();
    const auto all = open.window->board().findChildren<QSplitter *>();
    QSplitter *panes
        = *std::find_if(all.begin(), all.end(), [](auto *each) { return each->orientation() == Qt::Vertical; });
    const QList<int> usual = panes->sizes();
    panes->setSizes({1, usual[0] + usual[1]}); // the least there is: not all rows are in view
    QTRY_VERIFY(open.table().viewport()->height() < 8 * open.table().rowHeight(0));
    open.press(Qt::Key_End, Qt::ControlModifier);
    open.run.start(Number + 8);
    QTRY_COMPARE(open.rows().waiting(), 1u);
    panes->setSizes(usual);
    QTRY_COMPARE(open.rows().waiting(), 0u);
    QCOMPARE(open.rows().rowCount(), 9);
}

void tst_Window::newRowsComeInAtTheTopWhileNobodyHasSelected()
{
    Open open;
    open.run.start(Number);
    open.show();
    const auto first = *open.table().selected();
    open.run.start(Number + 1);
    QTRY_COMPARE(open.rows().rowCount(), 2);
    QCOMPARE(open.rows().waiting(), 0u);
    QCOMPARE(open.table().selected(), std::optional(first)); // the selection belongs to the verification
    QCOMPARE(open.table().currentIndex().row(), 1);
}

void tst_Window::inTheDemoTheNewestIsShownWhileNobodyHasSelected()
{
    Open open;
    open.run.start(Number);
    ui::WindowContext demo;
    demo.isDemo = true;
    open.show({1440, 900}, demo);
    QTRY_VERIFY(open.table().selected());
    const auto first = *open.table().selected();
    open.run.start(Number + 1);
    QTRY_VERIFY(open.table().selected() > first);
    QCOMPARE(open.table().currentIndex().row(), 0);
    const auto shown = [&] { return open.window->session().selected().record(); };
    QTRY_VERIFY(shown() && shown()->request.number == engine::PhoneNumber(Number + 1));

    open.press(Qt::Key_Down);
    QCOMPARE(open.table().selected(), std::optional(first));
    open.run.start(Number + 2);
    QTRY_COMPARE(open.rows().rowCount(), 3);
    QCOMPARE(open.table().selected(), std::optional(first)); // which somebody has selected
}

void tst_Window::theSelectedRowStaysDimmedWhenItNoLongerMatches()
{
    Open open;
    const engine::RequestId id = open.run.start(Number, 1, u"4821"_s);
    open.run.start(Number + 1);
    open.show();
    open.press(Qt::Key_Down);
    QSignalSpy filtered(&open.rows(), &BoardModel::filterChanged);
    const_cast<BoardModel &>(open.rows()).setFilter({model::StateChip::Running, {}});
    QTRY_COMPARE(filtered.count(), 1);
    open.press(Qt::Key_Down);
    QCOMPARE(open.table().currentIndex().row(), 1);
    open.run.check(id, u"4821"_s);
    QTRY_COMPARE(open.cell(1, BoardModel::State), u"verified in 0 s, no longer matches"_s);
    open.press(Qt::Key_Up);
    QTRY_COMPARE(open.rows().rowCount(), 1);
}

void tst_Window::findingNothingTellsSoAndCanBeCleared()
{
    Open open;
    open.run.start(Number);
    open.show();
    open.press(Qt::Key_F, Qt::ControlModifier);
    open.type(u"9999"_s);
    QTRY_VERIFY(!open.table().isVisible());
    QCOMPARE(open.rows().rowCount(), 0);
    open.press(Qt::Key_Escape);
    QTRY_COMPARE(nameOf(*QApplication::focusWidget()), u"Clear filter"_s);
    open.press(Qt::Key_Space);
    QTRY_VERIFY(open.table().isVisible());
    QTRY_COMPARE(open.rows().rowCount(), 1);
    QTRY_COMPARE(QApplication::focusWidget(), &open.table());
}

void tst_Window::aRingingPhoneIsAnsweredWithAKey()
{
    Open open;
    open.run.start(Number, 7); // a call at once
    open.run.advance(5s);
    open.show();
    QTRY_COMPARE(open.cell(0, BoardModel::State), u"ringing, 4:55 left"_s);
    open.press(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(open.cell(0, BoardModel::Timeline).contains("call answered"_L1));
    open.type(u"48"_s); // as it is spoken
    QCOMPARE(open.code().text(), u"48"_s);
}

void tst_Window::aRingingPhoneIsDeclinedWithAKey()
{
    Open open;
    open.run.start(Number, 7); // a call at once
    open.run.advance(5s);
    open.show();
    QTRY_COMPARE(open.cell(0, BoardModel::State), u"ringing, 4:55 left"_s);
    open.press(Qt::Key_D, Qt::AltModifier);
    QTRY_VERIFY(open.cell(0, BoardModel::Timeline).contains("call declined"_L1));
}

void tst_Window::afterAClickOnAnswerTheCodeIsTyped()
{
    Open open;
    open.run.start(Number, 7); // a call at once
    open.run.advance(5s);
    open.show();
    QTRY_COMPARE(open.cell(0, BoardModel::State), u"ringing, 4:55 left"_s);
    const auto buttons = open.window->findChildren<QPushButton *>();
    const auto answer = std::ranges::find_if(
        buttons, [](const QPushButton *each) { return each->isVisible() && each->text() == "Answer"_L1; });
    QVERIFY(answer != buttons.end());
    (*answer)->setFocus(Qt::MouseFocusReason);
    QTest::mouseClick(*answer, Qt::LeftButton);
    QTRY_VERIFY(open.code().hasFocus());
    open.type(u"12"_s);
    QCOMPARE(open.code().text(), u"12"_s);
}

void tst_Window::aCallOnAnotherNumberIsToldAndShown()
{
    Open open;
    const engine::RequestId rings = open.run.start(Number, 7); // a call at once
    open.run.start(Number + 1, 4);
    open.run.advance(5s);
    open.show();
    const auto told = [&] {
        for (auto *button : open.window->board().findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == "1 ringing"_L1)
                return button;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    const auto selected = [&] {
        const auto &record = open.window->session().selected().record();
        return record ? record->request.id : engine::RequestId();
    };
    QTRY_VERIFY(selected() != engine::RequestId() && selected() != rings);
    QTRY_VERIFY(told());
    told()->click();
    QTRY_COMPARE(selected(), rings);
    QTRY_VERIFY(!told()); // its phone is in sight
}

void tst_Window::severalRowsAreMarkedAndCopied()
{
    Open open;
    for (std::uint64_t i = 0; i < 3; ++i)
        open.run.start(Number + i, 1);
    open.show();
    open.table().setFocus();
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(open.table().markedRows(), (std::vector<int>{0, 1}));
    open.press(Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.count(u'\n'), 2);
    QCOMPARE(copied.count(open.rows().summaryAt(0).id.toString()), 1);
    open.press(Qt::Key_Down);
    QCOMPARE(open.table().markedRows(), std::vector<int>{2});
}

void tst_Window::whereNothingIsShownNothingIsCopied()
{
    Open open;
    open.run.start(Number, 1);
    open.show();
    QGuiApplication::clipboard()->setText(u"kept"_s);
    open.press(Qt::Key_F, Qt::ControlModifier);
    open.type(u"900999"_s);
    QTRY_COMPARE(open.rows().rowCount(), 0);
    open.window->findChild<ui::Actions *>()->find(ui::ActionId::CopyRowsText)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"kept"_s);
    const auto labels = open.window->board().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text() == "No row is shown, so none was copied."_L1;
    }));
}

void tst_Window::theClearSignGoesWithTheFilter()
{
    Open open;
    open.run.start(Number, 1);
    open.show();
    open.press(Qt::Key_F, Qt::ControlModifier);
    auto &find = *qobject_cast<ui::FindField *>(QApplication::focusWidget());
    const auto clear = [&] {
        const auto signs = find.findChildren<QAbstractButton *>();
        return std::ranges::any_of(signs, [&](const QAbstractButton *sign) {
            return sign->isVisible() && sign->x() > find.width() / 2 && sign->property("opacity").toReal() > 0;
        });
    };
    open.type(u"900999"_s);
    QTRY_COMPARE(open.rows().rowCount(), 0);
    QTRY_VERIFY(clear());
    open.press(Qt::Key_Escape); // to the button that clears
    open.press(Qt::Key_Space);
    QTRY_COMPARE(open.rows().rowCount(), 1);
    QCOMPARE(find.text(), QString());
    QTRY_VERIFY(!clear());
}

void tst_Window::theClockKeepsItsPlaceWhenTimeIsSimulated_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1440, 1240, 1100, 1024})
        QTest::addRow("%d", width) << width;
}

void tst_Window::theClockKeepsItsPlaceWhenTimeIsSimulated()
{
    QFETCH(int, width);
    Open open(engine::ClockSetting{});
    open.show({width, 800});
    auto &speeds = *open.window->findChild<ui::ClockBar *>()->findChild<ui::SegmentedControl *>();
    const auto place = [&] { return speeds.mapTo(open.window.get(), QPoint()).x(); };
    const int before = place();
    open.window->findChild<ui::Actions *>()->find(ui::ActionId::PauseClock)->trigger();
    QTRY_VERIFY(open.window->clock().isPaused());
    QTest::qWait(0);
    QCOMPARE(place(), before);
}

void tst_Window::startingOverAsksOnlyWhenSomethingWouldBeLost()
{
    Open open;
    ui::WindowContext demo;
    demo.isDemo = true;
    open.show({1440, 900}, demo);
    QSignalSpy startsOver(open.window.get(), &ui::MainWindow::startOverWanted);
    const auto buttons = open.window->findChild<ui::BannerLine *>()->findChildren<QAbstractButton *>();
    const auto startOver = std::ranges::find(buttons, u"Start over"_s, &QAbstractButton::text);
    QVERIFY(startOver != buttons.end());
    (*startOver)->click();
    QCOMPARE(startsOver.count(), 1);

    open.run.start(Number);
    QTRY_COMPARE(open.rows().total(), 1U);
    const auto question = [] { return qobject_cast<QMessageBox *>(QApplication::activeModalWidget()); };
    (*startOver)->click();
    QTRY_VERIFY(question());
    QVERIFY(question()->text().endsWith(u"1 verification that you or your app started goes."_s));
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QCOMPARE(startsOver.count(), 1);
    (*startOver)->click();
    QTRY_VERIFY(question());
    const auto answers = question()->buttons();
    const auto goOn = std::ranges::find(answers, u"Start over"_s, &QAbstractButton::text);
    QVERIFY(goOn != answers.end());
    (*goOn)->click();
    QCOMPARE(startsOver.count(), 2);
}

void tst_Window::theDemosActionsHaveKeysInTheDemoAlone()
{
    Open open;
    open.show();
    QVERIFY(!open.window->findChild<ui::Actions *>()->find(ui::ActionId::StartOver));
    ui::WindowContext demo;
    demo.isDemo = true;
    open.show({1440, 900}, demo);
    QSignalSpy starts(open.window.get(), &ui::MainWindow::startOnePerWorkflowWanted);
    QSignalSpy startsOver(open.window.get(), &ui::MainWindow::startOverWanted);
    open.press(Qt::Key_F3);
    QCOMPARE(starts.count(), 1);
    open.press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(startsOver.count(), 1);
}

void tst_Window::theStatusLineSaysWhenTheClockIsPaused()
{
    Open open({engine::ClockMode::Scaled, 20, true});
    open.show();
    const auto says = [&](const QString &words) {
        const auto labels = open.window->findChild<ui::StatusLine *>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const auto *label) { return label->text() == words; });
    };
    QVERIFY(says(u"Engine paused"_s));
    open.window->clock().setSpeed(20);
    QVERIFY(says(u"Engine running"_s));
}

void tst_Window::theTextSizeIsSaidInPerCent()
{
    Open open;
    open.show();
    open.press(Qt::Key_Plus, Qt::ControlModifier);
    const auto labels = open.window->findChild<ui::StatusLine *>()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const auto *label) { return label->isVisible() && label->text() == "Text size 110 %"_L1; }));
}

void tst_Window::panesAreReachedWithF6()
{
    Open open;
    open.run.start(Number);
    open.show();
    QCOMPARE(QApplication::focusWidget(), &open.table());
    QWidgetList visited;
    for (int i = 0; i < 5; ++i) {
        open.press(Qt::Key_F6);
        QVERIFY(!visited.contains(QApplication::focusWidget()));
        visited << QApplication::focusWidget();
    }
    QCOMPARE(visited.last(), &open.table()); // round
    open.press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), visited.at(3));
}

void tst_Window::aStoreThatFailsIsToldWithWhatToDo()
{
    Open open;
    open.run.start(Number);
    open.show();
    QVERIFY(!open.window->findChild<ui::BannerLine *>());
    open.run.canStoreWrite = false;
    open.run.start(Number + 1);
    QTRY_VERIFY(open.window->findChild<ui::BannerLine *>());
    QAbstractButton *retry = open.window->findChild<ui::BannerLine *>()->findChild<QAbstractButton *>();
    QVERIFY(retry->isVisible());
    open.run.canStoreWrite = true;
    retry->click();
    QTRY_VERIFY(!open.window->findChild<ui::BannerLine *>());
}

void tst_Window::everyControlThatTakesFocusHasAName()
{
    Open open;
    open.run.start(Number);
    open.show();
    QCOMPARE(namelessControls(*open.window).join(u'\n'), QString());
    open.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(openDialog());
    for (auto *button : openDialog()->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == "More, closed"_L1)
            button->click();
    }
    QCOMPARE(namelessControls(*openDialog()).join(u'\n'), QString());
}

void tst_Window::theTimelineReadsAsASentence()
{
    Open open;
    open.run.start(Number);
    open.run.advance(125s + 25s);
    open.show();
    QTRY_COMPARE(open.cell(0, BoardModel::Timeline), u"SMS delivered at once; call not answered; 7:35 left"_s);
}

void tst_Window::thereIsAlwaysACurrentRow()
{
    Open open;
    open.run.start(Number);
    open.show();
    QCOMPARE(open.table().currentIndex().row(), 0);
    auto &rows = const_cast<BoardModel &>(open.rows());
    rows.setFilter({model::StateChip::Expired, {}});
    QTRY_VERIFY(!open.table().selected());
    rows.setFilter({});
    QTRY_COMPARE(open.table().currentIndex().row(), 0);
    QVERIFY(open.table().selected());
}

void tst_Window::nothingIsCutOffInTheSmallestWindow_data()
{
    QTest::addColumn<bool>("isTyping");
    QTest::newRow("at rest") << false;
    QTest::newRow("while a code is typed") << true;
}

void tst_Window::nothingIsCutOffInTheSmallestWindow()
{
    QFETCH(bool, isTyping);
    Open open({engine::ClockMode::Scaled, 20, false});
    for (int i = 0; i < 30; ++i)
        open.run.start(Number + std::uint64_t(i));
    open.run.advance(150s);
    open.show({1024, 700});
    QCOMPARE(open.window->size(), QSize(1024, 700));
    if (isTyping) {
        open.press(Qt::Key_F4);
        open.type(u"48"_s);
        QTRY_VERIFY(open.window->clock().isHeld());
    }
    QTest::qWait(200); // a tick of the clock lays out what it says
    QSignalSpy ticks(&open.window->clock(), &model::ClockModel::ticked);
    QTRY_VERIFY(ticks.count() >= 2); // one lays out what it says
    QCOMPARE(cutOff(*open.window).join(u'\n'), QString());
}

void tst_Window::inANarrowWindowThePhoneIsATab()
{
    Open open;
    open.run.start(Number);
    open.show({1024, 700});
    const auto *tabs = open.window->findChild<QTabWidget *>();
    const auto hasPhone = [tabs] {
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == "Phone"_L1)
                return true;
        }
        return false;
    };
    QVERIFY(hasPhone());
    open.window->resize(1300, 800);
    QTRY_VERIFY(!hasPhone());
}

void tst_Window::inASmallWindowTheVerificationIsATabThatItsKeysBringUp()
{
    Open open;
    open.run.start(Number);
    open.theme.setTextSize(1.5);
    open.show({1024, 700});
    auto *tabs = open.window->findChild<QTabWidget *>();
    QCOMPARE(tabs->tabText(0), u"Timeline"_s);
    QVERIFY(open.code().isVisible());
    tabs->setCurrentIndex(1);
    QVERIFY(!open.code().isVisible());
    open.press(Qt::Key_F4);
    QTRY_COMPARE(QApplication::focusWidget(), &open.code());
    open.theme.setTextSize(1);
    QTRY_COMPARE(tabs->tabText(0), u"Events"_s);
    QVERIFY(open.code().isVisible());
}

void tst_Window::chipsKeepMarkAndCountWhereTheirWordsHaveNoRoom()
{
    Open open;
    open.run.start(Number);
    open.theme.setTextSize(1.5);
    open.show({1024, 700});
    const auto chips = open.window->board().findChildren<ui::Chip *>();
    QCOMPARE(chips.size(), 6);
    const auto reach
        = [&chips] { return chips.back()->mapTo(chips.back()->window(), chips.back()->rect().topRight()); };
    QTRY_VERIFY(reach().x() < open.window->width());
    QCOMPARE(chips[1]->accessibleName(), u"Running, 1"_s);
    QCOMPARE(chips[1]->toolTip(), u"Running"_s);
    QCOMPARE(chips[0]->toolTip(), QString()); // it has no mark, and keeps its word
    open.theme.setTextSize(1);
    QTRY_COMPARE(chips[1]->toolTip(), QString());
}

PINPATH_TEST(tst_Window, "tst_window")

} // namespace tst_window

#include "tst_window.moc"
