// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>

namespace app {

// Asks the engine and waits for its answer; `ask` gets the reply to pass on. For programs that have nothing else to do
// meanwhile; never on the engine's own thread.
template <class Answer, class Ask>
Answer await(Ask ask)
{
    std::promise<Answer> answered;
    ask([&answered](const Answer &answer) { answered.set_value(answer); });
    return answered.get_future().get();
}

} // namespace app
