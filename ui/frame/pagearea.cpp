// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/pagearea.h"

#include "ui/theme/theme.h"
#include "ui/widgets/followfocus.h"

#include <QEvent>

namespace ui {

namespace {

// Less than this no page can be read in: it is what a window of 1024 x 700 has left at text half as large again.
constexpr QSize Least{600, 400};

} // namespace

PageArea::PageArea(const Theme &theme, QWidget *pages, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(pages);
    pages->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &PageArea::layOut);
    followFocus(*this);
}

QSize PageArea::minimumSizeHint() const
{
    return {};
}

bool PageArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        layOut();
    return QScrollArea::eventFilter(watched, event);
}

void PageArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layOut();
}

void PageArea::layOut()
{
    const QSize least = widget()->minimumSizeHint().expandedTo({m_theme.px(Least.width()), m_theme.px(Least.height())});
    // A bar takes room itself, which may call for the other one.
    const QSize bar(style()->pixelMetric(QStyle::PM_ScrollBarExtent), style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    const QSize whole = maximumViewportSize();
    const bool needsWidth = least.width() > whole.width();
    const bool needsHeight = least.height() > whole.height() - (needsWidth ? bar.height() : 0);
    const QSize room(whole.width() - (needsHeight ? bar.width() : 0), whole.height() - (needsWidth ? bar.height() : 0));
    widget()->resize(room.expandedTo(least));
}

} // namespace ui
