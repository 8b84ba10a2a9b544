// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QSpinBox;

namespace ui {

class Theme;

// The row of what is compared: period, brand, source, version and experiment at the left, today's workflow and the
// margin at the right, or under them where it is narrow.
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
    int widthOf(const QList<QWidget *> &parts) const;
    QList<QWidget *> scopeControls() const;
    QList<QWidget *> ruleControls() const;

    const Theme &m_theme;
    model::CompareChoices m_choices;
    std::vector<std::optional<engine::Source>> m_sources;
    std::optional<model::SimulatedPlace> m_firstSimulated; // stands after the sources
    std::vector<std::optional<std::string>> m_brands;
    std::vector<std::optional<std::string>> m_experiments;
    std::vector<engine::WorkflowId> m_workflows;
    QBoxLayout *m_rows; // what is chosen, and the rules for it
    QComboBox *m_period;
    QComboBox *m_brand;
    QComboBox *m_source;
    QComboBox *m_version;
    QComboBox *m_experiment; // only where there are any
    QComboBox *m_baseline;
    QSpinBox *m_margin;
    QList<QWidget *> m_words; // between the controls; they go where there is no room
    QWidget *m_experimentWords = nullptr; // the same of what is not always there
};

} // namespace ui
