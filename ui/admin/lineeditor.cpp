// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/lineeditor.h"

#include "ui/admin/linetable.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

LineEditor::LineEditor(const Theme &theme, const QList<model::LineColumn> &columns, const QString &name,
                       const QList<int> &shares, bool isOrdered, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
    , m_model(new model::LineModel(columns, this))
    , m_table(new LineTable(theme, *m_model, name, shares))
    , m_add(new QPushButton(u"Add a line"_s))
    , m_remove(new QPushButton(u"Remove"_s))
    , m_up(new QPushButton(u"Up"_s))
    , m_down(new QPushButton(u"Down"_s))
    , m_save(new QPushButton(u"Save"_s))
    , m_undo(new QPushButton(u"Take back"_s))
    , m_problem(new SignedLabel(theme))
    , m_buttons(new QHBoxLayout)
{
    setButtonLook(*m_save, ButtonLook::Primary);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down, m_save, m_undo})
        button->setAccessibleName(button->text() + u": "_s + name);
    m_up->setVisible(isOrdered);
    m_down->setVisible(isOrdered);
    scaleSpacing(theme, *m_buttons, metrics::Space8);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down})
        m_buttons->addWidget(button);
    m_buttons->addStretch();
    m_buttons->addWidget(m_undo);
    m_buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *column, metrics::Space8);
    column->addWidget(m_table, 1);
    column->addWidget(m_problem);
    column->addLayout(m_buttons);

    connect(m_add, &QPushButton::clicked, this, &LineEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &LineEditor::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_save, &QPushButton::clicked, this, &LineEditor::save);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        setLines(m_kept, true);
        m_table->setFocus();
        Q_EMIT edited();
    });
    connect(m_model, &model::LineModel::edited, this, [this] {
        m_isSaving = false;
        showState();
        Q_EMIT edited();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showState();
        Q_EMIT currentChanged();
    });
    m_problem->hide();
    showState();
}

void LineEditor::setLines(const model::Lines &lines, bool isForced)
{
    const bool wasEdited = isEdited();
    m_kept = lines;
    if (isForced || !wasEdited || std::exchange(m_isSaving, false)) {
        const QModelIndex current = m_table->currentIndex();
        m_model->setLines(lines);
        const int row = std::min(std::max(current.row(), 0), int(lines.size()) - 1);
        if (row >= 0)
            m_table->setCurrentIndex(m_model->index(row, std::max(current.column(), 0)));
        setProblem({});
    }
    showState();
}

void LineEditor::setProblem(const std::optional<model::LineProblem> &problem)
{
    m_wrong = problem;
    m_model->setProblem(problem);
    const QString sentence = problem ? u"Line %1: %2"_s.arg(problem->line + 1).arg(problem->sentence) : QString();
    m_problem->setContent(problem ? SignedLabel::Sign(Icon::Warning) : SignedLabel::Sign(), sentence, &Tokens::failed);
    m_problem->setVisible(m_wrong.has_value());
    announce(*m_table, m_name, sentence);
    showState();
}

void LineEditor::addButton(QPushButton *button)
{
    m_buttons->insertWidget(m_buttons->count() - 3, button);
}

int LineEditor::currentLine() const
{
    return m_table->currentIndex().row();
}

void LineEditor::edit(const model::Lines &lines)
{
    m_model->setLines(lines);
    showState();
    Q_EMIT edited();
}

// Where something is wrong, the focus goes there, and the words say what.
void LineEditor::save()
{
    m_table->setFocus(); // the button is of no use any more
    if (m_wrong) {
        m_table->setCurrentIndex(m_model->index(m_wrong->line, m_wrong->column));
        return;
    }
    m_isSaving = true;
    Q_EMIT saveWanted();
}

void LineEditor::add()
{
    const int line = m_model->insertLine(m_model->rowCount() - 1);
    m_table->setCurrentIndex(m_model->index(line, 0));
    m_table->setFocus();
    m_table->editCurrent();
}

void LineEditor::remove()
{
    const int line = currentLine();
    if (line < 0)
        return;
    m_model->removeLine(line);
    if (m_model->rowCount() == 0)
        m_add->setFocus();
}

void LineEditor::move(int by)
{
    m_model->moveLine(currentLine(), by);
    showState();
}

void LineEditor::showState()
{
    const int line = currentLine();
    m_remove->setEnabled(line >= 0);
    m_up->setEnabled(line > 0);
    m_down->setEnabled(line >= 0 && line + 1 < m_model->rowCount());
    m_undo->setEnabled(isEdited());
    m_save->setEnabled(isEdited());
}

} // namespace ui
