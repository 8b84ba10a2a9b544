// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinesheet.h"

#include "model/words/headline.h"
#include "model/words/moneywords.h"
#include "model/words/numberwords.h"
#include "model/words/sourcewords.h"
#include "model/words/workflowwords.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/timeline/detailpainter.h"
#include "ui/timeline/symbolmarks.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Pixels at scale 1.
constexpr int Width = 880;
constexpr int Margin = 24;
constexpr int TitleHeight = 24;
constexpr int HeadlineHeight = 36;
constexpr int CaptionHeight = 24;
constexpr int SentenceX = 33; // behind the mark
constexpr int TagSide = 10;
constexpr int LanesY = Margin + TitleHeight + HeadlineHeight + CaptionHeight + 12;

} // namespace

TimelineSheet::TimelineSheet(const Theme &theme, const engine::Record &record, const model::NumberMask &mask,
                             engine::Instant now, bool isPaused)
    : m_theme(theme)
    , m_record(record)
    , m_mask(mask)
    , m_now(now)
    , m_isPaused(isPaused)
{ }

QSize TimelineSheet::size() const
{
    const int lanes = qCeil(model::detailLanes(m_theme.scale()).height);
    return {m_theme.px(Width), m_theme.px(LanesY + Margin) + lanes};
}

QString TimelineSheet::title() const
{
    const engine::Request &request = m_record.request;
    return m_mask.shown(request.number, request.source) + u"   workflow "_s + QString::number(request.workflow.id())
        + u": "_s + model::workflowDescription(request.workflow);
}

QString TimelineSheet::caption() const
{
    const auto started = QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(m_record.verification.startedAt));
    return u"Request "_s + m_record.request.id.toString() + u", started "_s
        + QLocale(QLocale::English).toString(started, u"d MMMM yyyy, HH:mm:ss"_s) + u", "_s
        + model::money(m_record.cost());
}

void TimelineSheet::paint(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const auto px = [this](int length) { return m_theme.px(length); };
    const QRect whole(QPoint(), size());
    painter.fillRect(whole, tokens.base);
    QRect line(px(Margin), px(Margin), whole.width() - 2 * px(Margin), px(TitleHeight));
    painter.setFont(m_theme.font(TextStyle::Strong));
    painter.setPen(tokens.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title());
    if (const QString mark = model::dataMark(m_record.request.source); !mark.isEmpty()) {
        const int width = QFontMetrics(painter.font()).horizontalAdvance(mark) + 2 * px(TagSide);
        const QRect tag(line.right() + 1 - width, line.top(), width, line.height());
        painter.fillRect(tag, tokens.bandViolet);
        painter.drawText(tag, Qt::AlignCenter, mark);
    }

    line = QRect(line.left(), line.bottom() + 1, line.width(), px(HeadlineHeight));
    drawMark(painter, markOf(model::symbolOf(m_record.status())), QPointF(line.left() + px(11), line.center().y()),
             markscale::Detail * m_theme.scale(), tokens, tokens.base);
    painter.setFont(m_theme.font(TextStyle::PageSentence));
    painter.setPen(tokens.text);
    const QRect words = line.adjusted(px(SentenceX), 0, 0, 0);
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(painter.font()).elidedText(model::headline(m_record, m_now), Qt::ElideRight, words.width()));

    line = QRect(line.left(), line.bottom() + 1, line.width(), px(CaptionHeight));
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(tokens.secondary);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, caption());

    const model::DetailGeometry geometry = model::layOutDetail(
        m_record, {qreal(line.width()), m_now, m_isPaused, false, m_theme.scale(), detailTextWidth(m_theme)});
    painter.translate(px(Margin), px(LanesY));
    paintDetail(painter, geometry, m_theme);
}

StandingPicture TimelineSheet::picture() const
{
    const QString mark = model::dataMark(m_record.request.source);
    return {size(), title(), model::headline(m_record, m_now) + u' ' + caption(), mark,
            [this](QPainter &painter) { paint(painter); }};
}

QString TimelineSheet::write(const QString &path) const
{
    const bool isPng = QFileInfo(path).suffix().compare("png"_L1, Qt::CaseInsensitive) == 0;
    return writeFile(path, isPng ? picture().png() : picture().svg(), u"The timeline"_s);
}

} // namespace ui
