// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/marks.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Label;
class Theme;

// The bottom of a phone: how its verification stands, and the way to it on the Board.
class PhoneFoot : public QWidget {
    Q_OBJECT

public:
    explicit PhoneFoot(const Theme &theme, QWidget *parent = nullptr);

    void setState(Mark mark, const QString &words);
    // Its name says whose Board it is.
    QPushButton *link() const { return m_link; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Mark m_mark = Mark::Running;
    Label *m_words;
    QPushButton *m_link;
};

} // namespace ui
