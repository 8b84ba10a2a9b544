// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/feedadapter.h"

#include <utility>

namespace model {

FeedAdapter::FeedAdapter(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_feed(std::make_unique<engine::Feed>(engine, [this](engine::FeedBatch batch) {
        const auto deliver = [this, batch = std::move(batch)] {
            Q_EMIT arrived(batch);
            m_feed->acknowledge();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    }))
{ }

FeedAdapter::~FeedAdapter() = default;

void FeedAdapter::setVisible(std::set<engine::VerificationKey> keys)
{
    m_visible = std::move(keys);
    watch();
}

void FeedAdapter::setSelected(std::optional<engine::VerificationKey> key)
{
    m_selected = key;
    watch();
}

void FeedAdapter::watch()
{
    std::set<engine::VerificationKey> wanted = m_visible;
    if (m_selected)
        wanted.insert(*m_selected);
    if (wanted != m_watched) {
        m_watched = std::move(wanted);
        m_feed->watch(m_watched);
    }
}

} // namespace model
