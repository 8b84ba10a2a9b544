// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QScrollArea>

namespace ui {

class Theme;

// What fills a pane of a page: it scrolls, up and down, what it holds, brings what takes the focus into view, and
// stands on a colour of the theme. Made whole it is as high as what it holds, and leaves scrolling to whatever is
// around it.
class PaneScroll : public QScrollArea {
    Q_OBJECT

public:
    PaneScroll(const Theme &theme, QWidget *content, QColor Tokens::*background, QWidget *parent = nullptr);

    void setWhole(bool isWhole);

Q_SIGNALS:
    void measured(); // what it holds may want another size

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();

    bool m_isWhole = false;
};

} // namespace ui
