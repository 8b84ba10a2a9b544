// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "model/import/importwords.h"
#include "ui/import/previewtable.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using model::StatedWorkflow;

constexpr int ImportWidth = 860;
constexpr int PreviewHeight = 232;
constexpr int BadRowsHeight = 96;

} // namespace

ImportDialog::ImportDialog(const Theme &theme, model::ImportSession &session, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_session(session)
    , m_file(new Label(theme, TextStyle::Strong))
    , m_preview(new PreviewTable(theme))
    , m_question(new Label(theme, TextStyle::Strong))
    , m_byColumn(new QRadioButton(u"As the column for the workflow says; rows without it stay out of comparisons"_s))
    , m_all(new QRadioButton)
    , m_workflow(new QSpinBox)
    , m_byRules(new QRadioButton)
    , m_rules(new QLineEdit)
    , m_unknown(new QRadioButton(u"Nobody knows: they stay out of comparisons"_s))
    , m_numbers(new QComboBox)
    , m_progress(new QProgressBar)
    , m_sentence(new WrapLabel(theme, TextStyle::Body))
    , m_badRows(new QPlainTextEdit)
    , m_start(new QPushButton(u"Import"_s))
    , m_close(new QPushButton(u"Close"_s))
{
    setWindowTitle(u"Import a report"_s);
    m_preview->setFixedHeight(theme.px(PreviewHeight));
    m_numbers->addItems({u"kept, masked until revealed"_s, u"hashed: the same user stays the same"_s, u"dropped"_s});
    m_numbers->setAccessibleName(u"Phone numbers"_s);
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(u"Imported so far"_s);
    m_badRows->setReadOnly(true);
    m_badRows->setTabChangesFocus(true);
    m_badRows->setFixedHeight(theme.px(BadRowsHeight));
    m_badRows->setAccessibleName(u"Rows that could not be read"_s);
    setButtonLook(*m_start, ButtonLook::Primary);
    m_start->setDefault(true);
    m_close->setAutoDefault(false);

    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(theme.px(metrics::Space12));
    numbers->addWidget(new Label(theme, TextStyle::Strong, u"Phone numbers are"_s));
    numbers->addWidget(m_numbers);
    numbers->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(metrics::Space12));
    buttons->addWidget(m_sentence, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_start);
    auto *column = new QVBoxLayout(this);
    const int side = theme.px(metrics::Space24);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.px(metrics::Space12));
    column->addWidget(m_file);
    column->addWidget(m_preview);
    column->addWidget(statedPart());
    column->addLayout(numbers);
    column->addWidget(m_badRows);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    setMinimumWidth(theme.px(ImportWidth));

    connect(m_preview, &PreviewTable::columnChosen, &session, &model::ImportSession::setColumn);
    connect(m_numbers, &QComboBox::currentIndexChanged, this, &ImportDialog::choose);
    connect(m_start, &QPushButton::clicked, &session, &model::ImportSession::start);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(&session, &model::ImportSession::changed, this, [this] { showSession(m_session); });
    showSession(session);
    m_all->setFocus(); // the question, which has to be answered
}

QWidget *ImportDialog::statedPart()
{
    m_workflow->setRange(1, UINT8_MAX);
    m_workflow->setAccessibleName(u"Workflow of all rows"_s);
    m_rules->setPlaceholderText(u"IN:2, Acme:3, 2026-01-01..2026-01-31:5, 1"_s);
    m_rules->setAccessibleName(u"Workflows by country, brand or days"_s);
    auto *part = new QWidget;
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(metrics::Space12));
    grid->setVerticalSpacing(m_theme.px(metrics::Space8));
    grid->addWidget(m_question, 0, 0, 1, 3);
    grid->addWidget(m_byColumn, 1, 0, 1, 3);
    grid->addWidget(m_all, 2, 0);
    grid->addWidget(m_workflow, 2, 1);
    grid->addWidget(m_byRules, 3, 0);
    grid->addWidget(m_rules, 3, 1, 1, 2);
    grid->addWidget(m_unknown, 4, 0, 1, 3);
    grid->setColumnStretch(2, 1);
    for (QRadioButton *choice : {m_byColumn, m_all, m_byRules, m_unknown})
        connect(choice, &QRadioButton::toggled, this, &ImportDialog::choose);
    connect(m_workflow, &QSpinBox::valueChanged, this, [this] {
        if (!m_isFilling)
            m_all->setChecked(true);
        choose();
    });
    connect(m_rules, &QLineEdit::textEdited, this, [this] {
        m_byRules->setChecked(true);
        choose();
    });
    return part;
}

void ImportDialog::choose()
{
    if (m_isFilling)
        return;
    model::ImportChoices choices;
    choices.stated = m_all->isChecked()                     ? StatedWorkflow::All
        : m_byRules->isChecked()                            ? StatedWorkflow::ByRules
        : m_byColumn->isChecked() || m_unknown->isChecked() ? StatedWorkflow::OnlyByColumn
                                                            : StatedWorkflow::NotYet;
    choices.workflow = engine::WorkflowId(m_workflow->value());
    choices.rules = m_rules->text();
    choices.numbers = engine::ImportedNumbers(m_numbers->currentIndex());
    m_session.choose(choices);
}

void ImportDialog::showSession(const model::ImportSession &session)
{
    m_file->setText(QFileInfo(session.path()).fileName()
                    + (session.isPreviewed() ? u": how it begins, and what its columns are taken for"_s : QString()));
    m_preview->setPreview(session.preview());
    m_preview->setEnabled(!session.isRunning());
    m_isFilling = true;
    showStated(session);
    m_isFilling = false;
    showOutcome(session);
}

void ImportDialog::showStated(const model::ImportSession &session)
{
    const bool hasColumn = session.hasColumn(engine::VerifyReport::Column::Workflow);
    const bool hadColumn = !m_byColumn->isHidden();
    m_byColumn->setVisible(hasColumn);
    m_unknown->setVisible(!hasColumn);
    m_all->setText(hasColumn ? u"As it says, and workflow for rows without it"_s : u"All used workflow"_s);
    m_byRules->setText(hasColumn ? u"As it says, and by country, brand or days for rows without it"_s
                                 : u"By country, brand or days"_s);
    m_question->setText(hasColumn ? u"Which workflow did these rows use?"_s
                                  : u"Which workflow did these rows use? No report tells it."_s);
    const model::ImportChoices &choices = session.choices();
    if (choices.stated == StatedWorkflow::OnlyByColumn)
        (hasColumn ? m_byColumn : m_unknown)->setChecked(true);
    if (hasColumn && !hadColumn && focusWidget() == m_all)
        m_byColumn->setFocus(); // the answer that it starts with
    m_all->setChecked(choices.stated == StatedWorkflow::All);
    m_byRules->setChecked(choices.stated == StatedWorkflow::ByRules);
    m_workflow->setValue(choices.workflow);
    if (m_rules->text() != choices.rules)
        m_rules->setText(choices.rules);
    m_numbers->setCurrentIndex(int(choices.numbers));
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_byColumn, m_all, m_workflow, m_byRules, m_rules, m_unknown, m_numbers})
        field->setEnabled(!session.isRunning());
}

void ImportDialog::showOutcome(const model::ImportSession &session)
{
    m_progress->setVisible(session.isRunning());
    m_progress->setValue(int(session.progress() * 100));
    m_close->setText(session.isRunning() ? u"Cancel"_s : u"Close"_s);
    m_start->setVisible(!session.isRunning() && !session.result());
    m_start->setEnabled(session.isPreviewed() && session.obstacle().isEmpty()); // else the sentence says why
    const engine::ImportResult *result = session.result();
    m_badRows->setVisible(result && result->badRows.count > 0);
    QStringList sentences;
    if (session.isRunning()) {
        sentences << session.progressWords();
    } else if (result) {
        if (!result->isWhole)
            sentences << u"Cancelled; import the file again for the rest."_s;
        sentences << model::importedWords(*result);
        if (const QString words = model::withoutWorkflowWords(*result); !words.isEmpty())
            sentences << words + u'.';
        m_badRows->setPlainText(model::badRowLines(result->badRows).join(u'\n'));
    } else if (!session.problem().isEmpty()) {
        sentences << session.problem();
    } else if (session.isPreviewed()) {
        const QString obstacle = session.obstacle();
        sentences << (obstacle.isEmpty() ? session.shares() : obstacle);
        if (!obstacle.isEmpty() && session.choices().stated == StatedWorkflow::ByRules)
            sentences << session.shares();
    } else {
        sentences << u"Reading the file …"_s;
    }
    m_sentence->setText(sentences.join(u' '));
}

QString ImportDialog::sentence() const
{
    return m_sentence->text();
}

void ImportDialog::reject()
{
    if (m_session.isRunning())
        m_session.cancel();
    else
        QDialog::reject();
}

} // namespace ui
