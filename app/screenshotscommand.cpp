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

// Writes the pictures of all scenes in the theme's present scheme; false when one cannot be written.
class PictureFolder {
public:
    PictureFolder(const QDir &folder, QString suffix)
        : m_folder(folder)
        , m_suffix(std::move(suffix))
    { }

    bool write(const QString &scene, const std::function<QImage(qreal)> &draw) const
    {
        for (const int ratio : {1, 2}) {
            const QString name = scene + u'-' + m_suffix + u'-' + QString::number(ratio) + u"x.png"_s;
            if (!draw(ratio).save(m_folder.filePath(name)))
                return false;
            std::puts(qPrintable(name));
        }
        return true;
    }

private:
    QDir m_folder;
    QString m_suffix;
};

} // namespace

int runScreenshots(const QStringList &arguments)
{
    CommandLine line(u"screenshots"_s, u"Draws every page and the gallery of every state into a folder."_s);
    line.addArgument(u"DIR"_s, u"The folder; it is made if need be."_s);
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
    for (const ui::ColourScheme scheme : {ui::ColourScheme::Light, ui::ColourScheme::Dark}) {
        theme.setScheme(scheme);
        const PictureFolder pictures(folder, scheme == ui::ColourScheme::Light ? u"light"_s : u"dark"_s);
        bool isWritten = pictures.write(u"gallery"_s, [&](qreal ratio) { return ui::Gallery(theme).render(ratio); });
        for (const PictureScene &scene : pictureScenes()) {
            const auto stage = scene.set(theme);
            if (!stage)
                return failed(stage.failure().sentence);
            isWritten = isWritten && pictures.write(scene.name, [&](qreal ratio) { return (*stage)->picture(ratio); });
        }
        if (!isWritten)
            return failed(u"A picture cannot be written into %1."_s.arg(folder.path()));
    }
    return Done;
}

} // namespace app
