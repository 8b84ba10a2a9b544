// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/phonewords.h"

#include "model/board/clockmodel.h"
#include "model/board/handsetmodel.h"
#include "model/handsets/phonecontent.h"
#include "model/words/countrywords.h"
#include "model/words/numberwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

PhoneContent phoneContent(const model::HandsetModel &handset, const model::NumberMask &mask,
                          const model::ClockModel &clock)
{
    PhoneContent content;
    const engine::Record *record = handset.record();
    if (!record)
        return content;
    content.number = mask.shown(record->request.number, record->request.source);
    content.country = model::numberDescription(record->request.number);
    if (record->request.source == engine::Source::Import)
        content.emptyWords = u"Imported: what arrived here\nis not in the report."_s;
    std::vector<std::pair<engine::Instant, PhoneMessage>> arrived;
    for (const engine::HandsetMessage &message : handset.messages())
        arrived.emplace_back(message.at, model::phoneMessage(message));
    for (const engine::StepRecord &step : record->steps) {
        if (step.channel == engine::Channel::Tts && step.failedAt)
            arrived.emplace_back(*step.failedAt, model::missedCall(step));
    }
    std::stable_sort(arrived.begin(), arrived.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (auto &[at, message] : arrived)
        content.messages.push_back(std::move(message));

    content.call = handset.call(clock.now());
    if (content.call && clock.isPaused())
        model::sayPaused(*content.call);
    return content;
}

} // namespace ui
