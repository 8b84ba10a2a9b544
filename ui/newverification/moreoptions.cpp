// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newverification/moreoptions.h"

#include "engine/message/locale.h"
#include "model/board/newverification.h"
#include "ui/newverification/formfield.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using engine::Parameter;

constexpr int OptionWidth = 150;
constexpr int UnderWidth = 240;

QList<QPair<QString, QString>> languages()
{
    QList<QPair<QString, QString>> choices{{u"of the number"_s, QString()}};
    for (const QString &name : engine::locales())
        choices.append({name, name});
    return choices;
}

} // namespace

MoreOptions::MoreOptions(const Theme &theme, model::NewVerification &form, int nameWidth, int columns, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_form(form)
    , m_nameWidth(nameWidth)
    , m_columns(columns)
    , m_fold(new QPushButton(u"More"_s))
    , m_folded(new QWidget)
    , m_summary(
          new Label(theme, TextStyle::Body, u"language, code length, waits, sender, own PIN"_s, &Tokens::secondary))
    , m_notes(new Label(theme, TextStyle::Body, {}, &Tokens::secondary))
{
    m_fold->setFlat(true);
    setSmall(*m_fold);
    m_fold->setAutoDefault(false);
    m_fold->setAccessibleDescription(m_summary->text());
    m_notes->setWordWrap(true);

    auto *grid = new QGridLayout(m_folded);
    grid->setContentsMargins(0, theme.px(metrics::Space8), 0, 0);
    grid->setHorizontalSpacing(theme.px(metrics::Space24));
    addChoice(Parameter::Locale, u"Language"_s, languages());
    addChoice(Parameter::CodeLength, u"Code length"_s, {{u"4 digits"_s, u"4"_s}, {u"6 digits"_s, u"6"_s}});
    addText(Parameter::NextEventWait, u"Next message"_s, u"as the workflow"_s);
    addText(Parameter::PinExpiry, u"A PIN lives"_s, u"300"_s);
    addText(Parameter::SenderId, u"Sender"_s, engine::DefaultSenderId.toString());
    addText(Parameter::PinCode, u"Own PIN"_s, u"made for each"_s);
    m_fields[Parameter::NextEventWait]->setHint(u"s after the last"_s);
    m_fields[Parameter::PinExpiry]->setHint(u"s"_s);
    grid->addWidget(m_notes, grid->rowCount(), 0, 1, m_columns);

    auto *column = new QGridLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setHorizontalSpacing(theme.px(metrics::Space8));
    column->setVerticalSpacing(0);
    column->setColumnMinimumWidth(0, nameWidth - theme.px(metrics::Space24));
    column->addWidget(m_fold, 0, 1);
    column->addWidget(m_summary, 0, 2);
    column->setColumnStretch(2, 1);
    column->addWidget(m_folded, 1, 0, 1, 3);

    connect(m_fold, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    setOpen(false);
    load();
}

void MoreOptions::add(Parameter parameter, const QString &name, QWidget *field)
{
    field->setFixedWidth(m_theme.px(OptionWidth));
    auto *form = new FormField(m_theme, name, field, m_nameWidth);
    form->setUnderWidth(m_theme.px(UnderWidth));
    const int place = int(m_fields.size());
    m_fields[parameter] = form;
    static_cast<QGridLayout *>(m_folded->layout())->addWidget(form, place / m_columns, place % m_columns, Qt::AlignTop);
}

void MoreOptions::addText(Parameter parameter, const QString &name, const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(placeholder);
    add(parameter, name, edit);
    connect(edit, &QLineEdit::textEdited, this,
            [this, parameter](const QString &text) { m_form.set(parameter, text); });
}

void MoreOptions::addChoice(Parameter parameter, const QString &name, const QList<QPair<QString, QString>> &choices)
{
    auto *combo = new QComboBox;
    for (const auto &[words, value] : choices)
        combo->addItem(words, value);
    add(parameter, name, combo);
    connect(combo, &QComboBox::activated, this,
            [this, parameter, combo] { m_form.set(parameter, combo->currentData().toString()); });
}

void MoreOptions::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    m_fold->setAccessibleName(isOpen ? u"More, open"_s : u"More, closed"_s);
    m_fold->setIcon(themedIcon(m_theme, isOpen ? Icon::ChevronDown : Icon::ChevronRight, &Tokens::secondary));
    m_folded->setVisible(isOpen);
    m_summary->setVisible(!isOpen);
}

void MoreOptions::load()
{
    for (const auto &[parameter, form] : m_fields) {
        const QString value = m_form.value(parameter);
        if (auto *edit = qobject_cast<QLineEdit *>(form->field()))
            edit->setText(value);
        else if (auto *combo = qobject_cast<QComboBox *>(form->field()))
            combo->setCurrentIndex(std::max(combo->findData(value), 0));
        form->forgetVisit();
    }
}

void MoreOptions::showProblems()
{
    for (const auto &[parameter, form] : m_fields)
        form->setProblem(m_form.problem(parameter));
    m_notes->setText(m_form.notes().join(u' '));
    m_notes->setVisible(!m_notes->text().isEmpty());
}

FormField *MoreOptions::revealProblem()
{
    FormField *first = nullptr;
    for (const auto &[parameter, form] : m_fields) {
        form->showProblems();
        if (form->hasProblem() && !first)
            first = form;
    }
    if (first)
        setOpen(true);
    return first;
}

} // namespace ui
