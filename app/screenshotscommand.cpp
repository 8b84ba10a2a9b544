// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshotscommand.h"

#include "app/commandline.h"
#include "app/demodata.h"
#include "app/exitcode.h"
#include "app/picturescenes.h"
#include "app/windowapplication.h"
#include "ui/gallery/gallery.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Writes what can be drawn, light and dark, at one and two pixels a point.
class PictureFolder {
public:
    PictureFolder(const QDir &folder, ui::Theme &theme)
        : m_folder(folder)
        , m_theme(theme)
    { }

    // False when a picture cannot be written.
    bool write(const QString &scene, const std::function<QImage(qreal)> &draw) const
    {
        for (const auto scheme : {ui::ColourScheme::Light, ui::ColourScheme::Dark}) {
            m_theme.setScheme(scheme);
            QCoreApplication::processEvents(); // palettes and layouts follow
            const QString name = scene + (scheme == ui::ColourScheme::Light ? u"-light-"_s : u"-dark-"_s);
            for (const int ratio : {1, 2}) {
                const QString file = name + QString::number(ratio) + u"x.png"_s;
                if (!draw(ratio).save(m_folder.filePath(file)))
                    return false;
                std::puts(qPrintable(file));
            }
        }
        return true;
    }

private:
    QDir m_folder;
    ui::Theme &m_theme;
};

} // namespace

int runScreenshots(const QStringList &arguments)
{
    CommandLine line(u"screenshots"_s, u"Draws every page and the gallery of every state into a folder."_s);
    line.addArgument(u"DIR"_s, u"The folder; it is made if need be."_s);
    line.addOption(u"only"_s, u"Those whose name contains this: compare, narrow."_s, u"TEXT"_s);
    if (const auto code = line.parse(arguments))
        return *code;
    if (line.argument().isEmpty())
        return misused(u"Name the folder: pinpath screenshots DIR."_s);
    const QDir folder(line.argument());
    if (!QDir().mkpath(folder.path()))
        return failed(u"The folder %1 cannot be made."_s.arg(folder.path()));

    // Nothing of this machine may be in the pictures: neither display nor time zone nor settings.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "Europe/London");
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    WindowApplication application;
    ui::Theme theme;
    theme.applyTo(application);
    const PictureFolder pictures(folder, theme);
    const auto isWanted = [&](const QString &name) { return name.contains(line.value(u"only"_s)); };
    bool isWritten = !isWanted(u"gallery"_s)
        || pictures.write(u"gallery"_s, [&](qreal ratio) { return ui::Gallery(theme).render(ratio); });
    for (const PictureScene &scene : pictureScenes()) {
        if (!isWanted(scene.name))
            continue;
        theme.setScheme(ui::ColourScheme::Light);
        theme.setTextSize(1);
        const auto stage = scene.set(theme);
        if (!stage)
            return failed(stage.failure().sentence);
        isWritten = isWritten && pictures.write(scene.name, [&](qreal ratio) { return (*stage)->picture(ratio); });
    }
    if (!isWritten)
        return failed(u"A picture cannot be written into %1."_s.arg(folder.path()));
    return Done;
}

} // namespace app
