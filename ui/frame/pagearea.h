// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ui {

class Theme;

// Where the pages stand. They have all of it, until large text in a small window asks for more than there is: then it
// scrolls, and follows the focus.
class PageArea : public QScrollArea {
    Q_OBJECT

public:
    // Owns the pages.
    PageArea(const Theme &theme, QWidget *pages, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    const Theme &m_theme;
};

} // namespace ui
