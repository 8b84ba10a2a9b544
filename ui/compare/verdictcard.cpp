// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/verdictcard.h"

#include "ui/compare/cautionrow.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/icons.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"
#include "ui/widgets/label.h"
#include "ui/widgets/quietbutton.h"
#include "ui/widgets/scaledlayout.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int TextX = 88;
constexpr int TextXWithoutMarkers = 24;
constexpr int Stripe = 6;
constexpr int MarkerMiddleX = 46;
constexpr int MarkerMiddleY = 78;
constexpr int LeastHeightWithMarkers = 120;
constexpr qreal LargeRadius = 25;
constexpr qreal SmallRadius = 14;
constexpr int SmallPitch = 34;
constexpr int MeterWidth = 200;
constexpr int MeterHeight = 12;
constexpr qreal SmallHeadline = 1.5;

// The violet tag, whose words stand behind the sign of invented data.
class TagLabel final : public Label {
public:
    explicit TagLabel(const Theme &theme)
        : Label(theme, TextStyle::Caption)
        , m_tagTheme(theme)
    {
        measureAlways(theme, this, [this, &theme] {
            setContentsMargins(theme.px(metrics::Space24), 2, theme.px(metrics::Space8), 2);
        });
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        {
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            const Tokens &tokens = m_tagTheme.tokens();
            drawRoundedBox(painter, rect(), m_tagTheme.px(metrics::Corner), tokens.bandViolet, {});
            drawIcon(painter, Icon::Demo, {qreal(m_tagTheme.px(metrics::Space12)), height() / 2.0},
                     12 * m_tagTheme.scale(), tokens.simulated);
        }
        Label::paintEvent(event);
    }

private:
    const Theme &m_tagTheme;
};

} // namespace

VerdictCard::VerdictCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tag(new TagLabel(theme))
    , m_scope(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_headline(new Label(theme, TextStyle::Verdict))
    , m_meterLine(new QWidget)
    , m_meter(new QProgressBar)
    , m_meterWords(new Label(theme, TextStyle::Section))
    , m_support(new Label(theme, TextStyle::Section))
    , m_cautions(new CautionRow(theme))
    , m_skip(new QuietButton(themedIcon(theme, Icon::Skip, &Tokens::primaryText), u"Skip 59:59"_s,
                             u"Skip to the next moment"_s))
    , m_howComputed(new QPushButton(u"How computed"_s))
    , m_top(new QHBoxLayout)
    , m_links(new QHBoxLayout)
    , m_column(new QVBoxLayout(this))
{
    setButtonLook(*m_howComputed, ButtonLook::Link);
    connect(m_howComputed, &QPushButton::clicked, this, &VerdictCard::howComputedWanted);
    setButtonLook(*m_skip, ButtonLook::Primary);
    for (Label *label : {m_scope, m_headline, m_support, m_meterWords})
        label->setWordWrap(true);
    m_headline->setAccessibleName(u"Verdict"_s);
    m_meter->setRange(0, 1000);
    m_meter->setTextVisible(false);
    m_meter->setAccessibleName(u"Requests so far of those needed"_s);

    scaleSpacing(m_theme, *m_top, metrics::Space8);
    auto *said = new QHBoxLayout;
    for (QBoxLayout *part : {static_cast<QBoxLayout *>(said), m_links})
        scaleSpacing(m_theme, *part, metrics::Space8);
    said->addWidget(m_tag, 0, Qt::AlignLeft);
    said->addWidget(m_scope, 1);
    m_links->addWidget(m_howComputed, 0, Qt::AlignLeft);
    m_links->addStretch();
    m_top->addLayout(said, 1);
    m_top->addLayout(m_links);
    auto *meter = new QHBoxLayout(m_meterLine);
    meter->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *meter, metrics::Space12);
    meter->addWidget(m_meter);
    meter->addWidget(m_meterWords, 1);
    m_column->addLayout(m_top);
    m_column->addWidget(m_headline);
    m_column->addWidget(m_meterLine);
    m_column->addWidget(m_support);
    m_column->addWidget(m_skip, 0, Qt::AlignLeft);
    m_column->addWidget(m_cautions);
    connect(&theme, &Theme::changed, this, &VerdictCard::measure);
    measure();
}

void VerdictCard::measure()
{
    const int x = m_theme.px(m_content.markers.empty() ? TextXWithoutMarkers : TextX);
    m_column->setContentsMargins(x, m_theme.px(metrics::Space12), m_theme.px(metrics::Space16),
                                 m_theme.px(metrics::Space12));
    setMinimumHeight(m_content.markers.empty() ? 0 : m_theme.px(LeastHeightWithMarkers));
    m_column->setSpacing(m_theme.px(metrics::Space8));
    m_meter->setFixedSize(m_theme.px(MeterWidth), m_theme.px(MeterHeight));
    // What is nothing yet is not shouted.
    const bool isLoud = m_content.finding >= engine::Finding::OrderTurns;
    m_headline->setFont(isLoud ? m_theme.font(TextStyle::Verdict) : m_theme.font(TextStyle::Section, SmallHeadline));
    QFont support = m_theme.font(TextStyle::Body, 1.2);
    m_support->setFont(support);
    m_meterWords->setFont(support);
    fitTop();
    update();
}

// In one line, or the links under the rest where there is no room for that, one under the other if need be.
void VerdictCard::fitTop()
{
    const QMargins margins = m_column->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const auto widthOf = [this](const QWidget *part) {
        const int own
            = part == m_scope ? m_scope->fontMetrics().horizontalAdvance(m_scope->text()) : part->sizeHint().width();
        return part->isHidden() ? 0 : own + m_theme.px(metrics::Space8);
    };
    int links = 0;
    for (const QWidget *link : this->links())
        links += widthOf(link);
    const bool isOneLine = widthOf(m_tag) + widthOf(m_scope) + links <= room;
    m_top->setDirection(isOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_links->setDirection(links <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

std::vector<const QWidget *> VerdictCard::links() const
{
    std::vector<const QWidget *> links;
    for (int i = 0; i < m_links->count(); ++i) {
        if (const QWidget *link = m_links->itemAt(i)->widget())
            links.push_back(link);
    }
    return links;
}

// All words wrap, and the links may stand one under the other.
QSize VerdictCard::minimumSizeHint() const
{
    const QMargins margins = m_column->contentsMargins();
    const auto widthOf = [](const QWidget *part) { return part->isHidden() ? 0 : part->minimumSizeHint().width(); };
    int widest = widthOf(m_tag) + m_theme.px(metrics::Space8) + widthOf(m_scope);
    std::vector<const QWidget *> parts = links();
    parts.insert(parts.end(), {m_headline, m_support, m_skip, m_meterLine});
    for (const QWidget *part : parts)
        widest = std::max(widest, widthOf(part));
    return {margins.left() + widest + margins.right(), QWidget::minimumSizeHint().height()};
}

void VerdictCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTop();
}

void VerdictCard::setContent(const model::VerdictContent &content)
{
    m_content = content;
    m_tag->setText(content.tag);
    m_tag->setVisible(!content.tag.isEmpty());
    m_scope->setText(content.scope);
    m_headline->setText(content.headline);
    m_meterLine->setVisible(!content.meterText.isEmpty());
    m_meterWords->setText(content.meterText);
    m_meter->setValue(int(std::lround(std::min(1.0, content.meterShare) * 1000)));
    m_support->setText((content.support + u' ' + content.assurance).trimmed());
    m_support->setVisible(!m_support->text().isEmpty());
    m_cautions->setCautions(content.cautions);
    m_skip->setVisible(content.offersSkip);
    measure();
}

QPushButton *VerdictCard::skip() const
{
    return m_skip;
}

void VerdictCard::setSkip(const QString &words)
{
    m_skip->setWords(words);
}

QPushButton &VerdictCard::addLink(const QString &words)
{
    auto *link = new QPushButton(words);
    setButtonLook(*link, ButtonLook::Link);
    m_links->insertWidget(m_links->indexOf(m_howComputed), link, 0, Qt::AlignLeft);
    fitTop();
    return *link;
}

QString VerdictCard::headline() const
{
    return m_headline->text();
}

void VerdictCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = m_theme.tokens();
    const qreal corner = m_theme.px(metrics::Corner);
    if (m_content.isDecided) {
        drawRoundedBox(painter, rect(), corner, tokens.base, tokens.divider);
        const bool isOne = m_content.markers.size() == 1;
        const QColor stripe = m_content.isSimulated ? tokens.simulated
            : isOne                                 ? tokens.workflow(m_content.markers.front())
                                                    : tokens.neutral;
        painter.setClipRect(QRect(0, 0, m_theme.px(Stripe), height()));
        drawRoundedBox(painter, rect(), corner, stripe, {});
        painter.setClipping(false);
    } else {
        drawRoundedBox(painter, rect(), corner, tokens.window, {});
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.controlEdge, 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    }
    paintMarkers(painter);
}

void VerdictCard::paintMarkers(QPainter &painter) const
{
    const std::size_t count = std::min<std::size_t>(m_content.markers.size(), 6);
    const Tokens &tokens = m_theme.tokens();
    const bool isOne = count == 1;
    const qreal radius = (isOne ? LargeRadius : SmallRadius) * m_theme.scale();
    const int rows = int(count + 1) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        QPointF centre(m_theme.px(MarkerMiddleX), m_theme.px(MarkerMiddleY));
        if (!isOne) {
            centre.rx() += m_theme.px(SmallPitch) * (int(i % 2) - 0.5);
            centre.ry() += m_theme.px(SmallPitch) * (int(i / 2) - (rows - 1) / 2.0);
        }
        Tokens colours = tokens;
        if (!m_content.isDecided)
            colours.workflows.fill(tokens.neutral);
        drawWorkflowMarker(painter, m_content.markers[i], centre, radius, m_content.isDecided, colours,
                           m_content.isDecided ? tokens.base : tokens.window);
        painter.setFont(isOne ? m_theme.font(TextStyle::Section, 1.6) : m_theme.font(TextStyle::Strong));
        painter.setPen(m_content.isDecided ? tokens.base : tokens.text);
        QRectF words(0, 0, 3 * radius, 2 * radius);
        words.moveCenter(centre);
        painter.drawText(words, Qt::AlignCenter, QString::number(m_content.markers[i]));
    }
}

} // namespace ui
