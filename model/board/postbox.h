// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace model {

// Brings the engine's replies, which are called on its thread, to the thread of one object, and drops those that come
// when that object has gone. Belongs to the object as a member.
class Postbox {
public:
    explicit Postbox(QObject *receiver)
        : m_address(std::make_shared<Address>())
    {
        m_address->receiver = receiver;
    }
    ~Postbox()
    {
        const std::scoped_lock lock(m_address->mutex);
        m_address->receiver = nullptr;
    }
    Postbox(const Postbox &) = delete;
    Postbox &operator=(const Postbox &) = delete;

    // A reply for the engine that calls `take` with the answer later, on the receiver's thread.
    template <class Answer>
    std::function<void(const Answer &)> reply(std::function<void(const Answer &)> take) const
    {
        return [address = m_address, take = std::move(take)](const Answer &answer) {
            const std::scoped_lock lock(address->mutex);
            if (address->receiver)
                QMetaObject::invokeMethod(
                    address->receiver, [take, answer] { take(answer); }, Qt::QueuedConnection);
        };
    }

private:
    struct Address {
        std::mutex mutex;
        QObject *receiver = nullptr;
    };
    std::shared_ptr<Address> m_address;
};

} // namespace model
