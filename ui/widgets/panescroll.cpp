// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panescroll.h"

#include "ui/theme/theme.h"
#include "ui/widgets/followfocus.h"
#include "ui/widgets/scaledlayout.h"

#include <QEvent>
#include <QLayout>

namespace ui {

PaneScroll::PaneScroll(const Theme &theme, QWidget *content, QColor Tokens::*background, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    measureAlways(theme, this, [this, &theme, background] {
        QPalette colours; // not a background role: labels would take another one for their words
        colours.setColor(QPalette::Window, theme.tokens().*background);
        setPalette(colours);
    });
    followFocus(*this);
}

void PaneScroll::setWhole(bool isWhole)
{
    m_isWhole = isWhole;
    setVerticalScrollBarPolicy(isWhole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    measure();
}

void PaneScroll::measure()
{
    QLayout *parts = widget()->layout();
    const int whole = parts->hasHeightForWidth() ? parts->totalHeightForWidth(viewport()->width())
                                                 : parts->totalSizeHint().height();
    setMinimumHeight(m_isWhole ? whole : 0);
}

bool PaneScroll::eventFilter(QObject *watched, QEvent *event)
{
    const bool isTaken = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        measure();
        Q_EMIT measured();
    }
    return isTaken;
}

void PaneScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    measure();
}

} // namespace ui
