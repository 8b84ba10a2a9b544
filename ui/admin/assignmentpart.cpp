// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/assignmentpart.h"

#include "model/admin/adminsession.h"
#include "ui/admin/lineeditor.h"
#include "ui/admin/linetable.h"
#include "ui/admin/rowdelegate.h"
#include "ui/frame/windowroom.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/wraplabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int PreviewWidth = 380;
constexpr int PreviewedNumbers = 10;

// Ten of those that are kept for drama.
QString exampleNumbers()
{
    QStringList numbers;
    for (int i = 0; i < PreviewedNumbers; ++i)
        numbers << QString::number(447700900110 + i);
    return numbers.join(u", "_s);
}

} // namespace

AssignmentPart::AssignmentPart(const Theme &theme, model::AdminSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_account(new QComboBox)
    , m_editor(new LineEditor(theme, model::assignmentColumns(), u"Assignment"_s, {5, 3, 5, 3, 5, 3}, true))
    , m_numbers(new QLineEdit(exampleNumbers()))
    , m_brand(new QLineEdit)
    , m_preview(new QListWidget)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_editor->table().setEmptyWords(
        u"Every request gets workflow 1. Add a line to choose by country, number or brand, or to split by lot."_s);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *left, metrics::Space12);
    left->addWidget(choice());
    left->addWidget(m_editor, 1);
    m_row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *m_row, metrics::Space24);
    m_row->addLayout(left, 1);
    m_row->addWidget(preview());
    connect(&theme, &Theme::changed, this, &AssignmentPart::arrange);

    connect(m_account, &QComboBox::currentIndexChanged, this, &AssignmentPart::chooseAccount);
    connect(m_editor, &LineEditor::edited, this, &AssignmentPart::judge);
    connect(m_editor, &LineEditor::saveWanted, this, &AssignmentPart::save);
    connect(m_numbers, &QLineEdit::textChanged, this, &AssignmentPart::showPreview);
    connect(m_brand, &QLineEdit::textChanged, this, &AssignmentPart::showPreview);
    connect(&session, &model::AdminSession::changed, this, &AssignmentPart::showAccounts);
    showAccounts();
}

QWidget *AssignmentPart::choice()
{
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *row, metrics::Space8);
    auto *words = new Label(m_theme, TextStyle::Body, u"Requests that name no workflow, by account"_s);
    words->setBuddy(m_account);
    m_account->setAccessibleName(u"Account whose requests are assigned"_s);
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(words);
    row->addWidget(m_account);
    row->addStretch();
    return whole;
}

QWidget *AssignmentPart::preview()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *column, metrics::Space8);
    const auto add = [&](const QString &name, QLineEdit *field) {
        auto *words = new Label(m_theme, TextStyle::Body, name, &Tokens::secondary);
        words->setBuddy(field);
        field->setAccessibleName(name);
        column->addWidget(words);
        column->addWidget(field);
    };
    column->addWidget(new Label(m_theme, TextStyle::Section, u"These numbers would get"_s));
    add(u"Numbers, parted by commas"_s, m_numbers);
    add(u"Brand that their requests name"_s, m_brand);
    m_numbers->setCursorPosition(0);
    m_preview->setAccessibleName(u"What these numbers would get"_s);
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->setItemDelegate(new RowDelegate(m_theme, m_preview));
    m_preview->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_preview->setWordWrap(true); // names of lines may be long
    m_preview->setResizeMode(QListView::Adjust);
    column->addWidget(m_preview, 1);
    auto *note = new WrapLabel(m_theme, TextStyle::Caption);
    note->setText(u"The first line that fits decides. Several workflows share by their weights, as in 1: 70, 4: 30; a "
                  "number always draws the same one."_s);
    column->addWidget(note);
    return whole;
}

void AssignmentPart::resizeEvent(QResizeEvent *)
{
    arrange();
}

// The preview beside the table, or in a small window under it, with all its lines.
void AssignmentPart::arrange()
{
    const bool isSmall = windowRoom(*this, m_theme) == WindowRoom::Small;
    m_row->setDirection(isSmall ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_preview->parentWidget()->setMinimumWidth(isSmall ? 0 : m_theme.px(PreviewWidth));
    m_preview->parentWidget()->setMaximumWidth(isSmall ? QWIDGETSIZE_MAX : m_theme.px(PreviewWidth));
    m_preview->setMinimumHeight(isSmall ? PreviewedNumbers * m_theme.px(metrics::Row) : 0);
}

bool AssignmentPart::isEdited() const
{
    return m_editor->isEdited() || !m_drafts.empty();
}

void AssignmentPart::takeFocus()
{
    m_editor->table().setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> AssignmentPart::panes() const
{
    return {m_account, &m_editor->table(), m_preview};
}

void AssignmentPart::showAccounts()
{
    const engine::Policy &policy = m_session.policy();
    const QString before = apiKey();
    {
        const QSignalBlocker quiet(m_account);
        m_account->clear();
        for (const engine::Account &account : policy.accounts)
            m_account->addItem(account.apiKey == policy.ownKey ? account.apiKey + u", the window's"_s : account.apiKey,
                               account.apiKey);
        m_account->setCurrentIndex(std::max(m_account->findData(before), 0));
    }
    showTable(apiKey() != before);
}

QString AssignmentPart::apiKey() const
{
    return m_account->currentData().toString();
}

// What is edited of one account's table waits until that account is chosen again.
void AssignmentPart::chooseAccount()
{
    if (m_editor->isEdited())
        m_drafts[m_shownKey] = m_editor->lines();
    showTable(true);
    if (const auto draft = m_drafts.extract(apiKey()); !draft.empty())
        m_editor->edit(draft.mapped());
}

void AssignmentPart::showTable(bool isForced)
{
    m_shownKey = apiKey();
    const engine::Account *account = m_session.policy().find(m_shownKey);
    m_editor->setEnabled(account != nullptr);
    m_editor->setLines(account ? model::linesOf(account->assignment) : model::Lines(), isForced);
    judge();
}

void AssignmentPart::judge()
{
    const auto read = model::readAssignment(m_editor->lines(), m_session.lastWorkflow());
    const auto *problem = std::get_if<model::LineProblem>(&read);
    m_editor->setProblem(problem ? std::optional(*problem) : std::nullopt);
    showPreview();
}

void AssignmentPart::showPreview()
{
    const auto read = model::readAssignment(m_editor->lines(), m_session.lastWorkflow());
    m_preview->clear();
    const auto *table = std::get_if<engine::AssignmentTable>(&read);
    if (!table) {
        m_preview->addItem(u"Nothing, until the table can be read."_s);
        return;
    }
    QStringList numbers;
    for (const QString &text : m_numbers->text().split(u',', Qt::SkipEmptyParts)) {
        if (!text.trimmed().isEmpty() && numbers.size() < PreviewedNumbers)
            numbers << text.trimmed();
    }
    m_preview->addItems(m_session.preview(*table, numbers, m_brand->text()));
    m_preview->setCurrentRow(0);
}

void AssignmentPart::save()
{
    const engine::Account *present = m_session.policy().find(apiKey());
    const auto read = model::readAssignment(m_editor->lines(), m_session.lastWorkflow());
    const auto *table = std::get_if<engine::AssignmentTable>(&read);
    if (!present || !table)
        return;
    engine::Account account = *present;
    account.assignment = *table;
    m_session.change(account);
}

} // namespace ui
