// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codefield.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int CellWidth = 28;
constexpr int CellHeight = 32;
constexpr int CellGap = 8;
constexpr int NarrowGap = 3;
constexpr int RingRoom = 1; // the ring of the current cell stands a pixel outside
constexpr qreal DigitSize = 1.2;

// How wide a cell and the gap after it are.
struct Pitch {
    int cell;
    int gap;
};

Pitch pitchOf(int count, int mostWidth, const Theme &theme)
{
    const int cell = theme.px(CellWidth);
    const int gap = theme.px(CellGap);
    const int room = 2 * theme.px(RingRoom);
    if (mostWidth == 0 || count * (cell + gap) - gap + room <= mostWidth)
        return {cell, gap};
    const int narrow = theme.px(NarrowGap);
    return {std::min(cell, (mostWidth - room - (count - 1) * narrow) / count), narrow};
}

QRect cellIn(QPoint topLeft, int cell, Pitch pitch, const Theme &theme)
{
    const int room = theme.px(RingRoom);
    const QPoint offset(room + cell * (pitch.cell + pitch.gap), room);
    return {topLeft + offset, QSize(pitch.cell, theme.px(CellHeight))};
}

} // namespace

void paintCodeCells(QPainter &painter, QPointF topLeft, const CodeCells &cells, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const qreal corner = theme.px(metrics::Corner);
    const int room = theme.px(RingRoom);
    const Pitch pitch = pitchOf(cells.count, cells.mostWidth, theme);
    painter.save();
    painter.setFont(theme.font(TextStyle::FixedStrong, DigitSize));
    painter.setPen(cells.enabled ? tokens.text : tokens.secondary);
    for (int i = 0; i < cells.count; ++i) {
        const QRect cell = cellIn(topLeft.toPoint(), i, pitch, theme);
        const bool selected = i >= cells.selectedFrom && i < cells.selectedTo;
        const QColor fill = !cells.enabled ? tokens.window : selected ? tokens.selection : tokens.base;
        if (cells.enabled && i == cells.current)
            drawRoundedBox(painter, cell.adjusted(-room, -room, room, room), corner + room, fill, tokens.accent,
                           theme.px(metrics::FocusRing));
        else
            drawRoundedBox(painter, cell, corner, fill, cells.enabled ? tokens.controlEdge : tokens.divider);
        if (i < cells.text.size())
            painter.drawText(cell, Qt::AlignCenter, cells.text.mid(i, 1));
    }
    painter.restore();
}

QSize codeCellsSize(int count, const Theme &theme, int mostWidth)
{
    const int room = theme.px(RingRoom);
    count = std::max(count, 1);
    const QRect last = cellIn({}, count - 1, pitchOf(count, mostWidth, theme), theme);
    return {last.right() + 1 + room, last.bottom() + 1 + room};
}

CodeField::CodeField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setFrame(false);
    setMaxLength(m_most);
    setAccessibleName(tr("Code the user types"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (m_fewest != m_most)
            updateGeometry();
    });
    connect(&theme, &Theme::changed, this, &CodeField::updateGeometry);
}

void CodeField::setLength(int fewest, int most)
{
    m_fewest = std::clamp(fewest, 1, 10);
    m_most = std::clamp(most, m_fewest, 10);
    setMaxLength(m_most);
    updateGeometry();
    update();
}

void CodeField::setMostWidth(int width)
{
    if (width == m_mostWidth)
        return;
    m_mostWidth = width;
    updateGeometry();
    update();
}

int CodeField::cellCount() const
{
    return std::clamp(int(text().size()) + 1, m_fewest, m_most);
}

QRect CodeField::cellRect(int cell) const
{
    return cellIn(QPoint(), cell, pitchOf(cellCount(), m_mostWidth, m_theme), m_theme);
}

QSize CodeField::sizeHint() const
{
    return codeCellsSize(cellCount(), m_theme, m_mostWidth);
}

QVariant CodeField::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImCursorRectangle)
        return cellRect(std::min(cursorPosition(), cellCount() - 1));
    return QLineEdit::inputMethodQuery(query);
}

void CodeField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    CodeCells cells{text(), cellCount(), -1, 0, 0, isEnabled(), m_mostWidth};
    if (hasSelectedText()) {
        cells.selectedFrom = selectionStart();
        cells.selectedTo = selectionEnd();
    }
    if (hasFocus())
        cells.current = cursorPosition();
    paintCodeCells(painter, {}, cells, m_theme);
}

void CodeField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!text().isEmpty())
            Q_EMIT submitted(text());
        event->accept(); // or a dialog's default button would be pressed too
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        insert(QGuiApplication::clipboard()->text().remove(u' ').trimmed());
        return;
    }
    // In a full field a character replaces the one in its cell, as cells promise.
    const bool types = !event->text().isEmpty() && event->text().front().isPrint()
        && !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
    if (types && !hasSelectedText() && text().size() == maxLength() && cursorPosition() < text().size())
        setSelection(cursorPosition(), 1);
    QLineEdit::keyPressEvent(event);
}

int CodeField::positionAt(QPointF point) const
{
    int position = 0;
    while (position < text().size() && point.x() > cellRect(position).right())
        ++position;
    return position;
}

void CodeField::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = positionAt(event->position());
    setCursorPosition(m_pressedAt);
}

void CodeField::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        setSelection(m_pressedAt, positionAt(event->position()) - m_pressedAt);
}

void CodeField::mouseDoubleClickEvent(QMouseEvent *)
{
    selectAll();
}

} // namespace ui
