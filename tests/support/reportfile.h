// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>

namespace tests {

// A verify report as the Reports API writes it, with a column for the workflow, in a folder of its own.
class ReportFile {
public:
    explicit ReportFile(bool hasWorkflows = true)
        : m_hasWorkflows(hasWorkflows)
    {
        line("account_id,request_id,from,to,locale,number_type,network,network_name,country,country_name,date_received,"
             "date_finalized,first_event_date,last_event_date,verify_status,sms_event_count,tts_event_count,currency,"
             "pricing_model,price,estimated_price"
             + QByteArray(hasWorkflows ? ",workflow_id" : ""));
    }

    // `count` requests that ended so after `seconds`; none that is empty has a date_finalized.
    ReportFile &rows(int workflow, const char *status, int count, int seconds = 10, const char *country = "GB")
    {
        for (int i = 0; i < count; ++i) {
            const QDateTime at = m_at.addSecs(m_rows++);
            const QByteArray id = QByteArray::number(m_rows).rightJustified(32, '0');
            line("\"a1b2c3d4\",\"" + id + "\",\"Acme\",\"447700900112\",\"en-gb\",\"MOBILE\",\"23410\",\"O2\",\""
                 + country + "\",\"\",\"" + date(at) + "\",\"" + date(at.addSecs(seconds)) + "\",\"" + date(at)
                 + "\",\"" + date(at.addSecs(seconds)) + "\",\"" + status
                 + "\",\"1\",\"0\",\"EUR\",\"\",\"0.0500\",\"\""
                 + (m_hasWorkflows ? ",\"" + (workflow ? QByteArray::number(workflow) : QByteArray()) + '"'
                                   : QByteArray()));
        }
        return *this;
    }
    // Verified ones of so many that finished, the rest expired.
    ReportFile &proportion(int workflow, int verified, int finished, const char *country = "GB")
    {
        return rows(workflow, "SUCCESS", verified, 10, country)
            .rows(workflow, "EXPIRED", finished - verified, 300, country);
    }
    ReportFile &line(const QByteArray &text)
    {
        m_text += text + '\n';
        return *this;
    }

    QByteArray &text() { return m_text; }
    // Written anew.
    QString path()
    {
        QFile file(m_folder.filePath(QStringLiteral("report.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_text) != m_text.size())
            qFatal("The report could not be written.");
        return file.fileName();
    }

private:
    static QByteArray date(const QDateTime &at)
    {
        return at.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1() + "+0000";
    }

    QTemporaryDir m_folder;
    QDateTime m_at{QDate(2026, 3, 1), QTime(9, 0), Qt::UTC};
    QByteArray m_text;
    bool m_hasWorkflows;
    int m_rows = 0;
};

} // namespace tests
