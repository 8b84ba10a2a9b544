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

// A text in the forms that a number asks for.
struct Template {
    QString one;
    QString other;

    explicit Template(const QJsonObject &json)
        : one(json.value(u"one"_s).toString())
        , other(json.value(u"other"_s).toString())
    {
        Q_ASSERT(!one.isEmpty() && !other.isEmpty());
    }
    const QString &forNumber(qint64 number) const { return number == 1 ? one : other; }
};

// How an amount of euros is written and said.
struct AmountForms {
    QString written; // "€${euros}.${cents}"
    Template euro;
    Template cent;
    QString andWord;

    explicit AmountForms(const QJsonObject &json)
        : written(json.value(u"written"_s).toString())
        , euro(json.value(u"euro"_s).toObject())
        , cent(json.value(u"cent"_s).toObject())
        , andWord(json.value(u"and"_s).toString())
    { }
};

struct Texts {
    Template sms;
    Template voice;
    Template paymentSms;
    Template paymentVoice;
    QString hyphen; // how a hyphen in a custom PIN is called
    AmountForms amount;

    explicit Texts(const QJsonObject &json)
        : sms(json.value(u"sms"_s).toObject())
        , voice(json.value(u"voice"_s).toObject())
        , paymentSms(json.value(u"payment_sms"_s).toObject())
        , paymentVoice(json.value(u"payment_voice"_s).toObject())
        , hyphen(json.value(u"hyphen"_s).toString())
        , amount(json.value(u"amount"_s).toObject())
    { }
};

const Texts &textsFor(const QString &locale)
{
    static const QMap<QString, Texts> tables = [] {
        QMap<QString, Texts> read;
        for (const QString &language : {u"de"_s, u"en"_s, u"es"_s, u"fr"_s, u"it"_s, u"pt"_s}) {
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

// "12.5" as its euros and cents.
struct Euros {
    QString euros;
    QString cents; // two digits

    explicit Euros(const QString &amount)
        : euros(QString::number(amount.section(u'.', 0, 0).toLongLong()))
        , cents(amount.section(u'.', 1, 1).leftJustified(2, u'0'))
    { }
};

QString writtenAmount(const QString &amount, const AmountForms &forms)
{
    const Euros parts(amount);
    return QString(forms.written).replace(u"${euros}"_s, parts.euros).replace(u"${cents}"_s, parts.cents);
}

QString spokenAmount(const QString &amount, const AmountForms &forms)
{
    const Euros parts(amount);
    const qint64 cents = parts.cents.toLongLong();
    QString said = parts.euros + u' ' + forms.euro.forNumber(parts.euros.toLongLong());
    if (cents > 0)
        said += u' ' + forms.andWord + u' ' + QString::number(cents) + u' ' + forms.cent.forNumber(cents);
    return said;
}

// What stands for the variables of a template.
struct Values {
    QString brand;
    QString pin;
    qint64 minutes = 1;
    QString amount; // as it is written or said
};

// A stretch of a filled template.
struct Run {
    enum class Kind { Own, Value, Pin }; // the template's own words, or what stands for a variable
    Kind kind = Kind::Own;
    QString text;
};

// Fills in one pass, so that a brand called "${pin}" stays what it is.
std::vector<Run> filled(const QString &text, const Values &values)
{
    static const QRegularExpression variable(uR"(\$\{(brand|pin|pin_expiry|amount)\})"_s);
    std::vector<Run> runs;
    qsizetype from = 0;
    for (auto match = variable.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        runs.push_back({Run::Kind::Own, text.mid(from, found.capturedStart() - from)});
        const QString name = found.captured(1);
        if (name == "pin"_L1)
            runs.push_back({Run::Kind::Pin, values.pin});
        else if (name == "brand"_L1)
            runs.push_back({Run::Kind::Value, values.brand});
        else if (name == "amount"_L1)
            runs.push_back({Run::Kind::Value, values.amount});
        else
            runs.push_back({Run::Kind::Value, QString::number(values.minutes)});
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

QString smsText(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry,
                const QString &amount)
{
    const Texts &texts = textsFor(locale);
    const qint64 minutes = minutesOf(pinExpiry);
    const Template &form = amount.isEmpty() ? texts.sms : texts.paymentSms;
    const Values values{brand, pin, minutes, writtenAmount(amount, texts.amount)};
    QString text;
    for (const Run &run : filled(form.forNumber(minutes), values))
        text += run.text;
    return text;
}

std::vector<SpokenWord> spoken(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry,
                               const QString &amount)
{
    const Texts &texts = textsFor(locale);
    const qint64 minutes = minutesOf(pinExpiry);
    const Template &form = amount.isEmpty() ? texts.voice : texts.paymentVoice;
    const Values values{brand, pin, minutes, spokenAmount(amount, texts.amount)};
    std::vector<SpokenWord> spoken = words(filled(form.forNumber(minutes), values), texts.hyphen);
    milliseconds at = Silence;
    for (SpokenWord &word : spoken) {
        word.at = at;
        word.lasts = word.isOfPin ? EachOfPin : EachWord + EachLetter * int(word.text.size());
        at += word.lasts + pauseAfter(word);
    }
    return spoken;
}

QString spokenText(const QString &locale, const QString &brand, const QString &pin, seconds pinExpiry,
                   const QString &amount)
{
    QStringList words;
    for (const SpokenWord &word : spoken(locale, brand, pin, pinExpiry, amount))
        words << word.text;
    return words.join(u' ');
}

milliseconds spokenDuration(const std::vector<SpokenWord> &words)
{
    return words.empty() ? Silence : words.back().at + words.back().lasts;
}

} // namespace engine
