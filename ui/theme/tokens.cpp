// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <cmath>

namespace ui {

namespace {

QColor rgb(QRgb figure)
{
    return QColor::fromRgb(figure);
}

Tokens makeLight()
{
    Tokens t;
    t.window = rgb(0xF5F6F8);
    t.base = rgb(0xFFFFFF);
    t.header = rgb(0xE9ECF0);
    t.selection = rgb(0xD5E5F7);
    t.text = rgb(0x1A222C);
    t.secondary = rgb(0x505B69);
    t.accent = rgb(0x0B5CAD);
    t.textOnAccent = rgb(0xFFFFFF);
    t.controlEdge = rgb(0x76808D);
    t.divider = rgb(0xD3D9E0);
    t.grid = rgb(0xE1E5EA);
    t.bandViolet = rgb(0xEFE8F6);
    t.bandAmber = rgb(0xFCF0DA);
    t.bandRed = rgb(0xFBE6E6);
    t.bandGreen = rgb(0xE2F2EB);
    t.running = rgb(0x0480D0);
    t.verified = rgb(0x0C6B50);
    t.expired = rgb(0xB36E03);
    t.failed = rgb(0x940013);
    t.neutral = rgb(0x747B87);
    t.simulated = rgb(0x5B397A);
    t.workflows
        = {rgb(0x1585E7), rgb(0x8B5813), rgb(0x653390), rgb(0x086252), rgb(0xE05287), rgb(0xA08404), rgb(0x283949)};
    t.primaryFill = t.accent;
    t.primaryText = t.textOnAccent;
    t.primaryEdge = t.accent;
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.window = rgb(0x14181E);
    t.base = rgb(0x1B2027);
    t.header = rgb(0x262C35);
    t.selection = rgb(0x1E3A5C);
    t.text = rgb(0xE7EBF0);
    t.secondary = rgb(0xA9B3C0);
    t.accent = rgb(0x6CAEFF);
    t.textOnAccent = rgb(0x0E1620);
    t.controlEdge = rgb(0x7F8A99);
    t.divider = rgb(0x323A45);
    t.grid = rgb(0x2A313B);
    t.bandViolet = rgb(0x33273D);
    t.bandAmber = rgb(0x3A2E17);
    t.bandRed = rgb(0x40211F);
    t.bandGreen = rgb(0x1B3529);
    t.running = rgb(0x6CAEFF);
    t.verified = rgb(0x59DC99);
    t.expired = rgb(0xF9AA3B);
    t.failed = rgb(0xE9706A);
    t.neutral = rgb(0x93979E);
    t.simulated = rgb(0xB585C2);
    t.workflows
        = {rgb(0x91BAFE), rgb(0xCA6E1A), rgb(0x9967D2), rgb(0x3D9D7B), rgb(0xFE9AB5), rgb(0xC4CB49), rgb(0x717988)};
    t.primaryFill = t.header;
    t.primaryText = t.accent;
    t.primaryEdge = t.accent;
    return t;
}

// The grey that reflects as much light (relative luminance of sRGB, as in WCAG 2).
QColor grey(const QColor &colour)
{
    const auto linear = [](float channel) {
        return channel <= 0.04045f ? channel / 12.92f : std::pow((channel + 0.055f) / 1.055f, 2.4f);
    };
    const float luminance
        = 0.2126f * linear(colour.redF()) + 0.7152f * linear(colour.greenF()) + 0.0722f * linear(colour.blueF());
    const float channel
        = luminance <= 0.0031308f ? luminance * 12.92f : 1.055f * std::pow(luminance, 1 / 2.4f) - 0.055f;
    return QColor::fromRgbF(channel, channel, channel);
}

} // namespace

QColor Tokens::workflow(int id) const
{
    return id >= 1 && id <= int(workflows.size()) ? workflows[std::size_t(id - 1)] : neutral;
}

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

Tokens withoutColour(const Tokens &tokens)
{
    Tokens result = tokens;
    for (QColor Tokens::*role :
         {&Tokens::window,    &Tokens::base,        &Tokens::header,       &Tokens::selection,   &Tokens::text,
          &Tokens::secondary, &Tokens::accent,      &Tokens::textOnAccent, &Tokens::controlEdge, &Tokens::divider,
          &Tokens::grid,      &Tokens::bandViolet,  &Tokens::bandAmber,    &Tokens::bandRed,     &Tokens::bandGreen,
          &Tokens::running,   &Tokens::verified,    &Tokens::expired,      &Tokens::failed,      &Tokens::neutral,
          &Tokens::simulated, &Tokens::primaryFill, &Tokens::primaryText,  &Tokens::primaryEdge})
        result.*role = grey(tokens.*role);
    for (QColor &colour : result.workflows)
        colour = grey(colour);
    return result;
}

} // namespace ui
