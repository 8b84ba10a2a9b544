// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/comparechoices.h"

#include <QDateTime>

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;
using engine::Source;

namespace {

QString shortName(const QString &name)
{
    constexpr qsizetype Longest = 20;
    return name.size() <= Longest ? name : QString(name.first(Longest - 1) + u'…');
}

} // namespace

QString periodName(Period period)
{
    switch (period) {
    case Period::All:
        return u"All time"_s;
    case Period::Month:
        return u"Last 30 days"_s;
    case Period::Week:
        return u"Last 7 days"_s;
    case Period::Today:
        return u"Today"_s;
    case Period::Hour:
        return u"Last hour"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Instant> beginOf(Period period, Instant now)
{
    using namespace std::chrono;
    switch (period) {
    case Period::All:
        return std::nullopt;
    case Period::Month:
        return now - days(30);
    case Period::Week:
        return now - days(7);
    case Period::Today: {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(now));
        return engine::fromMilliseconds(local.date().startOfDay().toMSecsSinceEpoch());
    }
    case Period::Hour:
        return now - hours(1);
    }
    Q_UNREACHABLE();
}

QString sourceName(std::optional<Source> source)
{
    if (!source)
        return u"All"_s;
    switch (*source) {
    case Source::Window:
        return u"Window"_s;
    case Source::Api:
        return u"API"_s;
    case Source::Demo:
        return u"Demo"_s;
    case Source::Population:
        return u"Population"_s;
    case Source::Import:
        return u"Import"_s;
    }
    Q_UNREACHABLE();
}

QString brandName(const std::optional<std::string> &brand)
{
    if (!brand)
        return u"All"_s;
    return brand->empty() ? u"(none)"_s : shortName(QString::fromStdString(*brand));
}

QString experimentName(const std::string &experiment)
{
    const QString all = QString::fromStdString(experiment);
    const qsizetype slash = all.lastIndexOf(u'/'); // a name may have one, too
    return shortName(all.left(slash)) + u", version "_s + all.mid(slash + 1);
}

bool isInvented(Source source)
{
    return source == Source::Demo || source == Source::Population;
}

QVariant toVariant(const CompareChoices &choices)
{
    if (choices == CompareChoices())
        return {};
    const auto text
        = [](const std::optional<std::string> &value) { return QString::fromStdString(value.value_or(std::string())); };
    return QVariantList{int(choices.period),
                        choices.source ? int(*choices.source) : -1,
                        choices.brand.has_value(),
                        text(choices.brand),
                        choices.isNewestPlan,
                        choices.market.has_value(),
                        text(choices.market),
                        int(choices.baseline),
                        choices.marginPoints,
                        qint64(choices.simulated ? choices.simulated->number : -1),
                        qint64(choices.simulated ? choices.simulated->population : 0),
                        choices.experiment.has_value(),
                        text(choices.experiment),
                        choices.network.has_value(),
                        text(choices.network)};
}

CompareChoices toChoices(const QVariant &variant)
{
    CompareChoices choices;
    const QVariantList parts = variant.toList();
    if (parts.size() != 15)
        return choices;
    choices.period = Period(std::clamp(parts.at(0).toInt(), 0, PeriodCount - 1));
    if (const int source = parts.at(1).toInt(); source >= 0 && source < int(engine::SourceCount))
        choices.source = Source(source);
    if (parts.at(2).toBool())
        choices.brand = parts.at(3).toString().toStdString();
    choices.isNewestPlan = parts.at(4).toBool();
    if (parts.at(5).toBool())
        choices.market = parts.at(6).toString().toStdString();
    choices.baseline = engine::WorkflowId(parts.at(7).toInt());
    choices.marginPoints = parts.at(8).toInt();
    if (const qint64 number = parts.at(9).toLongLong(); number >= 0)
        choices.simulated = {number, std::size_t(parts.at(10).toULongLong())};
    if (parts.at(11).toBool())
        choices.experiment = parts.at(12).toString().toStdString();
    if (parts.at(13).toBool())
        choices.network = parts.at(14).toString().toStdString();
    return choices;
}

} // namespace model
