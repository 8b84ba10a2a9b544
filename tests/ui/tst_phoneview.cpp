// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/theme/theme.h"
#include "ui/widgets/phonemessages.h"
#include "ui/widgets/phoneview.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace tst_phoneview {

using namespace ui;

PhoneMessage sms(const QString &time, const QString &pin)
{
    return {PhoneMessage::Kind::Sms, QStringLiteral("VERIFY"), time,
            QStringLiteral("Acme code: %1. Valid for 5 minutes.").arg(pin), pin};
}

PhoneContent phone()
{
    return {QStringLiteral("+44 7700 900177"), QStringLiteral("United Kingdom, mobile"), {}, {}, {}};
}

PhoneContent ringing()
{
    PhoneContent content = phone();
    content.call = PhoneCall{
        PhoneCall::State::Ringing, QStringLiteral("VERIFY calls"), QStringLiteral("rings for 14 s more"), {}, {}};
    return content;
}

QPushButton *visibleButton(const QWidget &widget, const QString &words)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text() == words && button->isVisible())
            return button;
    }
    return nullptr;
}

bool shows(const QWidget &widget, const QString &words)
{
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&](QLabel *label) { return label->isVisible() && label->text() == words; });
}

class tst_PhoneView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPhoneSaysSo();
    void theNewestMessageIsReadFirst();
    void theNewestMessageStaysInView();
    void thePinIsLargeOnlyInTheNewestMessage();
    void aLongSpokenPinEndsBeforeTheEdge();
    void aRingingPhoneIsAnsweredAndDeclined();
    void aSpeakingPhoneShowsWordsAndDigitsAndNoButtons();
    void afterTheCallTheMessagesReturn();

private:
    Theme m_theme;
};

void tst_PhoneView::anEmptyPhoneSaysSo()
{
    PhoneView view(m_theme);
    view.setContent(phone());
    const auto *messages = view.findChild<PhoneMessages *>();
    QCOMPARE(messages->accessibleName(), QStringLiteral("No messages yet"));
    PhoneContent off = phone();
    off.emptyWords = QStringLiteral("Switched off.");
    view.setContent(off);
    QCOMPARE(messages->accessibleName(), QStringLiteral("Switched off."));
    QCOMPARE(view.accessibleName(), QStringLiteral("Phone +44 7700 900177, United Kingdom, mobile"));
}

void tst_PhoneView::theNewestMessageIsReadFirst()
{
    PhoneView view(m_theme);
    PhoneContent content = phone();
    content.messages
        = {sms(QStringLiteral("14:00"), QStringLiteral("4821")), sms(QStringLiteral("14:05"), QStringLiteral("9034"))};
    view.setContent(content);
    const QString read = view.findChild<PhoneMessages *>()->accessibleDescription();
    QVERIFY(read.startsWith(QStringLiteral("VERIFY 14:05: Acme code: 9034.")));
    QVERIFY(read.contains(QStringLiteral("VERIFY 14:00: Acme code: 4821.")));
}

void tst_PhoneView::theNewestMessageStaysInView()
{
    PhoneView view(m_theme);
    view.resize(view.sizeHint());
    view.show();
    PhoneContent content = phone();
    for (int minute = 0; minute < 8; ++minute) {
        content.messages.push_back(sms(QStringLiteral("14:0%1").arg(minute), QStringLiteral("4821")));
        view.setContent(content);
        QCoreApplication::processEvents();
        const QScrollBar *bar = view.findChild<QScrollArea *>()->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
    }
    QVERIFY(view.findChild<QScrollArea *>()->verticalScrollBar()->maximum() > 0);
}

void tst_PhoneView::thePinIsLargeOnlyInTheNewestMessage()
{
    PhoneMessages messages(m_theme);
    PhoneMessage plain = sms(QStringLiteral("14:00"), QStringLiteral("4821"));
    plain.text = QStringLiteral("Acme code: 4821");
    const auto heightOf = [&](std::vector<PhoneMessage> shown) {
        messages.setMessages(shown, {});
        return messages.heightForWidth(240);
    };
    const int newest = heightOf({plain});
    PhoneMessage without = plain;
    without.pin.clear();
    const int small = heightOf({without});
    QVERIFY(newest > small);
    const int both = heightOf({plain, plain});
    QCOMPARE(both - newest, small - heightOf({})); // the older one lost its large digits
}

void tst_PhoneView::aLongSpokenPinEndsBeforeTheEdge()
{
    const QString pin = QStringLiteral("4, 8, 2, 1, 9, 0, 3, 4, 7, 7");
    PhoneMessages messages(m_theme);
    messages.setMessages({{PhoneMessage::Kind::SpokenCall, QStringLiteral("VERIFY spoke"), QStringLiteral("14:02"),
                           QStringLiteral("Please enter the code for Acme: %1. Thank you.").arg(pin), pin}},
                         {});
    messages.resize(m_theme.px(216), messages.heightForWidth(m_theme.px(216)));
    const QImage image = messages.grab().toImage();
    const int margin = m_theme.px(6); // of the ten that nothing may stand in
    for (int y = image.height() / 4; y < image.height() * 3 / 4; ++y)
        QCOMPARE(image.pixelColor(image.width() - margin, y), m_theme.tokens().header);
}

void tst_PhoneView::aRingingPhoneIsAnsweredAndDeclined()
{
    PhoneView view(m_theme);
    view.setContent(ringing());
    view.show();
    QSignalSpy answered(&view, &PhoneView::answered);
    QSignalSpy declined(&view, &PhoneView::declined);
    QVERIFY(shows(view, QStringLiteral("VERIFY calls")));
    QVERIFY(shows(view, QStringLiteral("rings for 14 s more")));
    QTest::keyClick(visibleButton(view, QStringLiteral("Answer")), Qt::Key_Space);
    QTest::mouseClick(visibleButton(view, QStringLiteral("Decline")), Qt::LeftButton);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(declined.count(), 1);
}

void tst_PhoneView::aSpeakingPhoneShowsWordsAndDigitsAndNoButtons()
{
    PhoneView view(m_theme);
    PhoneContent content = phone();
    content.call = PhoneCall{PhoneCall::State::Speaking,
                             QStringLiteral("VERIFY speaks"),
                             {},
                             QStringLiteral("Your Acme code is"),
                             QStringLiteral("5 3")};
    view.setContent(content);
    view.show();
    QVERIFY(shows(view, QStringLiteral("Your Acme code is")));
    QVERIFY(shows(view, QStringLiteral("5 3")));
    QVERIFY(!visibleButton(view, QStringLiteral("Answer")));
}

void tst_PhoneView::afterTheCallTheMessagesReturn()
{
    PhoneView view(m_theme);
    view.setContent(ringing());
    view.show();
    QVERIFY(!view.findChild<PhoneMessages *>()->isVisible());
    view.setContent(phone());
    QVERIFY(view.findChild<PhoneMessages *>()->isVisible());
    QVERIFY(!visibleButton(view, QStringLiteral("Answer")));
}

PINPATH_TEST(tst_PhoneView, "tst_phoneview")

} // namespace tst_phoneview

#include "tst_phoneview.moc"
