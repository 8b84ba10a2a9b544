// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/timelinetext.h"

#include <QWidget>

namespace ui {

class Theme;

// The gallery's "Lines in rows": every form that a row's timeline takes, named, under one axis.
class TimelineLines : public QWidget {
    Q_OBJECT

public:
    explicit TimelineLines(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::vector<model::WrittenTimeline> m_lines;
};

} // namespace ui
