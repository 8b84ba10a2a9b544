// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QPushButton;
class QWidget;

namespace ui {

enum class ButtonLook {
    Plain,
    Primary, // the one thing this page is for; also every dialog's default button
    Link, // words with a line in the accent colour under them
};

// Both are remembered by the button and followed by Style. Primary makes the words semibold; an icon is the caller's,
// in &Tokens::primaryText.
void setButtonLook(QPushButton &button, ButtonLook look);
ButtonLook buttonLook(const QAbstractButton &button);
// 26 px instead of 32: inside banner lines and rows of chips.
void setSmall(QWidget &control, bool small = true);
bool isSmall(const QWidget &control);

} // namespace ui
