// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/ownworkflowdialog.h"

#include "engine/request/startparameters.h"
#include "model/timeline/preview.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/timeline/previewpicture.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <vector>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LeastWait = 5; // s
constexpr int NoMore = 2; // of a step's choices, after SMS and call
constexpr int UsualWait = 120;
constexpr int PictureWidth = 640;

QSpinBox *secondsField(int least, int most)
{
    auto *field = new QSpinBox;
    field->setRange(least, most);
    field->setSuffix(u" s"_s);
    field->setSingleStep(15);
    return field;
}

} // namespace

OwnWorkflowDialog::OwnWorkflowDialog(const Theme &theme, const engine::Workflow &workflow, const engine::Prices &prices,
                                     QWidget *parent)
    : QDialog(parent)
    , m_id(workflow.id())
    , m_prices(prices)
    , m_pinExpiry(secondsField(int(engine::MinPinExpiry.count()), int(engine::MaxPinExpiry.count())))
    , m_picture(new PreviewPicture(theme))
    , m_cost(new Label(theme, TextStyle::Body))
{
    setWindowTitle(u"Workflow %1, your own"_s.arg(m_id));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(metrics::Space12));
    grid->setVerticalSpacing(theme.px(metrics::Space8));
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        StepRow &step = m_steps[i];
        const QString name = u"Message %1"_s.arg(i + 1);
        step.channel = new QComboBox;
        step.channel->addItems({u"SMS"_s, u"call"_s});
        if (i > 0)
            step.channel->addItem(u"no more"_s);
        step.channel->setAccessibleName(name);
        step.wait = secondsField(LeastWait, int(engine::MaxNextEventWait.count()));
        step.wait->setAccessibleName(name + u", then wait"_s);
        const int row = int(i);
        grid->addWidget(new Label(theme, TextStyle::Body, name), row, 0);
        grid->addWidget(step.channel, row, 1);
        grid->addWidget(new Label(theme, TextStyle::Body, u"then wait"_s, &Tokens::secondary), row, 2);
        grid->addWidget(step.wait, row, 3);
        connect(step.channel, &QComboBox::currentIndexChanged, this, &OwnWorkflowDialog::follow);
        connect(step.wait, &QSpinBox::valueChanged, this, &OwnWorkflowDialog::follow);
    }
    const int last = int(m_steps.size());
    m_pinExpiry->setAccessibleName(u"PIN lives"_s);
    connect(m_pinExpiry, &QSpinBox::valueChanged, this, &OwnWorkflowDialog::follow);
    grid->addWidget(new Label(theme, TextStyle::Body, u"PIN lives"_s), last, 0);
    grid->addWidget(m_pinExpiry, last, 1);
    grid->setColumnStretch(4, 1);
    m_picture->setMinimumWidth(theme.px(PictureWidth));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(u"Use it"_s);
    setButtonLook(*buttons->button(QDialogButtonBox::Ok), ButtonLook::Primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    const int side = theme.px(metrics::Space24);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.px(metrics::Space16));
    column->addLayout(grid);
    column->addWidget(new Label(theme, TextStyle::Strong, u"What will happen"_s));
    column->addWidget(m_picture);
    column->addWidget(m_cost);
    column->addWidget(buttons);
    fill(workflow);
}

void OwnWorkflowDialog::fill(const engine::Workflow &workflow)
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const bool isStep = i < workflow.stepCount();
        m_steps[i].channel->setCurrentIndex(isStep ? int(workflow.step(i).channel) : NoMore);
        m_steps[i].wait->setValue(isStep ? int(workflow.step(i).wait.count()) : UsualWait);
    }
    m_pinExpiry->setValue(int(workflow.pinExpiry().count()));
    follow();
}

engine::Workflow OwnWorkflowDialog::workflow() const
{
    std::vector<engine::Step> steps;
    for (const StepRow &step : m_steps) {
        if (step.channel->currentIndex() == NoMore)
            break;
        steps.push_back({engine::Channel(step.channel->currentIndex()), engine::seconds(step.wait->value())});
    }
    return {m_id, steps, engine::seconds(m_pinExpiry->value())};
}

// What comes after the last message cannot be set.
void OwnWorkflowDialog::follow()
{
    bool isOver = false;
    for (const StepRow &step : m_steps) {
        step.channel->setEnabled(!isOver);
        isOver = isOver || step.channel->currentIndex() == NoMore;
        step.wait->setEnabled(!isOver);
    }
    const model::Preview preview = model::preview(workflow(), m_prices);
    m_picture->setPreview(preview);
    m_cost->setText(preview.cost + u", example prices"_s);
}

} // namespace ui
