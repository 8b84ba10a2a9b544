// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/onoffswitch.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int PillWidth = 30;
constexpr int PillHeight = 18;
constexpr int Knob = 12;
constexpr int OffKnob = 10;

} // namespace

OnOffSwitch::OnOffSwitch(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &OnOffSwitch::updateGeometry);
}

QSize OnOffSwitch::sizeHint() const
{
    return {m_theme.px(PillWidth + metrics::Space8), m_theme.px(metrics::Target)};
}

void OnOffSwitch::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    QRectF pill(0, 0, m_theme.px(PillWidth), m_theme.px(PillHeight));
    pill.moveCenter(QRectF(rect()).center());
    if (hasFocus())
        drawRoundedBox(painter, rect(), height() / 2.0, {}, tokens.accent, m_theme.px(metrics::FocusRing));
    if (isChecked())
        drawRoundedBox(painter, pill, pill.height() / 2, tokens.accent, {});
    else
        drawRoundedBox(painter, pill, pill.height() / 2, tokens.base, tokens.controlEdge, 1.5 * m_theme.scale());
    const qreal size = m_theme.px(isChecked() ? Knob : OffKnob);
    QRectF knob(0, 0, size, size);
    const qreal inset = pill.height() / 2;
    knob.moveCenter({isChecked() ? pill.right() - inset : pill.left() + inset, pill.center().y()});
    drawRoundedBox(painter, knob, size / 2, isChecked() ? tokens.base : tokens.controlEdge, {});
}

} // namespace ui
