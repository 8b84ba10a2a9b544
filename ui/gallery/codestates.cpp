// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/codestates.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/codefield.h"

#include <QPainter>

#include <variant>
#include <vector>

namespace ui {

namespace {

constexpr int Pitch = 44;
constexpr int Top = 12;
constexpr int Left = 20;

struct State {
    CodeCells cells;
    std::variant<std::monostate, Mark, Icon> sign;
    QString words;
};

} // namespace

CodeStates::CodeStates(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{ }

QSize CodeStates::sizeHint() const
{
    return {m_theme.px(600), m_theme.px(2 * Top + 8 * Pitch)};
}

void CodeStates::paintEvent(QPaintEvent *)
{
    using namespace Qt::StringLiterals;
    const std::vector<State> states{
        {{u""_s, 4, 0}, {}, tr("4 digits. Enter sends.")},
        {{u"482"_s, 4, 3}, Mark::WrongCode, tr("Wrong code. 2 tries left.")},
        {{u"4821"_s, 4, 4}, Mark::WrongCode, tr("That was PIN 1; PIN 2 was sent at 5:05. 2 tries left.")},
        {{u"48-1"_s, 4, 2}, Icon::Info, tr("Only letters and digits; this used no try.")},
        {{u"0000"_s, 4, -1, 0, 0, false}, Mark::Failed, tr("Third wrong code: the request has failed.")},
        {{u"9034"_s, 4, -1, 0, 0, false}, Mark::Verified, tr("Verified after 17 s.")},
        {{u"4821"_s, 4, -1, 0, 0, false}, Mark::Expired, tr("Expired at 10:05; codes are refused now.")},
        {{u"90"_s, 6, 2}, {}, tr("6 digits. Enter sends.")},
    };
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    int y = m_theme.px(Top);
    for (const State &state : states) {
        const QSize size = codeCellsSize(state.cells.count, m_theme);
        paintCodeCells(painter, QPointF(m_theme.px(Left), y), state.cells, m_theme);
        const int middle = y + size.height() / 2;
        int x = m_theme.px(Left) + size.width() + m_theme.px(metrics::Space32);
        const QPointF sign(x + m_theme.px(7), middle);
        if (const Mark *mark = std::get_if<Mark>(&state.sign))
            drawMark(painter, *mark, sign, m_theme.scale(), tokens, tokens.base);
        else if (const Icon *icon = std::get_if<Icon>(&state.sign))
            drawIcon(painter, *icon, sign, m_theme.px(metrics::Space16), tokens.secondary);
        const bool plain = std::holds_alternative<std::monostate>(state.sign);
        if (!plain)
            x += m_theme.px(metrics::Space24);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(plain ? tokens.secondary : tokens.text);
        painter.drawText(QRect(x, y, width() - x, size.height()), Qt::AlignVCenter | Qt::AlignLeft, state.words);
        y += m_theme.px(Pitch);
    }
}

} // namespace ui
