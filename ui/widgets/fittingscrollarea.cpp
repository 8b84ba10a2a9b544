// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fittingscrollarea.h"

#include "ui/theme/theme.h"
#include "ui/widgets/floatingscrollbar.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>

namespace ui {

FittingScrollArea::FittingScrollArea(const Theme &theme, QWidget *content, int reserved, QWidget *parent)
    : QScrollArea(parent)
    , m_reserved(reserved)
    , m_air(theme.px(metrics::Space8))
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    setWidgetResizable(true);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    new FloatingScrollBar(theme, *this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (!now || !widget()->isAncestorOf(now))
            return;
        // Whole, not only its text cursor as ensureWidgetVisible() does; its beginning last.
        const QRect area(now->mapTo(widget(), QPoint()), now->size());
        ensureVisible(area.right(), area.bottom(), m_air, m_air);
        ensureVisible(area.left(), area.top(), m_air, m_air);
    });
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
