// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpanel.h"

#include "ui/charts/chartmenu.h"
#include "ui/charts/plot.h"
#include "ui/theme/icons.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"
#include "ui/widgets/announce.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int TitleBaseline = 14;
constexpr int HeadBaseline = 34;
constexpr int RowsTop = 42;
constexpr int Pitch = 28;
constexpr int TicksHeight = 22;
constexpr int NoteHeight = 22;
constexpr int TableTop = 24;
constexpr int WaitsHeight = 40;
constexpr int IdX = 20;
constexpr int FirstGlyphX = 51;
constexpr int GlyphPitch = 19;
constexpr qreal MarkerRadius = 6;
constexpr std::chrono::seconds ToldFor{5};
constexpr std::chrono::seconds ProblemToldFor{20};
constexpr qreal ThickestEdge = 2.5; // of a hollow marker

} // namespace

void drawWorkflowMarker(QPainter &painter, engine::WorkflowId id, QPointF centre, qreal radius, bool isFilled,
                        const Tokens &tokens, const QColor &background)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = tokens.workflow(id);
    if (isFilled) {
        painter.fillPath(workflowMarker(id, centre, radius), colour);
    } else {
        painter.setBrush(background);
        painter.setPen(QPen(colour, std::min(radius / 3, ThickestEdge)));
        painter.drawPath(workflowMarker(id, centre, radius * 5 / 6));
    }
    painter.restore();
}

ChartPanel::ChartPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(new Plot(theme, this))
    , m_table(new QTableWidget(this))
    , m_menu(new ChartMenu(*this))
    , m_menuButton(new QPushButton(themedIcon(theme, Icon::Copy, &Tokens::secondary), QString(), this))
    , m_telling(new QTimer(this))
{
    m_menuButton->setFlat(true);
    connect(m_menuButton, &QPushButton::clicked, this, &ChartPanel::openMenu);
    m_telling->setSingleShot(true);
    connect(m_telling, &QTimer::timeout, this, [this] { update(); });
    setFocusPolicy(Qt::StrongFocus);
    m_table->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
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
    fillTable();
    updateGeometry();
    lay();
    fillPlot();
    m_plot->setVisible(!isTable() && m_rows > 0);
    m_plot->requestReplot();
    update();
}

// Kept where it was read, so that figures that change under a reader do not take the place away.
void ChartPanel::fillTable()
{
    const int row = std::max(0, m_table->currentRow());
    const int column = std::max(0, m_table->currentColumn());
    m_table->setAccessibleName(m_words.finding);
    m_table->setColumnCount(int(m_words.twin.heads.size()));
    m_table->setRowCount(int(m_words.twin.rows.size()));
    m_table->setHorizontalHeaderLabels(m_words.twin.heads);
    for (int i = 0; i < m_table->rowCount(); ++i) {
        for (int j = 0; j < m_table->columnCount(); ++j)
            m_table->setItem(i, j, new QTableWidgetItem(m_words.twin.rows.at(i).value(j)));
    }
    m_table->resizeColumnsToContents();
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(std::min(row, m_table->rowCount() - 1), column); // a screen reader needs one
}

bool ChartPanel::isTable() const
{
    return !m_table->isHidden();
}

void ChartPanel::setTable(bool isTable)
{
    const bool hadFocus = hasFocus() || m_table->hasFocus();
    m_table->setVisible(isTable);
    m_plot->setVisible(!isTable && m_rows > 0);
    setFocusProxy(isTable ? m_table : nullptr);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    m_plot->requestReplot();
    update();
}

QSize ChartPanel::sizeHint() const
{
    const int below = m_words.waits.isEmpty() ? std::max(1, m_rows) * Pitch + TicksHeight + NoteHeight : WaitsHeight;
    return {m_theme.px(leastWidth()), m_theme.px(RowsTop + below)};
}

QRect ChartPanel::rowRect(int row) const
{
    return {0, m_theme.px(RowsTop) + row * m_theme.px(Pitch), width(), m_theme.px(Pitch)};
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
    const int ticks = m_theme.px(TicksHeight);
    m_plot->setGeometry(rows.adjusted(-left, 0, right, ticks));
    m_plot->setRoom({left, 0, right, ticks});
    const int side = m_theme.px(metrics::Target);
    m_menuButton->setGeometry(width() - side, 0, side, side);
    const int top = m_theme.px(TableTop);
    m_table->setGeometry(0, top, width(), height() - top);
}

void ChartPanel::resizeEvent(QResizeEvent *)
{
    lay();
    m_plot->requestReplot();
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
    drawWorkflowMarker(painter, line.workflow, QPointF(m_theme.px(7), middle), MarkerRadius * m_theme.scale(),
                       line.isDecided, tokens, tokens.base);
    paintText(painter, QString::number(line.workflow), m_theme.px(IdX), row, Qt::AlignLeft, true, &Tokens::text);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < std::min<std::size_t>(line.channels.size(), 3); ++i) {
        const Mark glyph = line.channels[i] == engine::Channel::Sms ? Mark::SmsGlyph : Mark::CallGlyph;
        drawMark(painter, glyph, QPointF(m_theme.px(FirstGlyphX + int(i) * GlyphPitch), middle), m_theme.scale(),
                 tokens, tokens.base);
    }
}

void ChartPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = m_theme.tokens();
    painter.setFont(m_theme.font(TextStyle::Strong));
    painter.setPen(tokens.text);
    painter.drawText(0, m_theme.px(TitleBaseline), m_words.title);
    const int titleWidth = painter.fontMetrics().horizontalAdvance(m_words.title);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(tokens.secondary);
    const int subX = titleWidth + m_theme.px(metrics::Space12);
    const int subRight = m_isCopied ? width() : m_menuButton->x() - m_theme.px(metrics::Space8);
    const QString &beside = m_telling->isActive() && !m_isCopied ? m_told : m_words.subTitle;
    painter.drawText(subX, m_theme.px(TitleBaseline),
                     painter.fontMetrics().elidedText(beside, Qt::ElideMiddle, subRight - subX));
    const bool isFocused = hasFocus() && !m_isCopied;
    if (isFocused) {
        painter.setPen(QPen(tokens.accent, metrics::FocusRing));
        painter.setBrush(Qt::NoBrush);
        const int y = m_theme.px(TitleBaseline) + m_theme.px(metrics::Space4);
        painter.drawLine(0, y, titleWidth, y);
    }
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
    const int noteTop = rowRect(m_rows).y() + m_theme.px(TicksHeight);
    painter.drawText(QRect(0, noteTop, width(), m_theme.px(NoteHeight)), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_words.note, Qt::ElideRight, width()));
    if (isFocused && m_current >= 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.accent, metrics::FocusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rowRect(rowOf(m_current))).adjusted(1, 2, -1, -2), m_theme.px(metrics::Corner),
                                m_theme.px(metrics::Corner));
    }
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
}

void ChartPanel::speak()
{
    announce(*this, m_words.finding, m_current >= 0 && hasFocus() ? m_values.at(m_current) : QString());
}

void ChartPanel::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_values.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return setCurrent(std::max(0, m_current - 1));
    case Qt::Key_Right:
    case Qt::Key_Down:
        return setCurrent(std::min(last, m_current + 1));
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
}

void ChartPanel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    speak();
    update();
}

// Enter in the table opens its row, as it does in the picture.
bool ChartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            for (int value = 0; value < m_values.size(); ++value) {
                if (rowOf(value) == m_table->currentRow()) {
                    Q_EMIT opened(value);
                    return true;
                }
            }
        }
    }
    return QWidget::eventFilter(watched, event);
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
    else if (m_rows > 0)
        m_plot->render(&painter, origin + m_plot->pos());
    m_isCopied = false;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.tokens().text);
    painter.drawText(QRect(margin, height() + 2 * margin, width(), 1000), Qt::TextWordWrap, m_caption);
}

} // namespace ui
