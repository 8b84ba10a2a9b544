// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int Width = 72;
constexpr int NarrowWidth = 48;
constexpr int TileHeight = 56;
constexpr int IconSize = 20;
constexpr int IconMiddle = 18; // from the tile's top
constexpr int CountHeight = 18;
constexpr int LargestCount = 99;

} // namespace

class RailButton final : public QAbstractButton {
public:
    RailButton(Rail &rail, Icon icon, const QString &words)
        : QAbstractButton(&rail)
        , m_rail(rail)
        , m_icon(icon)
    {
        setText(words);
        setToolTip(words);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
    }

    void setCount(int count, const QString &meaning)
    {
        m_count = count;
        setAccessibleName(count > 0 ? QString(text() + QLatin1StringView(", ") + meaning) : text());
        setToolTip(accessibleName());
        update();
    }

    QSize sizeHint() const override
    {
        const Theme &theme = m_rail.m_theme;
        const QSize tile(m_rail.sizeHint().width() - theme.px(metrics::Space8),
                         theme.px(m_rail.m_areWordsShown ? TileHeight : NarrowWidth - metrics::Space8));
        return tile;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_rail.m_theme;
        const Tokens &tokens = theme.tokens();
        const qreal corner = theme.px(metrics::Corner);
        QPainter painter(this);
        if (isChecked() || underMouse())
            drawRoundedBox(painter, rect(), corner, isChecked() ? tokens.selection : tokens.header, {});
        if (hasFocus())
            drawRoundedBox(painter, rect(), corner, {}, tokens.accent, theme.px(metrics::FocusRing));
        const QColor colour = isChecked() ? tokens.text : tokens.secondary;
        QPointF centre = QRectF(rect()).center();
        if (m_rail.m_areWordsShown)
            centre.setY(theme.px(IconMiddle));
        drawIcon(painter, m_icon, centre, theme.px(IconSize), colour);
        if (m_count > 0)
            drawCount(painter, centre);
        if (!m_rail.m_areWordsShown)
            return;
        painter.setFont(theme.font(isChecked() ? TextStyle::Strong : TextStyle::Caption, 0.9));
        painter.setPen(colour);
        painter.drawText(QRect(0, theme.px(30), width(), height() - theme.px(30)), Qt::AlignHCenter | Qt::AlignTop,
                         text());
    }

private:
    // A dark pill at the sign's upper right.
    void drawCount(QPainter &painter, QPointF centre) const
    {
        const Theme &theme = m_rail.m_theme;
        const QString digits
            = m_count > LargestCount ? QStringLiteral("%1+").arg(LargestCount) : QString::number(m_count);
        painter.setFont(theme.font(TextStyle::Strong, 0.9));
        const qreal height = theme.px(CountHeight);
        const qreal words = painter.fontMetrics().horizontalAdvance(digits) + theme.px(metrics::Space8);
        QRectF pill(0, 0, std::max(height, words), height);
        pill.moveCenter(centre + QPointF(theme.px(IconSize) * 0.7, -theme.px(IconSize) * 0.4));
        pill.moveLeft(std::min(pill.left(), width() - pill.width()));
        drawRoundedBox(painter, pill, height / 2, theme.tokens().text, {});
        painter.setPen(theme.tokens().base);
        painter.drawText(pill, Qt::AlignCenter, digits);
    }

    Rail &m_rail;
    Icon m_icon;
    int m_count = 0;
};

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(QStringLiteral("Pages"));
    scaleMargins(theme, *m_column, {metrics::Space4, metrics::Space8, metrics::Space4, metrics::Space4});
    scaleSpacing(theme, *m_column, 2);
    m_column->addStretch();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QAbstractButton *Rail::addPage(PageId page, Icon icon, const QString &words)
{
    auto *button = new RailButton(*this, icon, words);
    m_buttons[page] = button;
    m_group->addButton(button);
    m_column->insertWidget(m_column->count() - 1, button);
    return button;
}

void Rail::setCurrent(PageId page)
{
    m_buttons.at(page)->setChecked(true);
    update();
}

void Rail::setCount(PageId page, int count, const QString &meaning)
{
    if (const auto found = m_buttons.find(page); found != m_buttons.end())
        found->second->setCount(count, meaning);
}

void Rail::setWordsShown(bool shown)
{
    if (shown == m_areWordsShown)
        return;
    m_areWordsShown = shown;
    for (QAbstractButton *button : m_group->buttons())
        button->updateGeometry();
    updateGeometry();
}

QSize Rail::sizeHint() const
{
    return {m_theme.px(m_areWordsShown ? Width : NarrowWidth), m_theme.px(TileHeight)};
}

void Rail::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.divider);
    if (const QAbstractButton *current = m_group->checkedButton())
        painter.fillRect(QRect(0, current->y(), m_theme.px(3), current->height()), tokens.accent);
}

} // namespace ui
