// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signedlabel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QRegularExpression>

namespace ui {

namespace {

QString withoutTimes(QString words)
{
    static const QRegularExpression time(QStringLiteral(R"(\d+(:\d\d)+|\d+ s\b)"));
    return words.remove(time);
}

} // namespace

SignedLabel::SignedLabel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(new WrapLabel(theme, TextStyle::Body))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_words);
}

void SignedLabel::setContent(const Sign &sign, const QString &words, QColor Tokens::*role)
{
    m_sign = sign;
    m_role = role;
    const bool hasSign = !std::holds_alternative<std::monostate>(sign);
    layout()->setContentsMargins(hasSign ? m_theme.px(metrics::Space24) : 0, 0, 0, 0);
    // A label with a name of its own tells of nothing: so the seconds in its words go by unheard, and nothing else
    // does.
    if (withoutTimes(words) != withoutTimes(m_words->accessibleName()))
        m_words->setAccessibleName(words);
    m_words->setText(words);
    updateGeometry();
    update();
}

QString SignedLabel::words() const
{
    return m_words->text();
}

void SignedLabel::setWordsRole(QColor Tokens::*role)
{
    m_words->setRole(role);
}

void SignedLabel::setLineWidth(int width)
{
    m_words->setLineWidth(width);
}

void SignedLabel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    const QPointF centre(m_theme.px(metrics::Space8), height() / 2);
    if (const auto *mark = std::get_if<Mark>(&m_sign))
        drawMark(painter, *mark, centre, m_theme.scale(), tokens, palette().color(QPalette::Window));
    else if (const auto *icon = std::get_if<Icon>(&m_sign))
        drawIcon(painter, *icon, centre, m_theme.px(14), tokens.*m_role);
}

} // namespace ui
