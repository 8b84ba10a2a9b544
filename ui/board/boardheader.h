// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelineheader.h"

namespace model {
class BoardModel;
}

namespace ui {

// The Board's header: words that stand exactly over their column's words, then the axis.
class BoardHeader : public TimelineHeader {
    Q_OBJECT

public:
    BoardHeader(const Theme &theme, const model::Ruler &ruler, QWidget *parent = nullptr);

protected:
    // Its sections are those of a BoardModel.
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const model::BoardModel &rows() const;

    const Theme &m_theme;
};

} // namespace ui
