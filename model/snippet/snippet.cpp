// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/snippet/snippet.h"

#include "model/snippet/snippetparameters.h"
#include "model/snippet/snippettexts.h"
#include "model/words/numberwords.h"

#include <QUrl>

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;

namespace {

// In single quotes; a quote is closed, written and opened again.
QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

// In single quotes, for JavaScript, Python and PHP alike: no line breaks may be left.
QString quoted(QString text, SnippetLanguage language)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    if (language != SnippetLanguage::Php) // there, line breaks may stand in a text and \n would not be one
        text.replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    return u'\'' + text + u'\'';
}

// "sender_id" to "senderId".
QString camelCase(const QString &name)
{
    QString camel;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == u'_' && i + 1 < name.size())
            camel += name[++i].toUpper();
        else
            camel += name[i];
    }
    return camel;
}

QString parameterLine(SnippetLanguage language, const SnippetParameter &parameter)
{
    const QString value = parameter.isCount ? parameter.value : quoted(parameter.value, language);
    switch (language) {
    case SnippetLanguage::Curl:
        return u"        --data-urlencode "_s + shellQuoted(parameter.name + u'=' + parameter.value);
    case SnippetLanguage::NodeNexmo:
        return u"        "_s + parameter.name + u": "_s + value + u',';
    case SnippetLanguage::NodeVonage:
        return u"        "_s + camelCase(parameter.name) + u": "_s + value + u',';
    case SnippetLanguage::Python:
        return u"    "_s + parameter.name + u'=' + value + u',';
    case SnippetLanguage::Php:
        return u"    '"_s + parameter.name + u"' => "_s + value + u',';
    }
    Q_UNREACHABLE();
}

QString parameterLines(SnippetLanguage language, const engine::Record &record, const NumberMask &mask)
{
    QStringList lines;
    for (const SnippetParameter &parameter : snippetParameters(record, mask))
        lines << parameterLine(language, parameter);
    return lines.join(language == SnippetLanguage::Curl ? u" \\\n"_s : u"\n"_s);
}

QString masked(SnippetLanguage language)
{
    const bool isHash = language == SnippetLanguage::Curl || language == SnippetLanguage::Python;
    const bool isIndented = language != SnippetLanguage::Python && language != SnippetLanguage::Php;
    return (isHash ? u"# "_s : u"// "_s) + u"The number is masked on the screen, and so it is here: write it out.\n"_s
        + (isIndented ? u"    "_s : QString());
}

QString secretFromEnvironment(SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Curl:
        return u"${VERIFY_API_SECRET:?is not set}"_s;
    case SnippetLanguage::NodeNexmo:
    case SnippetLanguage::NodeVonage:
        return u"process.env.VERIFY_API_SECRET"_s;
    case SnippetLanguage::Python:
        return u"os.environ['VERIFY_API_SECRET']"_s;
    case SnippetLanguage::Php:
        return u"getenv('VERIFY_API_SECRET')"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString snippetName(SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Curl:
        return u"curl"_s;
    case SnippetLanguage::NodeNexmo:
        return u"Node, nexmo 2.9.1"_s;
    case SnippetLanguage::NodeVonage:
        return u"Node, @vonage/server-sdk 3"_s;
    case SnippetLanguage::Python:
        return u"Python"_s;
    case SnippetLanguage::Php:
        return u"PHP"_s;
    }
    Q_UNREACHABLE();
}

QString snippet(SnippetLanguage language, const engine::Record &record, const NumberMask &mask, const QString &address,
                const QString &apiSecret)
{
    const engine::Request &request = record.request;
    const QUrl url(address);
    const bool isShell = language == SnippetLanguage::Curl;
    const auto inQuotes = [&](const QString &text) { return isShell ? shellQuoted(text) : quoted(text, language); };
    // Each place is filled once, so that nothing in a value can look like a place.
    const std::pair<QString, QString> places[]{
        {u"{masked}"_s, mask.hides(request.number, request.source) ? masked(language) : QString()},
        {u"{address}"_s, inQuotes(address)},
        {u"{host}"_s, inQuotes(url.host())},
        {u"{port}"_s, QString::number(url.port(80))},
        {u"{key}"_s, inQuotes(request.account)},
        {u"{secret}"_s, apiSecret.isEmpty() ? secretFromEnvironment(language) : inQuotes(apiSecret)},
        {u"{secretNote}"_s,
         apiSecret.isEmpty() ? u"The secret comes from the environment: VERIFY_API_SECRET"_s
                             : u"The secret stands below, since it is shown on the API page."_s},
        {u"{parameters}"_s, parameterLines(language, record, mask)},
    };
    const QString frame = snippetFrame(language);
    QString text;
    for (qsizetype at = 0; at < frame.size();) {
        const auto place = std::ranges::find_if(
            places, [&](const auto &each) { return QStringView(frame).mid(at).startsWith(each.first); });
        if (place == std::end(places)) {
            text += frame[at++];
        } else {
            text += place->second;
            at += place->first.size();
        }
    }
    return text;
}

} // namespace model
