// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartmenu.h"

#include "ui/charts/chartpanel.h"
#include "ui/widgets/savedialog.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qreal ClipboardRatio = 2;
const QStringList Formats{u"png"_s, u"svg"_s, u"csv"_s};

} // namespace

ChartMenu::ChartMenu(ChartPanel &chart)
    : QMenu(&chart)
    , m_chart(chart)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    setAccessibleName(u"Chart"_s);
    connect(addAction(u"&Copy\tCtrl+C"_s), &QAction::triggered, this, &ChartMenu::copy);
    QAction *table = addAction(u"Show as &table\tT"_s);
    table->setCheckable(true);
    connect(table, &QAction::toggled, this, [this](bool isTable) { m_chart.setTable(isTable); });
    connect(this, &QMenu::aboutToShow, this, [this, table] { table->setChecked(m_chart.isTable()); });
    addSeparator();
    for (const QString &format : Formats)
        connect(addAction(u"Save as &"_s + format.toUpper() + u'…'), &QAction::triggered, this,
                [this, format] { save({format}); });
}

void ChartMenu::copy()
{
    const model::ChartWords &words = m_chart.words();
    auto *copy = new QMimeData; // the clipboard owns it
    copy->setText(m_chart.caption() + u'\n' + words.finding + u'\n' + words.twin.text());
    copy->setImageData(m_chart.picture().image(ClipboardRatio));
    QGuiApplication::clipboard()->setMimeData(copy);
    m_chart.tell(true, u"Copied, as a picture and as text."_s);
}

void ChartMenu::save(const QStringList &suffixes)
{
    askForFile({u"Save the chart"_s, m_folder, m_chart.fileName(), suffixes.isEmpty() ? Formats : suffixes}, &m_chart,
               [this](const QString &path) { saveAs(path); });
}

void ChartMenu::saveAs(const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
    const QString suffix = QFileInfo(path).suffix().toLower();
    const StandingPicture picture = m_chart.picture();
    const QByteArray bytes = suffix == "csv"_L1
        ? QString(u"# "_s + m_chart.caption() + u"\r\n"_s + m_chart.words().twin.csv()).toUtf8()
        : suffix == "svg"_L1 ? picture.svg()
                             : picture.png();
    const QString problem = writeFile(path, bytes, u"The chart"_s);
    m_chart.tell(problem.isEmpty(), problem.isEmpty() ? u"Saved: "_s + path : problem);
}

} // namespace ui
