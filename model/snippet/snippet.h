// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

#include <array>

// A verification as a program of one's own: start, next message, cancel, check and search.
namespace model {

class NumberMask;

enum class SnippetLanguage { Curl, NodeNexmo, NodeVonage, Python, Php };

inline constexpr std::array SnippetLanguages{SnippetLanguage::Curl, SnippetLanguage::NodeNexmo,
                                             SnippetLanguage::NodeVonage, SnippetLanguage::Python,
                                             SnippetLanguage::Php};

// "curl", "Node, nexmo 2.9.1": for menus and lists.
QString snippetName(SnippetLanguage language);

// The whole flow with the parameters of this verification, against the API at `address` ("http://127.0.0.1:8460"). It
// reads the secret from the environment, unless it is given. Runs as it stands, unless the number is masked.
QString snippet(SnippetLanguage language, const engine::Record &record, const NumberMask &mask, const QString &address,
                const QString &apiSecret = {});

} // namespace model
