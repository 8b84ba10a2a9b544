// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/admin/accountform.h"

#include <QWidget>

#include <functional>
#include <map>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace model {
class AdminSession;
}

namespace ui {

class CopyButton;
class FormField;
class Label;
class PaneScroll;
class SignedLabel;
class Theme;

// The Admin page's accounts: a list, and the chosen one's settings. A new secret is shown once, until another account
// is looked at.
class AccountsPart : public QWidget {
    Q_OBJECT

public:
    AccountsPart(const Theme &theme, model::AdminSession &session, QWidget *parent = nullptr);

    // Of the chosen account.
    QString apiKey() const;
    void takeFocus();
    bool isEdited() const; // any of them, and not saved
    QList<QWidget *> panes() const;

Q_SIGNALS:
    void chosen(); // another account

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    QWidget *list();
    QWidget *form();
    QWidget *secretRow();
    QWidget *switches();
    void join();
    void showAccounts();
    void showAccount();
    void showSecret(const QString &apiKey, const QString &secret);
    void nameAccounts();
    void ask(const QString &title, const QString &question, const QString &answer, std::function<void()> then);
    void judge();
    void save();
    model::AccountForm entered() const;

    const Theme &m_theme;
    model::AdminSession &m_session;
    QListWidget *m_accounts;
    QPushButton *m_add;
    QPushButton *m_remove;
    Label *m_title;
    SignedLabel *m_secretShown;
    CopyButton *m_copySecret;
    QPushButton *m_newSecret;
    QCheckBox *m_barred;
    QCheckBox *m_pins;
    QCheckBox *m_demo;
    QComboBox *m_billing;
    QLineEdit *m_approved;
    QLineEdit *m_rate;
    QLineEdit *m_credit;
    QLineEdit *m_signature;
    FormField *m_approvedField;
    FormField *m_rateField;
    FormField *m_creditField;
    QPushButton *m_save;
    QPushButton *m_undo;
    QBoxLayout *m_row;
    PaneScroll *m_form;
    QString m_secretOf; // the account whose secret is shown
    QString m_secret;
    QString m_shownKey; // of the account in the form
    model::AccountForm m_kept; // as it is kept
    std::map<QString, model::AccountForm> m_drafts; // what was edited of other accounts, and not saved
};

} // namespace ui
