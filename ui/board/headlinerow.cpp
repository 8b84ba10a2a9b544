// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/headlinerow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/wraplabel.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int SentenceX = 33; // behind the mark
}

HeadlineRow::HeadlineRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sentence(new WrapLabel(theme, TextStyle::PageSentence))
    , m_cost(new Label(theme, TextStyle::Body, {}, &Tokens::secondary))
{
    m_sentence->setAccessibleName(u"Headline"_s); // its seconds count down: the picture tells it, without events
    auto *row = new QHBoxLayout(this);
    const auto measure = [this, row] { row->setContentsMargins(m_theme.px(SentenceX), 0, 0, 0); };
    connect(&theme, &Theme::changed, this, measure);
    measure();
    scaleSpacing(theme, *row, metrics::Space16);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_cost, 0, Qt::AlignRight | Qt::AlignVCenter);
}

void HeadlineRow::setContent(std::optional<Mark> mark, const QString &sentence, const QString &cost,
                             const QString &costIsMadeOf)
{
    m_mark = mark;
    m_sentence->setText(sentence);
    m_cost->setText(cost);
    m_cost->setToolTip(costIsMadeOf);
    m_cost->setAccessibleDescription(costIsMadeOf);
    update();
}

QString HeadlineRow::sentence() const
{
    return m_sentence->text();
}

void HeadlineRow::paintEvent(QPaintEvent *)
{
    if (!m_mark)
        return;
    QPainter painter(this);
    drawMark(painter, *m_mark, QPointF(m_theme.px(11), height() / 2), markscale::Detail * m_theme.scale(),
             m_theme.tokens(), palette().color(QPalette::Base));
}

} // namespace ui
