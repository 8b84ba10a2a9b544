// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/phoneswitches.h"

#include "model/words/times.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/scaledlayout.h"

#include <QBoxLayout>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

using Messages = engine::HandsetSettings::Messages;
using Calls = engine::HandsetSettings::Calls;

constexpr std::array LateBy{10s, 30s, 60s, 120s, 300s};
constexpr int AroundWords = 52; // glyph, arrow and air of a field

QString lateWords(engine::seconds lateBy)
{
    return u"late by "_s + model::duration(lateBy);
}

// As wide as what is chosen, not as the longest choice.
int widthOf(const Theme &theme, const QComboBox &field)
{
    return field.fontMetrics().horizontalAdvance(field.currentText()) + theme.px(AroundWords);
}

} // namespace

PhoneSwitches::PhoneSwitches(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_messages(new ChoiceField)
    , m_calls(new ChoiceField)
    , m_row(new QHBoxLayout(this))
{
    // The items' data are what they mean: how messages come (and how late), what becomes of calls.
    const QIcon sms = themedIcon(theme, Mark::SmsGlyph);
    m_messages->addItem(sms, u"arrive"_s, 0);
    for (const engine::seconds lateBy : LateBy)
        m_messages->addItem(sms, lateWords(lateBy), int(lateBy.count()));
    m_messages->addItem(sms, u"not delivered"_s, -1);
    m_messages->setAccessibleName(u"Messages to this phone"_s);
    const QIcon call = themedIcon(theme, Mark::CallGlyph);
    m_calls->addItem(call, u"ask me"_s, int(Calls::AskMe));
    m_calls->addItem(call, u"answered"_s, int(Calls::Answered));
    m_calls->addItem(call, u"not answered"_s, int(Calls::NotAnswered));
    m_calls->setAccessibleName(u"Calls to this phone"_s);
    for (ChoiceField *field : {m_messages, m_calls}) {
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(3);
        m_row->addWidget(field, 1);
        connect(field, &QComboBox::activated, this, &PhoneSwitches::take);
    }
    m_row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *m_row, metrics::Space4);
}

QList<QWidget *> PhoneSwitches::controls() const
{
    return {m_messages, m_calls};
}

void PhoneSwitches::setSettings(const engine::HandsetSettings &settings)
{
    m_settings = settings;
    int messages = 0;
    if (settings.messages == Messages::AreLost) {
        messages = -1;
    } else if (settings.messages == Messages::AreLate) {
        offerLateBy(settings.lateBy);
        messages = int(settings.lateBy.count());
    }
    m_messages->setCurrentIndex(m_messages->findData(messages));
    m_calls->setCurrentIndex(m_calls->findData(int(settings.calls)));
    arrange();
}

void PhoneSwitches::offerLateBy(engine::seconds lateBy)
{
    const int wanted = int(lateBy.count());
    if (m_messages->findData(wanted) >= 0)
        return;
    int place = 1;
    while (m_messages->itemData(place).toInt() > 0 && m_messages->itemData(place).toInt() < wanted)
        ++place;
    m_messages->insertItem(place, themedIcon(m_theme, Mark::SmsGlyph), lateWords(lateBy), wanted);
}

void PhoneSwitches::take()
{
    const int messages = m_messages->currentData().toInt();
    m_settings.messages = messages < 0 ? Messages::AreLost : messages > 0 ? Messages::AreLate : Messages::Arrive;
    m_settings.lateBy = engine::seconds(std::max(messages, 0));
    m_settings.calls = Calls(m_calls->currentData().toInt());
    arrange();
    Q_EMIT chosen(m_settings);
}

// Side by side where both can be read, else one over the other.
void PhoneSwitches::arrange()
{
    const int messages = widthOf(m_theme, *m_messages);
    const int calls = widthOf(m_theme, *m_calls);
    const bool fits = messages + m_row->spacing() + calls <= width();
    m_row->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_row->setStretch(0, fits ? messages : 0);
    m_row->setStretch(1, fits ? calls : 0);
}

void PhoneSwitches::resizeEvent(QResizeEvent *)
{
    arrange();
}

} // namespace ui
