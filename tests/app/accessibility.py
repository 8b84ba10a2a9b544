# SPDX-FileCopyrightText: The Pinpath authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: accessibility.py PINPATH, on a display and a session bus of its own (accessibility.sh makes both).

Walks every page of the demo's window over the accessibility bus, as a screen reader does. It waits for what it expects,
with a deadline that a slow machine keeps, and never for a span of time.
"""
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

BUTTONS = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON)
PATIENCE = 120  # seconds until something expected is given up
LOOK = 0.1  # seconds between two looks
MOST_CHILDREN = 60  # of one parent: a table's thousandth cell is like its first
COUNTED = 5  # seconds that are seen to go by
FEWEST_NODES = 20  # a page with fewer was not walked

passed = 0
failed = 0


def check(is_true, what):
    global passed, failed
    if is_true:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}", flush=True)
    return is_true


def settled(ask):
    """What `ask` answers; None where the thing asked about has gone in the meantime."""
    try:
        return ask()
    except GLib.Error:
        return None


def wait_for(ask):
    """The first true answer of `ask`; None when none came in time."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        answer = settled(ask)
        if answer:
            return answer
        if program.poll() is not None:
            return None
        time.sleep(LOOK)
    return None


def children(node):
    count = min(settled(node.get_child_count) or 0, MOST_CHILDREN)
    found = [settled(lambda: node.get_child_at_index(i)) for i in range(count)]
    return [child for child in found if child]


def walk(node):
    """All that is shown under it, itself included."""
    yield node
    for child in children(node):
        states = settled(child.get_state_set)
        if states and (states.contains(Atspi.StateType.SHOWING) or child.get_role() == Atspi.Role.MENU_ITEM):
            yield from walk(child)


def find(root, role, name):
    for node in walk(root):
        if node.get_role() == role and (node.get_name() or "").startswith(name):
            return node
    return None


def windows():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application and application.get_process_id() == program.pid:
            application.set_cache_mask(Atspi.Cache.NONE)
            yield from children(application)


def window(role, name=""):
    return next((w for w in windows() if w.get_role() == role and (w.get_name() or "").startswith(name)), None)


def path(node):
    """How to find it: the roles and names from it up to the window."""
    steps = []
    while node and node.get_role() != Atspi.Role.APPLICATION:
        steps.append(f"{node.get_role_name()} '{node.get_name()}'")
        node = node.get_parent()
    return " in ".join(steps)


def nameless(root):
    """Controls that take the focus and have nothing to be called by; how many nodes there were."""
    found, count = [], 0
    for node in walk(root):
        count += 1
        states = settled(node.get_state_set)
        if states and states.contains(Atspi.StateType.FOCUSABLE) and not settled(node.get_name):
            found.append(path(node))
    return found, count


def check_controls(root, what):
    found, count = nameless(root)
    check(count >= FEWEST_NODES, f"{what}: only {count} nodes were found")
    check(not found, f"{what}: without a name: {'; '.join(found)}")


def check_board(frame):
    table = find(frame, Atspi.Role.TABLE, "Verifications") or find(frame, Atspi.Role.TREE_TABLE, "Verifications")
    if not check(table, "Board: there is no table of verifications"):
        return
    rows, columns = Atspi.Table.get_n_rows(table), Atspi.Table.get_n_columns(table)
    check(rows > 5, f"Board: the demo has only {rows} rows")
    check(bool(Atspi.Table.get_selected_rows(table)), "Board: the table has no current row")

    def sentences():
        """The timeline's cells, once the rows in view have been read in full."""
        cells = [Atspi.Table.get_accessible_at(table, row, columns - 1).get_name() for row in range(min(rows, 8))]
        return cells if all(re.search(r"\b(SMS|call)\b.* \w+", cell) for cell in cells) else None

    cells = wait_for(sentences)
    check(cells, "Board: a timeline does not read as a sentence")
    for cell in cells or []:
        print(f"  timeline: {cell}")


def check_countdown(frame):
    """Seconds go by in the table while nothing is told of them."""
    told = {}

    def hear(event):
        name = settled(event.source.get_name) or ""
        words = f"{event.source.get_role_name()} {re.sub(r'[0-9]+', '#', name)}"
        told[words] = told.get(words, 0) + 1

    listener = Atspi.EventListener.new(hear)
    listener.register("object:property-change:accessible-name")
    table = find(frame, Atspi.Role.TABLE, "Verifications")
    run_clock = find(frame, Atspi.Role.PUSH_BUTTON, "Let the clock run")
    if not check(table and run_clock, "Board: there is no clock to run"):
        return
    Atspi.Action.do_action(run_clock, 0)
    seen = set()

    def seconds_pass():
        while GLib.MainContext.default().iteration(False):
            pass
        cells = [Atspi.Table.get_accessible_at(table, row, 3).get_name() for row in range(8)]
        seen.add(next((cell for cell in cells if cell.endswith(" left")), ""))
        return len(seen) > COUNTED

    check(wait_for(seconds_pass), f"Board: nothing counts down: {seen}")
    check(sum(told.values()) > 0, "Board: no change of a name was heard at all")  # the pause button's
    chatty = [words for words, times in told.items() if times >= COUNTED]
    check(not chatty, f"Board: a countdown is told: {'; '.join(chatty)}")
    listener.deregister("object:property-change:accessible-name")


def check_page(button):
    name = re.split(r",", button.get_name())[0]
    Atspi.Action.do_action(button, 0)
    frame = wait_for(lambda: window(Atspi.Role.FRAME, f"{name} "))
    if not check(frame, f"{name}: the title does not name the page"):
        return False
    print(f"{frame.get_name()}", flush=True)
    check(frame.get_name().endswith(" - Pinpath"), f"{name}: the title is {frame.get_name()}")
    check_controls(frame, name)
    if name == "Board":
        check_board(frame)
    return True


def check_new_verification(frame):
    button = find(frame, Atspi.Role.PUSH_BUTTON, "New verification")
    if not check(button, "Board: there is no button for a new verification"):
        return
    Atspi.Action.do_action(button, 0)
    dialog = wait_for(lambda: window(Atspi.Role.DIALOG, "New verification"))
    if not check(dialog, "New verification: the dialog does not open"):
        return
    check_controls(dialog, "New verification")
    close = find(dialog, Atspi.Role.PUSH_BUTTON, "Close")
    Atspi.Action.do_action(close, 0)
    check(wait_for(lambda: not window(Atspi.Role.DIALOG)), "New verification: the dialog does not close")


def run():
    frame = wait_for(lambda: window(Atspi.Role.FRAME, "Board "))
    if not check(frame, "the window does not come onto the accessibility bus"):
        return
    rail = wait_for(lambda: next((n for n in walk(frame) if n.get_name() == "Pages"), None))
    if not check(rail, "there is no rail of pages"):
        return
    buttons = [node for node in children(rail) if node.get_role() in BUTTONS]
    walked = sum([check_page(button) for button in buttons])
    check(walked > 0, "no page was walked")
    check_page(buttons[0])
    check_new_verification(window(Atspi.Role.FRAME))
    check_countdown(window(Atspi.Role.FRAME))


Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)
program = subprocess.Popen([sys.argv[1], "--demo", "--api-port", "0"])
try:
    run()
    check(program.poll() is None, f"the program ended by itself: {program.returncode}")
finally:
    program.terminate()
    try:
        code = program.wait(PATIENCE)
        check(code in (0, 143, -15), f"the program ended with {code}")
    except subprocess.TimeoutExpired:
        program.kill()
        check(False, "the program does not end")
print(f"\n{passed} passed, {failed} failed")
sys.exit(failed != 0 or passed == 0)
