// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailcontext.h"
#include "model/timeline/markrow.h"

#include <QtMath>

#include <algorithm>

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

// Moves the marks from `first` on to the right, so that it stands at `x` and none touches another; nothing where the
// last one would leave the picture.
void makeRoom(const DetailContext &context, const std::vector<CheckRecord> &checks, std::vector<int> &places,
              std::size_t first, qreal x)
{
    std::vector<int> moved = places;
    for (std::size_t i = first; i < moved.size() && moved[i] < qCeil(x); ++i) {
        moved[i] = qCeil(x);
        x = moved[i] + context.px(2 * CodeGap);
    }
    if (moved.back() + context.px(checks.back().isValid ? CodeGap : CrossHalf) <= context.setting.width)
        places = std::move(moved);
}

} // namespace

// Each code with its word where both fit before the next one, else alone, else before its mark where nothing stands;
// on one side of the end, if that leaves room.
// Codes that come at one moment would hide one another's digits: then the later ones move right.
void addCodes(const DetailContext &context, DetailGeometry &geometry)
{
    const std::vector<CheckRecord> &checks = context.record.checks;
    const auto halfOf = [&](const CheckRecord &check) { return context.px(check.isValid ? CodeGap : CrossHalf); };
    MarkRow row;
    std::vector<int> places;
    for (const CheckRecord &check : checks)
        places.push_back(row.place(check.at, context.x(check.at), halfOf(check)));
    qreal taken = geometry.left; // up to here something stands
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const CheckRecord &check = checks[i];
        const QPointF centre(places[i], context.lanes.codes);
        const Symbol symbol = check.isValid ? Symbol::Verified : Symbol::WrongCode;
        geometry.marks.push_back({symbol, centre, SmallMarkScale * context.markFactor()});

        const bool isLast = i + 1 == checks.size();
        const QString code = codeOf(check, context.record);
        const qreal width = code.isEmpty() ? 0 : context.width(code, TextRole::Code);
        const qreal codeX = context.clearOfNow(places[i] + context.px(check.isValid ? CodeGap + 3 : CodeGap), width);
        const auto limit = [&] { return isLast ? context.setting.width : places[i + 1] - context.px(CodeGap); };
        const qreal before = places[i] - context.px(CodeGap) - width;
        const qreal end = context.x(context.record.endsAt());
        const auto isThroughEnd = [end](qreal x1, qreal x2) { return x1 <= end && end <= x2; };
        bool isAfter = codeX + width <= limit() && !isThroughEnd(codeX, codeX + width);
        if (!isAfter && before >= taken) {
            geometry.texts.push_back({{before, context.lanes.codes}, code, TextRole::Code});
        } else if (!isAfter) {
            if (!isLast)
                makeRoom(context, checks, places, i + 1, codeX + width + context.px(CodeGap));
            isAfter = codeX + width <= limit();
        }
        if (!code.isEmpty() && isAfter)
            geometry.texts.push_back({{codeX, context.lanes.codes}, code, TextRole::Code});
        taken = std::max(places[i] + halfOf(check), isAfter ? codeX + width : 0) + context.px(CodeGap);

        const qreal wordX = isAfter && width > 0 ? codeX + width + context.px(WordGap) : codeX;
        const QString word = wordOf(check);
        const qreal wordEnd = wordX + context.width(word, TextRole::Quiet);
        const qreal now = context.x(context.lineEnd);
        const bool isThroughNow = context.record.verification.isRunning() && wordX <= now && now <= wordEnd;
        if (wordEnd <= limit() && !context.touchesCut(wordX, wordEnd) && !isThroughNow
            && !isThroughEnd(wordX, wordEnd)) {
            geometry.texts.push_back({{wordX, context.lanes.codes}, word, TextRole::Quiet});
            taken = std::max(taken, wordEnd + context.px(CodeGap));
        }
    }
}

} // namespace model
