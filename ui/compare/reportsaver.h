// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QThreadPool>
#include <QWidget>

#include <functional>

namespace ui {

class BannerLine;
class Theme;

// Asks where a report goes, draws it, writes it on a thread of its own, and says in a line how that went.
class ReportSaver : public QWidget {
    Q_OBJECT

public:
    explicit ReportSaver(const Theme &theme, QWidget *parent = nullptr);
    ~ReportSaver() override;

    // Opens the file dialog. `markets` are asked for once the file has a name.
    void ask(std::function<std::vector<model::CompareContent>()> markets);
    void save(const std::vector<model::CompareContent> &markets, const QString &path);
    // What the line says; empty: there is none.
    QString sentence() const;

Q_SIGNALS:
    void told(const QString &sentence);

private:
    void tell(const QString &path, const QString &problem);
    void openFile(const QString &path);

    const Theme &m_theme;
    QString m_folder;
    BannerLine *m_line = nullptr;
    QThreadPool m_pool; // last: what it runs ends before the rest goes
};

} // namespace ui
