// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/marks.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace ui {

class Label;
class Theme;

// What a page shows instead of nothing: a small picture of what would be here, a sentence, one button, at most one
// link.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);

    // Marks in a row, joined by dots; none leaves the picture out.
    void setPicture(std::vector<Mark> marks);
    void setSentence(const QString &sentence, const QString &subLine = {});

    // Both are hidden until they have words. The empty state owns them; connect to clicked().
    void setButton(const QString &words, const QIcon &icon = {});
    void setLink(const QString &words);
    QPushButton *button() const { return m_button; }
    QPushButton *link() const { return m_link; }

private:
    const Theme &m_theme;
    QWidget *m_picture;
    std::vector<Mark> m_marks;
    Label *m_sentence;
    Label *m_subLine;
    QPushButton *m_button;
    QPushButton *m_link;
};

} // namespace ui
