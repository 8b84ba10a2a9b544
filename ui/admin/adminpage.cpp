// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/adminpage.h"

#include "model/admin/adminsession.h"
#include "ui/actions/actiontable.h"
#include "ui/admin/accountspart.h"
#include "ui/admin/assignmentpart.h"
#include "ui/admin/pricespart.h"
#include "ui/admin/rulespart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/signedlabel.h"
#include "ui/widgets/wraplabel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AdminPage::AdminPage(const Theme &theme, model::AdminSession &session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_tools(new QWidget)
    , m_choice(new SegmentedControl(theme, {u"Accounts"_s, u"Rules"_s, u"Prices"_s, u"Assignment"_s}))
    , m_sentence(new WrapLabel(theme, TextStyle::PageSentence))
    , m_problem(new SignedLabel(theme))
    , m_accounts(new AccountsPart(theme, session))
    , m_rules(new RulesPart(theme, session))
    , m_prices(new PricesPart(theme, session))
    , m_assignment(new AssignmentPart(theme, session))
    , m_parts(new QStackedWidget)
{
    m_choice->setAccessibleName(u"Part of the page"_s);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->addWidget(m_choice);
    tools->addStretch();
    for (QWidget *part : {static_cast<QWidget *>(m_accounts), static_cast<QWidget *>(m_rules),
                          static_cast<QWidget *>(m_prices), static_cast<QWidget *>(m_assignment)})
        m_parts->addWidget(part);
    auto *column = new QVBoxLayout(this);
    scaleMargins(theme, *column, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space16});
    scaleSpacing(theme, *column, metrics::Space12);
    column->addWidget(m_sentence);
    column->addWidget(m_problem);
    column->addWidget(m_parts, 1);
    m_problem->hide();
    connect(m_choice, &SegmentedControl::chosen, this, [this](int part) {
        show(Part(part));
        Q_EMIT placeChosen();
    });
    connect(&session, &model::AdminSession::changed, this, [this] {
        m_problem->hide();
        showState();
    });
    connect(&session, &model::AdminSession::refused, this, [this](const QString &sentence) {
        m_problem->setContent(Icon::Warning, sentence, &Tokens::failed);
        m_problem->show();
        Q_EMIT stateChanged();
    });
    show(Part::Accounts);
    showState();
}

void AdminPage::show(Part part)
{
    m_choice->setCurrent(int(part));
    m_parts->setCurrentIndex(int(part));
    for (int i = 0; i < m_parts->count(); ++i) { // room for this one, not for the largest
        const auto policy = i == int(part) ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_parts->widget(i)->setSizePolicy(policy, policy);
    }
}

AdminPage::Part AdminPage::part() const
{
    return Part(m_parts->currentIndex());
}

void AdminPage::showState()
{
    m_sentence->setText(m_session.sentence());
    Q_EMIT stateChanged();
}

QString AdminPage::name() const
{
    return u"Admin"_s;
}

QWidget *AdminPage::tools() const
{
    return m_tools;
}

void AdminPage::bindActions(Actions &actions)
{
    actions.bind(ActionId::GoToTable, id(), this, [this] { takeFocus(); });
}

QList<QWidget *> AdminPage::panes() const
{
    QList<QWidget *> panes{m_tools};
    switch (part()) {
    case Part::Accounts:
        return panes + m_accounts->panes();
    case Part::Rules:
        return panes + m_rules->panes();
    case Part::Prices:
        return panes + m_prices->panes();
    case Part::Assignment:
        return panes + m_assignment->panes();
    }
    return panes;
}

void AdminPage::takeFocus()
{
    switch (part()) {
    case Part::Accounts:
        return m_accounts->takeFocus();
    case Part::Rules:
        return m_rules->takeFocus();
    case Part::Prices:
        return m_prices->takeFocus();
    case Part::Assignment:
        return m_assignment->takeFocus();
    }
}

QString AdminPage::stateSentence() const
{
    return m_problem->isHidden() ? m_session.sentence() : QString(m_session.sentence() + u' ' + m_problem->words());
}

QStringList AdminPage::unsaved() const
{
    const std::pair<bool, QString> parts[]{{m_accounts->isEdited(), u"accounts"_s},
                                           {m_rules->isEdited(), u"rules"_s},
                                           {m_prices->isEdited(), u"prices"_s},
                                           {m_assignment->isEdited(), u"assignment"_s}};
    QStringList names;
    for (const auto &[isEdited, name] : parts) {
        if (isEdited)
            names << name;
    }
    return names;
}

QVariant AdminPage::place() const
{
    return part() == Part::Accounts ? QVariant() : QVariant(int(part()));
}

void AdminPage::goTo(const QVariant &place)
{
    show(Part(std::clamp(place.toInt(), 0, int(Part::Assignment))));
}

} // namespace ui
