// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/delivery/magicnumbers.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

std::span<const MagicNumber> magicNumbers()
{
    using enum HandsetSettings::Messages;
    using enum HandsetSettings::Calls;
    static const MagicNumber all[]{
        {PhoneNumber(447700900001), u"SMS delivered and calls answered at once"_s, {Arrive, 0s, Answered}, {}},
        {PhoneNumber(447700900002), u"SMS not delivered; calls answered at once"_s, {AreLost, 0s, Answered}, {}},
        {PhoneNumber(447700900003), u"SMS late by 90 s; calls answered at once"_s, {AreLate, 90s, Answered}, {}},
        {PhoneNumber(447700900004), u"calls not answered; SMS delivered at once"_s, {Arrive, 0s, NotAnswered}, {}},
        {PhoneNumber(447700900005), u"refused: its network is not supported"_s, {}, {}, Barrier::UnsupportedNetwork},
        {PhoneNumber(447700900006), u"refused: it is blocked"_s, {}, {}, Barrier::Blocked},
        {PhoneNumber(447700900007), u"enters a wrong code twice, then the right one"_s, {Arrive, 0s, Answered}, 2},
        {PhoneNumber(447700900008), u"enters a wrong code three times"_s, {Arrive, 0s, Answered}, 3},
        {PhoneNumber(447700900009), u"refused: throttled"_s, {}, {}, Barrier::Throttled},
    };
    return all;
}

const MagicNumber *findMagicNumber(PhoneNumber number)
{
    const auto all = magicNumbers();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const MagicNumber &magic) { return magic.number == number; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace engine
