// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/pricespart.h"

#include "model/admin/adminsession.h"
#include "ui/admin/lineeditor.h"
#include "ui/admin/linetable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/wraplabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PricesPart::PricesPart(const Theme &theme, model::AdminSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(new LineEditor(theme, model::priceColumns(), u"Prices"_s, {3, 3, 3, 8}, false))
{
    const engine::Prices examples = session.examplePrices();
    m_editor->table().setEmptyWords(u"The examples hold everywhere. Add a line for a price of yours."_s);
    auto *note = new WrapLabel(theme, TextStyle::Body);
    note->setText(u"Where no line is for it, examples hold: EUR %1 for a success, EUR %2 for an SMS, EUR %3 for a "
                  "call. Requests keep the prices that they began with."_s.arg(
                      examples.onSuccess.toString(), examples.perSms.toString(), examples.perCall.toString()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *column, metrics::Space12);
    column->addWidget(note);
    column->addWidget(m_editor, 1);
    connect(m_editor, &LineEditor::edited, this, &PricesPart::judge);
    connect(m_editor, &LineEditor::saveWanted, this, [this] {
        const auto read = model::readPrices(m_editor->lines());
        if (const auto *prices = std::get_if<engine::PriceList>(&read))
            m_session.change(*prices);
    });
    connect(&session, &model::AdminSession::changed, this, &PricesPart::showPrices);
    showPrices();
}

bool PricesPart::isEdited() const
{
    return m_editor->isEdited();
}

void PricesPart::takeFocus()
{
    m_editor->table().setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> PricesPart::panes() const
{
    return {&m_editor->table()};
}

void PricesPart::showPrices()
{
    m_editor->setLines(model::linesOf(m_session.policy().prices));
    judge();
}

void PricesPart::judge()
{
    const auto read = model::readPrices(m_editor->lines());
    const auto *problem = std::get_if<model::LineProblem>(&read);
    m_editor->setProblem(problem ? std::optional(*problem) : std::nullopt);
}

} // namespace ui
