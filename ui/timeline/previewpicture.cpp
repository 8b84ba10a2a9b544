// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/previewpicture.h"

#include "model/timeline/axis.h"
#include "model/words/times.h"
#include "ui/theme/lines.h"
#include "ui/theme/theme.h"
#include "ui/timeline/symbolmarks.h"
#include "ui/timeline/timelinepainter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace ui {

using engine::milliseconds;

namespace {

// Pixels at scale 1.
constexpr qreal SideMargin = 20; // half a time before the first mark and after the end
constexpr qreal TimesMiddle = 9;
constexpr qreal LineMiddle = 31;
constexpr qreal PinTop = 54;
constexpr qreal PinHeight = 22;
constexpr qreal PinGap = 3; // between a PIN and the next
constexpr qreal PinTextMargin = 10;
constexpr qreal PreviewHeight = 80;
constexpr int UsualPreviewWidth = 676;
constexpr int LeastPreviewWidth = 360;
constexpr qreal TimeAir = 6; // between two times

} // namespace

PreviewPicture::PreviewPicture(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PreviewPicture::setPreview(const model::Preview &preview)
{
    m_preview = preview;
    setAccessibleName(preview.sentence);
    update();
}

QSize PreviewPicture::sizeHint() const
{
    return {m_theme.px(UsualPreviewWidth), m_theme.px(PreviewHeight)};
}

QSize PreviewPicture::minimumSizeHint() const
{
    return {m_theme.px(LeastPreviewWidth), m_theme.px(PreviewHeight)};
}

void PreviewPicture::paintEvent(QPaintEvent *)
{
    if (m_preview.steps.empty())
        return;
    const int margin = m_theme.px(SideMargin);
    const auto axis
        = model::TimeAxis::sinceRequest(model::TimeAxis::Kind::Compressed, m_preview.endsAt, margin, width() - margin);
    const auto x = [&axis](milliseconds at) { return qRound(axis.xAt(at)); };
    QPainter painter(this);
    painter.setFont(m_theme.font(TextStyle::Body));
    paintSteps(painter, x);
    paintPins(painter, x);
}

// Times that would touch the one before go; the marks stay.
void PreviewPicture::paintSteps(QPainter &painter, const std::function<int(milliseconds)> &x) const
{
    const Tokens &tokens = m_theme.tokens();
    const qreal scale = m_theme.scale();
    const QFontMetricsF metrics(painter.font(), this);
    qreal written = -width();
    const auto write = [&](milliseconds at) {
        const QString text = model::position(at);
        const qreal left = x(at) - metrics.horizontalAdvance(text) / 2;
        if (left < written + TimeAir * scale)
            return;
        painter.setPen(tokens.text);
        drawTextAt(painter, QPointF(left, TimesMiddle * scale), text);
        written = left + metrics.horizontalAdvance(text);
    };
    const qreal y = m_theme.px(LineMiddle);
    drawDottedLine(painter, x({}), x(m_preview.endsAt), y, tokens.neutral, scale);
    for (const model::PreviewStep &step : m_preview.steps) {
        write(step.at);
        drawMark(painter, markOf(step.symbol), QPointF(x(step.at), y), markscale::Detail * scale, tokens, tokens.base,
                 MarkHalo::Background);
    }
    write(m_preview.endsAt);
    drawMark(painter, Mark::Expiry, QPointF(x(m_preview.endsAt), y), markscale::Detail * scale, tokens, tokens.base);
}

// What does not fit into a bar goes.
void PreviewPicture::paintPins(QPainter &painter, const std::function<int(milliseconds)> &x) const
{
    const QFontMetricsF metrics(painter.font(), this);
    QPen dashes(m_theme.tokens().neutral, 1.5 * m_theme.scale());
    dashes.setDashPattern({2.5, 2});
    for (const model::PreviewPin &pin : m_preview.pins) {
        const QRectF bar(QPointF(x(pin.from), m_theme.px(PinTop)),
                         QPointF(x(pin.until) - m_theme.px(PinGap), m_theme.px(PinTop + PinHeight)));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(dashes);
        painter.drawRoundedRect(bar, metrics::Corner, metrics::Corner);
        for (const QString &text : {pin.text, pin.name}) {
            if (metrics.horizontalAdvance(text) > bar.width() - 2 * m_theme.px(PinTextMargin))
                continue;
            painter.setPen(m_theme.tokens().text);
            drawTextAt(painter, QPointF(bar.left() + m_theme.px(PinTextMargin), bar.center().y()), text);
            break;
        }
    }
}

} // namespace ui
