// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace ui {

class Label;

enum class Band {
    Violet, // demo and simulated data
    Amber, // something to look at
    Red, // a failure
    Green, // done
};

// One line across a page: a sign, a sentence, what can be done. It shows itself as long as it is needed; when that is,
// the page says.
class BannerLine : public QWidget {
    Q_OBJECT

public:
    BannerLine(const Theme &theme, Band band, Icon icon, const QString &sentence, QWidget *parent = nullptr);

    // What, why, what next. Also what a screen reader reads.
    void setSentence(const QString &sentence);
    // Buttons stand at the right, in the order of adding. The banner owns them.
    QPushButton *addButton(const QString &words);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    Band m_band;
    Icon m_icon;
    Label *m_sentence;
    QWidget *m_buttons;
    QBoxLayout *m_row;
};

} // namespace ui
