// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/verifyreport.h"

#include "engine/base/requestid.h"
#include "engine/import/reporttime.h"

#include <QStringList>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engine {

namespace {

constexpr int RowsBetweenProgress = 1'000;
constexpr double MostMoney = 1e6; // of one request, in whole units of its currency

using Column = VerifyReport::Column;

struct ColumnName {
    Column column;
    const char *name;
    const char *olderName = nullptr; // of the dashboard's report
    bool isNeeded = false;
};

constexpr std::array ColumnNames{
    ColumnName{Column::RequestId, "request_id"},
    ColumnName{Column::Number, "to"},
    ColumnName{Column::Sender, "from", "sender_id"},
    ColumnName{Column::Locale, "locale"},
    ColumnName{Column::Country, "country", "country_code"},
    ColumnName{Column::Network, "network"},
    ColumnName{Column::NetworkName, "network_name"},
    ColumnName{Column::Received, "date_received", "date_submitted", true},
    ColumnName{Column::Finalized, "date_finalized", nullptr, true},
    ColumnName{Column::LastEvent, "last_event_date"},
    ColumnName{Column::Status, "verify_status", "status", true},
    ColumnName{Column::SmsCount, "sms_event_count"},
    ColumnName{Column::CallCount, "tts_event_count"},
    ColumnName{Column::Currency, "currency"},
    ColumnName{Column::Price, "price"},
    ColumnName{Column::EstimatedPrice, "estimated_price"},
    ColumnName{Column::Workflow, "workflow_id"},
};
static_assert(ColumnNames.size() == VerifyReport::ColumnCount);

QString quoted(std::string_view text)
{
    constexpr std::size_t Most = 40;
    return u'"' + QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), Most)))
        + (text.size() > Most ? QStringLiteral("...\"") : QStringLiteral("\""));
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

bool isSameWord(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return upper(x) == upper(y); });
}

std::optional<Ending> readStatus(std::string_view text)
{
    constexpr std::array<std::pair<const char *, Ending>, 7> Statuses{{
        {"SUCCESS", Ending::Verified},
        {"EXPIRED", Ending::Expired},
        {"FAILED", Ending::Failed},
        {"CANCELLED", Ending::Cancelled},
        {"CANCELED", Ending::Cancelled},
        {"IN PROGRESS", Ending::Running},
        {"IN_PROGRESS", Ending::Running},
    }};
    const auto found = std::find_if(Statuses.begin(), Statuses.end(),
                                    [&](const auto &each) { return isSameWord(text, each.first); });
    return found == Statuses.end() ? std::nullopt : std::optional(found->second);
}

template <class Number>
std::optional<Number> readNumber(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// A count of messages; absent is 0.
std::optional<int> readCount(std::string_view text)
{
    const auto count = text.empty() ? std::optional(0) : readNumber<int>(text);
    return count && *count >= 0 ? count : std::nullopt;
}

bool isCountry(std::string_view text)
{
    const auto isLetter = [](char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; };
    return text.size() == 2 && isLetter(text[0]) && isLetter(text[1]);
}

} // namespace

Result<std::unique_ptr<VerifyReport>> VerifyReport::open(const QString &path)
{
    return open(path, {});
}

Result<std::unique_ptr<VerifyReport>> VerifyReport::open(const QString &path, const Columns &columns)
{
    std::unique_ptr<VerifyReport> report(new VerifyReport(path));
    if (const auto begun = report->beginReading(); !begun)
        return begun.failure();
    if (const auto read = report->readHeader(columns); !read)
        return read.failure();
    return report;
}

Result<VerifyReport::Preview> VerifyReport::preview(const QString &path, std::size_t rows)
{
    VerifyReport report(path);
    if (const auto begun = report.beginReading(); !begun)
        return begun.failure();
    const auto values = [&report] {
        QStringList texts;
        for (std::size_t place = 0; place < report.m_csv->size(); ++place) {
            const std::string_view value = report.m_csv->value(place);
            texts << QString::fromUtf8(value.data(), qsizetype(value.size()));
        }
        return texts;
    };
    Preview preview;
    preview.heads = report.m_columnCount > 0 ? values() : QStringList();
    preview.columns = report.columnsByName();
    // A few broken rows at the beginning do not hide the others; a file of nothing else is not read to its end.
    for (std::size_t tries = 0; tries < 2 * rows && preview.rows.size() < rows; ++tries) {
        const auto got = report.m_csv->next();
        if (got == CsvReader::Got::End)
            break;
        if (got == CsvReader::Got::Record)
            preview.rows.push_back(values());
    }
    return preview;
}

bool VerifyReport::isNeeded(Column column)
{
    return ColumnNames[std::size_t(column)].isNeeded;
}

QString VerifyReport::nameOf(Column column)
{
    return QString::fromLatin1(ColumnNames[std::size_t(column)].name);
}

// Opens the file and reads its first line.
Result<void> VerifyReport::beginReading()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return Failure{QStringLiteral("The report %1 cannot be read: %2.").arg(m_file.fileName(), m_file.errorString()),
                       {}};
    m_csv = std::make_unique<CsvReader>(m_file);
    const auto got = m_csv->next();
    if (!m_csv->deviceError().isEmpty())
        return Failure{QStringLiteral("The report %1 cannot be read: %2.").arg(m_file.fileName(), m_csv->deviceError()),
                       {}};
    if (got == CsvReader::Got::End)
        return Failure{
            QStringLiteral("The report %1 is empty: its first line must name its columns.").arg(m_file.fileName()), {}};
    m_columnCount = got == CsvReader::Got::Record ? m_csv->size() : 0;
    return {};
}

// The first line has just been read.
VerifyReport::Columns VerifyReport::columnsByName() const
{
    Columns columns(m_columnCount);
    for (const ColumnName &each : ColumnNames) {
        for (std::size_t place = 0; place < m_columnCount; ++place) {
            const std::string_view name = m_csv->value(place);
            if (isSameWord(name, each.name) || (each.olderName && isSameWord(name, each.olderName))) {
                columns[place] = each.column;
                break;
            }
        }
    }
    return columns;
}

// Without chosen columns by their names.
Result<void> VerifyReport::readHeader(const Columns &chosen)
{
    const Columns columns = chosen.empty() ? columnsByName() : chosen;
    for (std::size_t place = 0; place < std::min(columns.size(), m_columnCount); ++place) {
        if (columns[place])
            m_places[std::size_t(*columns[place])] = place;
    }
    QStringList missing;
    for (const ColumnName &each : ColumnNames) {
        if (each.isNeeded && !has(each.column))
            missing += each.olderName
                ? QStringLiteral("%1 (or %2)").arg(QLatin1StringView(each.name), QLatin1StringView(each.olderName))
                : QString(QLatin1StringView(each.name));
    }
    if (!missing.isEmpty()) {
        return Failure{QStringLiteral("%1 is no verify report as CSV: its first line does not name %2.")
                           .arg(m_file.fileName(), missing.join(QStringLiteral(", "))),
                       {}};
    }
    m_isCostKnown = has(Column::Price) || has(Column::EstimatedPrice);
    return {};
}

Result<bool> VerifyReport::read(const Listener &listener)
{
    const auto size = double(std::max<qint64>(1, m_file.size()));
    for (int rows = 1;; ++rows) {
        const auto got = m_csv->next();
        if (got == CsvReader::Got::End)
            break;
        if (got == CsvReader::Got::BrokenRecord) {
            listener.badRow({m_csv->line(), m_csv->problem()});
        } else {
            ReportRow row;
            if (const QString problem = readRow(row); problem.isEmpty())
                listener.row(row);
            else
                listener.badRow({m_csv->line(), problem});
        }
        if (rows % RowsBetweenProgress == 0 && !listener.progress(std::min(1.0, double(m_csv->bytesRead()) / size)))
            return false;
    }
    if (!m_csv->deviceError().isEmpty())
        return Failure{
            QStringLiteral("The report %1 cannot be read to its end: %2.").arg(m_file.fileName(), m_csv->deviceError()),
            {}};
    return true;
}

std::string_view VerifyReport::value(Column column) const
{
    const auto &place = m_places[std::size_t(column)];
    return place ? m_csv->value(*place) : std::string_view();
}

// What is wrong with it; empty: nothing.
QString VerifyReport::readRow(ReportRow &row)
{
    if (m_csv->size() != m_columnCount)
        return QStringLiteral("it has %1 values, the first line names %2 columns")
            .arg(m_csv->size())
            .arg(m_columnCount);
    row.line = m_csv->line();
    row.requestId = value(Column::RequestId);
    if (has(Column::RequestId)
        && !RequestId::parse(QString::fromUtf8(row.requestId.data(), qsizetype(row.requestId.size()))))
        return QStringLiteral("the request_id %1 is not 32 hex digits").arg(quoted(row.requestId));
    row.number = value(Column::Number);
    row.sender = value(Column::Sender);
    row.locale = value(Column::Locale);
    row.country = value(Column::Country);
    if (!row.country.empty() && !isCountry(row.country))
        return QStringLiteral("the country %1 is not two letters").arg(quoted(row.country));
    row.network = value(Column::NetworkName);
    if (row.network.empty())
        row.network = value(Column::Network);
    const auto status = readStatus(value(Column::Status));
    if (!status)
        return QStringLiteral("the status %1 is not known").arg(quoted(value(Column::Status)));
    row.ending = *status;
    if (const std::string_view text = value(Column::Workflow); !text.empty()) {
        const auto workflow = readNumber<WorkflowId>(text);
        if (!workflow)
            return QStringLiteral("the workflow_id %1 is not a number from 1 to 255").arg(quoted(text));
        row.workflow = *workflow;
    }
    const auto smsCount = readCount(value(Column::SmsCount));
    const auto callCount = readCount(value(Column::CallCount));
    if (!smsCount || !callCount)
        return QStringLiteral("the number of messages %1 is not a whole number")
            .arg(quoted(value(smsCount ? Column::CallCount : Column::SmsCount)));
    row.smsCount = *smsCount;
    row.callCount = *callCount;
    if (const QString problem = readEnd(row); !problem.isEmpty())
        return problem;
    return readPrice(row);
}

QString VerifyReport::readEnd(ReportRow &row) const
{
    const auto read = [this](Column column, const char *name, std::optional<Instant> &instant) {
        const std::string_view text = value(column);
        instant = readReportTime(text);
        return instant || text.empty()
            ? QString()
            : QStringLiteral("the %1 %2 is no date").arg(QLatin1StringView(name), quoted(text));
    };
    std::optional<Instant> receivedAt;
    for (const QString &problem : {read(Column::Received, "time of the request", receivedAt),
                                   read(Column::Finalized, "date_finalized", row.finalizedAt),
                                   read(Column::LastEvent, "last_event_date", row.lastEventAt)}) {
        if (!problem.isEmpty())
            return problem;
    }
    if (!receivedAt)
        return QStringLiteral("it does not tell when the request came");
    row.receivedAt = *receivedAt;
    if (row.ending != Ending::Running && !row.finalizedAt)
        return QStringLiteral("it has ended, but date_finalized is empty");
    if (row.finalizedAt && *row.finalizedAt < row.receivedAt)
        return QStringLiteral("it ends before it begins");
    return {};
}

QString VerifyReport::readPrice(ReportRow &row)
{
    std::string_view text = value(Column::Price);
    if (text.empty())
        text = value(Column::EstimatedPrice);
    if (text.empty())
        return {};
    const auto price = readNumber<double>(text);
    if (!price || !(*price >= 0 && *price <= MostMoney))
        return QStringLiteral("the price %1 is not an amount").arg(quoted(text));
    row.price = Money::fromHundredMillionths(std::llround(*price * 1e8));
    if (const std::string_view currency = value(Column::Currency); !currency.empty() && currency != m_currency) {
        m_isCostKnown = m_isCostKnown && m_currency.empty();
        m_currency = currency;
    }
    return {};
}

} // namespace engine
