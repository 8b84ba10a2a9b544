// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardfilter.h"
#include "model/compare/comparecontent.h"
#include "ui/frame/page.h"

class QBoxLayout;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace model {
class CompareSession;
struct Guidance;
} // namespace model

namespace ui {

class ChartPanel;
class ChartTabs;
class CompareCharts;
class CompareInputs;
class CompareTools;
class EmptyState;
class MarketPane;
class ReportSaver;
class Theme;
class VerdictCard;

// Compare: which workflow verifies most users, and how sure that is. It lays out its parts and joins them to the
// session, which has the data and reads nothing while the page is hidden. Session and theme outlive it.
class ComparePage : public Page {
    Q_OBJECT

public:
    ComparePage(const Theme &theme, model::CompareSession &session, const std::vector<model::Guidance> &guidance,
                QWidget *parent = nullptr);

    VerdictCard &verdict() const { return *m_verdict; }
    ChartTabs &tabs() const { return *m_tabs; }
    ReportSaver &report() const { return *m_report; }
    // In the order of the page.
    QList<ChartPanel *> charts() const;

    PageId id() const override { return PageId::Compare; }
    QString name() const override;
    QWidget *tools() const override;
    void bindActions(Actions &actions) override;
    QList<QWidget *> panes() const override;
    void takeFocus() override;
    QString titleNote() const override;
    QString stateSentence() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

Q_SIGNALS:
    void newWanted();
    void importWanted();
    void boardWanted(const QVariant &place); // the Board, filtered to what was opened
    void calibrateWanted(); // a population, with the market that is shown
    void simulateWanted(); // what was opened is simulated
    void told(const QString &sentence); // how something went that was asked for

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *evidence(const std::vector<model::Guidance> &guidance);
    void join();
    void choose(const model::CompareChoices &choices);
    void showContent();
    void arrange();
    void showSkip();
    void showKeeping();
    void askToDelete();
    void openBoard(engine::WorkflowId workflow, model::StateChip chip);
    ChartPanel *focusedChart() const;
    void showMethods();
    void askForReport();
    void toggleTable();

    const Theme &m_theme;
    model::CompareSession &m_session;
    bool m_isFocusWanted = false; // as soon as there is something to show
    CompareTools *m_tools;
    ReportSaver *m_report;
    CompareInputs *m_inputs;
    MarketPane *m_markets;
    VerdictCard *m_verdict;
    QPushButton *m_calibrate;
    QPushButton *m_keep; // what is simulated and not kept
    QPushButton *m_delete; // what is kept
    CompareCharts *m_charts;
    ChartTabs *m_tabs; // ends, trend and pairs
    QWidget *m_evidence = nullptr; // verdict and charts
    QBoxLayout *m_upper = nullptr; // rates and leads
    QBoxLayout *m_lower = nullptr; // times, costs and the tabs
    QSplitter *m_split;
    EmptyState *m_empty;
    QStackedWidget *m_whole;
};

} // namespace ui
