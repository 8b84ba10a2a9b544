// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "model/timeline/ruler.h"
#include "model/timeline/timelinegeometry.h"

#include <QCache>
#include <QStyledItemDelegate>

#include <functional>
#include <memory>

namespace ui {

class Theme;

// Paints the timeline column of a table. What does not move is laid out once per row, change and axis; rows that run
// are laid out anew for the ruler's now. It leaves to its owner when to repaint: at most ten times a second, and only
// the rows that run and can be seen. GUI thread; theme and ruler outlive it.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // What a row shows; none while it is not read yet.
    using RecordOf = std::function<std::shared_ptr<const engine::Record>(const QModelIndex &)>;

    TimelineDelegate(const Theme &theme, const model::Ruler &ruler, RecordOf recordOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct LaidOut {
        engine::Sequence sequence = 0;
        model::TimeAxis axis;
        model::TimelineGeometry geometry;
    };

    const model::TimelineGeometry &geometryOf(const engine::Record &record, const model::TimeAxis &axis) const;

    const Theme &m_theme;
    const model::Ruler &m_ruler;
    RecordOf m_recordOf;
    mutable QCache<engine::VerificationKey, LaidOut> m_laidOut;
};

} // namespace ui
