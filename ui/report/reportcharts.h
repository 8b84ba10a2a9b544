// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

// The pictures of a report as SVG that stands in HTML: drawn from the charts' values, without widgets, so that a
// command without a display draws the same. Light colours; words take the page's font. Any thread.
namespace ui {

// `mark` says that the data are invented, in the picture; empty: they are not.
QString rateSvg(const model::RateChart &chart, const QString &mark);
QString leadSvg(const model::LeadChart &chart, const QString &mark);
// A workflow's marker by itself, as high as a line of text.
QString markerSvg(engine::WorkflowId workflow, bool isFilled);

// "SMS, call, call"; many messages are counted.
QString messageWords(const model::ChartLine &line);

} // namespace ui
