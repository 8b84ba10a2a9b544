// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardmodel.h"
#include "model/board/newverification.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"
#include "ui/actions/actionsheet.h"
#include "ui/newverification/newverificationdialog.h"
#include "ui/newverification/numberfield.h"
#include "ui/newverification/startflow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fittingscrollarea.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace tst_newverificationdialog {

using namespace Qt::StringLiterals;
using engine::Parameter;

struct Open {
    explicit Open(qreal textSize)
    {
        theme.setTextSize(textSize);
        theme.applyTo(*qApp);
        form.set(Parameter::Number, u"+44 7700 900112"_s);
        form.set(Parameter::Brand, u"A brand that is far too long"_s);
        form.set(Parameter::PinExpiry, u"30"_s);
        dialog = std::make_unique<ui::NewVerificationDialog>(theme, form);
        dialog->show();
        dialog->activateWindow();
        dialog->start(); // opens More and tells both problems
    }
    ~Open() { qApp->setFont({}); }

    QPushButton *button(const QString &words) const
    {
        const auto all = dialog->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(all, [&](const QPushButton *each) { return each->text() == words; });
        return found == all.end() ? nullptr : *found;
    }
    QScrollBar &bar() const { return *dialog->findChild<ui::FittingScrollArea *>()->verticalScrollBar(); }

    tests::EngineRun run;
    const model::NumberMask mask;
    model::BoardModel board{mask};
    model::NewVerification form{*run.engine, board};
    ui::Theme theme;
    std::unique_ptr<ui::NewVerificationDialog> dialog;
};

bool isInView(const QWidget &part, const QWidget &whole)
{
    return part.isVisible() && part.visibleRegion().boundingRect() == part.rect()
        && whole.rect().contains(QRect(part.mapTo(&whole, QPoint()), part.size()));
}

class tst_NewVerificationDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itFitsTheScreenAndItsButtonsStayInSight_data();
    void itFitsTheScreenAndItsButtonsStayInSight();
    void whereThereIsRoomNothingScrolls();
    void whatTakesTheFocusIsScrolledIntoView();
    void onANarrowScreenAllStandsInOneColumn();
    void f1ShowsItsKeys();
    void onTheFirstRunOnlyTheNumberIsNeeded();
    void theFirstTestNumberIsHighlightedWhenTheListOpens();
};

void tst_NewVerificationDialog::onANarrowScreenAllStandsInOneColumn()
{
    const Open open(1.5);
    QVERIFY(open.dialog->screen()->availableSize().width() < 1024);
    const auto *area = open.dialog->findChild<ui::FittingScrollArea *>();
    QVERIFY(area->widget()->minimumSizeHint().width() + area->verticalScrollBar()->width() <= 1024);
}

void tst_NewVerificationDialog::f1ShowsItsKeys()
{
    const Open open(1);
    QVERIFY(QTest::qWaitForWindowActive(open.dialog.get()));
    QTest::keyClick(open.dialog.get(), Qt::Key_F1);
    const auto *sheet = open.dialog->findChild<ui::ActionSheet *>();
    QVERIFY(sheet);
    QCOMPARE(sheet->shown().mid(0, 3),
             (QStringList{u"In New verification"_s, u"List the test numbers and what each does, Down, in Number"_s,
                          u"Start, Enter"_s}));
}

void tst_NewVerificationDialog::theFirstTestNumberIsHighlightedWhenTheListOpens()
{
    const ui::Theme theme;
    ui::NumberField field(theme);
    field.show();
    QTest::keyClick(&field, Qt::Key_Down);
    QTRY_VERIFY(field.view()->isVisible());
    QCOMPARE(field.view()->currentIndex().row(), 0);
    QTest::keyClick(field.view(), Qt::Key_Down);
    QTest::keyClick(field.view(), Qt::Key_Return);
    QTRY_COMPARE(field.currentIndex(), 1);
}

void tst_NewVerificationDialog::itFitsTheScreenAndItsButtonsStayInSight_data()
{
    QTest::addColumn<qreal>("textSize");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("130 %") << 1.3;
    QTest::newRow("200 %") << 2.0;
}

void tst_NewVerificationDialog::itFitsTheScreenAndItsButtonsStayInSight()
{
    QFETCH(qreal, textSize);
    const Open open(textSize);
    const QSize room = open.dialog->screen()->availableSize();
    QTRY_VERIFY(open.dialog->height() <= room.height());
    for (const QString &words : {u"Start"_s, u"Close"_s}) {
        QVERIFY(open.button(words));
        QTRY_VERIFY2(isInView(*open.button(words), *open.dialog), qPrintable(words));
    }
}

void tst_NewVerificationDialog::whereThereIsRoomNothingScrolls()
{
    const Open open(1);
    open.button(u"More"_s)->click(); // closes it
    QTRY_COMPARE(open.bar().maximum(), 0);
}

void tst_NewVerificationDialog::whatTakesTheFocusIsScrolledIntoView()
{
    const Open open(2);
    QVERIFY(QTest::qWaitForWindowActive(open.dialog.get()));
    QTRY_VERIFY(open.bar().maximum() > 0);
    const auto fields = open.dialog->findChildren<QLineEdit *>();
    QVERIFY(fields.size() >= 5);
    for (QLineEdit *field : fields) {
        if (!field->isVisible())
            continue;
        field->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY2(isInView(*field, *open.dialog), qPrintable(field->accessibleName()));
    }
}

void tst_NewVerificationDialog::onTheFirstRunOnlyTheNumberIsNeeded()
{
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    tests::EngineRun run;
    const model::NumberMask mask;
    model::BoardModel board{mask};
    ui::Theme theme;
    QWidget window;
    ui::StartFlow flow(theme, *run.engine, board, window);
    QSignalSpy started(&flow, &ui::StartFlow::started);
    flow.open();
    auto *dialog = window.findChild<ui::NewVerificationDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->focusWidget(), u"+44 7700 900112"_s);
    dialog->start();
    QTRY_COMPARE(started.size(), 1);
}

PINPATH_TEST(tst_NewVerificationDialog, "tst_newverificationdialog")

} // namespace tst_newverificationdialog

#include "tst_newverificationdialog.moc"
