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

constexpr int InputHeight = 32;
constexpr int GreatestBoxWidth = 260; // names may be long
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
    , m_brand(new QComboBox)
    , m_network(new QComboBox)
    , m_source(new QComboBox)
    , m_version(new QComboBox)
    , m_experiment(new QComboBox)
    , m_baseline(new QComboBox)
    , m_margin(new QSpinBox)
{
    addPart(m_scope, u"Period"_s, m_period, u"Period"_s);
    addPart(m_scope, u"Brand"_s, m_brand, u"Brand"_s);
    m_networkPart = addPart(m_scope, u"Network"_s, m_network, u"Network"_s);
    addPart(m_scope, u"Source"_s, m_source, u"Source"_s);
    addPart(m_scope, u"Version"_s, m_version, u"Version of the workflows"_s);
    m_experimentPart = addPart(m_scope, u"Chosen"_s, m_experiment, u"How workflows were chosen"_s);
    addPart(m_rules, u"compared with"_s, m_baseline, u"Compared with workflow"_s);
    QWidget *margin
        = addPart(m_rules, u"differences under"_s, m_margin, u"Differences under this many points do not matter"_s);
    margin->layout()->addWidget(new Label(theme, TextStyle::Body, u"points do not matter"_s, &Tokens::secondary));
    for (QComboBox *box : {m_period, m_brand, m_network, m_source, m_version, m_experiment, m_baseline})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    measureAlways(theme, this, [this] {
        for (QComboBox *box : {m_brand, m_network, m_experiment})
            box->setMaximumWidth(m_theme.px(GreatestBoxWidth));
    });
    m_margin->setRange(0, GreatestMargin);
    for (int i = 0; i < model::PeriodCount; ++i)
        m_period->addItem(model::periodName(model::Period(i)));
    m_version->addItems({u"All"_s, u"Latest"_s});
    m_version->setToolTip(
        u"Latest: of each workflow only the requests that ran with its latest waits and life of a PIN"_s);
    m_experiment->setToolTip(
        u"By lot: only the requests of an experiment, whose users differ in nothing but their workflow"_s);
    m_networkPart->hide();
    m_experimentPart->hide();
    connect(&theme, &Theme::changed, this, &CompareInputs::fit);
    fit();
    join();
}

// A control with its words before it.
QWidget *CompareInputs::addPart(QList<QWidget *> &parts, const QString &words, QWidget *control, const QString &name)
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *row, metrics::Space8);
    auto *label = new Label(m_theme, TextStyle::Body, words, &Tokens::secondary);
    label->setBuddy(control);
    control->setAccessibleName(name);
    row->addWidget(label);
    row->addWidget(control);
    parts << part;
    return part;
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
    connect(m_network, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_choices.network = m_networks[std::size_t(place)];
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
    m_networks = content.networks.empty() ? std::vector{choices.network} : content.networks;
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
    QStringList networks;
    for (const auto &network : m_networks)
        networks << model::brandName(network);
    QStringList experiments;
    for (const auto &experiment : m_experiments)
        experiments << (experiment ? u"by lot in "_s + model::experimentName(*experiment) : u"any way"_s);
    QStringList workflows;
    for (const engine::WorkflowId id : m_workflows)
        workflows << QString::number(id) + (id == choices.baseline ? u", today's"_s : QString());
    fill(*m_source, sources, content.simulated ? int(m_sources.size()) : placeOf(m_sources, choices.source));
    for (QWidget *box : {m_period, m_brand, m_network, m_version, m_experiment})
        box->setEnabled(!content.simulated); // they tell real requests apart
    fill(*m_brand, brands, placeOf(m_brands, choices.brand));
    fill(*m_network, networks, placeOf(m_networks, choices.network));
    fill(*m_experiment, experiments, placeOf(m_experiments, choices.experiment));
    fill(*m_baseline, workflows, placeOf(m_workflows, choices.baseline));
    const QSignalBlocker quietPeriod(m_period);
    const QSignalBlocker quietVersion(m_version);
    const QSignalBlocker quietMargin(m_margin);
    m_period->setCurrentIndex(int(choices.period));
    m_version->setCurrentIndex(choices.isNewestPlan ? 1 : 0);
    m_margin->setValue(choices.marginPoints);
    const auto show = [this](QWidget &part, bool isMeant) {
        if (isMeant != part.isHidden())
            return;
        part.setVisible(isMeant);
        fit();
    };
    show(*m_networkPart, !content.networks.empty());
    show(*m_experimentPart, !content.experiments.empty());
}

// In one line, with room between them and beside them.
int CompareInputs::widthOf(const QList<QWidget *> &parts) const
{
    int width = m_theme.px(metrics::Space16);
    for (const QWidget *part : parts)
        width += part->sizeHint().width() + m_theme.px(metrics::Space16);
    return width;
}

QSize CompareInputs::minimumSizeHint() const
{
    int widest = 0;
    for (QWidget *part : m_scope + m_rules)
        widest = std::max(widest, part->isHidden() ? 0 : widthOf({part}));
    return {widest, height()};
}

// Rules stay together while a line has room for them.
std::vector<QList<QWidget *>> CompareInputs::lines() const
{
    std::vector<QList<QWidget *>> lines(1);
    const auto add = [&](const QList<QWidget *> &parts) {
        if (!lines.back().isEmpty() && widthOf(lines.back() + parts) > width())
            lines.emplace_back();
        lines.back() += parts;
    };
    for (QWidget *part : m_scope) {
        if (!part->isHidden())
            add({part});
    }
    if (widthOf(m_rules) <= width()) {
        add(m_rules);
    } else {
        for (QWidget *part : m_rules)
            add({part});
    }
    return lines;
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

void CompareInputs::fit()
{
    const int gap = m_theme.px(metrics::Space8);
    const int height = m_theme.px(InputHeight);
    int y = gap;
    for (const QList<QWidget *> &line : lines()) {
        int x = m_theme.px(metrics::Space16);
        const bool isOfBoth = m_scope.contains(line.front());
        for (QWidget *part : line) {
            if (isOfBoth && part == m_rules.front())
                x += width() - widthOf(line); // the rest of the line stands at its end
            const int wanted = std::min(part->sizeHint().width(), width() - x);
            part->setGeometry(x, y, wanted, height);
            x += wanted + m_theme.px(metrics::Space16);
        }
        y += height + gap;
    }
    setFixedHeight(y);
}

void CompareInputs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().divider);
}

} // namespace ui
