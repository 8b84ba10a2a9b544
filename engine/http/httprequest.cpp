// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/http/httprequest.h"

#include <algorithm>

namespace engine {

namespace {

std::string_view withoutOrigin(std::string_view target)
{
    const std::size_t scheme = target.find("://");
    if (target.starts_with('/') || scheme == std::string_view::npos)
        return target;
    const std::size_t path = target.find('/', scheme + 3);
    return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
}

} // namespace

void HttpRequest::setTarget(std::string_view target)
{
    target = withoutOrigin(target);
    const std::string_view encodedPath = target.substr(0, target.find('?'));
    path = percentDecoded(encodedPath);
    query = parseForm(target.substr(std::min(target.size(), encodedPath.size() + 1)));
}

std::string_view HttpRequest::header(std::string_view lowerCaseName) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [lowerCaseName](const auto &header) {
        return header.first.size() == lowerCaseName.size() && toLower(header.first) == lowerCaseName;
    });
    return found == headers.end() ? std::string_view() : found->second;
}

std::string HttpRequest::mediaType() const
{
    std::string_view type = header("content-type");
    type = type.substr(0, type.find(';'));
    type.remove_prefix(std::min(type.size(), type.find_first_not_of(" \t")));
    type = type.substr(0, type.find_last_not_of(" \t") + 1);
    return toLower(type);
}

} // namespace engine
