// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPointer>

class QApplication;

namespace ui {

class Style;

enum class ColourScheme { System, Light, Dark };

enum class TextStyle {
    Caption, // 0.9, never under 9 pt
    Body,
    Strong, // body, semibold
    Section, // 1.2, semibold
    PageSentence, // 1.5
    Verdict, // 2.2, semibold
    PhonePin, // 1.8, bold, fixed width
    Fixed, // body, fixed width
    FixedStrong, // body, bold, fixed width: the cells of a code
};

// Colours, fonts and lengths of the whole window, and the notice that they changed. The app owns the one theme and
// passes it by reference; widgets keep the reference and repaint on changed(). It leaves to Style how controls look.
// GUI thread only; needs a QApplication.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    // The same theme, with text and lengths larger by `magnification`, for what is read from afar. It follows `base`,
    // which outlives it, in everything else.
    Theme(const Theme &base, qreal magnification, QObject *parent = nullptr);
    // Takes its style back from the application, which would else draw by a theme that is no more.
    ~Theme() override;

    // Gives the application this theme's style, palette and font, now and after every change, until the theme ends.
    void applyTo(QApplication &application);

    // System means what the desktop says, and follows it while it runs.
    ColourScheme scheme() const { return m_scheme; }
    void setScheme(ColourScheme scheme);

    // What the desktop says now; whoever applied the theme to an application need not tell it.
    void setSystemDark(bool isDark);

    // Of a theme that stands on another one.
    void setMagnification(qreal factor);
    qreal magnification() const { return m_magnification; }

    // How much larger than 10 pt the text is, 1 to 2; lengths follow. Outside it is clamped.
    qreal textSize() const { return m_textSize; }
    void setTextSize(qreal factor);

    const Tokens &tokens() const;
    QPalette palette() const;

    // Every style's digits are equally wide, unless no font on the system can do that.
    QFont font(TextStyle style) const;
    // The same face in another size: Stage and charts. factor multiplies the body size, not under 9 pt.
    QFont font(TextStyle style, qreal factor) const;

    // Scale of lengths: 1 at 10 pt and 96 dpi.
    qreal scale() const;
    // A length of the drawings (see metrics) in device independent pixels, rounded so that edges stay crisp.
    int px(qreal length) const { return qRound(length * scale()); }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void change();
    void askSystemSoon();
    void askSystem();
    void setApplicationPalette(const QPalette &palette);
    void follow(const Theme &base);

    ColourScheme m_scheme = ColourScheme::System;
    bool m_systemIsDark = false;
    qreal m_textSize = 1;
    qreal m_magnification = 1;
    QString m_family;
    QString m_fixedFamily;
    QApplication *m_application = nullptr;
    QPointer<Style> m_style; // the application's
    bool m_willAskSystem = false;
    bool m_isSettingPalette = false;
};

} // namespace ui
