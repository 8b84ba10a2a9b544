// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/accountspart.h"

#include "model/admin/adminsession.h"
#include "ui/admin/rowdelegate.h"
#include "ui/frame/windowroom.h"
#include "ui/newverification/formfield.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panescroll.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int ListWidth = 220;
constexpr int NameWidth = 132;
constexpr int AccountFieldWidth = 320;
constexpr int RowsOverForm = 4; // of the list, where it stands there

} // namespace

AccountsPart::AccountsPart(const Theme &theme, model::AdminSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_accounts(new QListWidget)
    , m_add(new QPushButton(u"New account"_s))
    , m_remove(new QPushButton(u"Remove"_s))
    , m_title(new Label(theme, TextStyle::Section))
    , m_secretShown(new SignedLabel(theme))
    , m_copySecret(new CopyButton(theme, u"Copy"_s, u"Copy the new secret"_s))
    , m_newSecret(new QPushButton(u"New secret"_s))
    , m_barred(new QCheckBox(u"Barred: every start is refused with status 8"_s))
    , m_pins(new QCheckBox(u"May choose its own PINs"_s))
    , m_demo(new QCheckBox(u"Demo: reaches approved numbers only"_s))
    , m_billing(new QComboBox)
    , m_approved(new QLineEdit)
    , m_rate(new QLineEdit)
    , m_credit(new QLineEdit)
    , m_signature(new QLineEdit)
    , m_save(new QPushButton(u"Save"_s))
    , m_undo(new QPushButton(u"Take back"_s))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_form(new PaneScroll(theme, form(), &Tokens::window))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *m_row, metrics::Space24);
    m_row->addWidget(list());
    m_row->addWidget(m_form, 1);
    connect(&theme, &Theme::changed, this, &AccountsPart::arrange);
    join();
    showAccounts();
}

QWidget *AccountsPart::list()
{
    m_accounts->setAccessibleName(u"Accounts"_s);
    m_accounts->setFrameShape(QFrame::NoFrame);
    m_accounts->setItemDelegate(new RowDelegate(m_theme, m_accounts));
    m_accounts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_accounts->setUniformItemSizes(true);
    m_remove->setAccessibleName(u"Remove the account"_s);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *column, metrics::Space8);
    column->addWidget(m_accounts, 1);
    auto *buttons = new QHBoxLayout;
    scaleSpacing(m_theme, *buttons, metrics::Space8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    column->addLayout(buttons);
    return whole;
}

QWidget *AccountsPart::form()
{
    const auto field = [this](const QString &name, QWidget *control) {
        measureAlways(m_theme, control, [this, control] { control->setFixedWidth(m_theme.px(AccountFieldWidth)); });
        return new FormField(m_theme, name, control, m_theme.px(NameWidth));
    };
    m_billing->addItems({u"a fee per success, and every message"_s, u"a fee per success alone"_s});
    m_signature->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    m_approvedField = field(u"Approved numbers"_s, m_approved);
    m_approvedField->setHelp(u"Parted by commas; they count while the account is a demo."_s);
    m_rateField = field(u"Requests a second"_s, m_rate);
    m_rateField->setHelp(u"Empty is the server's limit, 0 is none."_s);
    m_creditField = field(u"Paid in, EUR"_s, m_credit);
    m_creditField->setHelp(u"All of its requests' costs count against it; empty never runs out."_s);
    auto *signature = field(u"Signature secret"_s, m_signature);
    signature->setHelp(u"Empty: the server's, or the api_secret."_s);
    setButtonLook(*m_save, ButtonLook::Primary);
    m_save->setAccessibleName(u"Save the account"_s);
    m_undo->setAccessibleName(u"Take back what was edited of the account"_s);

    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *column, metrics::Space12);
    column->addWidget(m_title);
    column->addWidget(secretRow());
    column->addWidget(switches());
    for (FormField *each : {m_approvedField, m_rateField, m_creditField, field(u"Pays"_s, m_billing), signature})
        column->addWidget(each);
    auto *buttons = new QHBoxLayout;
    scaleSpacing(m_theme, *buttons, metrics::Space8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_undo);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    return whole;
}

void AccountsPart::resizeEvent(QResizeEvent *)
{
    arrange();
}

// The list beside the form, or in a small window over it, and the page scrolls.
void AccountsPart::arrange()
{
    const bool isSmall = windowRoom(*this, m_theme) == WindowRoom::Small;
    m_row->setDirection(isSmall ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_accounts->parentWidget()->setMinimumWidth(isSmall ? 0 : m_theme.px(ListWidth));
    m_accounts->parentWidget()->setMaximumWidth(isSmall ? QWIDGETSIZE_MAX : m_theme.px(ListWidth));
    m_accounts->setMinimumHeight(isSmall ? RowsOverForm * m_theme.px(metrics::Row) : 0);
    m_accounts->setMaximumHeight(isSmall ? m_accounts->minimumHeight() : QWIDGETSIZE_MAX);
    m_form->setWhole(isSmall);
}

QWidget *AccountsPart::secretRow()
{
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *row, metrics::Space8);
    row->addWidget(m_newSecret);
    row->addWidget(m_copySecret);
    row->addWidget(m_secretShown, 1);
    row->addStretch();
    m_newSecret->setToolTip(u"Draws another secret; the old one lets nobody in any more"_s);
    m_copySecret->setSource([this] { return m_secret; });
    return whole;
}

QWidget *AccountsPart::switches()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *column, metrics::Space4);
    for (QCheckBox *box : {m_barred, m_pins, m_demo})
        column->addWidget(box);
    return whole;
}

void AccountsPart::join()
{
    connect(m_accounts, &QListWidget::currentRowChanged, this, [this] {
        showAccount();
        Q_EMIT chosen();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        const engine::Account account = m_session.addAccount();
        showSecret(account.apiKey, account.apiSecret);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QString key = apiKey();
        ask(u"Remove an account"_s,
            u"Remove the account %1? Whoever uses its key is refused from then on. What it has asked for stays."_s.arg(
                key),
            u"Remove"_s, [this, key] {
                m_accounts->setFocus(); // the button may be of no use any more
                m_session.change(engine::AccountRemoval{key});
            });
    });
    connect(m_newSecret, &QPushButton::clicked, this, [this] {
        const QString key = apiKey();
        ask(u"New secret"_s,
            u"Draw another secret for the account %1? Apps with the present one are refused from then on."_s.arg(key),
            u"Draw another"_s, [this, key] { showSecret(key, m_session.renewSecret(key)); });
    });
    for (QCheckBox *box : {m_barred, m_pins, m_demo})
        connect(box, &QCheckBox::toggled, this, &AccountsPart::judge);
    for (QLineEdit *line : {m_approved, m_rate, m_credit, m_signature})
        connect(line, &QLineEdit::textChanged, this, &AccountsPart::judge);
    connect(m_billing, &QComboBox::currentIndexChanged, this, &AccountsPart::judge);
    connect(m_save, &QPushButton::clicked, this, &AccountsPart::save);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_shownKey.clear();
        showAccount();
        m_accounts->setFocus();
    });
    connect(&m_session, &model::AdminSession::changed, this, &AccountsPart::showAccounts);
}

QString AccountsPart::apiKey() const
{
    const QListWidgetItem *item = m_accounts->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

bool AccountsPart::isEdited() const
{
    return !m_drafts.empty() || (!m_shownKey.isEmpty() && entered() != m_kept);
}

void AccountsPart::takeFocus()
{
    m_accounts->setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> AccountsPart::panes() const
{
    return {m_accounts, m_newSecret};
}

void AccountsPart::showAccounts()
{
    const engine::Policy &policy = m_session.policy();
    const QString wanted = m_secretOf.isEmpty() || !policy.find(m_secretOf) ? apiKey() : m_secretOf;
    {
        const QSignalBlocker quiet(m_accounts);
        m_accounts->clear();
        for (const engine::Account &account : policy.accounts) {
            auto *item = new QListWidgetItem;
            item->setData(Qt::UserRole, account.apiKey);
            m_accounts->addItem(item);
            if (account.apiKey == wanted || m_accounts->count() == 1)
                m_accounts->setCurrentItem(item);
        }
    }
    showAccount();
    Q_EMIT chosen();
}

// What matters about each of them at a glance.
void AccountsPart::nameAccounts()
{
    const engine::Policy &policy = m_session.policy();
    for (int row = 0; row < m_accounts->count(); ++row) {
        QListWidgetItem *item = m_accounts->item(row);
        const QString key = item->data(Qt::UserRole).toString();
        const engine::Account *account = policy.find(key);
        if (!account)
            continue;
        QStringList words{key};
        if (key == policy.ownKey)
            words << u"the window's"_s;
        if (account->isBarred)
            words << u"barred"_s;
        if (account->isDemo)
            words << u"demo"_s;
        if (m_drafts.contains(key) || (key == m_shownKey && entered() != m_kept))
            words << u"not saved"_s;
        item->setText(words.join(u", "_s));
        item->setToolTip(item->text());
    }
}

// Of what cannot be taken back.
void AccountsPart::ask(const QString &title, const QString &question, const QString &answer, std::function<void()> then)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Cancel, this);
    QPushButton *goOn = box->addButton(answer, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(goOn, &QPushButton::clicked, this, std::move(then));
    box->open();
}

// What is being edited stays while the same account is shown, and waits while another one is.
void AccountsPart::showAccount()
{
    const engine::Account *account = m_session.policy().find(apiKey());
    if (m_shownKey != apiKey() && m_session.policy().find(m_shownKey) && entered() != m_kept)
        m_drafts[m_shownKey] = entered();
    const bool isSecretOurs = account && account->apiKey == m_secretOf;
    if (!isSecretOurs && m_session.policy().find(m_secretOf))
        m_secretOf.clear(); // another one is looked at: it was shown once
    m_secretShown->setVisible(isSecretOurs);
    m_copySecret->setVisible(isSecretOurs);
    m_remove->setEnabled(account && account->apiKey != m_session.policy().ownKey);
    setEnabled(account != nullptr);
    if (!account)
        return;
    m_title->setText(u"Account "_s + account->apiKey);
    const model::AccountForm form = model::formOf(*account);
    const bool isEdited = m_shownKey == account->apiKey && entered() != m_kept && form == m_kept;
    if (!isEdited) {
        m_shownKey = account->apiKey;
        m_kept = form;
        const auto draft = m_drafts.extract(m_shownKey);
        const model::AccountForm shown = draft.empty() ? form : draft.mapped();
        m_barred->setChecked(shown.isBarred);
        m_pins->setChecked(shown.hasCustomPins);
        m_demo->setChecked(shown.isDemo);
        m_billing->setCurrentIndex(shown.paysPerSuccess ? 1 : 0);
        m_approved->setText(shown.approved);
        m_rate->setText(shown.rateLimit);
        m_credit->setText(shown.credit);
        m_signature->setText(shown.signatureSecret);
        for (FormField *field : {m_approvedField, m_rateField, m_creditField})
            field->forgetVisit();
    }
    judge();
}

void AccountsPart::showSecret(const QString &apiKey, const QString &secret)
{
    m_secretOf = apiKey;
    m_secret = secret;
    m_secretShown->setContent(Icon::Info, u"The secret is "_s + secret + u". It is shown this once."_s,
                              &Tokens::secondary);
    if (m_session.policy().find(apiKey))
        showAccount();
}

model::AccountForm AccountsPart::entered() const
{
    return {m_barred->isChecked(), m_pins->isChecked(), m_billing->currentIndex() == 1,
            m_demo->isChecked(),   m_approved->text(),  m_rate->text(),
            m_credit->text(),      m_signature->text()};
}

void AccountsPart::judge()
{
    const engine::Account *account = m_session.policy().find(m_shownKey);
    if (!account)
        return;
    const auto judged = model::withForm(*account, entered());
    const auto *problems = std::get_if<std::vector<model::AccountProblem>>(&judged);
    const auto show = [problems](FormField &field, model::AccountField which) {
        QString sentence;
        if (problems) {
            for (const model::AccountProblem &each : *problems)
                sentence = each.field == which ? each.sentence : sentence;
        }
        field.setProblem(sentence);
    };
    show(*m_approvedField, model::AccountField::Approved);
    show(*m_rateField, model::AccountField::RateLimit);
    show(*m_creditField, model::AccountField::Credit);
    const bool isEdited = entered() != m_kept;
    m_save->setEnabled(isEdited);
    m_undo->setEnabled(isEdited);
    nameAccounts();
}

void AccountsPart::save()
{
    const engine::Account *account = m_session.policy().find(m_shownKey);
    if (!account)
        return;
    const auto changed = model::withForm(*account, entered());
    if (const auto *right = std::get_if<engine::Account>(&changed)) {
        m_accounts->setFocus(); // the button is of no use any more
        m_session.change(*right);
        return;
    }
    for (FormField *field : {m_creditField, m_rateField, m_approvedField}) {
        field->showProblems();
        if (field->hasProblem())
            field->field()->setFocus(); // of the first at last
    }
}

} // namespace ui
