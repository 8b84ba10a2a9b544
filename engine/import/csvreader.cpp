// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/csvreader.h"

#include <csv.h>

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

constexpr qsizetype ChunkBytes = 256 * 1024;

} // namespace

CsvReader::CsvReader(QIODevice &device)
    : m_device(device)
    , m_parser(std::make_unique<csv_parser>())
{
    csv_init(m_parser.get(), CSV_STRICT);
    refill();
    if (m_buffer.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
}

CsvReader::~CsvReader()
{
    csv_free(m_parser.get());
}

std::string_view CsvReader::value(std::size_t column) const
{
    const std::size_t begin = column == 0 ? 0 : m_ends[column - 1];
    return std::string_view(m_text).substr(begin, m_ends[column] - begin);
}

CsvReader::Got CsvReader::next()
{
    m_text.clear();
    m_ends.clear();
    m_problem.clear();
    m_held.clear();
    m_heldLines = 0;
    while (const std::optional<Line> line = nextLine()) {
        ++m_line;
        if (m_heldLines == 0)
            m_recordLine = m_line;
        if (line->isTooLong) {
            m_held.clear(); // the lines before it are broken with it
            return broken(QStringLiteral("a line is longer than 64 KiB"));
        }
        m_held.append(line->text);
        ++m_heldLines;
        const Got got = parse(line->text);
        if (got == Got::BrokenRecord || m_records > 0)
            return got;
        if (m_ends.empty() && m_text.empty() && line->text.find_first_not_of(" \t\r\n") == std::string_view::npos
            && m_heldLines == 1) {
            m_held.clear(); // an empty line
            m_heldLines = 0;
        } else if (m_heldLines >= MostLines || qsizetype(m_held.size()) > MostBytes) {
            return broken(QStringLiteral("a quote is never closed"));
        }
    }
    return m_heldLines > 0 ? finish() : Got::End;
}

CsvReader::Got CsvReader::parse(std::string_view line)
{
    m_records = 0;
    const auto addValue = [](void *value, std::size_t size, void *self) {
        auto *reader = static_cast<CsvReader *>(self);
        if (value)
            reader->m_text.append(static_cast<const char *>(value), size);
        reader->m_ends.push_back(reader->m_text.size());
    };
    const auto endRecord = [](int, void *self) { ++static_cast<CsvReader *>(self)->m_records; };
    const std::size_t parsed = csv_parse(m_parser.get(), line.data(), line.size(), addValue, endRecord, this);
    if (parsed != line.size())
        return broken(QStringLiteral("a quote stands where none may be"));
    if (m_records > 1)
        return broken(QStringLiteral("a carriage return stands inside the line"));
    return Got::Record;
}

// The last line, when nothing ends it.
CsvReader::Got CsvReader::finish()
{
    const Got got = parse("\n");
    if (got == Got::Record && m_records == 0)
        return broken(QStringLiteral("a quote is never closed"));
    return got;
}

// The first line of the record is lost; what follows it may be whole records.
CsvReader::Got CsvReader::broken(const QString &problem)
{
    m_problem = problem;
    csv_free(m_parser.get());
    csv_init(m_parser.get(), CSV_STRICT);
    if (m_heldLines > 1 && !m_held.empty()) {
        const std::size_t first = m_held.find('\n') + 1;
        m_again = m_held.substr(first) + m_again.substr(m_againAt);
        m_againAt = 0;
        m_line -= m_heldLines - 1;
    }
    return Got::BrokenRecord;
}

std::optional<CsvReader::Line> CsvReader::nextLine()
{
    if (m_againAt == m_again.size())
        return nextOfDevice();
    const std::size_t end = m_again.find('\n', m_againAt);
    const std::size_t size = (end == std::string::npos ? m_again.size() : end + 1) - m_againAt;
    const std::string_view line = std::string_view(m_again).substr(m_againAt, size);
    m_againAt += size;
    return Line{line, false};
}

std::optional<CsvReader::Line> CsvReader::nextOfDevice()
{
    bool isTooLong = false;
    for (;;) {
        const char *begin = m_buffer.constData() + m_at;
        const qsizetype left = m_buffer.size() - m_at;
        const auto *end = left > 0 ? static_cast<const char *>(std::memchr(begin, '\n', std::size_t(left))) : nullptr;
        if (end) {
            const qsizetype size = end + 1 - begin;
            m_at += size;
            return Line{{begin, std::size_t(size)}, isTooLong || size > MostBytes};
        }
        if (left > MostBytes) {
            isTooLong = true;
            m_at = m_buffer.size();
        }
        if (refill())
            continue;
        const qsizetype rest = m_buffer.size() - m_at;
        if (rest == 0 && !isTooLong)
            return std::nullopt;
        begin = m_buffer.constData() + m_at;
        m_at = m_buffer.size();
        return Line{{begin, std::size_t(rest)}, isTooLong};
    }
}

// More of the device behind what is left of the last chunk. False at its end.
bool CsvReader::refill()
{
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype left = m_buffer.size();
    m_buffer.resize(left + ChunkBytes);
    const qint64 read = m_device.read(m_buffer.data() + left, ChunkBytes);
    m_buffer.resize(left + qsizetype(std::max<qint64>(0, read)));
    m_bytesRead += std::max<qint64>(0, read);
    if (read < 0)
        m_deviceError = m_device.errorString();
    return read > 0;
}

} // namespace engine
