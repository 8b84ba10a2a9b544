// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/marketpane.h"

#include "model/compare/comparecontent.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

MarketPane::MarketPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(new MarketList(theme))
    , m_note(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
{
    setAutoFillBackground(true);
    setFocusProxy(m_list);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    auto *import = new QPushButton(u"Import a report"_s);
    import->setToolTip(u"More requests, from a verify report as CSV"_s);
    setButtonLook(*import, ButtonLook::Link);
    auto *below = new QHBoxLayout;
    scaleMargins(theme, *below, {metrics::Space16, 0, metrics::Space12, metrics::Space16});
    below->addWidget(import);
    below->addStretch();
    column->addLayout(below);
    connect(import, &QPushButton::clicked, this, &MarketPane::importWanted);
    const auto follow = [this] {
        const int side = m_theme.px(metrics::Space16);
        m_note->setContentsMargins(side, m_theme.px(metrics::Space8), m_theme.px(metrics::Space12),
                                   m_theme.px(metrics::Space12));
        QPalette palette;
        palette.setColor(QPalette::Window, m_theme.tokens().base);
        setPalette(palette);
    };
    connect(&theme, &Theme::changed, this, follow);
    follow();
}

void MarketPane::setContent(const model::CompareContent &content, const model::CompareChoices &choices,
                            const MarketList::IsTicked &isTicked)
{
    const auto chosen = std::find_if(content.markets.begin(), content.markets.end(), [&](const model::MarketRow &row) {
        return row.simulated == content.simulated && (content.simulated || row.market == choices.market);
    });
    const bool isThere = chosen != content.markets.end(); // else the scope has left it without requests
    m_list->setMarkets(content.markets,
                       isThere ? std::optional(std::size_t(chosen - content.markets.begin())) : std::nullopt, isTicked);
    m_list->setScale(content.leads.reach, content.leads.margin);
    const bool hasPictures = std::any_of(content.markets.begin(), content.markets.end(),
                                         [](const model::MarketRow &row) { return row.lead.has_value(); });
    const QString pictures = hasPictures
        ? u"Small picture: lead of the best other workflow over %1, up to %2 points. "_s.arg(choices.baseline)
              .arg(content.leads.reach)
        : QString();
    m_note->setText(pictures + u"Ticked markets go into the report; without a tick, the one shown."_s);
}

} // namespace ui
