// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/symbolmarks.h"

namespace ui {

using model::Symbol;

Mark markOf(Symbol symbol)
{
    switch (symbol) {
    case Symbol::SmsPlanned:
        return Mark::SmsPlanned;
    case Symbol::SmsSent:
        return Mark::SmsSent;
    case Symbol::SmsDelivered:
        return Mark::SmsDelivered;
    case Symbol::SmsNotDelivered:
        return Mark::SmsNotDelivered;
    case Symbol::SmsUsed:
        return Mark::SmsUsed;
    case Symbol::SmsGlyph:
        return Mark::SmsGlyph;
    case Symbol::CallPlanned:
        return Mark::CallPlanned;
    case Symbol::CallSent:
        return Mark::CallSent;
    case Symbol::CallDelivered:
        return Mark::CallDelivered;
    case Symbol::CallNotDelivered:
        return Mark::CallNotDelivered;
    case Symbol::CallUsed:
        return Mark::CallUsed;
    case Symbol::CallGlyph:
        return Mark::CallGlyph;
    case Symbol::Running:
        return Mark::Running;
    case Symbol::Verified:
        return Mark::Verified;
    case Symbol::Expired:
        return Mark::Expired;
    case Symbol::Failed:
        return Mark::Failed;
    case Symbol::Cancelled:
        return Mark::Cancelled;
    case Symbol::WrongCode:
        return Mark::WrongCode;
    case Symbol::Now:
        return Mark::Now;
    case Symbol::NowPaused:
        return Mark::NowPaused;
    case Symbol::Expiry:
        return Mark::Expiry;
    }
    Q_UNREACHABLE();
}

} // namespace ui
