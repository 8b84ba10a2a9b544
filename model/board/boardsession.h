// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardmodel.h"
#include "model/board/clockmodel.h"
#include "model/board/feedadapter.h"
#include "model/board/handsetmodel.h"
#include "model/board/verificationcontroller.h"
#include "model/timeline/ruler.h"

namespace model {

// All that the Board shows, kept together: the rows, the axis they share, the selected verification and its phone, fed
// by the engine. It leaves to the page what is drawn, selected and scrolled. Engine, clock and mask outlive it.
class BoardSession : public QObject {
    Q_OBJECT

public:
    using Key = engine::VerificationKey;

    BoardSession(engine::Engine &engine, ClockModel &clock, NumberMask &mask, QObject *parent = nullptr);

    BoardModel &rows() { return m_rows; }
    Ruler &ruler() { return m_ruler; }
    VerificationController &selected() { return m_selected; }
    HandsetModel &handset() { return m_handset; }
    ClockModel &clock() { return m_clock; }
    NumberMask &mask() { return m_mask; }
    // Whether the store has been read; before that nothing is known, not even that there is nothing.
    bool isRead() const { return m_isRead; }

    // Full records come for these, and nothing else is drawn of the others.
    void select(std::optional<Key> key);
    void setVisible(std::set<Key> keys);
    // found() follows, at once or as soon as the verification is known.
    void lookFor(engine::RequestId id);
    void setTimeOfDay(bool isTimeOfDay);

Q_SIGNALS:
    void found(engine::VerificationKey key);
    void changed(); // an update was taken in

private:
    void take(const BoardUpdate &update);
    void watch();
    void showSelected();
    void fitRange();
    void fitDay();

    ClockModel &m_clock;
    NumberMask &m_mask;
    BoardModel m_rows;
    Ruler m_ruler;
    VerificationController m_selected;
    HandsetModel m_handset;
    std::optional<Key> m_selectedKey;
    std::set<Key> m_visible;
    std::optional<engine::RequestId> m_lookedFor;
    bool m_isRead = false;
    FeedAdapter m_feed; // last: it delivers into all of the above
};

} // namespace model
