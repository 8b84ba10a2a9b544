// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/followfocus.h"

#include <QApplication>
#include <QScrollArea>

namespace ui {

void followFocus(QScrollArea &area, int air)
{
    QObject::connect(qApp, &QApplication::focusChanged, &area, [&area, air](QWidget *, QWidget *now) {
        if (!now || !area.widget()->isAncestorOf(now))
            return;
        // Whole, not only its text cursor as ensureWidgetVisible() does; its beginning last.
        const QRect place(now->mapTo(area.widget(), QPoint()), now->size());
        area.ensureVisible(place.right(), place.bottom(), air, air);
        area.ensureVisible(place.left(), place.top(), air, air);
    });
}

} // namespace ui
