// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newverification/formfield.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signedlabel.h"

#include <QEvent>
#include <QFocusEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

FormField::FormField(const Theme &theme, const QString &name, QWidget *field, int nameWidth, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_hint(new Label(theme, TextStyle::Body, {}, &Tokens::secondary))
    , m_under(new SignedLabel(theme))
    , m_remedy(new QPushButton)
{
    auto *label = new Label(theme, TextStyle::Body, name, &Tokens::secondary);
    label->setBuddy(field);
    label->setFixedWidth(nameWidth);
    field->setAccessibleName(name);
    for (auto *typed : field->findChildren<QLineEdit *>())
        typed->setAccessibleName(name); // where a combo box is typed into
    field->installEventFilter(this);
    setButtonLook(*m_remedy, ButtonLook::Link);
    m_remedy->setAutoDefault(false);
    m_remedy->hide();
    m_under->hide();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(theme.px(metrics::Space4));
    // Beside a field of several lines the name stands at the first one.
    label->setFixedHeight(theme.px(metrics::Control));
    grid->addWidget(label, 0, 0, Qt::AlignTop);
    grid->addWidget(field, 0, 1);
    grid->setColumnMinimumWidth(2, theme.px(metrics::Space16));
    grid->addWidget(m_hint, 0, 3);
    grid->setColumnStretch(3, 1);
    auto *under = new QHBoxLayout;
    under->setSpacing(theme.px(metrics::Space12));
    under->addWidget(m_under);
    under->addWidget(m_remedy);
    under->addStretch();
    grid->addLayout(under, 1, 1, 1, 3);
}

void FormField::setHint(const QString &words)
{
    m_hint->setText(words);
}

void FormField::setHelp(const QString &words)
{
    m_help = words;
    showWords();
}

void FormField::setProblem(const QString &sentence)
{
    m_problem = sentence;
    showWords();
}

void FormField::setRemedyOffered(bool isOffered)
{
    m_isRemedyOffered = isOffered;
    showWords();
}

void FormField::showProblems()
{
    m_wasLeft = true;
    showWords();
}

void FormField::setUnderWidth(int width)
{
    m_under->setLineWidth(width);
}

void FormField::forgetVisit()
{
    m_wasLeft = false;
    showWords();
}

void FormField::showWords()
{
    const bool isWrong = m_wasLeft && hasProblem();
    if (isWrong)
        m_under->setContent(Icon::Warning, m_problem, &Tokens::failed);
    else
        m_under->setContent({}, m_help);
    m_under->setWordsRole(isWrong ? &Tokens::text : &Tokens::secondary);
    m_under->setVisible(!m_under->words().isEmpty());
    m_remedy->setVisible(isWrong && m_isRemedyOffered);
    m_field->setAccessibleDescription(m_under->words());
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    // A list that opens under the field does not mean that it was left.
    if (watched == m_field && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        showProblems();
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
