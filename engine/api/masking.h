// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/apiexchange.h"
#include "engine/http/fields.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// What must not be kept of an exchange, and how it is left out. By name: secrets, signatures, PINs, the texts of
// messages, and codes, even wrong ones, since a custom PIN that was entered too late is right again with the next
// message. By value: the accounts' secrets, wherever they stand. Everything else that could hold one, a format that
// cannot be read or a header that nobody knows, is withheld. What is empty stays so. Pure.
namespace engine {

inline constexpr std::string_view Masked = "***";
inline constexpr std::size_t MaxKeptText = 4 * 1024; // of a body; of query and headers together as much again

class Masks {
public:
    // `secrets` are those of the accounts; empty ones hide nothing.
    explicit Masks(std::vector<std::string> secrets);

    // "a=1&api_secret=***", encoded again.
    std::string form(const Fields &fields) const;
    // As the client laid it out. None for what is no JSON. `seen` gets the texts of the outermost object.
    using Member = std::function<void(std::string_view name, std::string_view text)>;
    std::optional<std::string> json(std::string_view text, const Member &seen = {}) const;
    // The same for XML, whose elements are the names.
    std::optional<std::string> xml(std::string_view text, const Member &seen = {}) const;
    // A line each; of headers that are not known to be harmless the name alone.
    std::string headers(const Fields &headers) const;
    // A text without a format.
    std::string text(std::string text) const;

private:
    const std::vector<std::string> m_secrets;
};

// A body that was masked, or could not be.
KeptBody keptBody(std::optional<std::string> masked, std::size_t bytes);
// Cuts between characters.
void cut(std::string &text, std::size_t bytes);

} // namespace engine
