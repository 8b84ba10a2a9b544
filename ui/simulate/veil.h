// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class Theme;

// Lies over results that are no longer of what is chosen, so that they look it; they can still be read and used.
class Veil : public QWidget {
    Q_OBJECT

public:
    // Covers `under`, which owns it.
    Veil(const Theme &theme, QWidget &under);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui
