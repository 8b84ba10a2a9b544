// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>
#include <QStringList>

// Verifications drawn with letters, for a terminal.
namespace app {

// How wide a picture is, in letters.
inline constexpr int PictureWidth = 78;

// The times over all pictures, on the axis that they share.
QString textAxis();
// One line: s an SMS and c a call, / one that did not arrive; - a PIN that is valid, = one that is at the phone too;
// x a wrong code; V verified, H expired, X failed, O cancelled; . what is to come.
QString textTimeline(const engine::Record &record, engine::Instant now);
QString textLegend();
// One line per step: its time, its channel and what became of it.
QStringList textSteps(const engine::Record &record, engine::Instant now);

} // namespace app
