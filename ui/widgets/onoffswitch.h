// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

class Theme;

// A switch that is on or off: a knob in a pill, to the right when on. Its name says what is switched.
class OnOffSwitch : public QAbstractButton {
    Q_OBJECT

public:
    explicit OnOffSwitch(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui
