// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/clientsettings.h"

#include <QUrl>

namespace model {

using namespace Qt::StringLiterals;

namespace {

QString quotedText(QString text)
{
    return u'"' + text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

// For a shell, where it needs them.
QString asArgument(QString path)
{
    return path.contains(u' ') ? QString(u'\'' + path.replace(u'\'', u"'\\''"_s) + u'\'') : path;
}

// The options are those of the clients' own sources; which versions have them is said in the notes.
class ClientWords {
public:
    ClientWords(const ClientAddress &address, const QString &apiKey, const QString &apiSecret, const QString &number)
        : m_address(address)
        , m_base(address.secure.isEmpty() ? address.plain : address.secure)
        , m_key(apiKey)
        , m_secret(apiSecret)
        , m_number(number)
    { }

    ClientSetting curl() const
    {
        const QString secret
            = m_secret.isEmpty() ? u"SECRET"_s : QString::fromLatin1(QUrl::toPercentEncoding(m_secret));
        const QString trust
            = mustTrust() ? QString(u"--cacert "_s + asArgument(m_address.trusted) + u" \\\n  "_s) : QString();
        return {u"curl"_s,
                u"curl "_s + trust + m_base + u"/verify/json \\\n  -d api_key="_s + m_key + u" -d api_secret="_s
                    + secret + u" \\\n  -d number="_s + m_number + u" -d brand=Acme"_s,
                u"Key and secret may also go by HTTP Basic: -u KEY:SECRET."_s};
    }
    ClientSetting nexmo() const
    {
        const QUrl plain(m_address.plain);
        return {u"Node.js, nexmo 2"_s,
                u"new Nexmo({apiKey, apiSecret},\n  {apiHost: '"_s + plain.host() + u"', port: "_s
                    + QString::number(plain.port()) + u"})"_s,
                u"From nexmo 2.7.0 on, also @vonage/server-sdk 2. The port must be a number: any but 443 means plain "
                "HTTP."_s};
    }
    ClientSetting serverSdk() const
    {
        return {u"Node.js, @vonage/server-sdk 3"_s,
                u"new Vonage({apiKey, apiSecret},\n  {apiHost: '"_s + m_base + u"'})"_s,
                u"The whole address, without a slash at its end."_s + runWith("NODE_EXTRA_CA_CERTS")};
    }
    ClientSetting python() const
    {
        if (!isSecure())
            return {u"Python, vonage"_s, pythonRequest(),
                    u"The SDK always speaks HTTPS: serve the API over https, above. A plain request works, as here."_s,
                    false};
        return {u"Python, vonage"_s,
                u"Vonage(Auth(api_key, api_secret),\n  HttpClientOptions(api_host=\""_s + QUrl(m_base).authority()
                    + u"\"))"_s,
                u"Of vonage 4; in 2 and 3 client.api_host(\"...\") sets the same."_s + runWith("REQUESTS_CA_BUNDLE")};
    }
    ClientSetting php() const
    {
        const QString trust = mustTrust()
            ? QString(u",\n  new GuzzleHttp\\Client(['verify' => '"_s + m_address.trusted + u"'])"_s)
            : QString();
        return {u"PHP"_s,
                u"new Vonage\\Client($credentials,\n  ['base_api_url' => '"_s + m_base + u"']"_s + trust + u')',
                mustTrust() ? u"Second and third argument of the client."_s : u"Second argument of the client."_s};
    }
    ClientSetting java() const
    {
        return {u"Java"_s, u"HttpConfig.builder()\n  .apiBaseUri(\""_s + m_base + u"\").build()"_s,
                u"Goes into VonageClient.builder().httpConfig(...)."_s
                    + (mustTrust()
                           ? u" Import the certificate into the trust store that it runs with: keytool -importcert."_s
                           : QString())};
    }
    ClientSetting dotNet() const
    {
        return {u".NET"_s, u"{\"vonage\": {\"Url.Api\": \""_s + m_base + u"\"}}"_s,
                u"In appsettings.json: the setting vonage:Url.Api."_s
                    + (mustTrust() ? u" Add the certificate to those that the system trusts."_s : QString())};
    }
    ClientSetting go() const
    {
        return {u"Go"_s,
                u"client := vonage.NewVerifyClient(auth)\nclient.Config.BasePath = \""_s + m_base + u"/verify\""_s,
                u"The address with /verify behind it."_s + runWith("SSL_CERT_FILE")};
    }
    ClientSetting ruby() const
    {
        return {u"Ruby, vonage"_s,
                u"Net::HTTP.post_form(URI(\""_s + m_base + u"/verify/json\"),\n  api_key: "_s + quotedText(m_key)
                    + u", api_secret: "_s + secretInCode() + u",\n  number: \""_s + m_number
                    + u"\", brand: \"Acme\")"_s,
                u"The SDK always speaks HTTPS, to port 443. A request of its own works, as above."_s
                    + runWith("SSL_CERT_FILE"),
                false};
    }

private:
    bool isSecure() const { return !m_address.secure.isEmpty(); }
    bool mustTrust() const { return isSecure() && !m_address.trusted.isEmpty(); }
    QString secretInCode() const { return m_secret.isEmpty() ? u"SECRET"_s : quotedText(m_secret); }
    QString runWith(const char *variable) const
    {
        return mustTrust() ? u" Run it with %1 set to the certificate's file."_s.arg(QLatin1StringView(variable))
                           : QString();
    }
    QString pythonRequest() const
    {
        return u"requests.post(\""_s + m_base + u"/verify/json\",\n  data={\"api_key\": "_s + quotedText(m_key)
            + u", \"api_secret\": "_s + secretInCode() + u",\n        \"number\": \""_s + m_number
            + u"\", \"brand\": \"Acme\"})"_s;
    }

    const ClientAddress &m_address;
    const QString m_base;
    const QString &m_key;
    const QString &m_secret;
    const QString &m_number;
};

} // namespace

std::vector<ClientSetting> clientSettings(const ClientAddress &address, const QString &apiKey, const QString &apiSecret,
                                          const QString &number)
{
    const ClientWords words(address, apiKey, apiSecret, number);
    return {words.curl(), words.nexmo(),  words.serverSdk(), words.python(), words.php(),
            words.java(), words.dotNet(), words.go(),        words.ruby()};
}

} // namespace model
