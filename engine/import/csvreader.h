// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct csv_parser;

namespace engine {

// Reads the records of a CSV file (RFC 4180) one after another, in memory that does not grow with the file. libcsv
// splits them; what is ours tells the lines, bounds a record and goes on after one that is broken. Spaces around values
// without quotes are dropped, empty lines skipped, and a byte order mark at the start is none of the data. One thread;
// the device outlives it.
class CsvReader {
public:
    static constexpr qsizetype MostBytes = 64 * 1024; // of a record
    static constexpr int MostLines = 16; // of a record: a quote that is never closed must not swallow the file

    explicit CsvReader(QIODevice &device);
    ~CsvReader();

    enum class Got { Record, BrokenRecord, End };
    Got next();

    // Of the record that was read last; its values are valid until the next one.
    std::size_t size() const { return m_ends.size(); }
    std::string_view value(std::size_t column) const;
    std::int64_t line() const { return m_recordLine; } // on which it begins, from 1
    const QString &problem() const { return m_problem; } // with a broken one

    qint64 bytesRead() const { return m_bytesRead; }
    const QString &deviceError() const { return m_deviceError; } // why it ended early; empty: it did not

private:
    struct Line {
        std::string_view text; // with its end
        bool isTooLong = false;
    };
    std::optional<Line> nextLine();
    std::optional<Line> nextOfDevice();
    bool refill();
    Got broken(const QString &problem);
    Got parse(std::string_view line);
    Got finish();

    QIODevice &m_device;
    std::unique_ptr<csv_parser> m_parser;
    QByteArray m_buffer;
    qsizetype m_at = 0; // in it
    qint64 m_bytesRead = 0;
    QString m_deviceError;

    std::string m_again; // lines that are read anew, since a broken record had swallowed them
    std::size_t m_againAt = 0;
    std::string m_held; // the present record's lines, where it has several
    int m_heldLines = 0;
    std::int64_t m_line = 0; // last one read
    std::int64_t m_recordLine = 0;

    std::string m_text; // the values, one after another
    std::vector<std::size_t> m_ends;
    int m_records = 0; // that the last line ended
    QString m_problem;
};

} // namespace engine
