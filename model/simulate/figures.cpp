// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/figures.h"

#include "engine/base/result.h"
#include "engine/statistics/distributions.h"
#include "model/compare/ratewords.h"
#include "model/simulate/figurewords.h"
#include "model/words/counts.h"

#include <algorithm>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using namespace engine::distributions;
using engine::Distribution;
using engine::Money;
using engine::Population;
using engine::Prices;

namespace {

constexpr double LateFrom = 60; // s, of an SMS
constexpr double UsualSigma = 1; // of a lognormal that had no spread yet
const QString Yours = u"yours"_s;
const QString Fitted = u"fitted to"_s;
const QString Assumption = u"assumption"_s;

// How a figure of the model is called, by its path.
struct Naming {
    QString path;
    QString group;
    QString name; // of a probability, and the stem for a time
    QString constant = {}; // the name of a time that is always the same
    bool hasTail = false;
};

const std::vector<Naming> &namings()
{
    static const std::vector<Naming> all{
        {u"user.unreachable"_s, u"User"_s, u"nothing arrives"_s},
        {u"user.no_sms"_s, u"User"_s, u"gets no SMS"_s},
        {u"user.never_answers_calls"_s, u"User"_s, u"never answers calls"_s},
        {u"user.patience"_s, u"User"_s, u"has left"_s, u"has left after"_s},
        {u"sms.delivered"_s, u"SMS"_s, u"delivered"_s},
        {u"sms.delay"_s, u"SMS"_s, u"arrives"_s, u"arrives after"_s, true},
        {u"tts.answered"_s, u"Call"_s, u"answered"_s},
        {u"tts.delay"_s, u"Call"_s, u"answered"_s, u"answered after"_s},
        {u"entry"_s, u"Code"_s, u"typed after SMS"_s, u"typed after SMS"_s},
        {u"entry_after_call"_s, u"Code"_s, u"typed after a call"_s, u"typed after a call"_s},
        {u"wrong_code"_s, u"Code"_s, u"wrong"_s},
    };
    return all;
}

struct PriceNaming {
    QString key;
    QString name;
    Money Prices::*member;
    QString origin;
    bool isPublished;
};

const std::vector<PriceNaming> &priceNamings()
{
    static const std::vector<PriceNaming> all{
        {u"price.success"_s, u"per success"_s, &Prices::onSuccess, u"a vendor's example"_s, true},
        {u"price.sms"_s, u"per SMS"_s, &Prices::perSms, u"a vendor's example"_s, true},
        {u"price.call"_s, u"per call"_s, &Prices::perCall, Assumption, false},
    };
    return all;
}

// What of a figure a row shows: the figure itself, or a part of a distribution.
enum class Part { Whole, Median, Tail, From, To, Mean };

QString keyOf(const QString &path, Part part)
{
    static const QStringList ends{{}, u"#median"_s, u"#tail"_s, u"#from"_s, u"#to"_s, u"#mean"_s};
    return path + ends.at(int(part));
}

const engine::Figure &figureAt(const QString &path)
{
    const auto all = engine::figures();
    return *std::find_if(all.begin(), all.end(), [&](const engine::Figure &each) { return each.path == path; });
}

struct PartRow {
    Part part;
    QString name;
    QString value;
    bool isDerived = false;
};

// The rows of a time: what of its shape a person would name.
std::vector<PartRow> partsOf(const Distribution &time, const Naming &naming)
{
    const QString half = naming.name + u", half by"_s;
    std::vector<PartRow> rows;
    bool isDerived = true;
    if (const auto *plain = std::get_if<Distribution::Plain>(&time.shape())) {
        if (const auto *constant = std::get_if<Constant>(plain))
            return {{Part::Whole, naming.constant, secondsText(constant->value)}};
        if (const auto *uniform = std::get_if<Uniform>(plain))
            return {{Part::From, naming.name + u" from"_s, secondsText(uniform->from)},
                    {Part::To, naming.name + u" by"_s, secondsText(uniform->to)}};
        if (const auto *exponential = std::get_if<Exponential>(plain))
            return {{Part::Mean, naming.name + u", on average"_s, secondsText(exponential->mean)}};
        isDerived = !std::holds_alternative<Lognormal>(*plain);
    }
    rows.push_back({Part::Median, half, secondsText(median(time)), isDerived});
    if (naming.hasTail)
        rows.push_back({Part::Tail, u"later than 1:00"_s, shareText(shareLater(time, LateFrom)), isDerived});
    return rows;
}

// "ETSI 2006; tail: assumption" is of two rows.
QString originOf(const Population &population, const QString &path, Part part)
{
    const QString whole = population.origin(path);
    const qsizetype cut = whole.indexOf(u"; "_s);
    if (cut < 0 || (part != Part::Tail && part != Part::Median))
        return whole.isEmpty() ? Assumption : whole;
    if (part == Part::Median)
        return whole.left(cut);
    const QString tail = whole.mid(cut + 2);
    return tail.startsWith(u"tail: "_s) ? tail.mid(6) : tail;
}

// `origin` of a part of the figure; the other part keeps its own.
void setOrigin(Population &population, const QString &path, Part part, bool hasTail, const QString &origin)
{
    QString whole = origin;
    if (hasTail && part == Part::Median && originOf(population, path, Part::Tail) != origin)
        whole += u"; tail: "_s + originOf(population, path, Part::Tail);
    if (part == Part::Tail && originOf(population, path, Part::Median) != origin)
        whole = originOf(population, path, Part::Median) + u"; tail: "_s + origin;
    population.origins[path] = whole;
}

FigureRow row(const Population &population, const Naming &naming, const PartRow &part)
{
    const QString origin = originOf(population, naming.path, part.part);
    const bool isYours = origin == Yours;
    return {keyOf(naming.path, part.part),
            naming.group,
            part.name,
            part.value,
            origin,
            !isYours && !origin.contains(Assumption) && !origin.startsWith(Fitted),
            isYours,
            part.isDerived,
            origin.startsWith(Fitted)};
}

// Of the figures that can be times; none: the user never leaves.
std::optional<Distribution> timeOf(const Population &population, const engine::Figure &figure)
{
    if (const auto *sure = std::get_if<Distribution Population::*>(&figure.member))
        return population.**sure;
    if (const auto *perhaps = std::get_if<std::optional<Distribution> Population::*>(&figure.member))
        return population.**perhaps;
    return std::nullopt;
}

void setTime(Population &population, const engine::Figure &figure, const std::optional<Distribution> &time)
{
    if (const auto *sure = std::get_if<Distribution Population::*>(&figure.member))
        population.**sure = *time;
    else
        population.*std::get<std::optional<Distribution> Population::*>(figure.member) = time;
}

// The same time with one part of its shape changed to `value`, in seconds or as a share.
engine::Result<Distribution> changed(const Distribution &time, Part part, double value)
{
    const auto *plain = std::get_if<Distribution::Plain>(&time.shape());
    const auto *lognormal = plain ? std::get_if<Lognormal>(plain) : nullptr;
    switch (part) {
    case Part::Whole:
        return Distribution(Constant{value});
    case Part::From:
        return Distribution(Uniform{value, std::get<Uniform>(*plain).to});
    case Part::To:
        return Distribution(Uniform{std::get<Uniform>(*plain).from, value});
    case Part::Mean:
        return Distribution(Exponential{value});
    case Part::Median:
        if (value <= 0)
            return engine::Failure{u"half cannot be done at once"_s, {}};
        return Distribution(Lognormal{value, lognormal->sigma});
    case Part::Tail:
        break;
    }
    const double distance = std::log(LateFrom / lognormal->median);
    const bool isInside = distance > 0 ? value > 0 && value < 0.5 : value > 0.5 && value < 1;
    if (distance == 0 || !isInside) {
        return engine::Failure{u"half arrive by %1, so this is %2"_s.arg(secondsText(lognormal->median),
                                                                         distance > 0 ? u"between 0 and 50 %"_s
                                                                                      : u"between 50 and 100 %"_s),
                               {}};
    }
    return Distribution(Lognormal{lognormal->median, std::abs(distance) / engine::reachOf(std::abs(1 - 2 * value))});
}

QString writeShare(Population &population, const engine::Figure &figure, const QString &name, const QString &text)
{
    const auto share = readShare(text);
    if (!share)
        return u"%1: a share is from 0 to 100 %, not \"%2\"."_s.arg(name, text.trimmed());
    population.*std::get<double Population::*>(figure.member) = *share;
    return {};
}

QString writeTime(Population &population, const engine::Figure &figure, Part part, const QString &name,
                  const QString &text)
{
    const bool canBeNever = std::holds_alternative<std::optional<Distribution> Population::*>(figure.member);
    if (canBeNever && text.trimmed().compare(NeverText, Qt::CaseInsensitive) == 0) {
        setTime(population, figure, std::nullopt);
        return {};
    }
    const auto value = part == Part::Tail ? readShare(text) : readSeconds(text);
    if (!value) {
        return part == Part::Tail
            ? u"%1: a share is from 0 to 100 %, not \"%2\"."_s.arg(name, text.trimmed())
            : u"%1: write seconds, 7, or minutes, 1:30, up to 30 days, not \"%2\"."_s.arg(name, text.trimmed());
    }
    const auto present = timeOf(population, figure);
    const auto next = changed(present.value_or(Distribution(Lognormal{*value, UsualSigma})), part, *value);
    if (!next)
        return name + u": "_s + next.failure().sentence + u'.';
    setTime(population, figure, *next);
    return {};
}

} // namespace

QString FigureRow::spoken() const
{
    const QString kind = isPublished ? u", published"_s : QString();
    return group + u' ' + name + u": "_s + value + u", "_s + origin + kind + u'.';
}

std::vector<FigureRow> figureRows(const Population &population, const Prices &prices, const Prices &usualPrices)
{
    std::vector<FigureRow> rows;
    for (const Naming &naming : namings()) {
        const engine::Figure &figure = figureAt(naming.path);
        if (const auto *probability = std::get_if<double Population::*>(&figure.member)) {
            rows.push_back(row(population, naming, {Part::Whole, naming.name, shareText(population.**probability)}));
            continue;
        }
        const auto time = timeOf(population, figure);
        const auto parts = time ? partsOf(*time, naming)
                                : std::vector{PartRow{Part::Median, naming.name + u", half by"_s, NeverText}};
        for (const PartRow &part : parts)
            rows.push_back(row(population, naming, part));
    }
    const std::vector<FigureRow> priced = priceRows(prices, usualPrices);
    rows.insert(rows.end(), priced.begin(), priced.end());
    return rows;
}

std::vector<FigureRow> priceRows(const Prices &prices, const Prices &usualPrices)
{
    std::vector<FigureRow> rows;
    for (const PriceNaming &naming : priceNamings()) {
        const bool isYours = prices.*naming.member != usualPrices.*naming.member;
        rows.push_back({naming.key, u"Price"_s, naming.name, eurosText(prices.*naming.member),
                        isYours ? Yours : naming.origin, !isYours && naming.isPublished, isYours});
    }
    return rows;
}

QString writeFigure(Population &population, Prices &prices, const QString &key, const QString &text)
{
    if (const auto judged = writePrice(prices, key, text))
        return *judged;
    const auto rows = figureRows(population, prices, prices);
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const FigureRow &each) { return each.key == key; });
    if (found == rows.end() || found->value == text.trimmed())
        return {};
    if (found->isDerived)
        return u"%1: this follows from a shape of several parts; save the population, change the file and open it."_s
            .arg(found->name);
    const QString path = key.section(u'#', 0, 0);
    const auto naming
        = std::find_if(namings().begin(), namings().end(), [&](const Naming &each) { return each.path == path; });
    const engine::Figure &figure = figureAt(path);
    Part part = Part::Whole;
    for (const Part each : {Part::Median, Part::Tail, Part::From, Part::To, Part::Mean}) {
        if (key == keyOf(path, each))
            part = each;
    }
    Population next = population;
    QString wrong = std::holds_alternative<double Population::*>(figure.member)
        ? writeShare(next, figure, found->name, text)
        : writeTime(next, figure, part, found->name, text);
    if (wrong.isEmpty())
        wrong = engine::problem(next);
    if (!wrong.isEmpty())
        return wrong;
    setOrigin(next, path, part, naming->hasTail, Yours);
    population = std::move(next);
    return {};
}

void setFittedOrigin(Population &population, const QString &path, std::int64_t requests, bool isInvented)
{
    const auto naming
        = std::find_if(namings().begin(), namings().end(), [&](const Naming &each) { return each.path == path; });
    const QString origin
        = u"%1 %2 (n=%3)"_s.arg(Fitted, isInvented ? u"invented data"_s : u"what happened"_s, grouped(requests));
    setOrigin(population, path, Part::Median, naming != namings().end() && naming->hasTail, origin);
}

std::optional<QString> writePrice(Prices &prices, const QString &key, const QString &text)
{
    for (const PriceNaming &naming : priceNamings()) {
        if (naming.key != key)
            continue;
        const auto amount = readPrice(text);
        if (!amount)
            return u"%1: write euros, such as 0.014, not \"%2\"."_s.arg(naming.name, text.trimmed());
        prices.*naming.member = *amount;
        return QString();
    }
    return std::nullopt;
}

QString originsSentence(const std::vector<FigureRow> &rows)
{
    const auto assumed = std::count_if(rows.begin(), rows.end(), [](const FigureRow &row) {
        return !row.isPublished && !row.isYours && !row.isFitted;
    });
    const auto fitted = std::count_if(rows.begin(), rows.end(), [](const FigureRow &row) { return row.isFitted; });
    const auto yours = std::count_if(rows.begin(), rows.end(), [](const FigureRow &row) { return row.isYours; });
    QString sentence = u"%1 of %2 figures are assumptions"_s.arg(assumed).arg(rows.size());
    if (fitted > 0)
        sentence += fitted == 1 ? u", 1 is fitted"_s : u", %1 are fitted"_s.arg(fitted);
    if (yours > 0)
        sentence += yours == 1 ? u", 1 is yours"_s : u", %1 are yours"_s.arg(yours);
    return sentence + u'.';
}

QString populationTitle(const Population &population)
{
    const bool isEdited = std::any_of(population.origins.begin(), population.origins.end(), [](const auto &each) {
        return each.second == Yours || each.second.startsWith(Yours + u';') || each.second.endsWith(u": "_s + Yours);
    });
    return isEdited ? QString(population.name + u", edited"_s) : population.name;
}

} // namespace model
