// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include <functional>

namespace ui {

class Theme;

// Puts the text on the clipboard, and says so on the button for two seconds: `answer` in place of its words and before
// its name for a screen reader. Whatever the button copies goes through here.
void copyAndTell(const Theme &theme, QPushButton &button, const QString &text,
                 const QString &answer = QStringLiteral("Copied"));

// A button that copies. As wide as its answer needs, so that nothing beside it moves. GUI thread; the theme outlives
// it.
class CopyButton : public QPushButton {
    Q_OBJECT

public:
    // `name` is what a screen reader says: "Copy the snippet".
    CopyButton(const Theme &theme, const QString &words, const QString &name, QWidget *parent = nullptr);

    // What to copy, asked for when it is pressed.
    void setSource(std::function<QString()> source) { m_source = std::move(source); }
    // Its words and name at rest.
    void setWords(const QString &words, const QString &name);

    QSize sizeHint() const override;

private:
    std::function<QString()> m_source;
    QString m_words;
};

} // namespace ui
