// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/xmlmask.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <vector>

namespace engine {

namespace {

constexpr std::size_t DepthOfMembers = 2; // the root and one of its elements

} // namespace

std::optional<std::string> maskedXml(std::string_view xml, const std::function<bool(std::string_view name)> &isSecret,
                                     const std::function<void(std::string_view name, std::string_view text)> &seen)
{
    QXmlStreamReader reader(QByteArray::fromRawData(xml.data(), qsizetype(xml.size())));
    QByteArray masked;
    QXmlStreamWriter writer(&masked);
    std::vector<std::string> open;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartDocument:
            writer.writeStartDocument();
            break;
        case QXmlStreamReader::StartElement:
            open.push_back(reader.name().toString().toStdString());
            writer.writeStartElement(reader.name().toString());
            break;
        case QXmlStreamReader::EndElement:
            open.pop_back();
            writer.writeEndElement();
            break;
        case QXmlStreamReader::Characters: {
            const bool isHidden = !open.empty() && isSecret(open.back());
            if (seen && !isHidden && open.size() == DepthOfMembers)
                seen(open.back(), reader.text().toString().toStdString());
            writer.writeCharacters(isHidden ? QStringLiteral("***") : reader.text().toString());
            break;
        }
        default:
            break;
        }
    }
    return reader.hasError() ? std::nullopt : std::optional(masked.toStdString());
}

} // namespace engine
