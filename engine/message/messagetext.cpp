// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/message/messagetext.h"

#include "engine/base/resource.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

// The pace of the voice: calm, since people write along. About 140 words a minute, digits slower.
constexpr milliseconds Silence{1000};
constexpr milliseconds EachWord{120};
constexpr milliseconds EachLetter{55};
constexpr milliseconds EachOfPin{450};
constexpr milliseconds BetweenWords{60};
constexpr milliseconds AtComma{250};
constexpr milliseconds AtSentence{500};

// A text in the forms that a number of minutes asks for.
struct Template {
    QString one;
    QString other;

    explicit Template(const QJsonObject &json)
        : one(json.value(u"one"_s).toString())
        , other(json.value(u"other"_s).toString())
    {
        Q_ASSERT(!one.isEmpty() && !other.isEmpty());
    }
    const QString &forMinutes(qint64 minutes) const { return minutes == 1 ? one : other; }
};

struct Texts {
    Template sms;
    Template voice;
    QString hyphen; // how a hyphen in a custom PIN is called

    explicit Texts(const QJsonObject &json)
        : sms(json.value(u"sms"_s).toObject())
        , voice(json.value(u"voice"_s).toObject())
        , hyphen(json.value(u"hyphen"_s).toString())
    { }
};

const Texts &textsFor(const QString &locale)
{
    static const QMap<QString, Texts> tables = [] {
        QMap<QString, Texts> read;
        for (const QString &language : {u"en"_s}) {
            const QByteArray json = readResource(u"messages/%1.json"_s.arg(language));
            read.insert(language, Texts(QJsonDocument::fromJson(json).object()));
        }
        return read;
    }();
    for (const QString &key : {locale, locale.section(u'-', 0, 0)}) {
        if (const auto found = tables.constFind(key); found != tables.constEnd())
            return *found;
    }
    return *tables.constFind(u"en"_s);
}

qint64 minutesOf(seconds pinExpiry)
{
    return std::max<qint64>(1, std::chrono::floor<std::chrono::minutes>(pinExpiry).count());
}

// A stretch of a filled template.
struct Run {
    enum class Kind { Own, Value, Pin }; // the template's own words, or what stands for a variable
    Kind kind = Kind::Own;
    QString text;
};

// Fills in one pass, so that a brand called "${pin}" stays what it is.
std::vector<Run> filled(const QString &text, const QString &brand, const QString &pin, qint64 minutes)
{
    static const QRegularExpression variable(uR"(\$\{(brand|pin|pin_expiry)\})"_s);
    std::vector<Run> runs;
    qsizetype from = 0;
    for (auto match = variable.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        runs.push_back({Run::Kind::Own, text.mid(from, found.capturedStart() - from)});
        const QString name = found.captured(1);
        if (name == "pin"_L1)
            runs.push_back({Run::Kind::Pin, pin});
        else
            runs.push_back({Run::Kind::Value, name == "brand"_L1 ? brand : QString::number(minutes)});
        from = found.capturedEnd();
    }
    runs.push_back({Run::Kind::Own, text.mid(from)});
    return runs;
}

// The words of a call without their times. Punctuation after a variable goes with its last word, and commas part the
// PIN.
std::vector<SpokenWord> words(const std::vector<Run> &runs, const QString &hyphen)
{
    std::vector<SpokenWord> words;
    for (const Run &run : runs) {
        if (run.kind == Run::Kind::Pin) {
            for (qsizetype i = 0; i < run.text.size(); ++i) {
                const QString name = run.text[i] == u'-' ? hyphen : QString(run.text[i]);
                words.push_back({i + 1 < run.text.size() ? name + u',' : name, true});
            }
            continue;
        }
        qsizetype start = 0;
        while (run.kind == Run::Kind::Own && !words.empty() && start < run.text.size() && run.text[start].isPunct())
            words.back().text += run.text[start++];
        for (const QString &word : run.text.mid(start).simplified().split(u' ', Qt::SkipEmptyParts))
            words.push_back({word});
    }
    return words;
}

milliseconds pauseAfter(const SpokenWord &word)
{
    if (word.text.endsWith(u','))
        return AtComma;
    return word.text.endsWith(u'.') || word.text.endsWith(u':') ? AtSentence : BetweenWords;
}

} // namespace

QString smsText(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry)
{
    const qint64 minutes = minutesOf(pinExpiry);
    QString text;
    for (const Run &run : filled(textsFor(locale).sms.forMinutes(minutes), brand, pin, minutes))
        text += run.text;
    return text;
}

std::vector<SpokenWord> spoken(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry)
{
    const Texts &texts = textsFor(locale);
    const qint64 minutes = minutesOf(pinExpiry);
    std::vector<SpokenWord> spoken = words(filled(texts.voice.forMinutes(minutes), brand, pin, minutes), texts.hyphen);
    milliseconds at = Silence;
    for (SpokenWord &word : spoken) {
        word.at = at;
        word.lasts = word.isOfPin ? EachOfPin : EachWord + EachLetter * int(word.text.size());
        at += word.lasts + pauseAfter(word);
    }
    return spoken;
}

QString spokenText(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry)
{
    QStringList words;
    for (const SpokenWord &word : spoken(locale, brand, pin, pinExpiry))
        words << word.text;
    return words.join(u' ');
}

milliseconds spokenDuration(const std::vector<SpokenWord> &words)
{
    return words.empty() ? Silence : words.back().at + words.back().lasts;
}

} // namespace engine
