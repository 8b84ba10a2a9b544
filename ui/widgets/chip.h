// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/marks.h"

#include <QPushButton>

#include <optional>

namespace ui {

class Theme;

// A filter that can be switched on: mark, words, count. A row of them is made exclusive with a QButtonGroup. Its width
// does not change when it is checked.
class Chip : public QPushButton {
    Q_OBJECT

public:
    Chip(const Theme &theme, const QString &words, std::optional<Mark> mark = std::nullopt, QWidget *parent = nullptr);

    // The count as it is to be read, for example "1,204"; empty shows none.
    void setCount(const QString &count);
    QString count() const { return m_count; }
    // Without its words a chip with a mark is mark and count; they stay its name and become its tool tip.
    void setWordsShown(bool areShown);
    int widthOf(bool withWords) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::optional<Mark> m_mark;
    QString m_count;
    bool m_areWordsShown = true;
};

} // namespace ui
