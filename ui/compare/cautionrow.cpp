// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cautionrow.h"

#include "ui/theme/icons.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int IconRoom = 28;
constexpr int LeastCautionWidth = 200;
constexpr qreal IconSize = 14;

} // namespace

CautionRow::CautionRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CautionRow::setCautions(const QStringList &cautions)
{
    if (cautions == m_cautions)
        return;
    m_cautions = cautions;
    setAccessibleName(cautions.isEmpty() ? QString() : QString(u"Cautions: "_s + cautions.join(u"; "_s)));
    setVisible(!cautions.isEmpty());
    updateGeometry();
    update();
}

std::vector<QRect> CautionRow::boxes(int width) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    const int gap = m_theme.px(metrics::Space8);
    const int height = m_theme.px(metrics::Target);
    std::vector<QRect> boxes;
    QPoint at;
    for (const QString &caution : m_cautions) {
        const int wanted = m_theme.px(IconRoom) + metrics.horizontalAdvance(caution) + gap;
        const int own = std::min(wanted, width);
        if (at.x() > 0 && at.x() + own > width)
            at = {0, at.y() + height + gap};
        boxes.emplace_back(at, QSize(own, height));
        at.rx() += own + gap;
    }
    return boxes;
}

int CautionRow::heightForWidth(int width) const
{
    const auto all = boxes(width);
    return all.empty() ? 0 : all.back().bottom() + 1;
}

QSize CautionRow::sizeHint() const
{
    const int width = std::max(m_theme.px(LeastCautionWidth), this->width());
    return {m_theme.px(LeastCautionWidth), heightForWidth(width)};
}

void CautionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = m_theme.tokens();
    painter.setFont(m_theme.font(TextStyle::Caption));
    const auto all = boxes(width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRect &box = all[i];
        drawRoundedBox(painter, box, m_theme.px(metrics::Corner), tokens.bandAmber, {});
        drawIcon(painter, Icon::Warning, {qreal(box.left() + m_theme.px(IconRoom) / 2), box.center().y() + 0.5},
                 IconSize * m_theme.scale(), tokens.expired);
        painter.setPen(tokens.text);
        const QRect words = box.adjusted(m_theme.px(IconRoom), 0, 0, 0);
        painter.drawText(words, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_cautions.at(qsizetype(i)), Qt::ElideRight, words.width()));
    }
}

} // namespace ui
