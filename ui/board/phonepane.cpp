// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/phonepane.h"

#include "engine/delivery/magicnumbers.h"
#include "model/board/boardsession.h"
#include "ui/board/phonewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/phoneswitches.h"
#include "ui/widgets/phoneview.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"

#include <QApplication>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PhonePane::PhonePane(const Theme &theme, model::BoardSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_phone(new PhoneView(theme))
    , m_switches(new PhoneSwitches(theme))
    , m_whoAnswers(new SignedLabel(theme))
{
    auto *column = new QVBoxLayout(this);
    scaleMargins(theme, *column, {metrics::Space12, metrics::Space12, metrics::Space12, metrics::Space12});
    scaleSpacing(theme, *column, metrics::Space8);
    column->addWidget(m_phone, 1);
    column->addWidget(m_whoAnswers);
    column->addWidget(m_switches);

    model::HandsetModel &handset = session.handset();
    connect(m_phone, &PhoneView::answered, &handset, &model::HandsetModel::answer);
    connect(m_phone, &PhoneView::declined, &handset, &model::HandsetModel::decline);
    connect(m_switches, &PhoneSwitches::chosen, &handset, &model::HandsetModel::setSettings);
    connect(&handset, &model::HandsetModel::changed, this, [this] {
        showContent();
        showSettings();
    });
    connect(&session.clock(), &model::ClockModel::ticked, this,
            &PhonePane::showContent); // a call rings and speaks second by second
    connect(&session.mask(), &model::NumberMask::changed, this, &PhonePane::showContent);
    showContent();
    showSettings();
}

void PhonePane::showContent()
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool hadFocus = m_phone->isAncestorOf(focus);
    m_phone->setContent(phoneContent(m_session.handset(), m_session.mask(), m_session.clock()));
    if (hadFocus && !focus->isVisibleTo(m_phone))
        Q_EMIT focusLost();
}

void PhonePane::showSettings()
{
    m_switches->setSettings(m_session.handset().settings());
    showWhoAnswers();
}

void PhonePane::showWhoAnswers()
{
    const engine::Record *record = m_session.handset().record();
    const bool isByHand = !record || m_session.handset().isByHand();
    m_switches->setVisible(isByHand);
    m_whoAnswers->setVisible(!isByHand);
    if (isByHand)
        return;
    const engine::MagicNumber *magic = engine::findMagicNumber(record->request.number);
    if (magic)
        m_whoAnswers->setContent(Icon::Info, u"A test number: "_s + magic->summary + u'.');
    else if (record->request.population.isEmpty())
        m_whoAnswers->setContent(Icon::Info, u"Imported: nobody here operates this phone."_s);
    else
        m_whoAnswers->setContent(Icon::Simulated,
                                 u"The population “"_s + record->request.population
                                     + u"” answers this phone. It takes no typing."_s,
                                 &Tokens::simulated);
}

} // namespace ui
