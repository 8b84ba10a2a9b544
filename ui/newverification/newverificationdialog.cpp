// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newverification/newverificationdialog.h"

#include "engine/population/presets.h"
#include "model/board/newverification.h"
#include "ui/actions/actionsheet.h"
#include "ui/newverification/formfield.h"
#include "ui/newverification/moreoptions.h"
#include "ui/newverification/numberfield.h"
#include "ui/newverification/workflowchoice.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/timeline/previewpicture.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fittingscrollarea.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

using engine::Parameter;

constexpr int NameWidth = 96;
constexpr int InputWidth = 272;
constexpr int ButtonWidth = 88;
constexpr int TwoColumnsFrom = 800; // of the screen; on a narrower one all stands in one column
constexpr int RestHeight = 150; // the window's own frame, a refusal and the buttons

} // namespace

NewVerificationDialog::NewVerificationDialog(const Theme &theme, model::NewVerification &form, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_form(form)
    , m_columns(screen()->availableSize().width() < theme.px(TwoColumnsFrom) ? 1 : 2)
    , m_number(new NumberField(theme))
    , m_brand(new QLineEdit)
    , m_workflow(new WorkflowChoice(theme, form.dialect(), form.hasAssignment(), m_columns))
    , m_byHand(new QRadioButton(u"I operate it"_s))
    , m_byUser(new QRadioButton(u"a user answers"_s))
    , m_population(new QComboBox)
    , m_more(new MoreOptions(theme, form, theme.px(NameWidth), m_columns))
    , m_cost(new Label(theme, TextStyle::Body))
    , m_priceOrigin(new Label(theme, TextStyle::Body, {}, &Tokens::secondary))
    , m_preview(new PreviewPicture(theme))
    , m_refusal(new SignedLabel(theme))
{
    setWindowTitle(u"New verification"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, theme.px(20));
    column->setSpacing(theme.px(metrics::Space16));
    column->setSizeConstraint(QLayout::SetFixedSize); // errors and More need their room and give it back
    column->addWidget(new FittingScrollArea(theme, middle(), theme.px(RestHeight)));
    column->addWidget(bottom());
    m_refusal->hide();

    connect(new QShortcut(Qt::Key_F1, this), &QShortcut::activated, this, &NewVerificationDialog::showKeys);
    connect(&form, &model::NewVerification::changed, this, &NewVerificationDialog::showForm);
    connect(&form, &model::NewVerification::started, this, &QDialog::accept);
    connect(&form, &model::NewVerification::refused, this, &NewVerificationDialog::refuse);
    // "started 14 s ago" grows older while it is read.
    auto *second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &NewVerificationDialog::showForm);
    second->start(1s);
    load();
    showForm();
    m_number->setFocus();
}

// What scrolls where the screen is low.
QWidget *NewVerificationDialog::middle()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    const int side = m_theme.px(metrics::Space24);
    column->setContentsMargins(side, side, side, 0);
    column->setSpacing(m_theme.px(metrics::Space16));
    column->addWidget(fields());
    column->addWidget(whatWillHappen());
    return whole;
}

// What stays in sight.
QWidget *NewVerificationDialog::bottom()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    const int side = m_theme.px(metrics::Space24);
    column->setContentsMargins(side, 0, side, 0);
    column->setSpacing(m_theme.px(metrics::Space16));
    column->addWidget(m_refusal);
    column->addWidget(buttons());
    return whole;
}

QWidget *NewVerificationDialog::fields()
{
    m_number->setFixedWidth(m_theme.px(InputWidth));
    m_brand->setFixedWidth(m_theme.px(InputWidth));
    m_numberField = new FormField(m_theme, u"Number"_s, m_number, m_theme.px(NameWidth));
    m_numberField->setHelp(u"Down lists the test numbers and what each does."_s);
    m_numberField->remedy()->setText(u"Show it"_s);
    m_brandField = new FormField(m_theme, u"Brand"_s, m_brand, m_theme.px(NameWidth));
    auto *workflow
        = new FormField(m_theme, u"Workflow"_s, m_workflow, m_theme.px(NameWidth) - m_theme.px(metrics::Space8));

    connect(m_number, &QComboBox::editTextChanged, this,
            [this](const QString &text) { m_form.set(Parameter::Number, text); });
    connect(m_brand, &QLineEdit::textEdited, this, [this](const QString &text) { m_form.set(Parameter::Brand, text); });
    connect(m_workflow, &WorkflowChoice::chosen, this, [this](engine::WorkflowId id) {
        m_form.set(Parameter::ChosenWorkflow, id == 0 ? QString() : QString::number(id));
    });
    connect(m_numberField->remedy(), &QPushButton::clicked, this, [this] {
        if (const auto taken = m_form.taken()) {
            reject();
            Q_EMIT showWanted(taken->id);
        }
    });

    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(metrics::Space16));
    for (QWidget *field : {static_cast<QWidget *>(m_numberField), static_cast<QWidget *>(m_brandField),
                           static_cast<QWidget *>(workflow), phoneChoice(), static_cast<QWidget *>(m_more)})
        column->addWidget(field);
    return fields;
}

QWidget *NewVerificationDialog::phoneChoice()
{
    for (const engine::Population &population : engine::presets())
        m_population->addItem(population.name);
    m_population->setAccessibleName(u"The user's population"_s);
    m_population->setMinimumWidth(m_theme.px(132));
    auto *choice = new QWidget;
    auto *row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(metrics::Space8));
    row->addWidget(m_byHand);
    row->addSpacing(m_theme.px(metrics::Space24));
    row->addWidget(m_byUser);
    row->addWidget(m_population);
    row->addStretch();
    connect(m_byHand, &QRadioButton::clicked, this, &NewVerificationDialog::choosePopulation);
    connect(m_byUser, &QRadioButton::clicked, this, &NewVerificationDialog::choosePopulation);
    connect(m_population, &QComboBox::activated, this, [this] {
        m_byUser->setChecked(true);
        choosePopulation();
    });
    return new FormField(m_theme, u"Phone"_s, choice, m_theme.px(NameWidth));
}

QWidget *NewVerificationDialog::whatWillHappen()
{
    auto *card = new Card(m_theme);
    auto *column = new QVBoxLayout(card);
    const int side = m_theme.px(metrics::Space16);
    column->setContentsMargins(side, m_theme.px(metrics::Space12), side, m_theme.px(metrics::Space12));
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(m_theme, TextStyle::Strong, u"What will happen"_s));
    head->addStretch();
    head->addWidget(m_cost);
    head->setSpacing(m_theme.px(metrics::Space4));
    head->addWidget(m_priceOrigin);
    column->addLayout(head);
    column->addWidget(m_preview);
    return card;
}

QWidget *NewVerificationDialog::buttons()
{
    auto *close = new QPushButton(u"Close"_s);
    auto *start = new QPushButton(u"Start"_s);
    close->setAutoDefault(false);
    start->setDefault(true);
    for (QPushButton *button : {close, start})
        button->setFixedWidth(m_theme.px(ButtonWidth));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(start, &QPushButton::clicked, this, &NewVerificationDialog::start);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(metrics::Space8));
    row->addStretch();
    row->addWidget(close);
    row->addWidget(start);
    return line;
}

void NewVerificationDialog::load()
{
    m_number->setEditText(m_form.value(Parameter::Number));
    m_brand->setText(m_form.value(Parameter::Brand));
    m_workflow->setCurrent(engine::WorkflowId(m_form.value(Parameter::ChosenWorkflow).toUShort()));
    const int population = m_population->findText(m_form.population());
    m_byUser->setChecked(population >= 0);
    m_byHand->setChecked(population < 0);
    m_population->setCurrentIndex(std::max(population, 0));
}

void NewVerificationDialog::showForm()
{
    const auto taken = m_form.taken();
    const QString wrongNumber = m_form.problem(Parameter::Number);
    m_numberField->setProblem(taken ? taken->sentence : wrongNumber);
    m_numberField->setRemedyOffered(taken.has_value());
    m_numberField->setHint(m_form.numberHint());
    m_brandField->setProblem(m_form.problem(Parameter::Brand));
    m_brandField->setHint(m_form.brandCount());
    m_more->showProblems();
    const model::Preview preview = m_form.preview();
    m_cost->setText(preview.cost + u',');
    m_priceOrigin->setText(m_form.priceOrigin());
    m_preview->setPreview(preview);
}

void NewVerificationDialog::choosePopulation()
{
    m_form.setPopulation(m_byUser->isChecked() ? m_population->currentText() : QString());
}

void NewVerificationDialog::start()
{
    m_refusal->hide();
    FormField *wrong = m_more->revealProblem();
    for (FormField *field : {m_brandField, m_numberField}) {
        field->showProblems();
        if (field->hasProblem())
            wrong = field;
    }
    if (wrong)
        wrong->field()->setFocus();
    else
        m_form.start();
}

void NewVerificationDialog::showKeys()
{
    auto *sheet = new ActionSheet(m_theme, u"Keys and help"_s, dialogKeyHelp(u"In New verification"), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void NewVerificationDialog::refuse(const QString &sentence)
{
    m_refusal->setContent(Icon::Warning, sentence, &Tokens::failed);
    m_refusal->show();
}

} // namespace ui
