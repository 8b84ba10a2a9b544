// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snippet/snippet.h"

namespace model {

// The program without what depends on the verification: {address}, {host}, {port} and {key} stand for those of the API,
// {secret} and {secretNote} for where the secret comes from,
// {parameters} for the lines of the start, {masked} for a remark before the number.
QString snippetFrame(SnippetLanguage language);

} // namespace model
