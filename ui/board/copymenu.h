// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace model {
class ClockModel;
class NumberMask;
class VerificationController;
} // namespace model

namespace ui {

class Theme;

// What the selected verification can be copied as: a program in one of several languages, or its timeline as a picture,
// on the clipboard or in a file. GUI thread; theme and models outlive it.
class CopyMenu : public QMenu {
    Q_OBJECT

public:
    CopyMenu(const Theme &theme, model::VerificationController &controller, model::ClockModel &clock,
             const model::NumberMask &mask, QWidget *parent = nullptr);

    // Empty while there is no API that a program could call; the secret, too, while it is not to be seen.
    void setApi(const QString &address, const QString &shownSecret = {});
    // Asks for the file's name.
    void saveTimeline();
    // Writes it, as SVG or PNG by its name; what came of it is told.
    void saveTimeline(const QString &path);

Q_SIGNALS:
    void told(bool isDone, const QString &sentence); // what was done, or why it was not

private:
    void addPrograms();
    void copyTimeline();

    const Theme &m_theme;
    model::VerificationController &m_controller;
    model::ClockModel &m_clock;
    const model::NumberMask &m_mask;
    QString m_address;
    QString m_secret;
    QList<QAction *> m_programs;
    QString m_folder; // of the last file
};

} // namespace ui
