// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/keyhelp.h"

#include "ui/actions/actiontable.h"
#include "ui/actions/inplacekeys.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::array<std::pair<PageId, const char16_t *>, 6> Pages{{{PageId::Board, u"On the Board"},
                                                                    {PageId::Handsets, u"On Handsets"},
                                                                    {PageId::Compare, u"On Compare"},
                                                                    {PageId::Simulate, u"On Simulate"},
                                                                    {PageId::Api, u"On API"},
                                                                    {PageId::Admin, u"On Admin"}}};

ActionId goTo(PageId page)
{
    constexpr std::array Actions{ActionId::GoToBoard,    ActionId::GoToHandsets, ActionId::GoToCompare,
                                 ActionId::GoToSimulate, ActionId::GoToApi,      ActionId::GoToAdmin};
    return Actions[std::size_t(page) - 1];
}

KeyLine lineOf(QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return {action.text().remove(u'&'), keys.join(u" or "_s), &action};
}

template <class IsMember>
std::vector<KeyLine> linesOf(const Actions &actions, IsMember isMember)
{
    std::vector<KeyLine> lines;
    for (const ActionEntry &entry : actionEntries()) {
        QAction *action = actions.find(entry.id);
        if (action && isMember(entry.id))
            lines.push_back(lineOf(*action));
    }
    return lines;
}

template <class IsMember>
void addInPlace(std::vector<KeyGroup> &groups, IsMember isMember)
{
    for (const InPlaceKey &key : inPlaceKeys()) {
        if (!isMember(key))
            continue;
        const QString where = QString::fromUtf16(key.where);
        if (groups.empty() || groups.back().where != where)
            groups.push_back({where, {}});
        groups.back().lines.push_back({QString::fromUtf16(key.words), QString::fromUtf16(key.keys), nullptr});
    }
}

} // namespace

std::vector<KeyGroup> keyHelp(const Actions &actions)
{
    std::vector<KeyGroup> groups;
    const auto add = [&groups](const char16_t *where, std::vector<KeyLine> lines) {
        if (!lines.empty())
            groups.push_back({QString::fromUtf16(where), std::move(lines)});
    };
    add(u"Everywhere", linesOf(actions, [&](ActionId id) { return actions.isBoundEverywhere(id); }));
    for (const auto &[page, where] : Pages) {
        add(where, linesOf(actions, [&actions, page = page](ActionId id) {
                return actions.isBoundOn(id, page) && !actions.isBoundEverywhere(id);
            }));
    }
    addInPlace(groups, [&](const InPlaceKey &key) { return !key.page || actions.find(goTo(*key.page)); });
    return groups;
}

std::vector<KeyGroup> dialogKeyHelp(QStringView where)
{
    std::vector<KeyGroup> groups;
    for (const QStringView each : {where, QStringView(u"In every window")})
        addInPlace(groups, [each](const InPlaceKey &key) { return each == QStringView(key.where); });
    return groups;
}

std::vector<KeyLine> possibleActions(const Actions &actions)
{
    return linesOf(actions, [&](ActionId id) { return actions.find(id)->isEnabled(); });
}

} // namespace ui
