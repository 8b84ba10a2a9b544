// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/runinputs.h"

#include "engine/request/startparameters.h"
#include "model/simulate/simulatesession.h"
#include "model/words/parameterwords.h"
#include "model/words/workflowwords.h"
#include "ui/simulate/ownworkflowdialog.h"
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

// The lowest value stands for the API's own times.
void offerDocumented(QSpinBox &box, engine::seconds least, engine::seconds most, int step)
{
    box.setRange(int(least.count()) - step, int(most.count()));
    box.setSingleStep(step);
    box.setSpecialValueText(u"documented"_s);
    box.setSuffix(u" s"_s);
}

std::optional<engine::seconds> timeIn(const QSpinBox &box, engine::seconds least)
{
    if (box.value() == box.minimum())
        return std::nullopt;
    return std::max(least, engine::seconds(box.value()));
}

void showTime(QSpinBox &box, const std::optional<engine::seconds> &time)
{
    const QSignalBlocker quiet(&box);
    box.setValue(time ? int(time->count()) : box.minimum());
}

} // namespace

RunInputs::RunInputs(const Theme &theme, model::SimulateSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_checkGrid(new QGridLayout)
    , m_own(new QPushButton(u"+ own"_s))
    , m_fields(new QGridLayout)
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
    m_wait = addNumber(*grid, 0, 0, u"Waits"_s, u"Wait between messages"_s);
    m_expiry = addNumber(*grid, 0, 2, u"PIN lives"_s, u"PIN lives"_s);
    m_users = addNumber(*grid, 1, 0, u"Users"_s, u"Users of each population"_s);
    m_seed = addNumber(*grid, 1, 2, u"Seed"_s, u"Seed of their luck"_s);
    grid->setColumnStretch(4, 1);
    offerDocumented(*m_wait, engine::MinNextEventWait, engine::MaxNextEventWait, WaitStep);
    offerDocumented(*m_expiry, engine::MinPinExpiry, engine::MaxPinExpiry, ExpiryStep);
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
    auto *check = new QCheckBox(QString::number(workflow.id()));
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

QSpinBox *RunInputs::addNumber(QGridLayout &grid, int row, int column, const QString &words, const QString &name)
{
    auto *box = new QSpinBox;
    box->setAccessibleName(name);
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(true);
    box->setLocale(QLocale(QLocale::English));
    measureAlways(m_theme, box, [this, box] { box->setMinimumWidth(m_theme.px(RunFieldWidth)); });
    auto *label = new Label(m_theme, TextStyle::Body, words);
    label->setBuddy(box);
    grid.addWidget(label, row, column);
    grid.addWidget(box, row, column + 1);
    return box;
}

void RunInputs::join()
{
    for (const auto &[id, check] : m_checks)
        connect(check, &QCheckBox::toggled, this, &RunInputs::choose);
    connect(m_own, &QPushButton::clicked, this, &RunInputs::editOwn);
    for (QSpinBox *box : {m_wait, m_expiry, m_users, m_seed})
        connect(box, &QSpinBox::valueChanged, this, &RunInputs::choose);
    connect(&m_session, &model::SimulateSession::changed, this, &RunInputs::showState);
    connect(&m_theme, &Theme::changed, this, &RunInputs::flow);
}

void RunInputs::finishTyping()
{
    for (QSpinBox *box : {m_wait, m_expiry, m_users, m_seed})
        box->interpretText();
}

void RunInputs::choose()
{
    model::SimulateChoices choices = m_session.choices();
    choices.workflows.clear();
    for (const auto &[id, check] : m_checks) {
        if (check->isChecked())
            choices.workflows.push_back(id);
    }
    choices.timing = {timeIn(*m_wait, engine::MinNextEventWait), timeIn(*m_expiry, engine::MinPinExpiry)};
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
    showTime(*m_wait, choices.timing.nextEventWait);
    showTime(*m_expiry, choices.timing.pinExpiry);
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
    const bool isWrong = !problem.isEmpty();
    m_note->setContent(isWrong ? SignedLabel::Sign(Icon::Warning) : SignedLabel::Sign(Icon::Info),
                       isWrong ? problem : notes, isWrong ? &Tokens::failed : &Tokens::secondary);
    m_note->setVisible(isWrong || !notes.isEmpty());
}

// As many checks in a row as there is room for; the link after the last needs no more than its words.
void RunInputs::flow()
{
    int widest = 1;
    for (const auto &[id, check] : m_checks)
        widest = std::max(widest, check->sizeHint().width());
    const int count = int(m_checks.size());
    const int columns = std::clamp(width() / widest, 1, count);
    for (int i = 0; i < count; ++i)
        m_checkGrid->addWidget(m_checks[std::size_t(i)].second, i / columns, i % columns);
    const int row = (count - 1) / columns;
    const int next = (count - 1) % columns + 1;
    const bool fits = next * widest + m_own->sizeHint().width() <= width();
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
