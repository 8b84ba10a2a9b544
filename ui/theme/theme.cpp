// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/equaldigits.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QScreen>
#include <QStyleHints>
#include <QWindow>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qreal BasePoints = 10;
constexpr qreal SmallestPoints = 9;

QString preferredFamily()
{
    const auto inter = u"Inter"_s;
    return QFontDatabase::hasFamily(inter) ? inter : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

qreal sizeOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Caption:
        return 0.9;
    case TextStyle::Section:
        return 1.2;
    case TextStyle::PageSentence:
        return 1.5;
    case TextStyle::Verdict:
        return 2.2;
    case TextStyle::PhonePin:
        return 1.8;
    case TextStyle::Body:
    case TextStyle::Strong:
    case TextStyle::Fixed:
    case TextStyle::FixedStrong:
        return 1;
    }
    Q_UNREACHABLE();
}

QFont::Weight weightOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Strong:
    case TextStyle::Section:
    case TextStyle::Verdict:
        return QFont::DemiBold;
    case TextStyle::PhonePin:
    case TextStyle::FixedStrong:
        return QFont::Bold;
    default:
        return QFont::Normal;
    }
}

bool isFixed(TextStyle style)
{
    return style == TextStyle::PhonePin || style == TextStyle::Fixed || style == TextStyle::FixedStrong;
}

// What the desktop says while the application has no palette of its own.
bool isSystemDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(isSystemDark())
    , m_family(familyWithEqualDigits(preferredFamily()))
    , m_fixedFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family())
{ }

Theme::Theme(const Theme &base, qreal magnification, QObject *parent)
    : QObject(parent)
    , m_magnification(magnification)
    , m_family(base.m_family)
    , m_fixedFamily(base.m_fixedFamily)
{
    follow(base);
    connect(&base, &Theme::changed, this, [this, &base] {
        follow(base);
        Q_EMIT changed();
    });
}

Theme::~Theme()
{
    if (m_style && QApplication::style() == m_style)
        QApplication::setStyle(QStringLiteral("Fusion"));
}

void Theme::follow(const Theme &base)
{
    m_scheme = base.m_scheme;
    m_systemIsDark = base.m_systemIsDark;
    m_textSize = base.m_textSize;
}

void Theme::setMagnification(qreal factor)
{
    if (factor == m_magnification)
        return;
    m_magnification = factor;
    change();
}

void Theme::applyTo(QApplication &application)
{
    m_application = &application;
    m_style = new Style(*this);
    application.setStyle(m_style); // the application owns its style
    application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::askSystemSoon);
#endif
    change();
}

// When the desktop's theme changes, every window is told, or the application gets the desktop's new palette.
bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    const bool isTheme = event->type() == QEvent::ThemeChange && watched->isWindowType();
    const bool isPalette
        = event->type() == QEvent::ApplicationPaletteChange && watched == m_application && !m_isSettingPalette;
    if (isTheme || isPalette)
        askSystemSoon();
    return QObject::eventFilter(watched, event);
}

// Once for all who tell.
void Theme::askSystemSoon()
{
    if (!std::exchange(m_willAskSystem, true))
        QMetaObject::invokeMethod(this, &Theme::askSystem, Qt::QueuedConnection);
}

void Theme::setApplicationPalette(const QPalette &palette)
{
    m_isSettingPalette = true; // it is told at once
    m_application->setPalette(palette);
    m_isSettingPalette = false;
}

void Theme::askSystem()
{
    m_willAskSystem = false;
    setApplicationPalette(QPalette());
    const bool isDark = isSystemDark();
    setApplicationPalette(palette());
    setSystemDark(isDark);
}

void Theme::setSystemDark(bool isDark)
{
    if (isDark == m_systemIsDark)
        return;
    m_systemIsDark = isDark;
    if (m_scheme == ColourScheme::System)
        change();
}

void Theme::change()
{
    if (m_application) {
        setApplicationPalette(palette());
        m_application->setFont(font(TextStyle::Body));
    }
    Q_EMIT changed();
}

void Theme::setScheme(ColourScheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    change();
}

void Theme::setTextSize(qreal factor)
{
    factor = factor >= 1 ? std::min(factor, qreal(2)) : 1; // also what is no number
    if (factor == m_textSize)
        return;
    m_textSize = factor;
    change();
}

const Tokens &Theme::tokens() const
{
    const bool dark = m_scheme == ColourScheme::Dark || (m_scheme == ColourScheme::System && m_systemIsDark);
    return dark ? darkTokens() : lightTokens();
}

QPalette Theme::palette() const
{
    const Tokens &t = tokens();
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.base);
    palette.setColor(QPalette::AlternateBase, t.window);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.base);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.failed);
    palette.setColor(QPalette::PlaceholderText, t.secondary);
    palette.setColor(QPalette::ToolTipBase, t.header);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.base);
    palette.setColor(QPalette::Midlight, t.grid);
    palette.setColor(QPalette::Mid, t.divider);
    palette.setColor(QPalette::Dark, t.controlEdge);
    palette.setColor(QPalette::Shadow, t.controlEdge);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.controlEdge);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.window);
    return palette;
}

QFont Theme::font(TextStyle style) const
{
    return font(style, sizeOf(style));
}

QFont Theme::font(TextStyle style, qreal factor) const
{
    QFont font(isFixed(style) ? m_fixedFamily : m_family);
    font.setPointSizeF(std::max(SmallestPoints, BasePoints * factor) * m_textSize * m_magnification);
    font.setWeight(weightOf(style));
    font.setHintingPreference(QFont::PreferNoHinting); // hinted advances are whole pixels: the rhythm of words suffers
    return font;
}

qreal Theme::scale() const
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal dpi = screen ? screen->logicalDotsPerInch() : 96;
    return m_textSize * m_magnification * dpi / 96;
}

} // namespace ui
