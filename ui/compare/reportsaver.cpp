// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/reportsaver.h"

#include "ui/report/reporthtml.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bannerline.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/standingpicture.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ReportSaver::ReportSaver(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_pool.setMaxThreadCount(1); // one file after the other
    hide();
}

ReportSaver::~ReportSaver() = default;

void ReportSaver::ask(std::function<std::vector<model::CompareContent>()> markets)
{
    askForFile({u"Save the report"_s, m_folder, u"workflow-comparison"_s, {u"html"_s}}, this,
               [this, markets = std::move(markets)](const QString &path) {
                   m_folder = QFileInfo(path).absolutePath();
                   save(markets(), path);
               });
}

void ReportSaver::save(const std::vector<model::CompareContent> &markets, const QString &path)
{
    m_pool.start([this, html = reportHtml(markets), path] {
        const QString problem = writeFile(path, html, u"The report"_s);
        QMetaObject::invokeMethod(
            this, [this, path, problem] { tell(path, problem); }, Qt::QueuedConnection);
    });
}

void ReportSaver::tell(const QString &path, const QString &problem)
{
    const bool isSaved = problem.isEmpty();
    delete m_line;
    m_line = new BannerLine(m_theme, isSaved ? Band::Green : Band::Red, isSaved ? Icon::Check : Icon::Warning,
                            isSaved ? u"Report saved: "_s + path : problem);
    if (isSaved)
        connect(m_line->addButton(u"Open"_s), &QPushButton::clicked, this, [this, path] { openFile(path); });
    connect(m_line->addButton(u"Close"_s), &QPushButton::clicked, this, [this] {
        m_line->deleteLater();
        m_line = nullptr;
        hide();
    });
    layout()->addWidget(m_line);
    show();
    Q_EMIT told(sentence());
}

void ReportSaver::openFile(const QString &path)
{
    if (QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        return;
    m_line->setSentence(u"Report saved, but no program was found that opens it: "_s + path);
    Q_EMIT told(sentence());
}

QString ReportSaver::sentence() const
{
    return m_line ? m_line->accessibleName() : QString();
}

} // namespace ui
