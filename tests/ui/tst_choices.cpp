// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace tst_choices {

using namespace ui;

QList<QAbstractButton *> segmentsOf(const SegmentedControl &control)
{
    return control.findChildren<QAbstractButton *>();
}

const QStringList Speeds{QStringLiteral("1x"), QStringLiteral("10x"), QStringLiteral("20x"), QStringLiteral("60x")};

class tst_Choices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChipIsSwitchedWithTheSpaceBar();
    void arrowsWalkAnExclusiveRowOfChips();
    void aChipSaysItsCount();
    void aChipKeepsItsWidthWhenChecked();
    void arrowsChooseAmongSegments();
    void aClickChoosesASegment();
    void choosingByProgramIsNotAChoiceOfTheUser();
    void segmentsKeepTheirPlaceWhenTheChoiceMoves();
    void segmentsAreSpokenAsRadioButtons();
    void aHeldSegmentIsUnderlined();
    void theListOfANarrowFieldIsReadWhole();
    void theWheelTurnsAFieldOnlyWithTheFocus();
    void tabReachesTheCheckedOneAndArrowsChoose();

private:
    Theme m_theme;
};

void tst_Choices::theListOfANarrowFieldIsReadWhole()
{
    ChoiceField field;
    field.addItems({QStringLiteral("arrive"), QStringLiteral("late by 5 min, and then some")});
    field.setFixedWidth(60);
    field.show();
    field.showPopup();
    QTRY_VERIFY(field.view()->isVisible());
    QVERIFY(field.view()->viewport()->width() >= field.view()->sizeHintForColumn(0));
    field.hidePopup();
}

void tst_Choices::theWheelTurnsAFieldOnlyWithTheFocus()
{
    m_theme.applyTo(*qApp);
    QScrollArea page;
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    auto *other = new QLineEdit;
    auto *number = new QSpinBox;
    auto *list = new ChoiceField;
    auto *typed = new QComboBox;
    typed->setEditable(true);
    for (QComboBox *field : {static_cast<QComboBox *>(list), typed})
        field->addItems(Speeds);
    for (QWidget *field : {static_cast<QWidget *>(other), static_cast<QWidget *>(number), static_cast<QWidget *>(list),
                           static_cast<QWidget *>(typed)})
        column->addWidget(field);
    column->addSpacing(2000);
    page.setWidget(inside);
    page.resize(300, 300);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    other->setFocus();

    const auto turn = [](QWidget &field) {
        const QPointF at = field.rect().center();
        QWheelEvent event(at, field.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&field, &event);
    };
    for (QWidget *field :
         {static_cast<QWidget *>(number), static_cast<QWidget *>(list), static_cast<QWidget *>(typed->lineEdit())}) {
        turn(*field);
    }
    QCOMPARE(number->value(), 0);
    QCOMPARE(list->currentIndex(), 0);
    QCOMPARE(typed->currentIndex(), 0);
    QVERIFY(other->hasFocus());

    list->setFocus();
    turn(*list);
    QCOMPARE(list->currentIndex(), 1);
}

void tst_Choices::tabReachesTheCheckedOneAndArrowsChoose()
{
    m_theme.applyTo(*qApp);
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *before = new QLineEdit;
    auto *choice = new SegmentedControl(m_theme, Speeds);
    auto *after = new QLineEdit;
    for (QWidget *field :
         {static_cast<QWidget *>(before), static_cast<QWidget *>(choice), static_cast<QWidget *>(after)})
        column->addWidget(field);
    choice->setCurrent(2);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };

    before->setFocus();
    press(Qt::Key_Tab);
    QVERIFY(segmentsOf(*choice)[2]->hasFocus());
    press(Qt::Key_Left);
    QCOMPARE(choice->current(), 1);
    QVERIFY(segmentsOf(*choice)[1]->hasFocus());
    press(Qt::Key_Tab);
    QVERIFY(after->hasFocus());
    choice->setCurrent(0); // by program, so that Tab would still find the one that was left
    QTest::keyClick(after, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(segmentsOf(*choice)[0]->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(before->hasFocus());
}

void tst_Choices::aChipIsSwitchedWithTheSpaceBar()
{
    Chip chip(m_theme, QStringLiteral("Running"), Mark::Running);
    QVERIFY(chip.focusPolicy() & Qt::TabFocus);
    QTest::keyClick(&chip, Qt::Key_Space);
    QVERIFY(chip.isChecked());
    QTest::keyClick(&chip, Qt::Key_Space);
    QVERIFY(!chip.isChecked());
}

void tst_Choices::arrowsWalkAnExclusiveRowOfChips()
{
    QWidget row;
    Chip all(m_theme, QStringLiteral("All"), {}, &row);
    Chip running(m_theme, QStringLiteral("Running"), Mark::Running, &row);
    running.move(200, 0);
    QButtonGroup group;
    group.addButton(&all);
    group.addButton(&running);
    all.setChecked(true);
    row.show();
    QVERIFY(QTest::qWaitForWindowActive(&row));
    all.setFocus();
    QTest::keyClick(&all, Qt::Key_Right);
    QVERIFY(running.isChecked());
    QVERIFY(!all.isChecked());
}

void tst_Choices::aChipSaysItsCount()
{
    Chip chip(m_theme, QStringLiteral("Running"), Mark::Running);
    chip.setCount(QStringLiteral("12"));
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&chip);
    QVERIFY(spoken);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Running, 12"));
    QVERIFY(spoken->state().checkable);
}

void tst_Choices::aChipKeepsItsWidthWhenChecked()
{
    Chip chip(m_theme, QStringLiteral("Verified"), Mark::Verified);
    chip.setCount(QStringLiteral("1,010"));
    const QSize before = chip.sizeHint();
    chip.setChecked(true);
    QCOMPARE(chip.sizeHint(), before);
}

void tst_Choices::arrowsChooseAmongSegments()
{
    SegmentedControl control(m_theme, Speeds);
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    control.show();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    QWidget *first = segmentsOf(control).first();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(control.current(), 1);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toInt(), 1);
}

void tst_Choices::aClickChoosesASegment()
{
    SegmentedControl control(m_theme, Speeds);
    control.show();
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    QWidget *last = segmentsOf(control).last();
    QTest::mouseClick(last, Qt::LeftButton, {}, last->rect().topRight() + QPoint(-3, 3)); // not only its words
    QCOMPARE(control.current(), 3);
    QCOMPARE(chosen.count(), 1);
}

void tst_Choices::choosingByProgramIsNotAChoiceOfTheUser()
{
    SegmentedControl control(m_theme, Speeds);
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    control.setCurrent(2);
    QCOMPARE(control.current(), 2);
    QCOMPARE(chosen.count(), 0);
}

void tst_Choices::segmentsKeepTheirPlaceWhenTheChoiceMoves()
{
    SegmentedControl control(m_theme, {QStringLiteral("since request"), QStringLiteral("time of day")});
    control.show();
    const QRect before = segmentsOf(control).last()->geometry();
    control.setCurrent(1);
    QCoreApplication::processEvents();
    QCOMPARE(segmentsOf(control).last()->geometry(), before);
}

void tst_Choices::segmentsAreSpokenAsRadioButtons()
{
    SegmentedControl control(m_theme, Speeds);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(segmentsOf(control).first());
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::RadioButton);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("1x"));
    QVERIFY(spoken->state().checked);
}

void tst_Choices::aHeldSegmentIsUnderlined()
{
    SegmentedControl control(m_theme, Speeds);
    control.setFramed(false);
    control.setCurrentColours(&Tokens::simulated, &Tokens::base);
    control.show();
    const QWidget *held = segmentsOf(control).at(2);
    const QPoint line = held->geometry().bottomLeft() - QPoint(-4, 1);
    QVERIFY(control.grab().toImage().pixelColor(line) != m_theme.tokens().simulated);
    control.setHeld(2);
    QCOMPARE(control.grab().toImage().pixelColor(line), m_theme.tokens().simulated);
}

PINPATH_TEST(tst_Choices, "tst_choices")

} // namespace tst_choices

#include "tst_choices.moc"
