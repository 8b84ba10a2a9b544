// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/phonepane.h"

#include "engine/delivery/magicnumbers.h"
#include "model/board/clockmodel.h"
#include "model/board/handsetmodel.h"
#include "model/words/times.h"
#include "ui/board/phonewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/phoneview.h"
#include "ui/widgets/signedlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Messages = engine::HandsetSettings::Messages;
using Calls = engine::HandsetSettings::Calls;

constexpr engine::seconds LateBy{60};

} // namespace

PhonePane::PhonePane(const Theme &theme, model::HandsetModel &handset, const model::ClockModel &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_handset(handset)
    , m_clock(clock)
    , m_phone(new PhoneView(theme))
    , m_settings(new QWidget)
    , m_messages(new QComboBox)
    , m_calls(new QComboBox)
    , m_whoAnswers(new SignedLabel(theme))
{
    m_messages->addItem(u"arrive"_s, int(Messages::Arrive));
    m_messages->addItem({}, int(Messages::AreLate));
    m_messages->addItem(u"lost"_s, int(Messages::AreLost));
    m_messages->setAccessibleName(u"Messages to this phone"_s);
    m_calls->addItem(u"ask me"_s, int(Calls::AskMe));
    m_calls->addItem(u"answered"_s, int(Calls::Answered));
    m_calls->addItem(u"not answered"_s, int(Calls::NotAnswered));
    m_calls->setAccessibleName(u"Calls to this phone"_s);

    auto *column = new QVBoxLayout(this);
    const int side = theme.px(metrics::Space12);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.px(metrics::Space8));
    column->addWidget(m_phone, 1);
    column->addWidget(m_whoAnswers);
    column->addWidget(settings());

    connect(m_phone, &PhoneView::answered, &handset, &model::HandsetModel::answer);
    connect(m_phone, &PhoneView::declined, &handset, &model::HandsetModel::decline);
    connect(m_messages, &QComboBox::activated, this, &PhonePane::takeSettings);
    connect(m_calls, &QComboBox::activated, this, &PhonePane::takeSettings);
    connect(&handset, &model::HandsetModel::changed, this, [this] {
        showContent();
        showSettings();
    });
    connect(&clock, &model::ClockModel::ticked, this,
            &PhonePane::showContent); // a call rings and speaks second by second
    showContent();
    showSettings();
}

QWidget *PhonePane::settings()
{
    auto *grid = new QGridLayout(m_settings);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(metrics::Space8));
    grid->setVerticalSpacing(m_theme.px(metrics::Space4));
    grid->addWidget(new Label(m_theme, TextStyle::Body, u"messages"_s, &Tokens::secondary), 0, 0);
    grid->addWidget(m_messages, 0, 1);
    grid->addWidget(new Label(m_theme, TextStyle::Body, u"calls"_s, &Tokens::secondary), 1, 0);
    grid->addWidget(m_calls, 1, 1);
    grid->setColumnStretch(1, 1);
    return m_settings;
}

void PhonePane::showContent()
{
    m_phone->setContent(phoneContent(m_handset, m_clock.now()));
}

void PhonePane::showSettings()
{
    const engine::HandsetSettings &settings = m_handset.settings();
    const engine::seconds lateBy = settings.messages == Messages::AreLate ? settings.lateBy : LateBy;
    m_messages->setItemText(m_messages->findData(int(Messages::AreLate)), u"late by "_s + model::duration(lateBy));
    m_messages->setCurrentIndex(m_messages->findData(int(settings.messages)));
    m_calls->setCurrentIndex(m_calls->findData(int(settings.calls)));
    showWhoAnswers();
}

void PhonePane::showWhoAnswers()
{
    const engine::Record *record = m_handset.record();
    const bool isByHand = !record || m_handset.isByHand();
    m_settings->setVisible(isByHand);
    m_whoAnswers->setVisible(!isByHand);
    if (isByHand)
        return;
    const engine::MagicNumber *magic = engine::findMagicNumber(record->request.number);
    if (magic)
        m_whoAnswers->setContent(Icon::Info, u"A test number: "_s + magic->summary + u'.');
    else
        m_whoAnswers->setContent(Icon::Simulated,
                                 u"The population “"_s + record->request.population
                                     + u"” answers this phone. It takes no typing."_s,
                                 &Tokens::simulated);
}

void PhonePane::takeSettings()
{
    engine::HandsetSettings settings = m_handset.settings();
    settings.messages = Messages(m_messages->currentData().toInt());
    if (settings.messages == Messages::AreLate && settings.lateBy == engine::seconds::zero())
        settings.lateBy = LateBy;
    settings.calls = Calls(m_calls->currentData().toInt());
    m_handset.setSettings(settings);
}

} // namespace ui
