// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QRadioButton;

namespace model {
class NewVerification;
}

namespace ui {

class FormField;
class Label;
class MoreOptions;
class NumberField;
class PreviewPicture;
class SignedLabel;
class Theme;
class WorkflowChoice;

// The form for a new verification and a picture of what it will do. Edits a model::NewVerification; the dialog closes
// once that was started.
class NewVerificationDialog : public QDialog {
    Q_OBJECT

public:
    NewVerificationDialog(const Theme &theme, model::NewVerification &form, QWidget *parent = nullptr);

    // What Enter does: starts it, or shows what is in the way.
    void start();
    // Says above the buttons why it was not started.
    void refuse(const QString &sentence);

Q_SIGNALS:
    // The verification that is in the way is to be looked at instead.
    void showWanted(engine::RequestId id);

private:
    QWidget *middle();
    QWidget *bottom();
    QWidget *fields();
    QWidget *phoneChoice();
    QWidget *whatWillHappen();
    QWidget *buttons();
    void load();
    void showForm();
    void choosePopulation();
    void showKeys();

    const Theme &m_theme;
    model::NewVerification &m_form;
    int m_columns; // of workflows and options
    NumberField *m_number;
    QLineEdit *m_brand;
    FormField *m_numberField;
    FormField *m_brandField;
    WorkflowChoice *m_workflow;
    QRadioButton *m_byHand;
    QRadioButton *m_byUser;
    QComboBox *m_population;
    MoreOptions *m_more;
    Label *m_cost;
    Label *m_priceOrigin;
    PreviewPicture *m_preview;
    SignedLabel *m_refusal;
};

} // namespace ui
