// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/feed.h"
#include "model/board/boardindex.h"

#include <QObject>

#include <set>

namespace model {

// Keeps the Board's index on the feed's thread and brings its updates to the thread this object lives in. It leaves to
// its listeners what an update means and which verifications are looked at.
class FeedAdapter : public QObject {
    Q_OBJECT

public:
    explicit FeedAdapter(engine::Engine &engine, QObject *parent = nullptr);
    ~FeedAdapter() override;

    // These come in full from now on: at once, and whenever they change.
    void watch(std::set<engine::VerificationKey> keys);
    // Asks the index for something; arrived() follows if there is anything to tell.
    void ask(std::function<BoardIndex::Update(BoardIndex &)> wish);

Q_SIGNALS:
    void arrived(const BoardUpdate &update);

private:
    void post(BoardIndex::Update update, bool isAcknowledged);

    std::set<engine::VerificationKey> m_watched;
    BoardIndex m_index; // of the feed's thread
    // Last, so that its thread has ended before the rest goes.
    std::unique_ptr<engine::Feed> m_feed;
};

} // namespace model
