// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ui {

class Theme;

// A scroll area that is as large as what it holds wherever the screen has room for that, and scrolls elsewhere: for
// the middle of a dialog whose buttons must stay in sight. What takes the focus is scrolled into view.
class FittingScrollArea : public QScrollArea {
    Q_OBJECT

public:
    // `reserved` pixels of the screen's height are left to the rest of the window.
    FittingScrollArea(const Theme &theme, QWidget *content, int reserved, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_reserved;
};

} // namespace ui
