// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/phonenumber.h"

#include <QString>

namespace model {

// "United Kingdom" for "GB"; empty for what is no country.
QString countryName(const QString &country);
// "GB" for "gb" and for "united kingdom"; empty for what is no country.
QString countryCode(const QString &text);
// "United Kingdom, mobile": the country and, where it is known, the kind of line.
QString numberDescription(const engine::PhoneNumber &number);

} // namespace model
