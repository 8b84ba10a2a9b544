// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/obstaclewords.h"

namespace model {

using namespace Qt::StringLiterals;
using engine::Barrier;

QString obstacleText(const engine::Obstacle &obstacle)
{
    switch (obstacle.barrier) {
    case Barrier::Throttled:
        return u"Refused with status 1: this test number is always throttled."_s;
    case Barrier::Unroutable:
        return u"Refused with status 6: no country has numbers that begin like this."_s;
    case Barrier::Blocked:
        return obstacle.network.isEmpty()
            ? u"Refused with status 7: this number is blocked."_s
            : u"Refused with status 7: the number's network %1 is blocked."_s.arg(obstacle.network);
    case Barrier::AccountBarred:
        return u"Refused with status 8: the account is barred."_s;
    case Barrier::NoCredit:
        return u"Refused with status 9: the account's balance is used up."_s;
    case Barrier::UnsupportedNetwork:
        return u"Refused with status 15: the number's network or country is not supported."_s;
    case Barrier::NoCustomPins:
        return u"Refused with status 20: the account may not choose its own PIN."_s;
    case Barrier::NotApproved:
        return u"Refused with status 29: a demo account reaches approved numbers only."_s;
    }
    Q_UNREACHABLE();
}

} // namespace model
