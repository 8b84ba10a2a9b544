// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A report may be any file: reading it neither crashes nor hangs, every record is bounded, and what was counted adds
// up.

#include "engine/import/outcomesofreport.h"
#include "engine/import/verifyreport.h"

#include <QBuffer>
#include <QTemporaryFile>

#include <cstdlib>

using namespace engine;

namespace {

void readRecords(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    std::int64_t line = 0;
    for (auto got = reader.next(); got != CsvReader::Got::End; got = reader.next()) {
        if (reader.line() <= line || (got == CsvReader::Got::BrokenRecord) == reader.problem().isEmpty())
            std::abort();
        line = reader.line();
        for (std::size_t i = 0; got == CsvReader::Got::Record && i < reader.size(); ++i) {
            if (qsizetype(reader.value(i).size()) > 2 * CsvReader::MostBytes)
                std::abort();
        }
    }
}

void countRows(const QByteArray &text)
{
    static QTemporaryFile file;
    if (!file.isOpen() && !file.open())
        std::abort();
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.flush();
    const auto counted = countReport(file.fileName(), {}, [](double) { return true; });
    if (!counted)
        return;
    std::int64_t requests = 0;
    for (const auto &[id, outcomes] : counted->outcomes.all())
        requests += outcomes.requests();
    if (requests + counted->withoutWorkflow + counted->badRows.count != counted->rows)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readRecords(text);
    countRows(text);
    return 0;
}
