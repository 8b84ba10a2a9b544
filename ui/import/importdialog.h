// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/import/importsession.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace ui {

class Label;
class PreviewTable;
class Theme;
class WrapLabel;

// Importing a report: how it begins, which workflow its rows used, what becomes of numbers; then how far it is, and
// what came of it. Closing it ends what runs, and what was imported stays. Session and theme outlive it.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(const Theme &theme, model::ImportSession &session, QWidget *parent = nullptr);

    // What its last lines say: why it cannot start, how far it is, or what came of it.
    QString sentence() const;

    // The first call while it runs ends that.
    void reject() override;

private:
    QWidget *statedPart();
    void showSession(const model::ImportSession &session);
    void showStated(const model::ImportSession &session);
    void showOutcome(const model::ImportSession &session);
    void choose();

    const Theme &m_theme;
    model::ImportSession &m_session;
    Label *m_file;
    PreviewTable *m_preview;
    Label *m_question;
    QRadioButton *m_byColumn;
    QRadioButton *m_all;
    QSpinBox *m_workflow;
    QRadioButton *m_byRules;
    QLineEdit *m_rules;
    QRadioButton *m_unknown;
    QComboBox *m_numbers;
    QProgressBar *m_progress;
    WrapLabel *m_sentence;
    QPlainTextEdit *m_badRows;
    QPushButton *m_start;
    QPushButton *m_close;
    bool m_isFilling = false;
};

} // namespace ui
