// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/inplacekeys.h"

namespace ui {

namespace {

const InPlaceKey Keys[]{
    {{}, u"In every window", u"Tab, Shift+Tab", u"Next or previous control"},
    {{}, u"In every window", u"Space", u"Press the button, tick the box"},
    {{}, u"In every window", u"Enter", u"Press the button that has the focus"},
    {{}, u"In every window", u"Alt and a letter", u"Open the menu with that letter underlined"},
    {{}, u"In every window", u"Esc", u"Close the dialog"},

    {PageId::Board, u"In the table", u"Up, Down", u"Another verification"},
    {PageId::Board, u"In the table", u"Left, Right", u"Another cell of its row, read aloud"},
    {PageId::Board, u"In the table", u"Page Up, Page Down, Ctrl+Home, Ctrl+End", u"A screen further; newest, oldest"},
    {PageId::Board, u"In the table", u"Enter", u"Into the detail, to the code field"},

    {PageId::Board, u"In the picture of the selected one", u"Left, Right", u"Walk its marks, each read aloud"},
    {PageId::Board, u"In the picture of the selected one", u"Home, End", u"First and last mark"},
    {PageId::Board, u"In the picture of the selected one", u"Z", u"Open or fold the long waits"},

    {PageId::Board, u"In the code field", u"Enter", u"Send the code; pasting alone does not send"},

    {PageId::Compare, u"In the list of markets", u"Space", u"Tick it: it goes into the report"},

    {{}, u"In New verification", u"Down, in Number", u"List the test numbers and what each does"},
    {{}, u"In New verification", u"Enter", u"Start"},
};

} // namespace

std::span<const InPlaceKey> inPlaceKeys()
{
    return Keys;
}

} // namespace ui
