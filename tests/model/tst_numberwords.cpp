// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/numberwords.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_numberwords {

using namespace Qt::StringLiterals;
using engine::PhoneNumber;
using engine::Source;

const PhoneNumber British(447700900112);
const PhoneNumber American(12025550142);

class tst_NumberWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsMadeHereIsShownInFull();
    void whatIsImportedIsMaskedUntilItIsRevealed();
    void theSwitchMasksAllWhateverWasRevealed();
    void callingCodeAndLastThreeDigitsStay();
    void machinesGetNoBlanksAndNoMore();
    void aChangeIsToldOnce();
};

void tst_NumberWords::whatIsMadeHereIsShownInFull()
{
    model::NumberMask mask;
    for (const Source source : {Source::Window, Source::Api, Source::Demo, Source::Population})
        QCOMPARE(mask.shown(British, source), u"+44 7700 900112"_s);
}

void tst_NumberWords::whatIsImportedIsMaskedUntilItIsRevealed()
{
    model::NumberMask mask;
    const PhoneNumber number(447700900199);
    QCOMPARE(mask.shown(number, Source::Import), u"+44 •••• •••199"_s);
    mask.reveal(number);
    QCOMPARE(mask.shown(number, Source::Import), u"+44 7700 900199"_s);
    QCOMPARE(mask.shown(British, Source::Import), u"+44 •••• •••112"_s);
}

void tst_NumberWords::theSwitchMasksAllWhateverWasRevealed()
{
    model::NumberMask mask;
    mask.reveal(American);
    mask.setOn(true);
    QCOMPARE(mask.shown(American, Source::Import), u"+1 ••• ••• •142"_s);
    QCOMPARE(mask.shown(American, Source::Window), u"+1 ••• ••• •142"_s);
    mask.setOn(false);
    QCOMPARE(mask.shown(American, Source::Window), u"+1 202 555 0142"_s);
}

void tst_NumberWords::callingCodeAndLastThreeDigitsStay()
{
    QCOMPARE(model::maskedNumber(PhoneNumber(919876543210)), u"+91 ••••• ••210"_s);
}

void tst_NumberWords::machinesGetNoBlanksAndNoMore()
{
    model::NumberMask mask;
    QCOMPARE(mask.digits(British, Source::Api), u"447700900112"_s);
    mask.setOn(true);
    QCOMPARE(mask.digits(British, Source::Api), u"44xxxxxxx112"_s);
}

void tst_NumberWords::aChangeIsToldOnce()
{
    model::NumberMask mask;
    QSignalSpy changed(&mask, &model::NumberMask::changed);
    mask.setOn(true);
    mask.setOn(true);
    QCOMPARE(changed.count(), 1);
    mask.reveal(PhoneNumber(447700900198));
    mask.reveal(PhoneNumber(447700900198));
    QCOMPARE(changed.count(), 2);
}

PINPATH_TEST(tst_NumberWords, "tst_numberwords")

} // namespace tst_numberwords

#include "tst_numberwords.moc"
