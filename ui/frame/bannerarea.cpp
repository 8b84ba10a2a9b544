// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/bannerarea.h"

#include "engine/runtime/engine.h"
#include "ui/widgets/bannerline.h"

#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

BannerArea::BannerArea(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void BannerArea::explainDemo(const QStringList &details)
{
    auto *box = new QMessageBox(
        QMessageBox::Information, u"Demo data"_s,
        u"Nobody is behind these figures. Thirty days of invented users lived through the workflows by the same "
        u"rules as everybody; each market is a mix of the preset populations, and its phones are numbers that are "
        u"kept for fiction or that nobody can have."_s,
        QMessageBox::Close, this);
    box->setInformativeText(details.join(u'\n'));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void BannerArea::showDemo(const QStringList &details)
{
    auto *line = new BannerLine(m_theme, Band::Violet, Icon::Demo,
                                u"Demo data, invented: a month of users in four markets, each a mix of populations."_s);
    line->setToolTip(details.join(u'\n'));
    if (!details.isEmpty())
        connect(line->addButton(u"Which mixes?"_s), &QPushButton::clicked, this,
                [this, details] { explainDemo(details); });
    connect(line->addButton(u"Start one per workflow"_s), &QPushButton::clicked, this,
            &BannerArea::startOnePerWorkflowWanted);
    connect(line->addButton(u"Start over"_s), &QPushButton::clicked, this, &BannerArea::startOverWanted);
    layout()->addWidget(line);
}

void BannerArea::showStore(const engine::StoreState &state)
{
    if (state.isWritable) {
        delete m_store;
        m_store = nullptr;
        m_storeSentence.clear();
        return;
    }
    if (!m_store) {
        m_store = new BannerLine(m_theme, Band::Red, Icon::Warning, state.sentence);
        connect(m_store->addButton(u"Retry"_s), &QPushButton::clicked, this, &BannerArea::retryWanted);
        layout()->addWidget(m_store);
        m_store->show(); // at once, not with the next event: it is told at once as well
    }
    if (state.sentence == m_storeSentence)
        return;
    m_storeSentence = state.sentence;
    m_store->setSentence(state.sentence);
    Q_EMIT failureShown(state.sentence);
}

void BannerArea::showNotice(const QString &sentence)
{
    auto *line = new BannerLine(m_theme, Band::Red, Icon::Warning, sentence);
    connect(line->addButton(u"Close"_s), &QPushButton::clicked, line, &QObject::deleteLater);
    layout()->addWidget(line);
}

} // namespace ui
