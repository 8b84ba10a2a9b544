// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/import/csvreader.h"
#include "engine/import/reportrow.h"

#include <QFile>
#include <QStringList>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace engine {

// Vonage's report of verifications as CSV: the Reports API's columns (date_received, verify_status, country) or the
// older dashboard's (date_submitted, status, country_code), in any order, among others; reference: verify-api.md,
// section 10. A column `workflow_id` is Pinpath's own: no report tells the workflow. One thread.
class VerifyReport {
public:
    enum class Column : std::uint8_t {
        RequestId,
        Number,
        Sender,
        Locale,
        Country,
        Network,
        NetworkName,
        Received,
        Finalized,
        LastEvent,
        Status,
        SmsCount,
        CallCount,
        Currency,
        Price,
        EstimatedPrice,
        Workflow,
    };
    static constexpr std::size_t ColumnCount = 17;
    // What each column of a file is taken for, in their order; none: it is not read.
    using Columns = std::vector<std::optional<Column>>;

    // Reads the header. Fails when the file cannot be read or is no such report.
    static Result<std::unique_ptr<VerifyReport>> open(const QString &path);
    // The same with columns that somebody chose, whatever the first line calls them.
    static Result<std::unique_ptr<VerifyReport>> open(const QString &path, const Columns &columns);

    // What a file begins with, whether or not it is such a report.
    struct Preview {
        QStringList heads;
        std::vector<QStringList> rows; // the first ones that can be split
        Columns columns; // as their names tell
    };
    static Result<Preview> preview(const QString &path, std::size_t rows);
    // Without which nothing can be read.
    static bool isNeeded(Column column);
    // Its name in the Reports API's files.
    static QString nameOf(Column column);

    // Told all that is in it, row by row, in the file's order.
    struct Listener {
        std::function<void(const ReportRow &)> row;
        std::function<void(const BadRow &)> badRow;
        // Now and then, how much of the file was read, from 0 to 1; false ends the reading.
        std::function<bool(double)> progress;
    };
    // False when `progress` ended it; fails when the file cannot be read on.
    Result<bool> read(const Listener &listener);

    bool has(Column column) const { return m_places[std::size_t(column)].has_value(); }
    // Whether all rows so far had their price in one currency.
    bool isCostKnown() const { return m_isCostKnown; }

private:
    explicit VerifyReport(const QString &path)
        : m_file(path)
    { }
    Result<void> beginReading();
    Result<void> readHeader(const Columns &columns);
    Columns columnsByName() const;
    std::string_view value(Column column) const;
    QString readRow(ReportRow &row);
    QString readEnd(ReportRow &row) const;
    QString readPrice(ReportRow &row);

    QFile m_file;
    std::unique_ptr<CsvReader> m_csv;
    std::size_t m_columnCount = 0;
    std::array<std::optional<std::size_t>, ColumnCount> m_places{};
    bool m_isCostKnown = false;
    std::string m_currency;
};

} // namespace engine
