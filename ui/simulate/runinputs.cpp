// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/runinputs.h"

#include "engine/request/startparameters.h"
#include "model/simulate/simulatesession.h"
#include "model/words/parameterwords.h"
#include "model/words/workflowwords.h"
#include "ui/simulate/ownworkflowdialog.h"
#include "ui/simulate/timebox.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int RunFieldWidth = 116;
constexpr int WaitStep = 15; // s
constexpr int ExpiryStep = 30;

} // namespace

RunInputs::RunInputs(const Theme &theme, model::SimulateSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_checkGrid(new QGridLayout)
    , m_own(new QPushButton(u"+ own"_s))
    , m_fields(new QGridLayout)
    , m_wait(new TimeBox(engine::MinNextEventWait, engine::MaxNextEventWait, WaitStep))
    , m_expiry(new TimeBox(engine::MinPinExpiry, engine::MaxPinExpiry, ExpiryStep))
    , m_users(new QSpinBox)
    , m_seed(new QSpinBox)
    , m_note(new SignedLabel(theme))
{
    m_checkGrid->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *m_checkGrid, 0, metrics::Space4);
    for (int id = 1; id <= engine::lastStandardWorkflow(session.dialect()); ++id) {
        addCheck(*engine::standardWorkflow(engine::WorkflowId(id), session.dialect()));
    }
    setButtonLook(*m_own, ButtonLook::Link);
    m_own->setToolTip(u"Make a workflow of your own, change it or remove it"_s);
    m_own->setAccessibleName(u"Workflows of your own"_s);
    QGridLayout *grid = m_fields;
    grid->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *grid, metrics::Space8, metrics::Space8);
    addNumber(*grid, m_wait, {0, 0}, u"Waits"_s, u"Wait between messages"_s);
    addNumber(*grid, m_expiry, {2, 0}, u"PIN lives"_s, u"PIN lives"_s);
    addNumber(*grid, m_users, {0, 1}, u"Users"_s, u"Users of each population"_s);
    addNumber(*grid, m_seed, {2, 1}, u"Seed"_s, u"Seed of their luck"_s);
    grid->setColumnStretch(4, 1);
    m_users->setRange(1, int(model::MostUsers));
    m_users->setStepType(QSpinBox::AdaptiveDecimalStepType);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *column, metrics::Space8);
    column->addLayout(m_checkGrid);
    column->addLayout(grid);
    column->addWidget(m_note);
    flow();
    join();
    showState();
}

void RunInputs::addCheck(const engine::Workflow &workflow)
{
    const bool isOwn = workflow.id() >= model::FirstOwn;
    auto *check = new QCheckBox(QString::number(workflow.id())
                                + (isOwn ? u": "_s + model::workflowDescription(workflow) : QString()));
    check->setIcon(workflowIcon(m_theme, workflow.id()));
    check->setToolTip(model::workflowDescription(workflow));
    check->setAccessibleName(u"Workflow %1: %2"_s.arg(workflow.id()).arg(model::workflowDescription(workflow)));
    m_checks.emplace_back(workflow.id(), check);
}

// A check for each of the user's own, behind the API's.
void RunInputs::matchOwn()
{
    const std::vector<engine::Workflow> &own = m_session.choices().own;
    if (own == m_ownShown)
        return;
    m_ownShown = own;
    while (!m_checks.empty() && m_checks.back().first >= model::FirstOwn) {
        delete m_checks.back().second;
        m_checks.pop_back();
    }
    for (const engine::Workflow &workflow : own) {
        addCheck(workflow);
        connect(m_checks.back().second, &QCheckBox::toggled, this, &RunInputs::choose);
    }
    flow();
}

void RunInputs::editOwn()
{
    const model::SimulateChoices &choices = m_session.choices();
    const auto next = model::nextOwn(choices);
    if (choices.own.empty()) {
        edit(*next);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (next)
        menu->addAction(u"&New workflow…"_s, this, [this, next] { edit(*next); });
    for (const engine::Workflow &workflow : choices.own) {
        menu->addSeparator();
        menu->addAction(u"Change %1…"_s.arg(workflow.id()), this, [this, workflow] { edit(workflow); });
        menu->addAction(u"Remove %1"_s.arg(workflow.id()), this, [this, id = workflow.id()] {
            model::SimulateChoices changed = m_session.choices();
            model::removeOwn(changed, id);
            m_session.choose(changed);
        });
    }
    menu->popup(m_own->mapToGlobal(m_own->rect().bottomLeft()));
}

void RunInputs::edit(const engine::Workflow &workflow)
{
    auto *dialog = new OwnWorkflowDialog(m_theme, workflow, m_session.choices().prices, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        model::SimulateChoices changed = m_session.choices();
        model::putOwn(changed, dialog->workflow());
        m_session.choose(changed);
    });
    dialog->open();
}

void RunInputs::addNumber(QGridLayout &grid, QSpinBox *box, QPoint place, const QString &words, const QString &name)
{
    box->setAccessibleName(name);
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(true);
    box->setLocale(QLocale(QLocale::English));
    measureAlways(m_theme, box, [this, box] { box->setMinimumWidth(m_theme.px(RunFieldWidth)); });
    auto *label = new Label(m_theme, TextStyle::Body, words);
    label->setBuddy(box);
    grid.addWidget(label, place.y(), place.x());
    grid.addWidget(box, place.y(), place.x() + 1);
}

void RunInputs::join()
{
    for (const auto &[id, check] : m_checks)
        connect(check, &QCheckBox::toggled, this, &RunInputs::choose);
    connect(m_own, &QPushButton::clicked, this, &RunInputs::editOwn);
    for (QSpinBox *box : boxes())
        connect(box, &QSpinBox::valueChanged, this, &RunInputs::choose);
    for (TimeBox *box : {m_wait, m_expiry}) {
        connect(box, &TimeBox::refused, this, [this, box](const QString &text) {
            showProblem(u"%1: write %2, not \"%3\"."_s.arg(box->accessibleName(), box->range(), text));
        });
    }
    connect(&m_session, &model::SimulateSession::changed, this, &RunInputs::showState);
    connect(&m_theme, &Theme::changed, this, &RunInputs::flow);
}

void RunInputs::finishTyping()
{
    for (QSpinBox *box : boxes())
        box->interpretText();
}

std::array<QSpinBox *, 4> RunInputs::boxes() const
{
    return {m_wait, m_expiry, m_users, m_seed};
}

QString RunInputs::note() const
{
    return m_note->words();
}

void RunInputs::choose()
{
    model::SimulateChoices choices = m_session.choices();
    choices.workflows.clear();
    for (const auto &[id, check] : m_checks) {
        if (check->isChecked())
            choices.workflows.push_back(id);
    }
    choices.timing = {m_wait->time(), m_expiry->time()};
    choices.users = m_users->value();
    choices.seed = std::uint64_t(m_seed->value());
    m_session.choose(choices);
}

void RunInputs::showState()
{
    const model::SimulateChoices &choices = m_session.choices();
    matchOwn();
    for (const auto &[id, check] : m_checks) {
        const QSignalBlocker quiet(check);
        check->setChecked(std::find(choices.workflows.begin(), choices.workflows.end(), id) != choices.workflows.end());
    }
    m_wait->setTime(choices.timing.nextEventWait);
    m_expiry->setTime(choices.timing.pinExpiry);
    {
        const QSignalBlocker quiet(m_users);
        m_users->setValue(int(choices.users));
    }
    {
        const QSignalBlocker quiet(m_seed);
        m_seed->setValue(int(std::min<std::uint64_t>(choices.seed, std::uint64_t(m_seed->maximum()))));
    }
    const QString problem = m_session.problem();
    engine::StartParameters parameters;
    if (choices.timing.nextEventWait)
        parameters.nextEventWait = QString::number(choices.timing.nextEventWait->count());
    if (choices.timing.pinExpiry)
        parameters.pinExpiry = QString::number(choices.timing.pinExpiry->count());
    const QString notes = model::notes(parameters).join(u' ');
    if (!problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    m_note->setContent(SignedLabel::Sign(Icon::Info), notes, &Tokens::secondary);
    m_note->setVisible(!notes.isEmpty());
}

void RunInputs::showProblem(const QString &sentence)
{
    m_note->setContent(SignedLabel::Sign(Icon::Warning), sentence, &Tokens::failed);
    m_note->setVisible(true);
}

// As many checks of the API's in a row as there is room for; the user's own tell their messages and have a row each.
// The link after the last needs no more than its words.
void RunInputs::flow()
{
    int widest = 1;
    int count = 0;
    for (const auto &[id, check] : m_checks) {
        if (id >= model::FirstOwn)
            continue;
        widest = std::max(widest, check->sizeHint().width());
        ++count;
    }
    const int columns = std::clamp(width() / widest, 1, count);
    for (int i = 0; i < count; ++i)
        m_checkGrid->addWidget(m_checks[std::size_t(i)].second, i / columns, i % columns);
    int row = (count - 1) / columns;
    for (std::size_t i = std::size_t(count); i < m_checks.size(); ++i)
        m_checkGrid->addWidget(m_checks[i].second, ++row, 0, 1, columns + 1);
    const bool hasOwn = m_checks.size() > std::size_t(count);
    const int next = hasOwn ? columns : (count - 1) % columns + 1;
    const bool fits = !hasOwn && next * widest + m_own->sizeHint().width() <= width();
    m_checkGrid->addWidget(m_own, fits ? row : row + 1, fits ? next : 0, Qt::AlignLeft);
}

// The checks flow, so that the fields alone tell how narrow it may be.
QSize RunInputs::minimumSizeHint() const
{
    return {m_fields->minimumSize().width(), QWidget::minimumSizeHint().height()};
}

void RunInputs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    flow();
}

} // namespace ui
