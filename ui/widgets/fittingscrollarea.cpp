// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fittingscrollarea.h"

#include "ui/theme/theme.h"
#include "ui/widgets/floatingscrollbar.h"
#include "ui/widgets/followfocus.h"

#include <QEvent>
#include <QScreen>

namespace ui {

FittingScrollArea::FittingScrollArea(const Theme &theme, QWidget *content, int reserved, QWidget *parent)
    : QScrollArea(parent)
    , m_reserved(reserved)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    setWidgetResizable(true);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    new FloatingScrollBar(theme, *this);
    followFocus(*this, theme.px(metrics::Space8));
}

QSize FittingScrollArea::sizeHint() const
{
    const QSize room = screen()->availableSize() - QSize(0, m_reserved);
    return widget()->sizeHint().boundedTo(room);
}

bool FittingScrollArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace ui
