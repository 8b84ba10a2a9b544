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

constexpr int InputsHeight = 48;
constexpr int Between = 8; // that two lines are closer than one and one
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
    , m_rows(new QHBoxLayout(this))
    , m_period(new QComboBox)
    , m_brand(new QComboBox)
    , m_source(new QComboBox)
    , m_version(new QComboBox)
    , m_experiment(new QComboBox)
    , m_baseline(new QComboBox)
    , m_margin(new QSpinBox)
{
    scaleMargins(theme, *m_rows, {metrics::Space16, 0, metrics::Space16, 0});
    m_rows->setSpacing(0);
    const auto row = [&] {
        auto *part = new QHBoxLayout;
        scaleSpacing(theme, *part, metrics::Space8);
        m_rows->addLayout(part);
        return part;
    };
    const auto add = [&](QBoxLayout &to, const QString &words, QWidget *control, const QString &name) {
        auto *label = new Label(theme, TextStyle::Body, words, &Tokens::secondary);
        label->setBuddy(control);
        control->setAccessibleName(name);
        m_words << label;
        to.addWidget(label);
        to.addWidget(control);
    };
    QBoxLayout *scope = row();
    add(*scope, u"Period"_s, m_period, u"Period"_s);
    add(*scope, u"Brand"_s, m_brand, u"Brand"_s);
    add(*scope, u"Source"_s, m_source, u"Source"_s);
    add(*scope, u"Version"_s, m_version, u"Version of the workflows"_s);
    add(*scope, u"Chosen"_s, m_experiment, u"How workflows were chosen"_s);
    m_experimentWords = m_words.takeLast();
    scope->addStretch();
    QBoxLayout *rules = row();
    rules->addStretch();
    add(*rules, u"compared with"_s, m_baseline, u"Compared with workflow"_s);
    add(*rules, u"differences under"_s, m_margin, u"Differences under this many points do not matter"_s);
    m_words << new Label(theme, TextStyle::Body, u"points do not matter"_s, &Tokens::secondary);
    rules->addWidget(m_words.back());
    for (QComboBox *box : {m_period, m_brand, m_source, m_version, m_experiment, m_baseline})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_margin->setRange(0, GreatestMargin);
    for (int i = 0; i < model::PeriodCount; ++i)
        m_period->addItem(model::periodName(model::Period(i)));
    m_version->addItems({u"All"_s, u"Latest"_s});
    m_version->setToolTip(
        u"Latest: of each workflow only the requests that ran with its latest waits and life of a PIN"_s);
    m_experiment->setToolTip(
        u"By lot: only the requests of an experiment, whose users differ in nothing but their workflow"_s);
    m_experiment->hide();
    m_experimentWords->hide();
    connect(&theme, &Theme::changed, this, &CompareInputs::fit);
    fit();
    join();
}

void CompareInputs::join()
{
    connect(m_period, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_choices.period = model::Period(place);
        Q_EMIT chosen(m_choices);
    });
    connect(m_brand, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_choices.brand = m_brands[std::size_t(place)];
        Q_EMIT chosen(m_choices);
    });
    connect(m_version, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_choices.isNewestPlan = place > 0;
        Q_EMIT chosen(m_choices);
    });
    connect(m_experiment, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_choices.experiment = m_experiments[std::size_t(place)];
        Q_EMIT chosen(m_choices);
    });
    connect(m_source, &QComboBox::currentIndexChanged, this, [this](int place) {
        const bool isReal = std::size_t(place) < m_sources.size();
        m_choices.simulated = isReal ? std::nullopt : m_firstSimulated;
        if (isReal)
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
    m_firstSimulated = content.firstSimulated();
    m_brands = content.brands.empty() ? std::vector{choices.brand} : content.brands;
    m_experiments = content.experiments.empty() ? std::vector{choices.experiment} : content.experiments;
    m_workflows = content.workflows.empty() ? std::vector{choices.baseline} : content.workflows;
    QStringList sources;
    for (const auto &source : m_sources)
        sources << model::sourceName(source);
    if (m_firstSimulated)
        sources << u"Simulated"_s;
    QStringList brands;
    for (const auto &brand : m_brands)
        brands << model::brandName(brand);
    QStringList experiments;
    for (const auto &experiment : m_experiments)
        experiments << (experiment ? u"by lot in "_s + model::experimentName(*experiment) : u"any way"_s);
    QStringList workflows;
    for (const engine::WorkflowId id : m_workflows)
        workflows << QString::number(id) + (id == choices.baseline ? u", today's"_s : QString());
    fill(*m_source, sources, content.simulated ? int(m_sources.size()) : placeOf(m_sources, choices.source));
    for (QWidget *box : {m_period, m_brand, m_version, m_experiment})
        box->setEnabled(!content.simulated); // they tell real requests apart
    fill(*m_brand, brands, placeOf(m_brands, choices.brand));
    fill(*m_experiment, experiments, placeOf(m_experiments, choices.experiment));
    fill(*m_baseline, workflows, placeOf(m_workflows, choices.baseline));
    const QSignalBlocker quietPeriod(m_period);
    const QSignalBlocker quietVersion(m_version);
    const QSignalBlocker quietMargin(m_margin);
    m_period->setCurrentIndex(int(choices.period));
    m_version->setCurrentIndex(choices.isNewestPlan ? 1 : 0);
    m_margin->setValue(choices.marginPoints);
    if (const bool areAny = !content.experiments.empty(); areAny == m_experiment->isHidden()) {
        m_experiment->setVisible(areAny);
        fit();
    }
}

QList<QWidget *> CompareInputs::scopeControls() const
{
    QList<QWidget *> controls{m_period, m_brand, m_source, m_version};
    if (!m_experiment->isHidden())
        controls << m_experiment;
    return controls;
}

QList<QWidget *> CompareInputs::ruleControls() const
{
    return {m_baseline, m_margin};
}

int CompareInputs::widthOf(const QList<QWidget *> &parts) const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right();
    for (const QWidget *part : parts)
        width += part->sizeHint().width() + m_theme.px(metrics::Space8);
    return width;
}

QSize CompareInputs::minimumSizeHint() const
{
    return {std::max(widthOf(scopeControls()), widthOf(ruleControls())), height()};
}

bool CompareInputs::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit(); // a control became wider: a longer choice, larger text
    return isTaken;
}

void CompareInputs::resizeEvent(QResizeEvent *)
{
    fit();
}

// The words go where there is no room for them; then the controls take two lines.
void CompareInputs::fit()
{
    const QList<QWidget *> controls = scopeControls() + ruleControls();
    QList<QWidget *> all = m_words;
    if (m_experiment->isHidden())
        m_experimentWords->hide();
    else
        all << m_experimentWords;
    const bool hasWords = widthOf(all + controls) <= width();
    for (QWidget *words : all)
        words->setVisible(hasWords);
    const bool isOneLine = hasWords || widthOf(controls) <= width();
    m_rows->setDirection(isOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    setFixedHeight(m_theme.px(isOneLine ? InputsHeight : 2 * InputsHeight - Between));
}

void CompareInputs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().divider);
}

} // namespace ui
