// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace ui {

class Theme;

// What is compared: period, brand, network, source, version and experiment at the left, today's workflow and the margin
// at the right. Each keeps its words; where one line has no room for all, they take as many as they need.
class CompareInputs : public QWidget {
    Q_OBJECT

public:
    explicit CompareInputs(const Theme &theme, QWidget *parent = nullptr);

    // Shows them, without saying chosen().
    void setChoices(const model::CompareChoices &choices, const model::CompareContent &content);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // The choices as they were set, with the one that the user changed.
    void chosen(const model::CompareChoices &choices);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void join();
    void fit();
    QWidget *addPart(QList<QWidget *> &parts, const QString &words, QWidget *control, const QString &name);
    std::vector<QList<QWidget *>> lines() const;
    int widthOf(const QList<QWidget *> &parts) const;

    const Theme &m_theme;
    model::CompareChoices m_choices;
    std::vector<std::optional<engine::Source>> m_sources;
    std::optional<model::SimulatedPlace> m_firstSimulated; // stands after the sources
    std::vector<std::optional<std::string>> m_brands;
    std::vector<std::optional<std::string>> m_networks;
    std::vector<std::optional<std::string>> m_experiments;
    std::vector<engine::WorkflowId> m_workflows;
    QComboBox *m_period;
    QComboBox *m_brand;
    QComboBox *m_network; // only where any is known
    QComboBox *m_source;
    QComboBox *m_version;
    QComboBox *m_experiment; // only where there are any
    QComboBox *m_baseline;
    QSpinBox *m_margin;
    QList<QWidget *> m_scope; // each with its words: what is chosen,
    QList<QWidget *> m_rules; // and the rules for it
    QWidget *m_networkPart = nullptr;
    QWidget *m_experimentPart = nullptr;
};

} // namespace ui
