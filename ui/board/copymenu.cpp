// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/copymenu.h"

#include "model/board/clockmodel.h"
#include "model/board/verificationcontroller.h"
#include "model/snippet/snippet.h"
#include "model/words/numberwords.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelinesheet.h"
#include "ui/widgets/savedialog.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qreal ClipboardRatio = 2;
constexpr qsizetype IdInName = 12; // letters of the request's id in a file's name

} // namespace

CopyMenu::CopyMenu(const Theme &theme, model::VerificationController &controller, model::ClockModel &clock,
                   const model::NumberMask &mask, QWidget *parent)
    : QMenu(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_clock(clock)
    , m_mask(mask)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    setAccessibleName(u"Copy as"_s);
    addPrograms();
    addSeparator();
    connect(addAction(u"Picture of the &timeline"_s), &QAction::triggered, this, &CopyMenu::copyTimeline);
    connect(addAction(u"&Save the timeline…"_s), &QAction::triggered, this, [this] { saveTimeline(); });
    setApi({});
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
            QGuiApplication::clipboard()->setText(
                model::snippet(language, *m_controller.record(), m_mask, m_address, m_secret));
            Q_EMIT told(
                true,
                u"Copied for "_s + name
                    + (m_secret.isEmpty() ? u", without the secret."_s : u", with the secret, as it is shown."_s));
        });
    }
}

void CopyMenu::setApi(const QString &address, const QString &shownSecret)
{
    m_secret = shownSecret;
    m_address = address;
    for (QAction *program : m_programs)
        program->setEnabled(!address.isEmpty());
}

void CopyMenu::copyTimeline()
{
    if (!m_controller.record())
        return;
    const TimelineSheet sheet(m_theme, *m_controller.record(), m_mask, m_clock.now(), m_clock.isPaused());
    QGuiApplication::clipboard()->setImage(sheet.picture().image(ClipboardRatio));
    Q_EMIT told(true, u"The timeline is on the clipboard."_s);
}

void CopyMenu::saveTimeline()
{
    if (!m_controller.record())
        return;
    const QString name = u"verification-"_s + m_controller.record()->request.id.toString().right(IdInName);
    askForFile({u"Save the timeline"_s, m_folder, name, {u"svg"_s, u"png"_s}}, parentWidget(),
               [this](const QString &path) { saveTimeline(path); });
}

void CopyMenu::saveTimeline(const QString &path)
{
    if (!m_controller.record())
        return;
    m_folder = QFileInfo(path).absolutePath();
    const TimelineSheet sheet(m_theme, *m_controller.record(), m_mask, m_clock.now(), m_clock.isPaused());
    const QString problem = sheet.write(path);
    Q_EMIT told(problem.isEmpty(), problem.isEmpty() ? u"Saved: "_s + path : problem);
}

} // namespace ui
