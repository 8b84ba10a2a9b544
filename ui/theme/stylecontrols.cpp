// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The drawing half of Style: one function per control. What is drawn where is decided in style.cpp.

#include "ui/theme/icons.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

#include <utility>

namespace ui {

namespace {

ButtonLook lookOf(const QStyleOption &option, const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
        button && buttonLook(*button) != ButtonLook::Plain)
        return buttonLook(*button);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton) ? ButtonLook::Primary
                                                                                  : ButtonLook::Plain;
}

// A ring that everybody wants to see when keys move the focus, and nobody after a click.
bool showsFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace

void Style::drawButtonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const Tokens &tokens = m_theme.tokens();
    const qreal corner = m_theme.px(metrics::Corner);
    const qreal ring = m_theme.px(metrics::FocusRing);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool pressed = option.state.testFlag(State_Sunken) || option.state.testFlag(State_On);
    const bool hovered = enabled && option.state.testFlag(State_MouseOver);
    const ButtonLook look = lookOf(option, widget);

    if (look == ButtonLook::Link) {
        if (showsFocus(option))
            drawRoundedBox(painter, option.rect, corner, {}, tokens.accent, ring);
        return;
    }
    const bool primary = look == ButtonLook::Primary && enabled;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (button && button->features.testFlag(QStyleOptionButton::Flat) && !pressed && !hovered && !showsFocus(option))
        return;
    QColor fill = primary ? tokens.primaryFill : enabled ? tokens.base : tokens.window;
    if (pressed)
        fill = primary ? fill.darker(115) : tokens.selection;
    else if (hovered)
        fill = primary ? fill.lighter(112) : tokens.header;
    const QColor edge = primary ? tokens.primaryEdge : enabled ? tokens.controlEdge : tokens.divider;
    drawRoundedBox(painter, option.rect, corner, fill, edge);
    if (showsFocus(option)) {
        drawRoundedBox(painter, option.rect, corner, {}, tokens.accent, ring);
        if (primary) // on the accent itself the ring would not be seen without a gap
            drawRoundedBox(painter, QRectF(option.rect).adjusted(ring, ring, -ring, -ring), corner - ring, {},
                           tokens.base);
    }
}

void Style::drawButtonLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (!button)
        return;
    const Tokens &tokens = m_theme.tokens();
    const ButtonLook look = lookOf(option, widget);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool hasMenu = button->features.testFlag(QStyleOptionButton::HasMenu);
    const QColor colour = !enabled    ? tokens.controlEdge
        : look == ButtonLook::Primary ? tokens.primaryText
                                      : tokens.text;

    const int gap = m_theme.px(metrics::Space8);
    const int iconWidth = button->icon.isNull() ? 0 : button->iconSize.width();
    const int arrowWidth = hasMenu ? m_theme.px(metrics::Space12) : 0;
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const int iconGap = iconWidth > 0 && textWidth > 0 ? gap : 0;
    const int width = iconWidth + iconGap + textWidth + (hasMenu ? gap + arrowWidth : 0);

    const QRect whole = option.rect;
    QRect content(0, whole.top(), std::min(width, whole.width()), whole.height());
    content.moveLeft(whole.left() + (whole.width() - content.width()) / 2);
    const auto place = [&](int from, int length) {
        return visualRect(option.direction, content,
                          QRect(content.left() + from, content.top(), length, content.height()));
    };
    if (iconWidth > 0) {
        QRect icon = place(0, iconWidth);
        icon.setTop(whole.top() + (whole.height() - button->iconSize.height()) / 2);
        icon.setHeight(button->iconSize.height());
        button->icon.paint(&painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QRect words = place(iconWidth + iconGap, textWidth);
    painter.setPen(colour);
    painter.drawText(words, Qt::AlignCenter | Qt::TextShowMnemonic, button->text);
    if (hasMenu)
        drawIcon(painter, Icon::ChevronDown, QRectF(place(width - arrowWidth, arrowWidth)).center(), arrowWidth,
                 colour);
    if (look == ButtonLook::Link)
        painter.fillRect(
            QRectF(words.left(), words.center().y() + option.fontMetrics.height() / 2.0, words.width(), 1.5),
            enabled ? tokens.accent : tokens.divider);
}

void Style::drawFieldPanel(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focused = enabled && option.state.testFlag(State_HasFocus);
    const QColor edge = focused ? tokens.accent : enabled ? tokens.controlEdge : tokens.divider;
    drawRoundedBox(painter, option.rect, m_theme.px(metrics::Corner), enabled ? tokens.base : tokens.window, edge,
                   focused ? m_theme.px(metrics::FocusRing) : 1);
}

void Style::drawChoice(const QStyleOption &option, QPainter &painter, bool round) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On) || option.state.testFlag(State_NoChange);
    const QRectF box = option.rect;
    const QColor live = enabled ? tokens.accent : tokens.controlEdge;
    const qreal corner = round ? box.width() / 2 : m_theme.px(3);
    if (!on) {
        const QColor edge = option.state.testFlag(State_MouseOver) ? live : tokens.controlEdge;
        drawRoundedBox(painter, box, corner, enabled ? tokens.base : tokens.window, edge);
        return;
    }
    drawRoundedBox(painter, box, corner, live, {});
    if (round) {
        const qreal inset = box.width() * 5 / 16;
        drawRoundedBox(painter, box.adjusted(inset, inset, -inset, -inset), box.width(), tokens.base, {});
    } else if (option.state.testFlag(State_NoChange)) {
        painter.fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), tokens.base);
    } else {
        drawIcon(painter, Icon::Check, box.center(), box.width() * 0.85, tokens.base);
    }
}

void Style::drawTab(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const QRect rect = option.rect;
    if (option.state.testFlag(State_Selected)) {
        const int height = m_theme.px(metrics::FocusRing);
        painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height), tokens.accent);
    }
    if (showsFocus(option))
        drawRoundedBox(painter, rect, m_theme.px(metrics::Corner), {}, tokens.accent, m_theme.px(metrics::FocusRing));
}

void Style::drawTabLabel(const QStyleOption &option, QPainter &painter) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option);
    if (!tab)
        return;
    const Tokens &tokens = m_theme.tokens();
    const bool selected = option.state.testFlag(State_Selected);
    painter.save();
    QFont font = painter.font();
    font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    const bool strong = selected || option.state.testFlag(State_MouseOver);
    painter.setPen(strong ? tokens.text : tokens.secondary);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
    painter.restore();
}

void Style::drawHeaderLabel(const QStyleOption &option, QPainter &painter) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    if (!header)
        return;
    const Tokens &tokens = m_theme.tokens();
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const int arrow = sorted ? m_theme.px(metrics::Space16) : 0;
    const QString text
        = option.fontMetrics.elidedText(header->text, Qt::ElideRight, std::max(0, option.rect.width() - arrow));
    const Qt::Alignment alignment = visualAlignment(option.direction, header->textAlignment);
    const int textWidth = option.fontMetrics.horizontalAdvance(text);
    QRect words = option.rect;
    if (alignment.testFlag(Qt::AlignRight))
        words.setRight(words.right() - arrow);
    painter.save();
    painter.setPen(tokens.secondary);
    painter.drawText(words, int(alignment | Qt::AlignVCenter), text);
    if (sorted) {
        const QRect drawn
            = alignedRect(option.direction, alignment | Qt::AlignVCenter, QSize(textWidth, words.height()), words);
        // Qt's up arrow means that values fall from the top.
        const Icon icon = header->sortIndicator == QStyleOptionHeader::SortUp ? Icon::SortDown : Icon::SortUp;
        drawIcon(painter, icon, QPointF(drawn.right() + 1 + arrow * 0.7, drawn.center().y() + 1), arrow,
                 tokens.secondary);
    }
    painter.restore();
}

void Style::drawMenuBarItem(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    if (!item)
        return;
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(option.rect, tokens.window);
    if (option.state.testFlag(State_Selected))
        drawRoundedBox(painter, QRectF(option.rect).adjusted(0, 2, 0, -2), m_theme.px(metrics::Corner),
                       tokens.selection, {});
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!styleHint(SH_UnderlineShortcut, &option, widget, nullptr))
        flags |= Qt::TextHideMnemonic;
    painter.setPen(option.state.testFlag(State_Enabled) ? tokens.text : tokens.controlEdge);
    painter.drawText(option.rect, flags, item->text);
}

void Style::drawMenuItem(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    if (!item)
        return;
    const Tokens &tokens = m_theme.tokens();
    if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
        painter.fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1), tokens.divider);
        return;
    }
    // Fusion places mark, words, keys and arrow; only its highlight, which has an edge of its own, is replaced.
    QStyleOptionMenuItem calm(*item);
    if (option.state.testFlag(State_Selected)) {
        calm.state &= ~State_Selected;
        painter.fillRect(option.rect, tokens.selection);
    }
    QProxyStyle::drawControl(CE_MenuItem, &calm, &painter, widget);
}

// Of the bar's whole length, as far as it is done.
QRectF Style::progressDone(const QStyleOptionProgressBar &bar) const
{
    const qreal share = qreal(bar.progress - bar.minimum) / (bar.maximum - bar.minimum);
    QRectF done = bar.rect;
    done.setWidth(done.width() * std::clamp(share, 0.0, 1.0));
    return done;
}

void Style::drawProgress(const QStyleOption &option, QPainter &painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const QRectF done = progressDone(*bar);
    drawRoundedBox(painter, done, std::min(done.width(), done.height()) / 2, m_theme.tokens().accent, {});
}

// In two colours, where what is done ends.
void Style::drawProgressWords(const QStyleOption &option, QPainter &painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar || !bar->textVisible || bar->maximum <= bar->minimum)
        return;
    const QRectF done = progressDone(*bar);
    const QRectF rest = QRectF(bar->rect).adjusted(done.width(), 0, 0, 0);
    for (const auto &[part, colour] :
         {std::pair(done, m_theme.tokens().textOnAccent), std::pair(rest, m_theme.tokens().text)}) {
        painter.save();
        painter.setClipRect(part);
        painter.setPen(colour);
        painter.drawText(bar->rect, Qt::AlignCenter, bar->text);
        painter.restore();
    }
}

void Style::drawScrollBar(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (!bar)
        return;
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(option.rect, tokens.base);
    if (bar->maximum == bar->minimum)
        return;
    const bool held = bar->activeSubControls.testFlag(SC_ScrollBarSlider)
        && (option.state.testFlag(State_Sunken) || option.state.testFlag(State_MouseOver));
    const qreal inset = m_theme.px(2);
    const QRectF slider = QRectF(subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget))
                              .adjusted(inset, inset, -inset, -inset);
    QColor colour = tokens.controlEdge;
    if (!held)
        colour.setAlphaF(0.45f);
    drawRoundedBox(painter, slider, std::min(slider.width(), slider.height()) / 2, colour, {});
}

void Style::drawComboBox(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&option);
    if (!combo)
        return;
    const Tokens &tokens = m_theme.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    if (combo->frame)
        drawFieldPanel(option, painter);
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawIcon(painter, Icon::ChevronDown, QRectF(arrow).center() - QPointF(m_theme.px(2), 0), m_theme.px(14),
             enabled ? tokens.secondary : tokens.divider);
}

void Style::drawSpinBox(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(&option);
    if (!spin)
        return;
    const Tokens &tokens = m_theme.tokens();
    if (spin->frame)
        drawFieldPanel(option, painter);
    const auto drawStep = [&](SubControl part, Icon icon, QAbstractSpinBox::StepEnabledFlag step) {
        const bool enabled = spin->stepEnabled.testFlag(step);
        const QRect rect = subControlRect(CC_SpinBox, &option, part, widget);
        drawIcon(painter, icon, QRectF(rect).center(), m_theme.px(metrics::Space12),
                 enabled ? tokens.secondary : tokens.divider);
    };
    drawStep(SC_SpinBoxUp, Icon::SortUp, QAbstractSpinBox::StepUpEnabled);
    drawStep(SC_SpinBoxDown, Icon::SortDown, QAbstractSpinBox::StepDownEnabled);
}

} // namespace ui
