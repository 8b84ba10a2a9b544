// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/reporttime.h"

namespace engine {

namespace {

// Takes a text apart from its front. Once something is missing, all that follows is.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    { }

    // Exactly so many digits.
    int number(std::size_t digits)
    {
        int value = 0;
        m_isWhole = m_isWhole && m_rest.size() >= digits;
        for (std::size_t i = 0; m_isWhole && i < digits; ++i) {
            m_isWhole = m_rest[i] >= '0' && m_rest[i] <= '9';
            value = value * 10 + (m_rest[i] - '0');
        }
        if (m_isWhole)
            m_rest.remove_prefix(digits);
        return value;
    }

    bool skipAny(std::string_view characters)
    {
        if (!m_isWhole || m_rest.empty() || characters.find(m_rest.front()) == std::string_view::npos)
            return false;
        m_skipped = m_rest.front();
        m_rest.remove_prefix(1);
        return true;
    }

    void need(std::string_view characters) { m_isWhole = skipAny(characters) && m_isWhole; }
    char skipped() const { return m_skipped; }
    bool isAtEnd() const { return m_isWhole && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_isWhole = true;
    char m_skipped = 0;
};

milliseconds readFraction(Scanner &scanner)
{
    milliseconds fraction{};
    if (!scanner.skipAny("."))
        return fraction;
    for (int worth = 100; scanner.skipAny("0123456789"); worth /= 10)
        fraction += milliseconds(worth * (scanner.skipped() - '0'));
    return fraction;
}

// How far the zone is ahead of UTC.
std::chrono::minutes readZone(Scanner &scanner)
{
    if (scanner.skipAny("Z") || !scanner.skipAny("+-"))
        return {};
    const bool isBehind = scanner.skipped() == '-';
    std::chrono::minutes ahead = std::chrono::hours(scanner.number(2));
    scanner.skipAny(":");
    ahead += std::chrono::minutes(scanner.number(2));
    return isBehind ? -ahead : ahead;
}

} // namespace

std::optional<Instant> readReportTime(std::string_view text)
{
    Scanner scanner(text);
    const int year = scanner.number(4);
    scanner.need("-");
    const auto month = unsigned(scanner.number(2));
    scanner.need("-");
    const auto day = unsigned(scanner.number(2));
    scanner.need("T ");
    const int hour = scanner.number(2);
    scanner.need(":");
    const int minute = scanner.number(2);
    scanner.need(":");
    const int second = scanner.number(2);
    const milliseconds fraction = readFraction(scanner);
    const std::chrono::minutes ahead = readZone(scanner);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!scanner.isAtEnd() || !date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    return Instant(std::chrono::sys_days(date).time_since_epoch() + std::chrono::hours(hour)
                   + std::chrono::minutes(minute) + seconds(second) + fraction - ahead);
}

} // namespace engine
