// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace ui {

// The pages down the left side, icon over word. It holds the pages that exist and leaves to the window what choosing
// one does.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);

    // The first one added is the current one.
    QAbstractButton *addPage(Icon icon, const QString &words);
    // Without its words the rail is narrower; they stay its buttons' names and tool tips.
    void setWordsShown(bool shown);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    friend class RailButton;

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    bool m_areWordsShown = true;
};

} // namespace ui
