// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartsheet.h"

#include "ui/charts/plot.h"
#include "ui/theme/marks.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int TitleBaseline = 14;
constexpr int HeadBaseline = 34;
constexpr int SubTitleBaseline = 36; // below the title, or clear of the line under its tab
constexpr int RowsTop = 42;
constexpr int Pitch = 28;
constexpr int TicksHeight = 22;
constexpr int NoteHeight = 22;
constexpr int WaitsHeight = 40;
constexpr int IdX = 20;
constexpr int FirstGlyphX = 51;
constexpr int TagHeight = 20;

} // namespace

ChartSheet::ChartSheet(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(new Plot(theme, this))
{
    m_plot->setOverlay([this](QPainter &painter) { paintOver(painter); });
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        lay();
        fillPlot();
        update();
    });
}

void ChartSheet::setSheet(const model::ChartWords &words, int rows)
{
    m_words = words;
    m_rows = words.waits.isEmpty() ? rows : 0;
    updateGeometry();
    lay();
    fillPlot();
    m_plot->setVisible(isPlotShown());
    m_plot->requestReplot();
    update();
}

void ChartSheet::setTitleInTabs(bool isInTabs)
{
    m_isTitleInTabs = isInTabs;
}

QString ChartSheet::fileName() const
{
    QString name;
    for (const QChar c : QString(m_words.title + u' ' + m_place).trimmed().toLower()) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.endsWith(u'-'))
            name += u'-';
    }
    return name;
}

void ChartSheet::setCaption(const QString &caption, const QString &mark, const QString &place)
{
    m_place = place;
    m_caption = caption;
    m_mark = mark;
}

bool ChartSheet::isPlotShown() const
{
    return !isReplaced() && m_rows > 0 && hasPlot();
}

bool ChartSheet::isTelling() const
{
    return !m_isPictured && !told().isEmpty();
}

QSize ChartSheet::sizeHint() const
{
    const int below = m_words.waits.isEmpty() ? bodyHeight() + ticksHeight() + stripHeight() + noteHeight()
                                              : m_theme.px(WaitsHeight);
    return {m_theme.px(leastWidth()), m_theme.px(RowsTop) + below};
}

// It takes as many lines as it needs.
int ChartSheet::noteHeight() const
{
    const QFontMetrics caption(m_theme.font(TextStyle::Caption));
    const int lines = caption
                          .boundingRect(QRect(0, 0, std::max(width(), m_theme.px(leastWidth())), 1000),
                                        Qt::TextWordWrap, m_words.note)
                          .height();
    return std::max(m_theme.px(NoteHeight), lines + m_theme.px(metrics::Space4));
}

int ChartSheet::bodyHeight() const
{
    return std::max(1, m_rows) * pitch();
}

int ChartSheet::ticksHeight() const
{
    return m_theme.px(TicksHeight);
}

int ChartSheet::pitch() const
{
    return m_theme.px(Pitch);
}

QRect ChartSheet::bodyRect() const
{
    return {0, m_theme.px(RowsTop), width(), bodyHeight()};
}

QRect ChartSheet::rowRect(int row) const
{
    return {0, m_theme.px(RowsTop) + row * pitch(), width(), pitch()};
}

int ChartSheet::headBaseline() const
{
    return m_theme.px(HeadBaseline);
}

void ChartSheet::lay()
{
    const QRect rows = plotArea();
    const int left = m_theme.px(metrics::Space16); // half of the first tick label
    const int right = std::max(left, rightRoom());
    const int ticks = ticksHeight();
    m_plot->setGeometry(rows.adjusted(-left, 0, right, ticks));
    m_plot->setRoom({left, 0, right, ticks});
    m_plot->setVisible(isPlotShown());
}

void ChartSheet::resizeEvent(QResizeEvent *)
{
    lay();
    fillPlot(); // labels find their places anew
    m_plot->requestReplot();
    if (noteHeight() != std::exchange(m_noteHeight, noteHeight()))
        updateGeometry();
}

void ChartSheet::paintHead(QPainter &painter, const QString &text, int x, Qt::Alignment alignment) const
{
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.tokens().secondary);
    const int advance = painter.fontMetrics().horizontalAdvance(text);
    const int left = alignment & Qt::AlignRight ? x - advance : alignment & Qt::AlignHCenter ? x - advance / 2 : x;
    painter.drawText(left, headBaseline(), text);
}

void ChartSheet::paintText(QPainter &painter, const QString &text, int x, int row, Qt::Alignment alignment,
                           bool isStrong, QColor Tokens::*role) const
{
    const QFont font = m_theme.font(isStrong ? TextStyle::Strong : TextStyle::Body);
    painter.setFont(font);
    painter.setPen(m_theme.tokens().*role);
    const int advance = QFontMetrics(font).horizontalAdvance(text);
    const QRect rect = rowRect(row);
    painter.drawText(QRect(alignment & Qt::AlignRight ? x - advance : x, rect.y(), advance + 1, rect.height()),
                     Qt::AlignVCenter, text);
}

void ChartSheet::paintLine(QPainter &painter, const model::ChartLine &line, int row) const
{
    const qreal middle = rowRect(row).center().y() + 0.5;
    const Tokens &tokens = m_theme.tokens();
    drawWorkflowMarker(painter, line.workflow, QPointF(m_theme.px(7), middle), metrics::MarkerRadius * m_theme.scale(),
                       line.isDecided, tokens, tokens.base);
    paintText(painter, QString::number(line.workflow), m_theme.px(IdX), row, Qt::AlignLeft, true, &Tokens::text);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < std::min<std::size_t>(line.channels.size(), 3); ++i) {
        const Mark glyph = line.channels[i] == engine::Channel::Sms ? Mark::SmsGlyph : Mark::CallGlyph;
        drawMark(painter, glyph, QPointF(m_theme.px(FirstGlyphX + int(i) * metrics::GlyphPitch), middle),
                 m_theme.scale(), tokens, tokens.base);
    }
}

int ChartSheet::titleWidth() const
{
    return isTitleShown() ? QFontMetrics(m_theme.font(TextStyle::Strong)).horizontalAdvance(m_words.title) : 0;
}

void ChartSheet::paintTitle(QPainter &painter) const
{
    if (!isTitleShown())
        return;
    painter.setFont(m_theme.font(TextStyle::Strong));
    painter.setPen(m_theme.tokens().text);
    painter.drawText(0, m_theme.px(TitleBaseline), m_words.title);
}

void ChartSheet::paintSubTitle(QPainter &painter) const
{
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.tokens().secondary);
    const QString told = isTelling() ? this->told() : QString();
    const bool isTold = !told.isEmpty() && m_isTitleInTabs;
    if (isSubTitleBelow() || isTold)
        painter.drawText(0, m_theme.px(SubTitleBaseline),
                         painter.fontMetrics().elidedText(isTold ? told : m_words.subTitle, Qt::ElideRight, width()));
    if (isTold || (isSubTitleBelow() && told.isEmpty()))
        return;
    const int x = titleWidth() + m_theme.px(metrics::Space12);
    const int beside = m_isPictured ? tagWidth() : buttonsWidth();
    const int right = width() - (beside > 0 ? beside + m_theme.px(metrics::Space8) : 0);
    painter.drawText(
        x, m_theme.px(TitleBaseline),
        painter.fontMetrics().elidedText(told.isEmpty() ? m_words.subTitle : told, Qt::ElideMiddle, right - x));
}

int ChartSheet::tagWidth() const
{
    return m_mark.isEmpty()
        ? 0
        : QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(m_mark) + 2 * m_theme.px(metrics::Space8);
}

// Only in pictures: in the window the page says it once for all charts.
void ChartSheet::paintTag(QPainter &painter) const
{
    const QRect tag(width() - tagWidth(), 0, tagWidth(), m_theme.px(TagHeight));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().bandViolet);
    painter.drawRoundedRect(tag, m_theme.px(metrics::Corner), m_theme.px(metrics::Corner));
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.tokens().text);
    painter.drawText(tag, Qt::AlignCenter, m_mark);
}

void ChartSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = m_theme.tokens();
    paintTitle(painter);
    paintSubTitle(painter);
    if (m_isPictured && !m_mark.isEmpty())
        paintTag(painter);
    if (isReplaced())
        return;
    if (!m_words.waits.isEmpty()) {
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(tokens.secondary);
        painter.drawText(QRect(0, m_theme.px(RowsTop), width(), m_theme.px(WaitsHeight)), Qt::TextWordWrap,
                         m_words.waits);
        return;
    }
    paintColumns(painter);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(tokens.secondary);
    const int noteTop = bodyRect().y() + bodyHeight() + ticksHeight() + stripHeight();
    if (!m_isCaptioned || m_caption.isEmpty())
        painter.drawText(QRect(0, noteTop, width(), noteHeight()), Qt::AlignVCenter | Qt::TextWordWrap, m_words.note);
}

void ChartSheet::paintOver(QPainter &) const { }

StandingPicture ChartSheet::figure(int width)
{
    resize(m_theme.px(width), height());
    resize(this->width(), sizeHint().height());
    lay(); // nobody tells a hidden widget of its size
    fillPlot();
    return {size(), m_words.finding, {}, m_mark, [this](QPainter &painter) { paintPicture(painter, {}); }};
}

StandingPicture ChartSheet::picture() const
{
    const QFont caption = m_theme.font(TextStyle::Caption);
    const QRect words = QFontMetrics(caption).boundingRect(QRect(0, 0, width(), 1000), Qt::TextWordWrap, m_caption);
    const int margin = m_theme.px(metrics::Space16);
    const QSize whole(width() + 2 * margin, height() + words.height() + 3 * margin);
    return {whole, m_words.title, m_words.finding + u' ' + m_caption, m_mark, [=, this](QPainter &painter) {
                painter.fillRect(QRect(QPoint(), whole), m_theme.tokens().base);
                m_isCaptioned = true;
                paintPicture(painter, {margin, margin});
                m_isCaptioned = false;
                painter.setFont(caption);
                painter.setPen(m_theme.tokens().text);
                painter.drawText(QRect(margin, height() + 2 * margin, width(), 1000), Qt::TextWordWrap, m_caption);
            }};
}

// Part by part, so that no button is in it.
void ChartSheet::paintPicture(QPainter &painter, const QPoint &origin) const
{
    auto *self = const_cast<ChartSheet *>(this); // render() only reads
    m_isPictured = true;
    self->render(&painter, origin, {}, {});
    if (isReplaced())
        self->paintInstead(painter, origin);
    else if (isPlotShown())
        m_plot->render(&painter, origin + m_plot->pos());
    m_isPictured = false;
}

} // namespace ui
