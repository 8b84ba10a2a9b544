// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareinputs.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int Height = 48;
constexpr int GreatestMargin = 20; // points

void fill(QComboBox &box, const QStringList &words, int current)
{
    const QSignalBlocker quiet(&box);
    QStringList present;
    for (int i = 0; i < box.count(); ++i)
        present << box.itemText(i);
    if (present != words) {
        box.clear();
        box.addItems(words);
    }
    box.setCurrentIndex(current);
}

template <class Value>
int placeOf(const std::vector<Value> &values, const Value &value)
{
    return int(std::find(values.begin(), values.end(), value) - values.begin());
}

} // namespace

CompareInputs::CompareInputs(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_period(new QComboBox)
    , m_source(new QComboBox)
    , m_baseline(new QComboBox)
    , m_margin(new QSpinBox)
{
    auto *row = new QHBoxLayout(this);
    scaleMargins(theme, *row, {metrics::Space16, 0, metrics::Space16, 0});
    scaleSpacing(theme, *row, metrics::Space8);
    const auto add = [&](const QString &words, QWidget *control, const QString &name) {
        auto *label = new Label(theme, TextStyle::Body, words, &Tokens::secondary);
        label->setBuddy(control);
        control->setAccessibleName(name);
        m_words << label;
        row->addWidget(label);
        row->addWidget(control);
    };
    add(u"Period"_s, m_period, u"Period"_s);
    add(u"Source"_s, m_source, u"Source"_s);
    row->addStretch();
    add(u"compared with"_s, m_baseline, u"Compared with workflow"_s);
    add(u"differences under"_s, m_margin, u"Differences under this many points do not matter"_s);
    m_words << new Label(theme, TextStyle::Body, u"points do not matter"_s, &Tokens::secondary);
    row->addWidget(m_words.back());
    for (QComboBox *box : {m_period, m_source, m_baseline})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_margin->setRange(0, GreatestMargin);
    for (int i = 0; i < model::PeriodCount; ++i)
        m_period->addItem(model::periodName(model::Period(i)));
    const auto measure = [this] { setFixedHeight(m_theme.px(Height)); };
    connect(&theme, &Theme::changed, this, measure);
    measure();
    join();
}

void CompareInputs::join()
{
    connect(m_period, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_choices.period = model::Period(place);
        Q_EMIT chosen(m_choices);
    });
    connect(m_source, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_choices.source = m_sources[std::size_t(place)];
        Q_EMIT chosen(m_choices);
    });
    connect(m_baseline, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_choices.baseline = m_workflows[std::size_t(place)];
        Q_EMIT chosen(m_choices);
    });
    connect(m_margin, &QSpinBox::valueChanged, this, [this](int points) {
        m_choices.marginPoints = points;
        Q_EMIT chosen(m_choices);
    });
}

void CompareInputs::setChoices(const model::CompareChoices &choices, const model::CompareContent &content)
{
    m_choices = choices;
    m_sources = content.sources.empty() ? std::vector{choices.source} : content.sources;
    m_workflows = content.workflows.empty() ? std::vector{choices.baseline} : content.workflows;
    QStringList sources;
    for (const auto &source : m_sources)
        sources << model::sourceName(source);
    QStringList workflows;
    for (const engine::WorkflowId id : m_workflows)
        workflows << QString::number(id) + (id == choices.baseline ? u", today's"_s : QString());
    fill(*m_source, sources, placeOf(m_sources, choices.source));
    fill(*m_baseline, workflows, placeOf(m_workflows, choices.baseline));
    const QSignalBlocker quietPeriod(m_period);
    const QSignalBlocker quietMargin(m_margin);
    m_period->setCurrentIndex(int(choices.period));
    m_margin->setValue(choices.marginPoints);
}

int CompareInputs::widthOf(const QList<QWidget *> &parts) const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right();
    for (const QWidget *part : parts)
        width += part->sizeHint().width() + layout()->spacing();
    return width;
}

QSize CompareInputs::minimumSizeHint() const
{
    return {widthOf({m_period, m_source, m_baseline, m_margin}), height()};
}

bool CompareInputs::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitWords(); // a control became wider: a longer choice, larger text
    return isTaken;
}

void CompareInputs::resizeEvent(QResizeEvent *)
{
    fitWords();
}

void CompareInputs::fitWords()
{
    const bool fits = widthOf(m_words + QList<QWidget *>{m_period, m_source, m_baseline, m_margin}) <= width();
    for (QWidget *words : m_words)
        words->setVisible(fits);
}

void CompareInputs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().divider);
}

} // namespace ui
