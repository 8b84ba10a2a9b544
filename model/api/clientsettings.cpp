// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/clientsettings.h"

#include <QUrl>

namespace model {

using namespace Qt::StringLiterals;

// The options are those of the clients' own sources; which versions have them is said in the notes.
std::vector<ClientSetting> clientSettings(const QString &address, const QString &apiKey, const QString &apiSecret)
{
    const bool hasSecret = !apiSecret.isEmpty();
    const auto quoted
        = [](QString text) { return QString(u'"' + text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"'); };
    const QString inForm = hasSecret ? QString::fromLatin1(QUrl::toPercentEncoding(apiSecret)) : u"SECRET"_s;
    const QString inCode = hasSecret ? quoted(apiSecret) : u"SECRET"_s;
    const QString key = quoted(apiKey);
    const QUrl url(address);
    const QString host = url.host();
    const QString port = QString::number(url.port());
    const QString start = u"number=447700900112"_s;
    return {
        {u"curl"_s,
         u"curl "_s + address + u"/verify/json \\\n  -d api_key="_s + apiKey + u" -d api_secret="_s + inForm
             + u" \\\n  -d "_s + start + u" -d brand=Acme"_s,
         u"Key and secret may also go by HTTP Basic: -u KEY:SECRET."_s},
        {u"Node.js, nexmo 2"_s,
         u"new Nexmo({apiKey, apiSecret},\n  {apiHost: '"_s + host + u"', port: "_s + port + u"})"_s,
         u"From nexmo 2.7.0 on, also @vonage/server-sdk 2. The port must be a number: any but 443 means plain HTTP."_s},
        {u"Node.js, @vonage/server-sdk 3"_s, u"new Vonage({apiKey, apiSecret},\n  {apiHost: '"_s + address + u"'})"_s,
         u"The whole address, without a slash at its end."_s},
        {u"Python, vonage"_s,
         u"requests.post(\""_s + address + u"/verify/json\",\n  data={\"api_key\": "_s + key + u", \"api_secret\": "_s
             + inCode
             + u",\n        "
               u"\"number\": \"447700900112\", \"brand\": \"Acme\"})"_s,
         u"The SDK always speaks HTTPS, which `pinpath serve --tls-listen` does, not the window. A plain "
         u"request works, as above."_s,
         false},
        {u"PHP"_s, u"new Vonage\\Client($credentials,\n  ['base_api_url' => '"_s + address + u"'])"_s,
         u"Second argument of the client."_s},
        {u"Java"_s, u"HttpConfig.builder()\n  .apiBaseUri(\""_s + address + u"\").build()"_s,
         u"Goes into VonageClient.builder().httpConfig(...)."_s},
        {u".NET"_s, u"{\"vonage\": {\"Url.Api\": \""_s + address + u"\"}}"_s,
         u"In appsettings.json: the setting vonage:Url.Api."_s},
        {u"Go"_s, u"client := vonage.NewVerifyClient(auth)\nclient.Config.BasePath = \""_s + address + u"/verify\""_s,
         u"The address with /verify behind it."_s},
        {u"Ruby, vonage"_s,
         u"Net::HTTP.post_form(URI(\""_s + address + u"/verify/json\"),\n  api_key: "_s + key + u", api_secret: "_s
             + inCode + u",\n  number: \"447700900112\", brand: \"Acme\")"_s,
         u"The SDK always speaks HTTPS, which `pinpath serve --tls-listen` does, not the window. A plain "
         u"request works, as above."_s,
         false},
    };
}

} // namespace model
