// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpanel.h"

#include "ui/charts/chartmenu.h"
#include "ui/charts/charttable.h"
#include "ui/charts/plot.h"
#include "ui/theme/icons.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"
#include "ui/widgets/announce.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int TitleBaseline = 14;
constexpr int HeadBaseline = 34;
constexpr int RowsTop = 42;
constexpr int Pitch = 28;
constexpr int TicksHeight = 22;
constexpr int NoteHeight = 22;
constexpr qreal PointRing = 7; // around the current value
constexpr int TableTop = 24;
constexpr int WaitsHeight = 40;
constexpr int IdX = 20;
constexpr int FirstGlyphX = 51;
constexpr std::chrono::seconds ToldFor{5};
constexpr std::chrono::seconds ProblemToldFor{20};

} // namespace

ChartPanel::ChartPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(new Plot(theme, this))
    , m_table(new ChartTable(this))
    , m_menu(new ChartMenu(*this))
    , m_menuButton(new QPushButton(themedIcon(theme, Icon::Copy, &Tokens::secondary), QString(), this))
    , m_telling(new QTimer(this))
{
    m_menuButton->setFlat(true);
    connect(m_menuButton, &QPushButton::clicked, this, &ChartPanel::openMenu);
    m_telling->setSingleShot(true);
    connect(m_telling, &QTimer::timeout, this, [this] { update(); });
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_plot->setOverlay([this](QPainter &painter) { paintOver(painter); });
    m_table->hide();
    connect(m_table, &ChartTable::opened, this, &ChartPanel::openRow);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        lay();
        fillPlot();
        update();
    });
}

void ChartPanel::setWords(const model::ChartWords &words, QStringList spoken, int rows)
{
    m_words = words;
    m_menuButton->setToolTip(words.title + u": copy, save, show as table"_s);
    if (!m_telling->isActive())
        m_menuButton->setAccessibleName(m_menuButton->toolTip());
    m_values = std::move(spoken);
    m_rows = words.waits.isEmpty() ? rows : 0;
    m_current = std::min(m_current, int(m_values.size()) - 1);
    speak();
    m_table->setTwin(words.twin, words.finding);
    updateGeometry();
    lay();
    fillPlot();
    m_plot->setVisible(isPlotShown());
    m_plot->requestReplot();
    update();
}

bool ChartPanel::isTable() const
{
    return !m_table->isHidden();
}

bool ChartPanel::isPlotShown() const
{
    return !isTable() && m_rows > 0 && hasPlot();
}

void ChartPanel::setTable(bool isTable)
{
    const bool hadFocus = hasFocus() || m_table->hasFocus();
    m_table->setVisible(isTable);
    m_plot->setVisible(isPlotShown());
    setFocusProxy(isTable ? m_table : nullptr);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    m_plot->requestReplot();
    update();
}

QSize ChartPanel::sizeHint() const
{
    const int below = m_words.waits.isEmpty() ? bodyHeight() + ticksHeight() + stripHeight() + noteHeight()
                                              : m_theme.px(WaitsHeight);
    return {m_theme.px(leastWidth()), m_theme.px(RowsTop) + below};
}

// It takes as many lines as it needs.
int ChartPanel::noteHeight() const
{
    const QFontMetrics caption(m_theme.font(TextStyle::Caption));
    const int lines = caption
                          .boundingRect(QRect(0, 0, std::max(width(), m_theme.px(leastWidth())), 1000),
                                        Qt::TextWordWrap, m_words.note)
                          .height();
    return std::max(m_theme.px(NoteHeight), lines + m_theme.px(metrics::Space4));
}

int ChartPanel::bodyHeight() const
{
    return std::max(1, m_rows) * pitch();
}

int ChartPanel::ticksHeight() const
{
    return m_theme.px(TicksHeight);
}

int ChartPanel::pitch() const
{
    return m_theme.px(Pitch);
}

void ChartPanel::setTitleInTabs(bool isInTabs)
{
    m_isTitleInTabs = isInTabs;
}

QRect ChartPanel::bodyRect() const
{
    return {0, m_theme.px(RowsTop), width(), bodyHeight()};
}

QRect ChartPanel::rowRect(int row) const
{
    return {0, m_theme.px(RowsTop) + row * pitch(), width(), pitch()};
}

int ChartPanel::headBaseline() const
{
    return m_theme.px(HeadBaseline);
}

void ChartPanel::lay()
{
    const QRect rows = plotArea();
    const int left = m_theme.px(metrics::Space16); // half of the first tick label
    const int right = std::max(left, rightRoom());
    const int ticks = ticksHeight();
    m_plot->setGeometry(rows.adjusted(-left, 0, right, ticks));
    m_plot->setRoom({left, 0, right, ticks});
    m_plot->setVisible(isPlotShown());
    const int side = m_theme.px(metrics::Target);
    m_menuButton->setGeometry(width() - side, 0, side, side);
    const int top = m_theme.px(TableTop);
    m_table->setGeometry(0, top, width(), height() - top);
}

void ChartPanel::resizeEvent(QResizeEvent *)
{
    lay();
    fillPlot(); // labels find their places anew
    m_plot->requestReplot();
    if (noteHeight() != std::exchange(m_noteHeight, noteHeight()))
        updateGeometry();
}

void ChartPanel::paintHead(QPainter &painter, const QString &text, int x, Qt::Alignment alignment) const
{
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.tokens().secondary);
    const int advance = painter.fontMetrics().horizontalAdvance(text);
    const int left = alignment & Qt::AlignRight ? x - advance : alignment & Qt::AlignHCenter ? x - advance / 2 : x;
    painter.drawText(left, headBaseline(), text);
}

void ChartPanel::paintText(QPainter &painter, const QString &text, int x, int row, Qt::Alignment alignment,
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

void ChartPanel::paintLine(QPainter &painter, const model::ChartLine &line, int row) const
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

void ChartPanel::paintTitle(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool isShown = !m_isTitleInTabs || m_isCopied;
    painter.setFont(m_theme.font(TextStyle::Strong));
    const int titleWidth = isShown ? painter.fontMetrics().horizontalAdvance(m_words.title) : 0;
    if (isShown) {
        painter.setPen(tokens.text);
        painter.drawText(0, m_theme.px(TitleBaseline), m_words.title);
    }
    paintSubTitle(painter, titleWidth);
    if (!hasFocus() || m_isCopied)
        return;
    if (isShown) {
        const int y = m_theme.px(TitleBaseline) + m_theme.px(metrics::Space4);
        painter.fillRect(QRect(0, y - 1, titleWidth, metrics::FocusRing), tokens.accent);
    } else {
        paintRing(painter, rect().adjusted(0, m_theme.px(TableTop), 0, 0));
    }
}

bool ChartPanel::isTelling() const
{
    return m_telling->isActive() && !m_isCopied;
}

void ChartPanel::paintSubTitle(QPainter &painter, int titleWidth) const
{
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.tokens().secondary);
    const bool isTold = isTelling() && m_isTitleInTabs;
    if (isSubTitleBelow() || isTold)
        painter.drawText(0, headBaseline(),
                         painter.fontMetrics().elidedText(isTold ? m_told : m_words.subTitle, Qt::ElideRight, width()));
    if (isTold || (isSubTitleBelow() && !isTelling()))
        return;
    const int x = titleWidth + m_theme.px(metrics::Space12);
    const int right = m_isCopied ? width() : m_menuButton->x() - m_theme.px(metrics::Space8);
    painter.drawText(
        x, m_theme.px(TitleBaseline),
        painter.fontMetrics().elidedText(isTelling() ? m_told : m_words.subTitle, Qt::ElideMiddle, right - x));
}

void ChartPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = m_theme.tokens();
    paintTitle(painter);
    if (isTable())
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
    painter.drawText(QRect(0, noteTop, width(), noteHeight()), Qt::AlignVCenter | Qt::TextWordWrap, m_words.note);
    const QRect marked = hasFocus() && !m_isCopied && m_current >= 0 ? markedRect(m_current) : QRect();
    if (!marked.isEmpty())
        paintRing(painter, marked);
}

void ChartPanel::paintRing(QPainter &painter, const QRect &around) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().accent, metrics::FocusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(around).adjusted(1, 2, -1, -2), m_theme.px(metrics::Corner),
                            m_theme.px(metrics::Corner));
}

void ChartPanel::paintOver(QPainter &painter) const
{
    const auto point = hasFocus() && !m_isCopied && m_current >= 0 ? pointOf(m_current) : std::nullopt;
    if (!point)
        return;
    const qreal radius = PointRing * m_theme.scale();
    const QPointF centre(m_plot->xAxis->coordToPixel(point->x()), m_plot->yAxis->coordToPixel(point->y()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().accent, metrics::FocusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius, radius);
}

int ChartPanel::valueAt(const QPoint &point) const
{
    for (int row = 0; row < m_rows; ++row) {
        if (rowRect(row).contains(point))
            return row;
    }
    return -1;
}

void ChartPanel::setCurrent(int value)
{
    m_current = std::clamp(value, -1, int(m_values.size()) - 1);
    speak();
    update();
    m_plot->update();
}

void ChartPanel::speak()
{
    announce(*this, m_words.finding, m_current >= 0 && hasFocus() ? m_values.at(m_current) : QString());
}

void ChartPanel::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_values.size()) - 1;
    const auto walk = [&](int by) {
        const bool isWithin = m_current >= 0 && m_current + by >= 0 && m_current + by <= last;
        setCurrent(isWithin ? m_current + by : std::max(0, m_current));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1);
    case Qt::Key_Right:
        return walk(1);
    case Qt::Key_Up:
        return walk(-valuesPerStep());
    case Qt::Key_Down:
        return walk(valuesPerStep());
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT opened(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

QString ChartPanel::hoverWords(const QPoint &point) const
{
    return m_values.value(valueAt(point));
}

void ChartPanel::mouseMoveEvent(QMouseEvent *event)
{
    const QString words = isTable() ? QString() : hoverWords(event->pos());
    QToolTip::showText(event->globalPosition().toPoint(), words, this); // no words hide the last ones
}

void ChartPanel::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    QToolTip::hideText();
}

void ChartPanel::mousePressEvent(QMouseEvent *event)
{
    const int value = event->button() == Qt::LeftButton && !isTable() ? valueAt(event->pos()) : -1;
    if (value < 0)
        return;
    setCurrent(value);
    Q_EMIT opened(value);
}

void ChartPanel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    m_plot->update();
}

void ChartPanel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    speak();
    update();
    m_plot->update();
}

// Enter in the table opens its row, as it does in the picture.
void ChartPanel::openRow(int row)
{
    for (int value = 0; value < m_values.size(); ++value) {
        if (rowOf(value) == row) {
            Q_EMIT opened(value);
            return;
        }
    }
}

void ChartPanel::openMenu()
{
    m_menu->popup(m_menuButton->mapToGlobal(m_menuButton->rect().bottomLeft()));
    m_menu->setActiveAction(m_menu->actions().first());
}

void ChartPanel::tell(bool isDone, const QString &sentence)
{
    m_told = sentence;
    announce(*m_menuButton, m_menuButton->toolTip(), sentence);
    m_telling->start(isDone ? ToldFor : ProblemToldFor);
    update();
}

void ChartPanel::setCaption(const QString &caption, const QString &mark)
{
    m_caption = caption;
    m_mark = mark;
}

StandingPicture ChartPanel::picture() const
{
    const QRect words = QFontMetrics(m_theme.font(TextStyle::Caption))
                            .boundingRect(QRect(0, 0, width(), 1000), Qt::TextWordWrap, m_caption);
    const int margin = m_theme.px(metrics::Space16);
    return {QSize(width() + 2 * margin, height() + words.height() + 3 * margin), m_words.title,
            m_words.finding + u' ' + m_caption, m_mark, [this](QPainter &painter) { paintCopy(painter); }};
}

// Part by part, so that the menu's button is not in it.
void ChartPanel::paintCopy(QPainter &painter) const
{
    auto *self = const_cast<ChartPanel *>(this); // render() only reads
    const int margin = m_theme.px(metrics::Space16);
    const QPoint origin(margin, margin);
    painter.fillRect(QRect(QPoint(), picture().size), m_theme.tokens().base);
    m_isCopied = true;
    self->render(&painter, origin, {}, {});
    if (isTable())
        m_table->render(&painter, origin + m_table->pos());
    else if (isPlotShown())
        m_plot->render(&painter, origin + m_plot->pos());
    m_isCopied = false;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.tokens().text);
    painter.drawText(QRect(margin, height() + 2 * margin, width(), 1000), Qt::TextWordWrap, m_caption);
}

} // namespace ui
