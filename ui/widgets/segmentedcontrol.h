// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <vector>

namespace ui {

class Segment;
class Theme;

// One choice of a few, side by side: radio buttons in a common frame, with their keys and their spoken role. One of
// them may be held: chosen, but not in force for the moment; it keeps a line under it.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    SegmentedControl(const Theme &theme, const QStringList &words, QWidget *parent = nullptr);

    int current() const;
    // Does not emit chosen(). -1: none of them.
    void setCurrent(int index);
    void setHeld(int index); // -1: none
    // Colours of the current segment; &Tokens::selection and &Tokens::text unless told otherwise.
    void setCurrentColours(QColor Tokens::*fill, QColor Tokens::*words);
    // Without a frame and 32 px high it fits into a bar that has a frame of its own.
    void setFramed(bool framed);

Q_SIGNALS:
    void chosen(int index); // by the user

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    friend class Segment;

    const Theme &m_theme;
    std::vector<Segment *> m_segments; // children
    QColor Tokens::*m_fill = &Tokens::selection;
    QColor Tokens::*m_words = &Tokens::text;
    int m_held = -1;
    bool m_framed = true;
};

} // namespace ui
