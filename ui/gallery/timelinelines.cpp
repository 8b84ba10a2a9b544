// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/timelinelines.h"

#include "model/timeline/ruler.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelineheader.h"
#include "ui/timeline/timelinepainter.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameWidth = 276; // px at scale 1: room for the names
constexpr int UsualWidth = 1376;
constexpr int BottomMargin = 12;

const QString Lines
    = u"on its way, then at the phone: wf1  sms@0 delivered@12  now@39\n"
      "paused: wf4  sms@0 delivered@6  wrong@21  now@39 paused\n"
      "rings, is answered, speaks: wf7  call@0 answered@9  verified@30\n"
      "rings in vain: wf3  call@0 unanswered@25  now@73\n"
      "two wrong codes that would touch: wf5  sms@0 delivered@5  wrong@25 wrong@26 failed@45\n"
      "second PIN: double line: wf1  sms@0 delivered@10  call@125 unanswered@150  call@305 answered@308  expired@605\n"
      "third PIN: triple line, waits of 120 s: wf2 wait=120 pin=120"
      "  sms@0 delivered@6  sms@120 delivered@121  call@240 answered@243  expired@360\n"
      "marks that would touch: wf2  sms@0 delivered@2  sms@3 delivered@4  call@5 answered@6  verified@21\n"
      "imported: step times not known: wf1  sms@0  verified@44 imported\n"_s;

} // namespace

TimelineLines::TimelineLines(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(model::timelineFromText(Lines))
{ }

QSize TimelineLines::sizeHint() const
{
    const int rows = int(m_lines.size()) + 1;
    return {m_theme.px(UsualWidth), m_theme.px(rows * metrics::Row + BottomMargin)};
}

void TimelineLines::paintEvent(QPaintEvent *)
{
    const int rowHeight = m_theme.px(metrics::Row);
    const int left = m_theme.px(NameWidth);
    const model::TimeAxis axis = model::Ruler().axis(width() - left, m_theme.scale());
    QPainter painter(this);
    paintAxis(painter, axis.ticks(), QRect(left, 0, width() - left, rowHeight), m_theme);
    paintHairlines(painter, axis.ticks(), QRect(left, rowHeight, width() - left, rowHeight * int(m_lines.size())),
                   m_theme);
    int middle = rowHeight + rowHeight / 2;
    for (const model::WrittenTimeline &line : m_lines) {
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(m_theme.tokens().text);
        drawTextAt(painter, QPointF(m_theme.px(metrics::Space16), middle), line.name);
        const model::TimelineSetting setting{axis, line.now, line.isPaused, m_theme.scale(), captionWidth(m_theme)};
        paintTimeline(painter, layOut(*line.record, setting), QPoint(left, middle), m_theme, m_theme.tokens().base);
        middle += rowHeight;
    }
}

} // namespace ui
