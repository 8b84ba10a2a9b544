// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/httplist.h"

#include "model/api/apisession.h"
#include "model/words/exchangewords.h"
#include "ui/board/eventlist.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wraplabel.h"

using namespace Qt::StringLiterals;

namespace ui {

HttpList::HttpList(const Theme &theme, const model::ApiSession &session, QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_list(new EventList(theme))
    , m_none(new WrapLabel(theme, TextStyle::Body, {}, &Tokens::secondary))
{
    m_list->setAccessibleName(u"Requests"_s);
    m_list->setToolTip(u"Enter shows it in full"_s);
    m_none->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    const int side = theme.px(metrics::Space16);
    m_none->setContentsMargins(side, side, side, side);
    m_none->setMinimumWidth(1); // its words wrap, and no other pane moves for them
    addWidget(m_list);
    addWidget(m_none);
    connect(&session, &model::ApiSession::exchangesChanged, this, &HttpList::showLines);
    connect(m_list, &EventList::activated, this, [this] { Q_EMIT wanted(m_record->request.id.toString()); });
    showLines();
}

void HttpList::show(const std::shared_ptr<const engine::Record> &record)
{
    m_record = record;
    showLines();
}

void HttpList::showLines()
{
    std::vector<model::EventLine> lines;
    if (m_record) {
        for (const auto &exchange : m_session.exchanges().about(m_record->request.id)) {
            const auto at = std::max(exchange->at - m_record->verification.startedAt, engine::milliseconds(0));
            lines.push_back({at, {}, model::exchangeLine(*exchange), false});
        }
    }
    m_none->setText(m_record ? model::noExchangesSentence(m_record->request.source, whyNone()) : QString());
    setCurrentWidget(lines.empty() ? static_cast<QWidget *>(m_none) : m_list);
    m_list->setLines(lines);
}

model::WhyNone HttpList::whyNone() const
{
    const engine::Instant startedAt = m_record->verification.startedAt;
    if (m_session.isOfEarlierRun(startedAt))
        return model::WhyNone::EarlierRun;
    return m_session.wasCleared(startedAt) ? model::WhyNone::Cleared : model::WhyNone::Older;
}

QStringList HttpList::lines() const
{
    if (currentWidget() == m_none)
        return {m_none->text()};
    QStringList lines;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        lines << m_list->model()->index(row, 0).data().toString();
    return lines;
}

} // namespace ui
