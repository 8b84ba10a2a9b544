// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/theme/theme.h"
#include "ui/widgets/codefield.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace tst_codefield {

using namespace ui;

class tst_CodeField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enterSendsWhatWasTyped();
    void enterOverAnEmptyFieldSendsNothing();
    void enterDoesNotPressTheDialogsButton();
    void pastingFillsAndDoesNotSend();
    void noMoreCharactersThanCells();
    void aCodeOfOpenLengthGainsCells();
    void typingIntoAFullFieldReplacesTheCell();
    void aClickGoesToItsCell();
    void itIsSpokenAsAnEditableText();
    void aDisabledFieldTakesNothing();
    void theCellToBeFilledWearsTheRing();

private:
    Theme m_theme;
};

void tst_CodeField::enterSendsWhatWasTyped()
{
    CodeField field(m_theme);
    QSignalSpy submitted(&field, &CodeField::submitted);
    QTest::keyClicks(&field, QStringLiteral("4821"));
    QCOMPARE(submitted.count(), 0);
    QTest::keyClick(&field, Qt::Key_Return);
    QTest::keyClick(&field, Qt::Key_Enter); // of the number pad
    QCOMPARE(submitted.count(), 2);
    QCOMPARE(submitted.first().first().toString(), QStringLiteral("4821"));
}

void tst_CodeField::enterOverAnEmptyFieldSendsNothing()
{
    CodeField field(m_theme);
    QSignalSpy submitted(&field, &CodeField::submitted);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
}

void tst_CodeField::enterDoesNotPressTheDialogsButton()
{
    QDialog dialog;
    auto *layout = new QVBoxLayout(&dialog);
    auto *field = new CodeField(m_theme);
    auto *button = new QPushButton(QStringLiteral("Start"));
    layout->addWidget(field);
    layout->addWidget(button);
    button->setDefault(true);
    QSignalSpy clicked(button, &QPushButton::clicked);
    QSignalSpy submitted(field, &CodeField::submitted);
    QTest::keyClicks(field, QStringLiteral("4821\r"));
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(clicked.count(), 0);
}

void tst_CodeField::pastingFillsAndDoesNotSend()
{
    CodeField field(m_theme);
    QSignalSpy submitted(&field, &CodeField::submitted);
    QGuiApplication::clipboard()->setText(QStringLiteral(" 48 21\n"));
    QTest::keySequence(&field, QKeySequence::Paste);
    QCOMPARE(field.text(), QStringLiteral("4821"));
    QCOMPARE(submitted.count(), 0);
}

void tst_CodeField::noMoreCharactersThanCells()
{
    CodeField field(m_theme);
    field.setLength(6);
    QTest::keyClicks(&field, QStringLiteral("12345678"));
    QCOMPARE(field.text(), QStringLiteral("123456"));
    QCOMPARE(field.cellCount(), 6);
}

void tst_CodeField::aCodeOfOpenLengthGainsCells()
{
    CodeField field(m_theme);
    field.setLength(4, 10);
    QCOMPARE(field.cellCount(), 4);
    const int width = field.sizeHint().width();
    QTest::keyClicks(&field, QStringLiteral("abcd"));
    QCOMPARE(field.cellCount(), 5);
    QVERIFY(field.sizeHint().width() > width);
    QTest::keyClicks(&field, QStringLiteral("efghijkl"));
    QCOMPARE(field.text(), QStringLiteral("abcdefghij"));
    QCOMPARE(field.cellCount(), 10);
}

void tst_CodeField::typingIntoAFullFieldReplacesTheCell()
{
    CodeField field(m_theme);
    QTest::keyClicks(&field, QStringLiteral("48-1"));
    field.setCursorPosition(2);
    QTest::keyClicks(&field, QStringLiteral("2"));
    QCOMPARE(field.text(), QStringLiteral("4821"));
    QCOMPARE(field.cursorPosition(), 3);
}

void tst_CodeField::aClickGoesToItsCell()
{
    CodeField field(m_theme);
    field.resize(field.sizeHint());
    field.setText(QStringLiteral("4821"));
    QTest::mouseClick(&field, Qt::LeftButton, {}, field.cellRect(1).center());
    QCOMPARE(field.cursorPosition(), 1);
    field.setText(QStringLiteral("4"));
    QTest::mouseClick(&field, Qt::LeftButton, {}, field.cellRect(3).center());
    QCOMPARE(field.cursorPosition(), 1); // the first empty one
}

void tst_CodeField::itIsSpokenAsAnEditableText()
{
    CodeField field(m_theme);
    field.setText(QStringLiteral("482"));
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&field);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::EditableText);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Code the user types"));
    QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("482"));
}

void tst_CodeField::aDisabledFieldTakesNothing()
{
    CodeField field(m_theme);
    field.setEnabled(false);
    QSignalSpy submitted(&field, &CodeField::submitted);
    QTest::keyClicks(&field, QStringLiteral("4821\r"));
    QVERIFY(field.text().isEmpty());
    QCOMPARE(submitted.count(), 0);
}

void tst_CodeField::theCellToBeFilledWearsTheRing()
{
    const auto ringed = [this](const CodeCells &cells, int cell) {
        QImage image(codeCellsSize(cells.count, m_theme), QImage::Format_RGB32);
        image.fill(m_theme.tokens().base);
        QPainter painter(&image);
        paintCodeCells(painter, {}, cells, m_theme);
        CodeField field(m_theme);
        const QRect rect = field.cellRect(cell);
        return image.pixelColor(rect.left(), rect.center().y()) == m_theme.tokens().accent;
    };
    const CodeCells cells{QStringLiteral("48"), 4, 2};
    QVERIFY(!ringed(cells, 1));
    QVERIFY(ringed(cells, 2));
    QVERIFY(!ringed({QStringLiteral("48"), 4, -1}, 2));
}

PINPATH_TEST(tst_CodeField, "tst_codefield")

} // namespace tst_codefield

#include "tst_codefield.moc"
