// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace ui {

// A button whose words count down: a screen reader is not told of each second, so its name stands still while what it
// shows changes. Its text() is the longest of the words, which keeps its width.
class QuietButton : public QPushButton {
    Q_OBJECT

public:
    QuietButton(const QIcon &icon, const QString &longestWords, const QString &name, QWidget *parent = nullptr);

    void setWords(const QString &words);
    const QString &words() const { return m_words; }
    // The icon alone, where there is no room for words; the tool tip and the name still say what it does.
    void setIconAlone(bool isAlone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_longestWords;
    QString m_words;
};

} // namespace ui
