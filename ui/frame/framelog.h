// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <vector>

namespace ui {

// How long the window's frames take and how late its event loop is: what the program can say itself about how it runs.
// It costs a look at each event, so it exists only where PINPATH_FRAME_LOG names a file for its report, and in
// benchmarks. GUI thread, as long as the application.
class FrameLog : public QObject {
    Q_OBJECT

public:
    // Milliseconds.
    struct Spread {
        std::size_t count = 0;
        double half = 0;
        double p99 = 0;
        double most = 0;
    };

    explicit FrameLog(QString file = {});
    ~FrameLog() override; // writes the report
    // Null unless somebody wants one.
    static std::unique_ptr<FrameLog> fromEnvironment();

    // This has come to be: it counts from the start of the process.
    void mark(const QString &what);
    // Forgets frames and delays so far.
    void clear();

    // Of every window's frame, from the wish to draw to the last pixel.
    Spread frames() const { return spreadOf(m_frames); }
    // Of a tick that should come every five milliseconds. While the loop is held up, every tick that is missed counts.
    Spread delays() const { return spreadOf(m_delays); }
    static std::int64_t residentBytes();
    static double sinceProcessStart(); // milliseconds
    QString report() const;

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;

private:
    static Spread spreadOf(std::vector<double> values);
    void tick();

    QString m_file;
    QString m_marks;
    std::vector<double> m_frames;
    std::vector<double> m_delays;
    bool m_isInFrame = false;
    bool m_hasPainted = false;
    QElapsedTimer m_sinceTick;
    QTimer m_ticks;
};

} // namespace ui
