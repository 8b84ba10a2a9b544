// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/wirereply.h"

#include "engine/base/jsonwriter.h"

#include <QXmlStreamWriter>

namespace engine {

namespace {

void write(JsonWriter &json, const WireReply &reply)
{
    json.beginObject();
    for (const WireReply::Field &field : reply.fields()) {
        json.name(field.name);
        if (const auto *text = std::get_if<QString>(&field.value)) {
            json.value(QStringView(*text));
            continue;
        }
        json.beginArray();
        for (const WireReply &each : std::get<WireReply::List>(field.value))
            write(json, each);
        json.endArray();
    }
    json.endObject();
}

// The same text, of characters that XML 1.0 knows.
QString presentable(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += c;
            clean += text[++i];
            continue;
        }
        const bool isControl = c < QChar(0x20) && c != u'\t' && c != u'\n' && c != u'\r';
        const bool isKnown = !isControl && !c.isSurrogate() && c.unicode() < 0xFFFE;
        clean += isKnown ? c : QChar(QChar::ReplacementCharacter);
    }
    return clean;
}

QString toName(std::string_view name)
{
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

void write(QXmlStreamWriter &xml, const WireReply::Field &field);

void write(QXmlStreamWriter &xml, const WireReply &reply)
{
    for (const WireReply::Field &field : reply.fields())
        write(xml, field);
}

void write(QXmlStreamWriter &xml, const WireReply::Field &field)
{
    if (const auto *text = std::get_if<QString>(&field.value)) {
        xml.writeTextElement(toName(field.name), presentable(*text));
        return;
    }
    xml.writeStartElement(toName(field.name));
    for (const WireReply &each : std::get<WireReply::List>(field.value)) {
        xml.writeStartElement(toName(field.item));
        write(xml, each);
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

bool isListAlone(const WireReply &reply)
{
    return reply.fields().size() == 1 && std::holds_alternative<WireReply::List>(reply.fields().front().value);
}

} // namespace

std::string toXml(const WireReply &reply, const XmlShape &shape)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    if (isListAlone(reply)) {
        write(xml, reply);
    } else {
        xml.writeStartElement(toName(shape.root));
        if (shape.isIdFirst && (reply.fields().empty() || reply.fields().front().name != "request_id"))
            xml.writeTextElement(QStringLiteral("request_id"), QString());
        write(xml, reply);
        xml.writeEndElement();
    }
    return bytes.toStdString();
}

std::string toJson(const WireReply &reply)
{
    JsonWriter json;
    write(json, reply);
    return json.take();
}

} // namespace engine
