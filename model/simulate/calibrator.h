// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/calibration.h"

#include <QObject>

#include <thread>

namespace model {

// Makes populations of what happened in markets, each on a thread of its own; one after the other. Lives in the
// window's thread.
class Calibrator : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~Calibrator() override;

    // found() or notFound() follows.
    void calibrate(const QString &marketName, const engine::Market &market, bool isInvented);

Q_SIGNALS:
    // `fit` tells how well the simulated users meet what happened; `sentence` all that is to be said.
    void found(const engine::Population &population, const QString &fit, const QString &sentence);
    void notFound(const QString &sentence); // why

private:
    void take(const QString &marketName, const engine::Calibration &calibration, bool isInvented);

    std::thread m_calibrating;
};

} // namespace model
