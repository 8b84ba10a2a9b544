// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/marks.h"

#include <QWidget>

#include <optional>

namespace ui {

class Label;
class Theme;
class WrapLabel;

// What the detail opens with: the state's mark, the sentence, and at the right what it has cost.
class HeadlineRow : public QWidget {
    Q_OBJECT

public:
    explicit HeadlineRow(const Theme &theme, QWidget *parent = nullptr);

    void setContent(std::optional<Mark> mark, const QString &sentence, const QString &cost,
                    const QString &costIsMadeOf = {});
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::optional<Mark> m_mark;
    WrapLabel *m_sentence;
    Label *m_cost;
};

} // namespace ui
