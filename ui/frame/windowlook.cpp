// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowlook.h"

#include "model/handsets/sound.h"
#include "model/words/numberwords.h"
#include "ui/actions/actiontable.h"
#include "ui/frame/statusline.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qreal TextStep = 0.1;

} // namespace

WindowLook::WindowLook(const Parts &parts, QObject *window)
    : QObject(window)
    , m_parts(parts)
{
    bindTextSizes();
    bindSchemes();
    bindSwitches();
}

void WindowLook::bindTextSizes()
{
    Actions &actions = m_parts.actions;
    actions.bind(ActionId::LargerText, this, [this] { changeTextSize(m_parts.theme.textSize() + TextStep); });
    actions.bind(ActionId::SmallerText, this, [this] { changeTextSize(m_parts.theme.textSize() - TextStep); });
    actions.bind(ActionId::NormalText, this, [this] { changeTextSize(1); });
}

void WindowLook::changeTextSize(qreal size)
{
    m_parts.theme.setTextSize(size);
    const QString words = u"Text size "_s + QString::number(qRound(100 * m_parts.theme.textSize())) + u" %"_s;
    m_parts.status.say(words);
    m_parts.announcer.say(words);
}

void WindowLook::bindSchemes()
{
    auto *group = new QActionGroup(this);
    const std::pair<ActionId, ColourScheme> schemes[]{{ActionId::SchemeSystem, ColourScheme::System},
                                                      {ActionId::SchemeLight, ColourScheme::Light},
                                                      {ActionId::SchemeDark, ColourScheme::Dark}};
    for (const auto &[id, scheme] : schemes) {
        QAction &action = m_parts.actions.bind(id, this, [this, scheme = scheme] { m_parts.theme.setScheme(scheme); });
        group->addAction(&action);
        action.setChecked(m_parts.theme.scheme() == scheme);
        connect(&m_parts.theme, &Theme::changed, &action,
                [this, &action, scheme = scheme] { action.setChecked(m_parts.theme.scheme() == scheme); });
    }
}

void WindowLook::bindSwitches()
{
    model::NumberMask &masked = m_parts.mask;
    QAction &mask = m_parts.actions.bind(ActionId::MaskNumbers, this, [&masked](bool isOn) { masked.setOn(isOn); });
    connect(&masked, &model::NumberMask::changed, &mask, [&masked, &mask] { mask.setChecked(masked.isOn()); });
    model::Sound &sound = m_parts.sound;
    QAction &mute = m_parts.actions.bind(ActionId::MuteCalls, &sound, [&sound](bool muted) { sound.setMuted(muted); });
    connect(&sound, &model::Sound::changed, &mute, [&sound, &mute] { mute.setChecked(sound.isMuted()); });
}

} // namespace ui
