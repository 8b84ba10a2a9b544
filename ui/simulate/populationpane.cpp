// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/populationpane.h"

#include "model/simulate/figuremodel.h"
#include "model/simulate/simulatesession.h"
#include "ui/simulate/figuretable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"
#include "ui/widgets/wraplabel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 LargestFile = 1 << 20; // bytes; a population has about a thousand

QString fileName(const QString &population)
{
    QString name = population.toLower();
    for (QChar &letter : name) {
        if (!letter.isLetterOrNumber())
            letter = u'-';
    }
    return name + u".json"_s;
}

} // namespace

PopulationPane::PopulationPane(const Theme &theme, model::SimulateSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_model(new model::FigureModel(session, this))
    , m_choice(new QComboBox)
    , m_edit(new QPushButton(u"Edit"_s))
    , m_more(new QPushButton(u"More"_s))
    , m_table(new FigureTable(theme, *m_model))
    , m_origins(new WrapLabel(theme, TextStyle::Caption))
    , m_problem(new SignedLabel(theme))
{
    auto *words = new Label(theme, TextStyle::Body, u"Population"_s);
    words->setBuddy(m_choice);
    m_choice->setAccessibleName(u"Population"_s);
    m_choice->setMinimumContentsLength(8);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_edit->setToolTip(u"Edit the figure of the current row"_s);
    m_more->setToolTip(u"Add a market or a file, save this one, or take it back to how it came"_s);
    m_more->setAccessibleName(u"More about populations"_s);
    auto *top = new QHBoxLayout;
    scaleSpacing(theme, *top, metrics::Space8);
    top->addWidget(words);
    top->addWidget(m_choice, 1);
    top->addWidget(m_edit);
    top->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *column, metrics::Space4);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_problem);
    column->addWidget(m_origins);
    join();
    setProblem({});
    showState();
}

void PopulationPane::join()
{
    auto *menu = new QMenu(m_more);
    m_markets = menu->addMenu(u"Add a &market"_s);
    menu->addAction(u"Calibrate from &data…"_s, this, &PopulationPane::calibrateWanted);
    menu->addAction(u"&Open a population…"_s, this, [this] { chooseFile(false); });
    menu->addAction(u"&Save this one…"_s, this, [this] { chooseFile(true); });
    menu->addSeparator();
    m_reset = menu->addAction(u"As it &came"_s, this, [this] {
        setProblem({});
        m_session.resetPopulation();
    });
    m_remove = menu->addAction(u"&Remove it"_s, this, [this] {
        setProblem({});
        m_session.removePopulation();
    });
    m_more->setMenu(menu);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int place) {
        setProblem({});
        m_session.show(std::size_t(place));
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        m_table->setFocus();
        m_table->editCurrent();
    });
    connect(m_model, &model::FigureModel::judged, this, &PopulationPane::setProblem);
    connect(&m_session, &model::SimulateSession::changed, this, &PopulationPane::showState);
    connect(&m_session, &model::SimulateSession::notCalibrated, this, &PopulationPane::setProblem);
    connect(&m_session, &model::SimulateSession::calibrated, this, [this] { setProblem({}); });
}

void PopulationPane::showState()
{
    const QSignalBlocker quiet(m_choice);
    const QStringList titles = m_session.titles();
    while (m_choice->count() > titles.size())
        m_choice->removeItem(m_choice->count() - 1);
    for (int i = 0; i < titles.size(); ++i) {
        if (i >= m_choice->count())
            m_choice->addItem(titles.at(i));
        else if (m_choice->itemText(i) != titles.at(i))
            m_choice->setItemText(i, titles.at(i));
    }
    m_choice->setCurrentIndex(int(m_session.shown()));
    m_markets->clear();
    for (const QString &market : m_session.marketsToAdd())
        m_markets->addAction(market, this, [this, market] {
            setProblem({});
            m_session.addMarket(market);
        });
    m_markets->menuAction()->setEnabled(!m_markets->isEmpty());
    m_reset->setEnabled(m_session.isEdited());
    m_remove->setEnabled(m_session.isRemovable());
    m_origins->setText(m_session.figuresSentence());
}

QString PopulationPane::problem() const
{
    return m_problem->words();
}

// Under the table, and with its name, since the focus is back there.
void PopulationPane::setProblem(const QString &sentence)
{
    m_problem->setContent(sentence.isEmpty() ? SignedLabel::Sign() : SignedLabel::Sign(Icon::Warning), sentence,
                          &Tokens::failed);
    m_problem->setVisible(!sentence.isEmpty());
    announce(*m_table, u"Figures of the population"_s, sentence);
}

void PopulationPane::chooseFile(bool isSaving)
{
    auto *dialog = new QFileDialog(this, isSaving ? u"Save the population"_s : u"Open a population"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(u"Populations (*.json)"_s);
    if (isSaving) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"json"_s);
        dialog->selectFile(fileName(m_session.population().name));
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, isSaving](const QString &path) { isSaving ? saveFile(path) : openFile(path); });
    dialog->open();
}

void PopulationPane::openFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        setProblem(u"%1 cannot be read: %2."_s.arg(name, file.errorString()));
        return;
    }
    const QByteArray json = file.read(LargestFile + 1);
    if (json.size() > LargestFile) {
        setProblem(u"%1 is too large to be a population."_s.arg(name));
        return;
    }
    const auto added = m_session.addPopulation(json);
    setProblem(added ? QString() : u"%1: %2"_s.arg(name, added.failure().sentence));
}

void PopulationPane::saveFile(const QString &path)
{
    QSaveFile file(path);
    const bool isSaved
        = file.open(QIODevice::WriteOnly) && file.write(toJson(m_session.population())) >= 0 && file.commit();
    setProblem(isSaved ? QString()
                       : u"%1 cannot be written: %2."_s.arg(QFileInfo(path).fileName(), file.errorString()));
}

} // namespace ui
