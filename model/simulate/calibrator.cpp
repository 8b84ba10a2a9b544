// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/calibrator.h"

#include "engine/population/presets.h"
#include "model/compare/ratewords.h"
#include "model/simulate/figures.h"
#include "model/words/counts.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;

namespace {

// "Workflow 1 verifies 87.9 % simulated, 88.2 % in the data; 3 69.1 %, 77.8 %."
QString fitWords(const engine::Calibration &calibration)
{
    QStringList each;
    for (const engine::WorkflowFit &fit : calibration.fit) {
        const QString words = each.isEmpty() ? u"workflow %1 verifies %2 simulated, %3 in the data"_s : u"%1: %2, %3"_s;
        each << words.arg(QString::number(fit.workflow), rateText(fit.simulated), rateText(fit.measured));
    }
    return u"Calibrated from \"%1\" as published%2%3."_s.arg(calibration.start, each.isEmpty() ? u""_s : u": "_s,
                                                             each.join(u"; "_s));
}

// Whether a person can tell the figure at `path` of the one from that of the other.
bool isShownOtherwise(const engine::Population &a, const engine::Population &b, const QString &path)
{
    const std::vector<FigureRow> first = figureRows(a, {}, {});
    const std::vector<FigureRow> second = figureRows(b, {}, {});
    return !std::equal(first.begin(), first.end(), second.begin(), second.end(),
                       [&](const FigureRow &one, const FigureRow &other) {
                           return one.key.section(u'#', 0, 0) != path || one.value == other.value;
                       });
}

} // namespace

Calibrator::~Calibrator()
{
    if (m_calibrating.joinable())
        m_calibrating.join(); // some hundredths of a second
}

void Calibrator::calibrate(const QString &marketName, const engine::Market &market, bool isInvented)
{
    if (m_calibrating.joinable())
        m_calibrating.join();
    if (!engine::canCalibrate(market)) {
        Q_EMIT notFound(
            u"%1 tells too little to calibrate with: fewer than %2 were verified by a first SMS, and by a first call."_s
                .arg(marketName)
                .arg(engine::EnoughToCalibrate));
        return;
    }
    m_calibrating = std::thread([this, marketName, market, isInvented] {
        auto calibration = engine::calibrateBest(engine::presets(), market);
        calibration.population.name = marketName + u", calibrated"_s;
        QMetaObject::invokeMethod(
            this,
            [this, marketName, calibration = std::move(calibration), isInvented] {
                take(marketName, calibration, isInvented);
            },
            Qt::QueuedConnection);
    });
}

void Calibrator::take(const QString &marketName, const engine::Calibration &calibration, bool isInvented)
{
    if (calibration.figures.empty()) {
        Q_EMIT notFound(u"No figure was found with which users would be verified as in %1."_s.arg(marketName));
        return;
    }
    engine::Population population = calibration.population;
    qsizetype fitted = 0;
    for (const engine::CalibratedFigure &figure : calibration.figures) {
        if (!isShownOtherwise(population, *engine::findPreset(calibration.start), figure.path))
            continue;
        setFittedOrigin(population, figure.path, figure.requests, isInvented);
        ++fitted;
    }
    const QString fit = fitWords(calibration);
    Q_EMIT found(population, fit,
                 u"%1: %2 %3 fitted. %4"_s.arg(population.name, counted(fitted, u"figure"_s),
                                               fitted == 1 ? u"is"_s : u"are"_s, fit));
}

} // namespace model
