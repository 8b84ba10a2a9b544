// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/gotodialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int NumberFieldWidth = 420;
const QString FieldName = u"Number, request id, or the beginning of one"_s;

} // namespace

GoToDialog::GoToDialog(const Theme &theme, engine::Engine &engine, QWidget *parent)
    : QDialog(parent)
    , m_lookup(engine)
    , m_field(new QLineEdit)
    , m_problem(new SignedLabel(theme))
{
    setWindowTitle(u"Go to a verification"_s);
    auto *name = new Label(theme, TextStyle::Body, FieldName);
    name->setBuddy(m_field);
    m_field->setAccessibleName(FieldName);
    m_field->setMinimumWidth(theme.px(NumberFieldWidth));
    auto *close = new QPushButton(u"Close"_s);
    auto *go = new QPushButton(u"Go"_s);
    close->setAutoDefault(false);
    go->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(metrics::Space8));
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(go);
    auto *column = new QVBoxLayout(this);
    const int side = theme.px(metrics::Space24);
    column->setContentsMargins(side, side, side, theme.px(20));
    column->setSpacing(theme.px(metrics::Space8));
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(name);
    column->addWidget(m_field);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    m_problem->hide();

    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [this] { m_lookup.find(m_field->text()); });
    connect(m_field, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(&m_lookup, &model::Lookup::failed, this, &GoToDialog::showProblem);
    connect(&m_lookup, &model::Lookup::found, this, [this](engine::RequestId id) {
        accept();
        Q_EMIT found(id);
    });
}

void GoToDialog::showProblem(const QString &sentence)
{
    m_problem->setContent(Icon::Warning, sentence, &Tokens::failed);
    m_problem->setVisible(!sentence.isEmpty());
    announce(*m_field, FieldName, sentence);
}

} // namespace ui
