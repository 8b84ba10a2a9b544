// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/bannerarea.h"

#include "engine/runtime/engine.h"
#include "ui/widgets/bannerline.h"

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

void BannerArea::showDemo()
{
    auto *line = new BannerLine(m_theme, Band::Violet, Icon::Demo,
                                u"Demo data, invented: every number, rate and price here is made up."_s);
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
