// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reportfile.h"
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/board/boardpage.h"
#include "ui/compare/comparepage.h"
#include "ui/frame/pagedeck.h"
#include "ui/import/importdialog.h"
#include "ui/import/importflow.h"
#include "ui/import/previewtable.h"
#include "ui/widgets/emptystate.h"

#include <QAccessible>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>

#include <algorithm>

namespace tst_importdialog {

using namespace Qt::StringLiterals;
using tests::ReportFile;
using tests::ShownWindow;

QPushButton *button(const QWidget &parent, const QString &words)
{
    for (auto *each : parent.findChildren<QPushButton *>()) {
        if (each->text() == words)
            return each;
    }
    return nullptr;
}

bool hasLabel(const QWidget &parent, const QString &words)
{
    const auto labels = parent.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *each) { return each->text() == words; });
}

QString focusedChoice(const QWidget &parent)
{
    const auto *choice = qobject_cast<QRadioButton *>(parent.focusWidget());
    return choice ? choice->text() : QString();
}

ui::ImportDialog *openDialog(ShownWindow &open, ReportFile &file)
{
    open.window->importing().openFile(file.path());
    return open.window->importing().dialog();
}

class tst_ImportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theButtonOfTheEmptyPageAsksForAFile()
    {
        ShownWindow open;
        open.show();
        open.window->pages().show(ui::PageId::Compare);
        auto *empty = open.window->compare().findChild<ui::EmptyState *>();
        QTRY_COMPARE(empty->button()->text(), u"Import a report"_s);
        QVERIFY(!button(*open.window, u"Report"_s)->isEnabled());
        empty->button()->click();
        auto *files = open.window->findChild<QFileDialog *>();
        QVERIFY(files);
        files->reject();
        QVERIFY(!open.window->importing().dialog());
    }

    void importedRowsAreComparedAndOnTheBoard()
    {
        ShownWindow open;
        open.show();
        open.window->pages().show(ui::PageId::Compare);
        ReportFile file;
        file.proportion(1, 700, 1000).proportion(2, 850, 1000).line("bad");
        ui::ImportDialog *dialog = openDialog(open, file);
        auto *table = dialog->findChild<ui::PreviewTable *>();
        QTRY_COMPARE(table->columnCount(), 22);
        QCOMPARE(table->item(1, 14)->text(), u"SUCCESS"_s);
        QCOMPARE(qobject_cast<QComboBox *>(table->cellWidget(0, 14))->currentText(), u"State"_s);
        button(*dialog, u"Import"_s)->click();
        QTRY_COMPARE(dialog->sentence(), u"2,000 of 2,001 rows imported; 1 could not be read."_s);
        QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(),
                 u"line 2002: it has 1 values, the first line names 22 columns"_s);
        QVERIFY(!button(*dialog, u"Import"_s)->isVisible());
        button(*dialog, u"Close"_s)->click();
        QTRY_VERIFY(open.window->comparison().content().verdict.headline.startsWith(
            QString(u"Workflow 2 verifies most users: 15.0"_s).replace(u"Workflow "_s, u"Workflow\u00a0"_s)));
        QTRY_COMPARE(open.window->session().rows().total(), std::size_t(2000));
    }

    void theWorkflowIsStatedAndNeverGuessed()
    {
        ShownWindow open;
        open.show();
        ReportFile file(false);
        file.proportion(0, 3, 4);
        ui::ImportDialog *dialog = openDialog(open, file);
        QTRY_COMPARE(dialog->sentence(), u"Say which workflow the rows used; it is never guessed."_s);
        QVERIFY(!button(*dialog, u"Import"_s)->isEnabled());
        QLineEdit *rules = nullptr;
        for (auto *each : dialog->findChildren<QLineEdit *>()) {
            if (each->accessibleName() == u"Workflows by country, brand or days"_s)
                rules = each;
        }
        QVERIFY(rules);
        rules->setFocus();
        QTest::keyClicks(rules, u"GB:x"_s);
        QVERIFY(dialog->sentence().startsWith(u"\"GB:x\" is no rule: write"_s));
        QVERIFY(!button(*dialog, u"Import"_s)->isEnabled());
        QTest::keyClick(rules, Qt::Key_Backspace);
        QTest::keyClicks(rules, u"6"_s);
        QTRY_COMPARE(dialog->sentence(), u"Ended rows by workflow: 6 gets 4."_s);
        QCOMPARE(open.window->importing().session().choices().rules, u"GB:6"_s);
        dialog->findChild<QSpinBox *>()->setValue(3); // another answer
        QCOMPARE(open.window->importing().session().choices().stated, model::StatedWorkflow::All);
        QCOMPARE(open.window->importing().session().choices().workflow, engine::WorkflowId(3));
        button(*dialog, u"Import"_s)->click();
        QTRY_COMPARE(dialog->sentence(), u"4 of 4 rows imported."_s);
    }

    void itBeginsAtTheFirstColumnAndWithTheQuestion()
    {
        ShownWindow open;
        open.show();
        ReportFile silent(false);
        silent.proportion(0, 3, 4);
        ui::ImportDialog *dialog = openDialog(open, silent);
        auto *table = dialog->findChild<ui::PreviewTable *>();
        QTRY_COMPARE(table->columnCount(), 21);
        QCOMPARE(table->currentColumn(), table->horizontalHeader()->logicalIndex(0));
        QTRY_COMPARE(table->horizontalScrollBar()->value(), 0);
        QVERIFY(hasLabel(*dialog, u"Which workflow did these rows use? No report tells it."_s));
        QCOMPARE(focusedChoice(*dialog), u"All used workflow"_s);
        dialog->close();
        QTRY_VERIFY(!open.window->importing().dialog());
        ReportFile telling;
        telling.proportion(1, 3, 4);
        dialog = openDialog(open, telling);
        QTRY_VERIFY(hasLabel(*dialog, u"Which workflow did these rows use?"_s));
        QCOMPARE(focusedChoice(*dialog),
                 u"As the column for the workflow says; rows without it stay out of comparisons"_s);
    }

    void aColumnOfAnotherNameIsChosenAbove()
    {
        ShownWindow open;
        open.show();
        ReportFile file;
        file.proportion(1, 3, 4);
        file.text().replace("verify_status", "outcome");
        ui::ImportDialog *dialog = openDialog(open, file);
        auto *table = dialog->findChild<ui::PreviewTable *>();
        QTRY_COMPARE(dialog->sentence(), u"No column is taken for: State. Say above which one it is."_s);
        auto *choice = qobject_cast<QComboBox *>(table->cellWidget(0, 14));
        QCOMPARE(choice->accessibleName(), u"Column outcome is taken for"_s);
        choice->setCurrentText(u"State"_s);
        QTRY_COMPARE(dialog->sentence(), u"Ended rows by workflow: 1 gets 4."_s);
        dialog->close();
        QTRY_VERIFY(!open.window->importing().dialog());
    }

    void everyFieldHasAName()
    {
        ShownWindow open;
        open.show();
        ReportFile file;
        file.proportion(1, 3, 4);
        ui::ImportDialog *dialog = openDialog(open, file);
        QTRY_COMPARE(dialog->findChild<ui::PreviewTable *>()->columnCount(), 22);
        for (QWidget *each : dialog->findChildren<QWidget *>()) {
            const bool isInside = qobject_cast<QLineEdit *>(each) && qobject_cast<QSpinBox *>(each->parent());
            if (each->focusPolicy() == Qt::NoFocus || !each->isVisible() || isInside)
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(each);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), each->metaObject()->className());
        }
    }
};

PINPATH_TEST(tst_ImportDialog, "tst_importdialog")

} // namespace tst_importdialog

#include "tst_importdialog.moc"
