// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/page.h"

class QStackedWidget;

namespace model {
class AdminSession;
}

namespace ui {

class AccountsPart;
class AssignmentPart;
class PricesPart;
class RulesPart;
class SegmentedControl;
class SignedLabel;
class Theme;
class WrapLabel;

// The Admin page: accounts, rules, prices and which workflow requests get that name none, one part at a time. Session
// and theme outlive it.
class AdminPage : public Page {
    Q_OBJECT

public:
    enum class Part { Accounts, Rules, Prices, Assignment };

    AdminPage(const Theme &theme, model::AdminSession &session, QWidget *parent = nullptr);

    void show(Part part);
    Part part() const;

    PageId id() const override { return PageId::Admin; }
    QString name() const override;
    QWidget *tools() const override;
    void bindActions(Actions &actions) override;
    QList<QWidget *> panes() const override;
    void takeFocus() override;
    QString stateSentence() const override;
    QStringList unsaved() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;

private:
    void showState();

    model::AdminSession &m_session;
    QWidget *m_tools;
    SegmentedControl *m_choice; // of the tools
    WrapLabel *m_sentence;
    SignedLabel *m_problem;
    AccountsPart *m_accounts;
    RulesPart *m_rules;
    PricesPart *m_prices;
    AssignmentPart *m_assignment;
    QStackedWidget *m_parts;
};

} // namespace ui
