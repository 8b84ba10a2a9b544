// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/inputhabits.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QMenuBar>
#include <QPushButton>
#include <QStyleOption>

namespace ui {

namespace {

int heightOf(const QWidget *widget)
{
    return widget && isSmall(*widget) ? metrics::SmallControl : metrics::Control;
}

} // namespace

Style::Style(const Theme &theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme)
    , m_habits(new InputHabits(this))
{ }

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Hover is part of the look of these; Fusion asks for it only for some.
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    m_habits->giveTo(*widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &tokens = m_theme.tokens();
    const qreal corner = m_theme.px(metrics::Corner);
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(*option, *painter, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawFieldPanel(*option, *painter);
        return;
    case PE_FrameLineEdit:
        drawFieldPanel(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawChoice(*option, *painter, true);
        return;
    case PE_IndicatorCheckBox:
        drawChoice(*option, *painter, false);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget)) // the selection says it
            return;
        drawRoundedBox(*painter, option->rect, corner, {}, tokens.accent, m_theme.px(metrics::FocusRing));
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowRight:
        drawIcon(*painter, element == PE_IndicatorArrowDown ? Icon::ChevronDown : Icon::ChevronRight,
                 QRectF(option->rect).center(), m_theme.px(metrics::Space12), tokens.secondary);
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
        drawRoundedBox(*painter, option->rect, corner, {}, tokens.divider);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, tokens.base);
        return;
    case PE_FrameMenu:
        drawRoundedBox(*painter, option->rect, 0, {}, tokens.controlEdge);
        return;
    case PE_PanelTipLabel:
        drawRoundedBox(*painter, option->rect, 0, tokens.header, tokens.controlEdge);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, tokens.window);
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)), tokens.divider);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tokens.divider);
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_IndicatorHeaderArrow: // drawn with the label, right behind its words
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Tokens &tokens = m_theme.tokens();
    switch (element) {
    case CE_PushButtonBevel: // the arrow of a menu belongs to the label
        drawButtonPanel(*option, *painter, widget);
        return;
    case CE_PushButtonLabel:
        drawButtonLabel(*option, *painter, widget);
        return;
    case CE_TabBarTabShape:
        drawTab(*option, *painter);
        return;
    case CE_TabBarTabLabel:
        drawTabLabel(*option, *painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, tokens.header);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tokens.divider);
        return;
    }
    case CE_HeaderLabel:
        drawHeaderLabel(*option, *painter);
        return;
    case CE_MenuBarItem:
        drawMenuBarItem(*option, *painter, widget);
        return;
    case CE_MenuItem:
        drawMenuItem(*option, *painter, widget);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, tokens.window);
        return;
    case CE_Splitter: {
        const bool upright = option->state.testFlag(State_Horizontal);
        QRect line = option->rect;
        if (upright)
            line.adjust(line.width() / 2, 0, 0, 0), line.setWidth(1);
        else
            line.adjust(0, line.height() / 2, 0, 0), line.setHeight(1);
        painter->fillRect(line, option->state.testFlag(State_MouseOver) ? tokens.accent : tokens.divider);
        return;
    }
    case CE_ProgressBarGroove:
        drawRoundedBox(*painter, option->rect, option->rect.height() / 2.0, tokens.header, tokens.controlEdge);
        return;
    case CE_ProgressBarContents:
        drawProgress(*option, *painter);
        return;
    case CE_ProgressBarLabel:
        drawProgressWords(*option, *painter);
        return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            QRect line = option->rect;
            if (frame->frameShape == QFrame::HLine)
                line = QRect(line.left(), line.center().y(), line.width(), 1);
            else
                line = QRect(line.center().x(), line.top(), 1, line.height());
            painter->fillRect(line, tokens.divider);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        drawComboBox(*option, *painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(*option, *painter, widget);
        return;
    case CC_ScrollBar:
        drawScrollBar(*option, *painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return qobject_cast<const QMenuBar *>(widget) ? 0 : 1;
    case PM_ButtonMargin:
        return m_theme.px(metrics::Space24);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return m_theme.px(metrics::Space16);
    case PM_RadioButtonLabelSpacing:
    case PM_CheckBoxLabelSpacing:
        return m_theme.px(10);
    case PM_ScrollBarExtent:
        return m_theme.px(metrics::Space12);
    case PM_ScrollBarSliderMin:
        return m_theme.px(metrics::Space24);
    case PM_SplitterWidth:
        return 1; // Qt widens the part that can be grabbed
    case PM_MenuBarHMargin:
    case PM_MenuBarItemSpacing:
        return m_theme.px(metrics::Space4);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return m_theme.px(metrics::Space4);
    case PM_TabBarTabHSpace:
        return m_theme.px(metrics::Space24);
    case PM_TabBarTabVSpace:
        return m_theme.px(20);
    case PM_FocusFrameHMargin: // beside the words of a table's cell
        return m_theme.px(metrics::Space4);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return m_theme.px(metrics::Space8);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return m_theme.px(metrics::Space16);
    case PM_ToolTipLabelFrameWidth:
        return m_theme.px(metrics::Space4);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const int height = m_theme.px(heightOf(widget));
    switch (type) {
    case CT_PushButton: {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button && buttonLook(*button) == ButtonLook::Link)
            return {size.width() + m_theme.px(metrics::Space4), std::max(size.height(), m_theme.px(metrics::Target))};
        const auto *look = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int icon = look && !look->icon.isNull() ? m_theme.px(metrics::Space4) : 0; // Qt counts 4 px, we use 8
        const int menu
            = look && look->features.testFlag(QStyleOptionButton::HasMenu) ? m_theme.px(metrics::Space24) : 0;
        return {size.width() + m_theme.px(widget && isSmall(*widget) ? metrics::Space24 : 26) + icon + menu,
                std::max(size.height(), height)};
    }
    case CT_SpinBox:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width() + m_theme.px(metrics::Space8),
                height};
    case CT_LineEdit:
        return {size.width() + m_theme.px(metrics::Space16), height};
    case CT_ComboBox:
        return {size.width() + m_theme.px(metrics::Space8 + metrics::Space32), height};
    case CT_RadioButton:
    case CT_CheckBox: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {fusion.width(), std::max(fusion.height(), m_theme.px(metrics::Target))};
    }
    case CT_MenuBarItem:
        return {size.width() + m_theme.px(metrics::Space16), std::max(size.height(), m_theme.px(26))};
    case CT_MenuItem: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return fusion;
        return {fusion.width() + m_theme.px(metrics::Space16), std::max(fusion.height(), m_theme.px(metrics::Row))};
    }
    case CT_HeaderSection: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {fusion.width(), m_theme.px(metrics::Row)};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // Two of the ten pixels are QLineEdit's own.
        const int margin = frame && frame->lineWidth > 0 ? m_theme.px(metrics::Space8) : 0;
        return option->rect.adjusted(margin, 0, -margin, 0);
    }
    case SE_PushButtonFocusRect:
        return {}; // the ring is part of the panel
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ComboBox) {
        const int arrow = m_theme.px(metrics::Space24);
        const int margin = m_theme.px(metrics::Space8);
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, rect,
                              QRect(rect.right() + 1 - arrow, rect.top(), arrow, rect.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(margin, 1, -arrow, -1));
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return scrollBarRect(*bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

// No arrow buttons: the wheel, the keys and the trough do their work.
QRect Style::scrollBarRect(const QStyleOptionSlider &bar, SubControl part) const
{
    const QRect rect = bar.rect;
    const bool flat = bar.orientation == Qt::Horizontal;
    const int length = flat ? rect.width() : rect.height();
    const auto range = qint64(bar.maximum) - bar.minimum;
    const auto share = qint64(length) * bar.pageStep / std::max<qint64>(range + bar.pageStep, 1);
    const int slider = std::min(length, std::max(int(share), m_theme.px(metrics::Space24)));
    const int start
        = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - slider, bar.upsideDown);
    const auto stretch = [&](int from, int to) {
        return flat ? QRect(rect.left() + from, rect.top(), to - from, rect.height())
                    : QRect(rect.left(), rect.top() + from, rect.width(), to - from);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return rect;
    case SC_ScrollBarSlider:
        return stretch(start, start + slider);
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + slider, length);
    default:
        return {};
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_TabBar_Alignment:
        return int(Qt::AlignLeft);
    case SH_ComboBox_Popup: // a list under the field, not a menu over it
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace ui
