// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/marktable.h"

#include "ui/theme/icons.h"
#include "ui/theme/lines.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <array>

namespace ui {

namespace {

constexpr int Columns = 11;
constexpr int CellHeight = 160;
constexpr int StripHeight = 45;
constexpr qreal Enlarged = 4;

struct Entry {
    Mark mark;
    const char *words;
};

constexpr std::array Entries{
    Entry{Mark::SmsPlanned, QT_TR_NOOP("SMS planned")},
    Entry{Mark::SmsSent, QT_TR_NOOP("sent")},
    Entry{Mark::SmsDelivered, QT_TR_NOOP("delivered")},
    Entry{Mark::SmsNotDelivered, QT_TR_NOOP("not delivered")},
    Entry{Mark::SmsUsed, QT_TR_NOOP("code used")},
    Entry{Mark::CallPlanned, QT_TR_NOOP("call planned")},
    Entry{Mark::CallSent, QT_TR_NOOP("ringing")},
    Entry{Mark::CallDelivered, QT_TR_NOOP("answered")},
    Entry{Mark::CallNotDelivered, QT_TR_NOOP("not answered")},
    Entry{Mark::CallUsed, QT_TR_NOOP("code used")},
    Entry{Mark::WrongCode, QT_TR_NOOP("wrong code")},
    Entry{Mark::Running, QT_TR_NOOP("running")},
    Entry{Mark::Verified, QT_TR_NOOP("verified")},
    Entry{Mark::Expired, QT_TR_NOOP("expired")},
    Entry{Mark::Failed, QT_TR_NOOP("failed")},
    Entry{Mark::Cancelled, QT_TR_NOOP("cancelled")},
    Entry{Mark::Now, QT_TR_NOOP("now")},
    Entry{Mark::NowPaused, QT_TR_NOOP("now, paused")},
    Entry{Mark::Expiry, QT_TR_NOOP("expiry")},
};

constexpr std::array LineWords{QT_TR_NOOP("rings"), QT_TR_NOOP("speaks"), QT_TR_NOOP("sent, delivered")};

void drawLineSample(QPainter &painter, std::size_t sample, QPointF centre, const Theme &theme)
{
    const QColor colour = theme.tokens().running;
    const qreal half = theme.px(35);
    const qreal left = centre.x() - half;
    const qreal right = centre.x() + half;
    switch (sample) {
    case 0:
        drawZigzag(painter, left, right, centre.y(), colour, markscale::Detail * theme.scale());
        return;
    case 1:
        drawSpeech(painter, left, right, centre.y(), colour, markscale::Detail * theme.scale());
        return;
    default:
        drawPinLine(painter, PinLine::OnItsWay, left, centre.x(), centre.y(), colour, theme.scale());
        drawPinLine(painter, PinLine::AtPhone, centre.x(), right, centre.y(), colour, theme.scale());
    }
}

// All marks in two sizes in one line.
void drawStrip(QPainter &painter, const QRect &strip, const QString &words, const Tokens &tokens,
               const QColor &background, const Theme &theme)
{
    painter.fillRect(strip, background);
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(tokens.secondary);
    const int margin = theme.px(metrics::Space16);
    painter.drawText(strip.adjusted(margin, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
    const int first = theme.px(122);
    for (std::size_t i = 0; i < Entries.size(); ++i) {
        const QPointF centre(strip.left() + first + int(i) * theme.px(65), strip.center().y() + 1);
        drawMark(painter, Entries[i].mark, centre, markscale::Detail * theme.scale(), tokens, background);
        drawMark(painter, Entries[i].mark, centre + QPointF(theme.px(27), 0), markscale::Row * theme.scale(), tokens,
                 background);
    }
}

} // namespace

MarkTable::MarkTable(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{ }

QSize MarkTable::sizeHint() const
{
    return {m_theme.px(1376), m_theme.px(2 * CellHeight + 2 * StripHeight)};
}

void MarkTable::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    painter.setFont(m_theme.font(TextStyle::Caption));
    const int cellHeight = m_theme.px(CellHeight);
    for (std::size_t i = 0; i < Entries.size() + LineWords.size(); ++i) {
        const int column = int(i) % Columns;
        const int left = width() * column / Columns;
        const QRect cell(left, int(i) / Columns * cellHeight, width() * (column + 1) / Columns - left, cellHeight);
        const QPointF centre(cell.center().x(), cell.top() + m_theme.px(60));
        painter.setPen(tokens.secondary);
        const QRect caption(cell.left(), cell.top() + m_theme.px(130), cell.width(), m_theme.px(metrics::Space24));
        if (i >= Entries.size()) {
            const std::size_t sample = i - Entries.size();
            drawLineSample(painter, sample, centre, m_theme);
            painter.drawText(caption, Qt::AlignCenter, tr(LineWords[sample]));
        } else {
            const QPointF small(centre.x(), cell.top() + m_theme.px(118));
            drawMark(painter, Entries[i].mark, centre, Enlarged * m_theme.scale(), tokens, tokens.base);
            drawMark(painter, Entries[i].mark, small - QPointF(m_theme.px(17), 0), markscale::Detail * m_theme.scale(),
                     tokens, tokens.base);
            drawMark(painter, Entries[i].mark, small + QPointF(m_theme.px(17), 0), markscale::Row * m_theme.scale(),
                     tokens, tokens.base);
            painter.drawText(caption, Qt::AlignCenter, tr(Entries[i].words));
        }
        if (column > 0)
            painter.fillRect(QRect(cell.left(), cell.top(), 1, cell.height()), tokens.divider);
    }
    const Tokens greys = withoutColour(tokens);
    const int stripHeight = m_theme.px(StripHeight);
    drawStrip(painter, QRect(0, 2 * cellHeight, width(), stripHeight), tr("without colour"), greys, greys.base,
              m_theme);
    drawStrip(painter, QRect(0, 2 * cellHeight + stripHeight, width(), stripHeight), tr("selected row"), tokens,
              tokens.selection, m_theme);
    for (int y : {cellHeight, 2 * cellHeight, 2 * cellHeight + stripHeight})
        painter.fillRect(QRect(0, y, width(), 1), tokens.divider);
    painter.setPen(tokens.divider);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

WorkflowMarkers::WorkflowMarkers(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{ }

QSize WorkflowMarkers::sizeHint() const
{
    return {m_theme.px(1376), m_theme.px(52)};
}

void WorkflowMarkers::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextStyle::Strong));
    painter.setPen(tokens.text);
    const int middle = height() / 2;
    for (int id = 1; id <= int(tokens.workflows.size()); ++id) {
        const int left = m_theme.px(28) + (id - 1) * m_theme.px(190);
        const QColor colour = tokens.workflow(id);
        painter.fillPath(workflowMarker(id, QPointF(left, middle), m_theme.px(7)), colour);
        painter.fillPath(workflowMarker(id, QPointF(left + m_theme.px(33), middle), m_theme.px(10)), colour);
        painter.drawText(QRect(left + m_theme.px(56), 0, m_theme.px(20), height()), Qt::AlignVCenter,
                         locale().toString(id));
        painter.fillRect(QRect(left + m_theme.px(76), middle - m_theme.px(5), m_theme.px(80), m_theme.px(10)), colour);
    }
}

IconTable::IconTable(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{ }

QSize IconTable::sizeHint() const
{
    return {m_theme.px(1376), m_theme.px(52)};
}

void IconTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int middle = height() / 2;
    for (int i = 0; i < IconCount; ++i)
        drawIcon(painter, Icon(i), QPointF(m_theme.px(28) + i * m_theme.px(53), middle), m_theme.px(metrics::Space16),
                 m_theme.tokens().text);
}

} // namespace ui
