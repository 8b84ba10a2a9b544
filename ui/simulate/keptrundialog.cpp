// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/keptrundialog.h"

#include "model/simulate/keptruns.h"
#include "model/simulate/simulatesession.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signedlabel.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize KeptSize{680, 460};
constexpr int LinesOfRun = 3;
const QString KeptName = u"Kept results"_s;

} // namespace

KeptRunDialog::KeptRunDialog(const Theme &theme, const model::KeptRuns &kept, model::SimulateSession &session,
                             QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_kept(kept)
    , m_session(session)
    , m_list(new QListWidget)
    , m_warning(new SignedLabel(theme))
{
    setWindowTitle(KeptName);
    auto *buttons = new QDialogButtonBox;
    QPushButton *open = buttons->addButton(u"Open"_s, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setButtonLook(*open, ButtonLook::Primary);
    open->setDefault(true);
    auto *column = new QVBoxLayout(this);
    const int side = theme.px(metrics::Space16);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.px(metrics::Space12));
    auto *words
        = new Label(theme, TextStyle::Body,
                    u"Opening one puts its populations, workflows, waits, users and seed in place of those that "
                    "are chosen now, with its results."_s);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addWidget(m_list, 1);
    column->addWidget(m_warning);
    column->addWidget(buttons);
    const QSize most = parent ? parent->window()->size() - QSize(side, side) : screen()->availableSize();
    resize(QSize(theme.px(KeptSize.width()), theme.px(KeptSize.height())).boundedTo(most));
    connect(buttons, &QDialogButtonBox::accepted, this, &KeptRunDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &KeptRunDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, &KeptRunDialog::showChosen);
    connect(&kept, &model::KeptRuns::changed, this, &KeptRunDialog::fill);
    fill();
    m_list->setFocus();
}

void KeptRunDialog::fill()
{
    const int row = std::max(0, m_list->currentRow());
    m_list->clear();
    for (const engine::KeptSimulation &run : m_kept.runs()) {
        const model::KeptRow words = m_kept.row(run);
        const QStringList lines{words.title, words.details, words.finding};
        auto *item = new QListWidgetItem(lines.join(u'\n'), m_list);
        item->setData(Qt::AccessibleTextRole, lines.join(u". "_s));
        item->setSizeHint({0, LinesOfRun * m_theme.px(metrics::Space16) + m_theme.px(metrics::Space24)});
    }
    if (m_list->count() == 0)
        m_list->addItem(u"The store keeps no results yet. Keep, beside the answer of a run, puts them there."_s);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showChosen();
}

void KeptRunDialog::showChosen()
{
    const auto row = std::size_t(std::max(0, m_list->currentRow()));
    const bool isRun = row < m_kept.runs().size();
    const QString lost = isRun ? model::lostByOpening(m_kept.runs()[row], m_session.choices()) : QString();
    m_warning->setContent(lost.isEmpty() ? SignedLabel::Sign() : SignedLabel::Sign(Icon::Warning), lost);
    m_warning->setVisible(!lost.isEmpty());
    announce(*m_list, KeptName, lost);
}

QString KeptRunDialog::warning() const
{
    return m_warning->words();
}

void KeptRunDialog::accept()
{
    const auto row = std::size_t(std::max(0, m_list->currentRow()));
    if (row >= m_kept.runs().size())
        return;
    m_session.open(std::make_shared<const engine::KeptSimulation>(m_kept.runs()[row]));
    QDialog::accept();
}

} // namespace ui
