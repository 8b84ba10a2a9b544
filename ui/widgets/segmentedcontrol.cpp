// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>
#include <QStyleOptionButton>

namespace ui {

class Segment final : public QRadioButton {
public:
    Segment(SegmentedControl &control, const QString &words)
        : QRadioButton(words, &control)
        , m_control(control)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override
    {
        const Theme &theme = m_control.m_theme;
        const QFontMetrics strong(theme.font(TextStyle::Strong)); // the current one must not push the others
        const int height = m_control.m_framed ? metrics::SmallControl : metrics::Control;
        return {strong.horizontalAdvance(text()) + theme.px(22), std::max(theme.px(height), strong.height())};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_control.m_theme;
        const Tokens &tokens = theme.tokens();
        QStyleOptionButton option;
        initStyleOption(&option);

        QPainter painter(this);
        if (isChecked())
            painter.fillPath(shape(), tokens.*m_control.m_fill);
        else if (isEnabled() && option.state.testFlag(QStyle::State_MouseOver))
            painter.fillPath(shape(), tokens.header);
        paintFrame(painter);
        painter.setFont(theme.font(isChecked() ? TextStyle::Strong : TextStyle::Body));
        painter.setPen(!isEnabled() ? tokens.controlEdge : isChecked() ? tokens.*m_control.m_words : tokens.text);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (isHeld()) {
            const int line = theme.px(metrics::FocusRing);
            painter.fillRect(QRect(0, height() - line - 1, width(), line), heldColour(tokens));
        }
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
            drawRoundedBox(painter, rect(), theme.px(metrics::Corner), {}, tokens.accent, theme.px(metrics::FocusRing));
    }

private:
    bool isFirst() const { return m_control.m_segments.front() == this; }
    bool isLast() const { return m_control.m_segments.back() == this; }

    bool isHeld() const
    {
        return m_control.m_held >= 0 && m_control.m_held < int(m_control.m_segments.size())
            && m_control.m_segments[std::size_t(m_control.m_held)] == this;
    }

    // Each segment paints its stretch of the common frame: the children cover what the control itself would paint.
    void paintFrame(QPainter &painter) const
    {
        if (!m_control.m_framed)
            return;
        const Theme &theme = m_control.m_theme;
        const QColor edge = theme.tokens().controlEdge;
        drawRoundedBox(painter, m_control.rect().translated(-pos()), theme.px(metrics::Corner), {}, edge);
        if (!isFirst())
            painter.fillRect(QRect(0, 0, 1, height()), edge);
    }

    // The pale selection would not be seen as a line.
    QColor heldColour(const Tokens &tokens) const
    {
        return m_control.m_fill == &Tokens::selection ? tokens.accent : tokens.*m_control.m_fill;
    }

    // Square between neighbours, round where the frame is.
    QPainterPath shape() const
    {
        QPainterPath path;
        if (!m_control.m_framed) {
            path.addRect(rect());
            return path;
        }
        const qreal corner = m_control.m_theme.px(metrics::Corner);
        QRectF reach = rect();
        if (!isFirst())
            reach.setLeft(reach.left() - 2 * corner);
        if (!isLast())
            reach.setRight(reach.right() + 2 * corner);
        path.addRoundedRect(reach, corner, corner);
        QPainterPath own;
        own.addRect(rect());
        return path.intersected(own);
    }

    SegmentedControl &m_control;
};

SegmentedControl::SegmentedControl(const Theme &theme, const QStringList &words, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString &word : words) {
        auto *segment = new Segment(*this, word);
        m_segments.push_back(segment);
        row->addWidget(segment);
        connect(segment, &QRadioButton::clicked, this, [this] { Q_EMIT chosen(current()); });
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (!m_segments.empty())
        m_segments.front()->setChecked(true);
    connect(&theme, &Theme::changed, this, [this] {
        for (Segment *segment : m_segments)
            segment->updateGeometry();
    });
}

int SegmentedControl::current() const
{
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i]->isChecked())
            return int(i);
    }
    return -1;
}

void SegmentedControl::setCurrent(int index)
{
    Q_ASSERT(index < int(m_segments.size()));
    if (index >= 0) {
        m_segments[std::size_t(index)]->setChecked(true);
    } else if (const int checked = current(); checked >= 0) {
        Segment *segment = m_segments[std::size_t(checked)];
        segment->setAutoExclusive(false); // one of several cannot be unchecked otherwise
        segment->setChecked(false);
        segment->setAutoExclusive(true);
    }
}

void SegmentedControl::setHeld(int index)
{
    if (index == m_held)
        return;
    m_held = index;
    update();
}

void SegmentedControl::setCurrentColours(QColor Tokens::*fill, QColor Tokens::*words)
{
    m_fill = fill;
    m_words = words;
    update();
}

void SegmentedControl::setFramed(bool framed)
{
    m_framed = framed;
    for (Segment *segment : m_segments)
        segment->updateGeometry();
    update();
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    if (m_framed)
        drawRoundedBox(painter, rect(), m_theme.px(metrics::Corner), tokens.base, {});
}

} // namespace ui
