// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// `pinpath compare --csv` over ten million rows: rows a second beside a plain loop that only reads the file's lines, in
// alternating runs, and how much memory the program needs for a tenth of the file and for all of it.
//
//     bench_report [--rows 10000000] [--folder DIR]
#include "engine/import/outcomesofreport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int Runs = 3;

// Looks like a report of the Reports API: five workflows, two countries, three kinds of end.
void writeReport(const std::string &path, std::int64_t rows)
{
    std::ofstream file(path, std::ios::binary);
    file << "account_id,request_id,from,to,locale,number_type,network,network_name,country,country_name,date_received,"
            "date_finalized,first_event_date,last_event_date,verify_status,sms_event_count,tts_event_count,currency,"
            "pricing_model,price,estimated_price,workflow_id\n";
    char line[512];
    for (std::int64_t i = 0; i < rows; ++i) {
        const int kind = int(i * 2654435761U % 100);
        const char *status = kind < 82 ? "SUCCESS" : kind < 97 ? "EXPIRED" : "FAILED";
        const int size = std::snprintf(
            line, sizeof line,
            "\"a1b2c3d4\",\"%032llx\",\"Acme\",\"4477009%05d\",\"en-gb\",\"MOBILE\",\"23410\",\"O2\",\"%s\",\"\","
            "\"2026-03-%02dT%02d:%02d:00+0000\",\"2026-03-%02dT%02d:%02d:%02d+0000\",\"2026-03-01T09:00:00+0000\","
            "\"2026-03-01T09:00:00+0000\",\"%s\",\"1\",\"0\",\"EUR\",\"\",\"0.0500\",\"\",\"%d\"\n",
            static_cast<unsigned long long>(i), int(i % 100000), i % 3 ? "GB" : "IN", int(i / 500000 % 28 + 1),
            int(i / 20000 % 24), int(i / 400 % 59), int(i / 500000 % 28 + 1), int(i / 20000 % 24),
            int(i / 400 % 59) + (kind < 82 ? 0 : 1), int(i * 7 % 60), status, int(i % 5) + 1);
        file.write(line, size);
    }
}

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

// Only the lines.
std::int64_t readLines(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string line;
    std::int64_t lines = 0;
    while (std::getline(file, line))
        ++lines;
    return lines;
}

// The most memory that the program needed for the file, in MB.
double peakMegabytes(const std::string &path)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stdout))
            ::execl(PINPATH_PROGRAM, "pinpath", "compare", "--json", "--csv", path.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    return status == 0 ? double(usage.ru_maxrss) / 1000 : -1;
}

double middle(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto value = [](const char *name, const QString &byDefault) {
        const QStringList arguments = QCoreApplication::arguments();
        const qsizetype at = arguments.indexOf(QLatin1StringView(name));
        return at < 0 ? byDefault : arguments.value(at + 1);
    };
    const std::int64_t rows = value("--rows", QStringLiteral("10000000")).toLongLong();
    const QTemporaryDir folder(value("--folder", QStringLiteral("/tmp")) + QStringLiteral("/bench_report"));
    const std::string all = folder.filePath(QStringLiteral("all.csv")).toStdString();
    const std::string tenth = folder.filePath(QStringLiteral("tenth.csv")).toStdString();
    writeReport(all, rows);
    writeReport(tenth, rows / 10);

    std::vector<double> plain;
    std::vector<double> counted;
    for (int i = 0; i < Runs; ++i) {
        plain.push_back(secondsOf([&] { readLines(all); }));
        counted.push_back(secondsOf([&] {
            const auto report = engine::countReport(QString::fromStdString(all), {}, [](double) { return true; });
            if (!report || report->rows != rows || report->badRows.count > 0)
                std::printf("The report was not read whole.\n");
        }));
    }
    const double perSecond = double(rows) / middle(counted);
    std::printf("rows                          %12lld\n", static_cast<long long>(rows));
    std::printf("plain loop over the lines     %12.0f rows/s\n", double(rows) / middle(plain));
    std::printf("counted                       %12.0f rows/s, %.2f of the plain loop\n", perSecond,
                middle(plain) / middle(counted));
    std::printf("peak memory, a tenth of it    %12.1f MB\n", peakMegabytes(tenth));
    std::printf("peak memory, all of it        %12.1f MB\n", peakMegabytes(all));
    return 0;
}
