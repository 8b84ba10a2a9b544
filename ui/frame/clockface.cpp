// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/clockface.h"

#include "ui/theme/icons.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace ui {

ClockFace::ClockFace(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(u"Clock"_s);
}

void ClockFace::setTime(const QString &time)
{
    if (time == m_time)
        return;
    m_time = time;
    update();
}

void ClockFace::setReal(bool isReal)
{
    m_isReal = isReal;
    update();
}

void ClockFace::setAside(const QString &words)
{
    if (words == m_aside)
        return;
    m_aside = words;
    updateGeometry();
    update();
}

QSize ClockFace::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Strong));
    const int aside = m_aside.isEmpty() ? 0 : metrics.horizontalAdvance(u' ' + m_aside);
    return {m_theme.px(48) + metrics.horizontalAdvance(u"00:00:00"_s) + aside, m_theme.px(metrics::Control)};
}

void ClockFace::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    const qreal corner = m_theme.px(metrics::Corner);
    QPainter painter(this);
    QPainterPath box; // round only at the left, where the bar ends
    box.addRoundedRect(QRectF(rect()).adjusted(0, 0, 2 * corner, 0), corner, corner);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect());
    painter.fillPath(box, m_isReal ? tokens.base : tokens.bandViolet);
    const QColor sign = m_isReal ? tokens.secondary : tokens.simulated;
    drawIcon(painter, Icon::Clock, QPointF(m_theme.px(20), height() / 2.0), m_theme.px(metrics::Space16), sign);
    painter.setPen(tokens.text);
    painter.setFont(m_theme.font(TextStyle::Strong));
    const QRect words = rect().adjusted(m_theme.px(36), 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, m_aside.isEmpty() ? m_time : m_time + u' ' + m_aside);
}

ClockFrame::ClockFrame(const Theme &theme, QWidget &box)
    : QWidget(&box)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    box.installEventFilter(this);
}

bool ClockFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    return QWidget::eventFilter(watched, event);
}

void ClockFrame::paintEvent(QPaintEvent *)
{
    const QColor edge = m_theme.tokens().controlEdge;
    QPainter painter(this);
    drawRoundedBox(painter, rect(), m_theme.px(metrics::Corner), {}, edge);
    for (const QObject *child : parentWidget()->children()) {
        const auto *part = qobject_cast<const QWidget *>(child);
        if (part && part != this && part->geometry().right() < width() - 1)
            painter.fillRect(QRect(part->geometry().right(), 0, 1, height()), edge);
    }
}

} // namespace ui
