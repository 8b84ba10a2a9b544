// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QTimer;

namespace engine {
struct Record;
}
namespace model {
class BoardSession;
class ClockModel;
class VerificationController;
} // namespace model

namespace ui {

class CodeEntry;
class CopyMenu;
class DetailPicture;
class HeadlineRow;
class Label;
class SignedLabel;
class Theme;

// The selected verification: its headline, its picture, the code field and what can be done to it. Buttons that would
// be refused stay enabled; beside them stands why.
class DetailMain : public QWidget {
    Q_OBJECT

public:
    DetailMain(const Theme &theme, model::BoardSession &session, QWidget *parent = nullptr);

    // At once, or as soon as the selected verification has been read.
    void focusCode();
    void usePin();
    // The code field where codes are taken, else whoever hears finished().
    void takeFocus();
    void setApi(const QString &address, const QString &shownSecret); // for copies that call it; see SnippetView
    void openCopyMenu();
    void saveTimeline();
    // For some seconds, in the place of what would be refused: what was done, or why it was not.
    void tell(bool isDone, const QString &sentence);
    // A tick of the clock.
    void showNow();

Q_SIGNALS:
    void wanted(); // it should be seen
    void finished(); // what had the focus has gone, and the code field takes no more codes

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *codeRow();
    QWidget *actionRow();
    void showRecord();
    void sayRefusal();

    const Theme &m_theme;
    model::VerificationController &m_controller;
    model::ClockModel &m_clock;
    HeadlineRow *m_headline;
    DetailPicture *m_picture;
    CodeEntry *m_code = nullptr;
    QPushButton *m_next;
    QPushButton *m_cancel;
    SignedLabel *m_refusal;
    CopyMenu *m_copyMenu;
    QPushButton *m_copyAs;
    QTimer *m_telling; // while it runs, what was just done stands in the place of refusals
    qint64 m_shownKey = 0; // whose doings are told
};

} // namespace ui
