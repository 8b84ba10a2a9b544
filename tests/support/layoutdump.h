// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/detailgeometry.h"
#include "model/timeline/timelinegeometry.h"

#include <QStringList>

// Layouts as text, so that a test reads as what is drawn where. Whole pixels.
namespace tests {

// "line thin 24-78 thick 78-133", "marks sms-used@24 verified@139", "codes x@160", "labels 7 s@55", "now@237".
QStringList dump(const model::TimelineGeometry &geometry);

// "cuts 417-453 586-696(0.04)", "ticks 81 183", "travels thin 81-152.", "marks sms-delivered@81,19",
// "pins 81-590|590-715", "strokes 435", "end 715", "now 590"; texts are lines of their own: "text 152,19 delivered".
QStringList dump(const model::DetailGeometry &geometry);

// The line of a dump that begins with `word`, else an empty text.
QString line(const QStringList &dump, const QString &word);

} // namespace tests
