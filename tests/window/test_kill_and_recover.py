"""What a person draws is there after kill -9, and can all be undone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.window.person import ROOT, Person

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

FIRST, SECOND, DECISION = (520, 260), (900, 260), (900, 560)
PORT = 128 + 14  # from a stage's middle to the port on its side, at 100 %


def command(*arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *(str(argument) for argument in arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


def counts(file: Path) -> dict[str, dict[str, int]]:
    told = json.loads(command("info", file, "--json"))
    return {"nodes": told["nodes"], "links": told["links"]}


def draw(person: Person) -> None:
    """Two stages, a decision with two outcomes, a loop back and three branches."""
    person.click(*FIRST, times=2)
    person.write("Look around")
    person.press("Return")
    person.click(*SECOND, times=2)
    person.write("Compare")
    person.press("Return")
    person.point(*FIRST)
    person.drag((FIRST[0] + PORT, FIRST[1]), SECOND)
    person.point(*SECOND)
    person.drag((SECOND[0], SECOND[1] - 38 - 14), FIRST)  # the loop back
    person.point(*DECISION)
    person.press("ctrl+alt+3")
    person.write("Which one?")
    person.press("Return")
    person.point(*SECOND)
    person.drag((SECOND[0], SECOND[1] + 38 + 14), DECISION)
    for place, text in (((520, 520), "Not now"), ((520, 640), "Signed")):
        person.point(*DECISION)
        person.drag((DECISION[0] - 110 - 14, DECISION[1]), place)
        person.write(text)
        person.press("Return")
    person.click(*FIRST)
    for key, text in (("Tab", "Time"), ("Return", "Money"), ("Return", "Trust")):
        person.press(key)
        person.write(text)
        person.press("Return")


def test_all_is_there_after_a_kill_and_can_be_undone(tmp_path: Path) -> None:
    file = tmp_path / "drawn.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        draw(person)
        person.kill()
        person.start()
        person.press("ctrl+s")
        person.leave()
        drawn = counts(file)
        person.start()
        for _ in range(20):
            person.press("ctrl+z")
        person.press("ctrl+s")
        person.leave()
    assert drawn["nodes"] == {"stage": 2, "decision": 1, "outcome": 2, "branch": 3}
    assert drawn["links"] == {"transition": 5}
    assert not any(counts(file)["nodes"].values())
    assert not any(counts(file)["links"].values())
