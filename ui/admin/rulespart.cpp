// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/rulespart.h"

#include "model/admin/adminsession.h"
#include "ui/admin/lineeditor.h"
#include "ui/admin/linetable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/wraplabel.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

RulesPart::RulesPart(const Theme &theme, model::AdminSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(new LineEditor(theme, model::blockColumns(), u"Blocks"_s, {3, 5, 3, 5}, false))
    , m_unblock(new QPushButton(u"Unblock for an hour"_s))
{
    m_editor->table().setEmptyWords(u"Nothing is blocked. Add a line for a number, a network or a country."_s);
    auto *note = new WrapLabel(theme, TextStyle::Body);
    note->setText(u"A blocked number or network is refused with status 7, a country that is not supported with 15. A "
                  "network is known by its code and by how its numbers begin."_s);
    m_editor->addButton(m_unblock);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *column, metrics::Space12);
    column->addWidget(note);
    column->addWidget(m_editor, 1);
    connect(m_editor, &LineEditor::edited, this, &RulesPart::judge);
    connect(m_editor, &LineEditor::currentChanged, this, &RulesPart::showState);
    connect(m_editor, &LineEditor::saveWanted, this, [this] {
        const auto read = model::readRules(m_editor->lines(), m_session.policy().rules);
        if (const auto *rules = std::get_if<engine::Rules>(&read))
            m_session.change(*rules);
    });
    connect(m_unblock, &QPushButton::clicked, this, [this] { m_session.unblock(blockedNetwork()); });
    connect(&session, &model::AdminSession::changed, this, &RulesPart::showRules);
    showRules();
}

bool RulesPart::isEdited() const
{
    return m_editor->isEdited();
}

void RulesPart::takeFocus()
{
    m_editor->table().setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> RulesPart::panes() const
{
    return {&m_editor->table()};
}

void RulesPart::showRules()
{
    m_editor->setLines(model::linesOf(m_session.policy().rules, m_session.now()));
    judge();
}

void RulesPart::judge()
{
    const auto read = model::readRules(m_editor->lines(), m_session.policy().rules);
    const auto *problem = std::get_if<model::LineProblem>(&read);
    m_editor->setProblem(problem ? std::optional(*problem) : std::nullopt);
    showState();
}

// The kept network of the current line; empty where there is none.
QString RulesPart::blockedNetwork() const
{
    const int line = m_editor->currentLine();
    if (line < 0 || line >= m_editor->lines().size())
        return {};
    const QString code = m_editor->lines().at(line).value(model::blocks::Network);
    for (const engine::BlockedNetwork &each : m_session.policy().rules.blockedNetworks) {
        if (each.network == code)
            return code;
    }
    return {};
}

void RulesPart::showState()
{
    m_unblock->setEnabled(!blockedNetwork().isEmpty());
}

} // namespace ui
