// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

namespace tst_theme {

using namespace ui;

constexpr TextStyle AllStyles[]
    = {TextStyle::Caption, TextStyle::Body,     TextStyle::Strong, TextStyle::Section,    TextStyle::PageSentence,
       TextStyle::Verdict, TextStyle::PhonePin, TextStyle::Fixed,  TextStyle::FixedStrong};

qreal widthOf(const QFont &font, const QString &text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

class tst_Theme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void digitsAreEquallyWideInEveryStyle();
    void equalDigitsLookLikeTheirFamily();
    void noTextIsSmallerThanNinePoints();
    void textSizeScalesFontsAndLengths();
    void textSizeStaysBetweenOneAndTwo();
    void oneChangeIsToldOnce();
    void theApplicationFollowsTheScheme();
    void theStyleEndsWithItsTheme();
    void systemFollowsTheDesktopWhileItRuns();
    void labelsFollowTheTheme();
    void controlsKeepTheHeightsOfTheDrawings();
    void controlsGrowWithTheText();
};

void tst_Theme::digitsAreEquallyWideInEveryStyle()
{
    const Theme theme;
    for (const TextStyle style : AllStyles) {
        const QFont font = theme.font(style);
        const qreal ones = widthOf(font, QStringLiteral("11:11:11"));
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            const QString time = QStringLiteral("11:11:11").replace(u'1', QChar(digit));
            QVERIFY2(std::abs(widthOf(font, time) - ones) < 0.5, qPrintable(time));
        }
    }
}

void tst_Theme::equalDigitsLookLikeTheirFamily()
{
    const QFont inter(QStringLiteral("Inter"), 10);
    if (QFontInfo(inter).family() != QStringLiteral("Inter"))
        QSKIP("Inter is not installed.");
    const Theme theme;
    QVERIFY(QFontInfo(theme.font(TextStyle::Body)).family().startsWith(QStringLiteral("Inter")));
    QFont plain = theme.font(TextStyle::Strong);
    plain.setFamily(QStringLiteral("Inter"));
    const QString words = QStringLiteral("No verifications yet");
    QCOMPARE(widthOf(theme.font(TextStyle::Strong), words), widthOf(plain, words)); // also: the weight is the right one
}

void tst_Theme::noTextIsSmallerThanNinePoints()
{
    const Theme theme;
    for (const TextStyle style : AllStyles)
        QVERIFY(theme.font(style).pointSizeF() >= 9);
    QCOMPARE(theme.font(TextStyle::Body, 0.5).pointSizeF(), 9.0);
}

void tst_Theme::textSizeScalesFontsAndLengths()
{
    Theme theme;
    const qreal body = theme.font(TextStyle::Body).pointSizeF();
    const int row = theme.px(metrics::Row);
    theme.setTextSize(2);
    QCOMPARE(theme.font(TextStyle::Body).pointSizeF(), 2 * body);
    QCOMPARE(theme.px(metrics::Row), 2 * row);
}

void tst_Theme::textSizeStaysBetweenOneAndTwo()
{
    Theme theme;
    theme.setTextSize(0.5);
    QCOMPARE(theme.textSize(), 1.0);
    theme.setTextSize(3);
    QCOMPARE(theme.textSize(), 2.0);
}

void tst_Theme::oneChangeIsToldOnce()
{
    Theme theme;
    theme.setScheme(ColourScheme::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setScheme(ColourScheme::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.tokens().dark);
    theme.setScheme(ColourScheme::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setTextSize(1.5);
    QCOMPARE(changed.count(), 2);
}

void tst_Theme::theApplicationFollowsTheScheme()
{
    Theme theme;
    theme.applyTo(*qApp);
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        theme.setScheme(scheme);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.tokens().window);
        QCOMPARE(QApplication::palette().color(QPalette::Text), theme.tokens().text);
        const QPushButton button;
        QCOMPARE(button.palette().color(QPalette::ButtonText), theme.tokens().text);
    }
}

void tst_Theme::theStyleEndsWithItsTheme()
{
    {
        Theme theme;
        theme.applyTo(*qApp);
        QVERIFY(qobject_cast<Style *>(QApplication::style()));
    }
    QVERIFY(!qobject_cast<Style *>(QApplication::style()));
    QScrollBar bar;
    QVERIFY(bar.sizeHint().isValid());

    // Another theme's style stays.
    Theme theme;
    {
        Theme before;
        before.applyTo(*qApp);
        theme.applyTo(*qApp);
    }
    QVERIFY(qobject_cast<Style *>(QApplication::style()));
}

void tst_Theme::systemFollowsTheDesktopWhileItRuns()
{
    qApp->setPalette(QPalette()); // not that of the theme before
    Theme theme;
    const Theme larger(theme, 1.8);
    const bool wasDark = theme.tokens().dark; // as the platform of the tests has it
    theme.applyTo(*qApp);
    theme.setSystemDark(!wasDark);
    QCOMPARE(theme.tokens().dark, !wasDark);
    QCOMPARE(larger.tokens().dark, !wasDark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.tokens().window);

    // The desktop's own change: every window is told, and what the desktop says then holds.
    QWindow window;
    QEvent changed(QEvent::ThemeChange);
    QApplication::sendEvent(&window, &changed);
    QTRY_COMPARE(theme.tokens().dark, wasDark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.tokens().window);

    // Or the application alone is told, of a palette that is not this theme's.
    theme.setSystemDark(!wasDark);
    QEvent palette(QEvent::ApplicationPaletteChange);
    QApplication::sendEvent(qApp, &palette);
    QTRY_COMPARE(theme.tokens().dark, wasDark);

    theme.setScheme(ColourScheme::Light);
    theme.setSystemDark(true);
    QVERIFY(!theme.tokens().dark);
}

void tst_Theme::labelsFollowTheTheme()
{
    Theme theme;
    theme.setScheme(ColourScheme::Light);
    Label label(theme, TextStyle::Caption, QStringLiteral("wait"), &Tokens::secondary);
    QCOMPARE(label.palette().color(QPalette::WindowText), lightTokens().secondary);
    theme.setScheme(ColourScheme::Dark);
    theme.setTextSize(2);
    QCOMPARE(label.palette().color(QPalette::WindowText), darkTokens().secondary);
    QCOMPARE(label.font().pointSizeF(), 18.0);
}

void tst_Theme::controlsKeepTheHeightsOfTheDrawings()
{
    Theme theme;
    theme.applyTo(*qApp);
    QPushButton button(QStringLiteral("Start"));
    QCOMPARE(button.sizeHint().height(), theme.px(metrics::Control));
    setSmall(button);
    QCOMPARE(button.sizeHint().height(), theme.px(metrics::SmallControl));
    QPushButton link(QStringLiteral("Connect your app"));
    setButtonLook(link, ButtonLook::Link);
    QVERIFY(link.sizeHint().height() >= theme.px(metrics::Target));
}

void tst_Theme::controlsGrowWithTheText()
{
    Theme theme;
    theme.applyTo(*qApp);
    QPushButton primary(QStringLiteral("New verification"));
    setButtonLook(primary, ButtonLook::Primary);
    primary.ensurePolished();
    const QSize before = primary.sizeHint();
    theme.setTextSize(2);
    QTRY_VERIFY(primary.sizeHint().width() > before.width() * 1.8);
    QCOMPARE(primary.sizeHint().height(), 2 * before.height());
    theme.setTextSize(1);
}

PINPATH_TEST(tst_Theme, "tst_theme")

} // namespace tst_theme

#include "tst_theme.moc"
