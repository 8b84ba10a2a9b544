// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailcontext.h"
#include "model/timeline/markrow.h"

namespace model {

using namespace Qt::StringLiterals;
using engine::CheckRecord;

namespace {

constexpr qreal CrossHalf = 5;
constexpr qreal CodeGap = 9; // from the middle of a mark
constexpr qreal WordGap = 9;

QString codeOf(const CheckRecord &check, const engine::Record &record)
{
    const auto pin = std::size_t(check.pinGeneration) - 1;
    return check.isValid && pin < record.pins.size() ? record.pins[pin].digits : check.code;
}

QString wordOf(const CheckRecord &check)
{
    if (check.isValid)
        return u"right"_s;
    return check.pinGeneration == 0 ? u"wrong"_s : u"no longer valid"_s;
}

} // namespace

// Each code with its word where both fit before the next one, else alone, else its mark.
void addCodes(const DetailContext &context, DetailGeometry &geometry)
{
    const std::vector<CheckRecord> &checks = context.record.checks;
    MarkRow row;
    std::vector<int> places;
    for (const CheckRecord &check : checks)
        places.push_back(row.place(check.at, context.x(check.at), context.px(check.isValid ? CodeGap : CrossHalf)));
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const CheckRecord &check = checks[i];
        const QPointF centre(places[i], context.lanes.codes);
        const Symbol symbol = check.isValid ? Symbol::Verified : Symbol::WrongCode;
        geometry.marks.push_back({symbol, centre, SmallMarkScale * context.markFactor()});

        const qreal limit = i + 1 < places.size() ? places[i + 1] - context.px(CodeGap) : context.setting.width;
        const QString code = codeOf(check, context.record);
        const qreal codeX = context.clearOfNow(places[i] + context.px(check.isValid ? CodeGap + 3 : CodeGap),
                                               context.width(code, TextRole::Code));
        const qreal wordX = code.isEmpty() ? codeX : codeX + context.width(code, TextRole::Code) + context.px(WordGap);
        if (!code.isEmpty() && wordX - context.px(WordGap) <= limit)
            geometry.texts.push_back({{codeX, context.lanes.codes}, code, TextRole::Code});
        const QString word = wordOf(check);
        const qreal wordEnd = wordX + context.width(word, TextRole::Quiet);
        const qreal now = context.x(context.lineEnd);
        const bool isThroughNow = context.record.verification.isRunning() && wordX <= now && now <= wordEnd;
        if (wordEnd <= limit && !context.touchesCut(wordX, wordEnd) && !isThroughNow)
            geometry.texts.push_back({{wordX, context.lanes.codes}, word, TextRole::Quiet});
    }
}

} // namespace model
