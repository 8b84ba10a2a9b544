// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/copymenu.h"

#include "model/board/clockmodel.h"
#include "model/board/verificationcontroller.h"
#include "model/snippet/snippet.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelinesheet.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qreal ClipboardRatio = 2;
constexpr qsizetype IdInName = 12; // letters of the request's id in a file's name

const QString SvgFilter = u"SVG picture (*.svg)"_s;
const QString PngFilter = u"PNG picture (*.png)"_s;

} // namespace

CopyMenu::CopyMenu(const Theme &theme, model::VerificationController &controller, model::ClockModel &clock,
                   QWidget *parent)
    : QMenu(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_clock(clock)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    setAccessibleName(u"Copy as"_s);
    addPrograms();
    addSeparator();
    connect(addAction(u"Picture of the &timeline"_s), &QAction::triggered, this, &CopyMenu::copyTimeline);
    connect(addAction(u"&Save the timeline…"_s), &QAction::triggered, this, [this] { saveTimeline(); });
    setApiAddress({});
}

void CopyMenu::addPrograms()
{
    for (const model::SnippetLanguage language : model::SnippetLanguages) {
        const QString name = model::snippetName(language);
        QAction *action = addAction(name);
        m_programs << action;
        connect(action, &QAction::triggered, this, [this, language, name] {
            if (!m_controller.record())
                return;
            QGuiApplication::clipboard()->setText(model::snippet(language, *m_controller.record(), m_address));
            Q_EMIT told(true, u"Copied for "_s + name + u", without the secret."_s);
        });
    }
}

void CopyMenu::setApiAddress(const QString &address)
{
    m_address = address;
    for (QAction *program : m_programs)
        program->setEnabled(!address.isEmpty());
}

void CopyMenu::copyTimeline()
{
    if (!m_controller.record())
        return;
    const TimelineSheet sheet(m_theme, *m_controller.record(), m_clock.now(), m_clock.isPaused());
    QGuiApplication::clipboard()->setImage(sheet.image(ClipboardRatio));
    Q_EMIT told(true, u"The timeline is on the clipboard."_s);
}

void CopyMenu::saveTimeline()
{
    if (!m_controller.record())
        return;
    const QString name = u"verification-"_s + m_controller.record()->request.id.toString().right(IdInName);
    auto *dialog = new QFileDialog(parentWidget(), u"Save the timeline"_s, QDir(m_folder).filePath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({SvgFilter, PngFilter});
    dialog->setDefaultSuffix(u"svg"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(filter == PngFilter ? u"png"_s : u"svg"_s); });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { saveTimeline(path); });
    dialog->open();
}

void CopyMenu::saveTimeline(const QString &path)
{
    if (!m_controller.record())
        return;
    m_folder = QFileInfo(path).absolutePath();
    const TimelineSheet sheet(m_theme, *m_controller.record(), m_clock.now(), m_clock.isPaused());
    const QString problem = sheet.write(path);
    Q_EMIT told(problem.isEmpty(), problem.isEmpty() ? u"Saved: "_s + path : problem);
}

} // namespace ui
