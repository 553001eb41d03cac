from datetime import UTC, datetime

import pytest

from linli.mechanisms.flow.declaration import Flow, Move, State, Within
from linli.mechanisms.flow.diagram import diagram
from linli.mechanisms.flow.flaws import FlawedFlow, find_flaws
from linli.mechanisms.flow.rules import all_given, is_fresh, starts_here
from linli.mechanisms.flow.tests.parcels import PARCEL

STATES = {
    "filed": State("已登记", tone="new"),
    "open": State("办理中"),
    "done": State("已办结", tone="done", open=False),
}
FILE = Move("file", (), "filed", who="a.file", title="登记")
ACCEPT = Move("accept", ("filed",), "open", who="a.work", title="受理")
ANSWER = Move("answer", ("open",), "done", who="a.work", title="办结")


def _flaws(*moves, states=STATES, **more):
    with pytest.raises(FlawedFlow) as caught:
        Flow("a.b", states, moves, **more)
    return str(caught.value)


def test_a_sound_flow_answers_what_starts_where():
    flow = Flow("a.b", STATES, (FILE, ACCEPT, ANSWER))
    assert flow.moves_from("filed") == (ACCEPT,)
    assert flow.openings == (FILE,)
    assert flow.open_states == ("filed", "open")
    assert flow.permissions == {"a.file", "a.work"}
    assert not flow.has_clocks
    with pytest.raises(KeyError):
        flow.move("fly")


def test_a_state_nothing_leads_to_is_named():
    states = {**STATES, "lost": State("遗失", open=False)}
    assert "nothing leads to the state lost" in _flaws(FILE, ACCEPT, ANSWER, states=states)


def test_an_open_state_without_a_way_out_is_named():
    assert "from the state open no end can be reached" in _flaws(
        FILE, ACCEPT, Move("drop", ("filed",), "done", who="a.work", title="撤回")
    )


def test_a_circle_that_reaches_no_end_is_named():
    states = {**STATES, "away": State("转出")}
    send = Move("send", ("open",), "away", who="a.work", title="转出")
    wait = Move("wait", ("away",), None, who="a.work", title="等候")
    assert "from the state away no end" in _flaws(FILE, ACCEPT, ANSWER, send, wait, states=states)


def test_a_move_to_or_from_an_unknown_state_is_named():
    assert "names the unknown state opne" in _flaws(
        FILE, Move("accept", ("filed",), "opne", who="a.work", title="受理"), ANSWER
    )


def test_two_moves_of_one_name_and_a_flow_nothing_opens_are_named():
    assert "two moves are called accept" in _flaws(FILE, ACCEPT, ACCEPT, ANSWER)
    assert "no move opens a case" in _flaws(ACCEPT, ANSWER)


def test_a_clock_left_running_at_an_end_is_named():
    file = Move("file", (), "filed", who="a.file", title="登记", starts=(Within("promise"),))
    assert "promise is left running at the end done" in _flaws(file, ACCEPT, ANSWER)


def test_a_clock_started_while_it_may_still_run_is_named():
    file = Move("file", (), "filed", who="a.file", title="登记", starts=(Within("promise"),))
    accept = Move(
        "accept", ("filed",), "open", who="a.work", title="受理", starts=(Within("promise"),)
    )
    answer = Move("answer", ("open",), "done", who="a.work", title="办结", settles=("promise",))
    assert "accept starts promise, which may run in filed" in _flaws(file, accept, answer)


def test_a_clock_started_anew_after_it_was_settled_is_sound():
    file = Move("file", (), "filed", who="a.file", title="登记", starts=(Within("promise"),))
    answer = Move("answer", ("open",), "done", who="a.work", title="办结", settles=("promise",))
    reopen = Move(
        "reopen", ("done",), "open", who="a.file", title="重新办理", starts=(Within("promise"),)
    )
    assert find_flaws(Flow("a.b", STATES, (file, ACCEPT, answer, reopen))) == []


def test_a_clock_nothing_starts_and_a_pause_without_a_reason_are_named():
    ask = Move("ask", ("open",), None, who="a.work", title="补充", pauses=("promise",))
    text = _flaws(FILE, ACCEPT, ANSWER, ask)
    assert "ask stops a clock without asking for the reason" in text
    assert "ask touches the clock promise, which nothing starts" in text


def test_a_clock_is_prolonged_only_where_the_reason_and_the_length_are_asked_for():
    file = Move("file", (), "filed", who="a.file", title="登记", starts=(Within("limit"),))
    answer = Move("answer", ("open",), "done", who="a.work", title="办结", settles=("limit",))
    more = Move(
        "more", ("open",), None, who="a.work", title="延长", asks=("reason",), extends="limit"
    )
    assert "more prolongs a clock without asking" in _flaws(file, ACCEPT, answer, more)


def test_unknown_permissions_are_found_once_they_are_all_known():
    flow = Flow("a.b", STATES, (FILE, ACCEPT, ANSWER))
    assert find_flaws(flow, {"a.file", "a.work"}) == []
    assert find_flaws(flow, {"a.file"}) == [
        "move accept needs the unknown permission a.work",
        "move answer needs the unknown permission a.work",
    ]


def test_a_move_from_elsewhere_is_refused_naming_the_state_and_what_is_open():
    flow = Flow("a.b", STATES, (FILE, ACCEPT, ANSWER))
    finding = starts_here(flow, "filed", ANSWER, "社区工作者")
    assert not finding
    assert finding.rule == "flow.move_open"
    assert finding.numbers["state"] == "已登记"
    assert finding.numbers["who"] == "社区工作者"
    assert finding.numbers["open"] == ("受理",)


def test_what_a_move_asks_for_must_be_given_and_nothing_else():
    refuse = Move("refuse", ("filed",), "done", who="a.work", title="不予受理", asks=("reason",))
    assert all_given(refuse, {"reason": "不属于本社区"})
    assert all_given(refuse, {"reason": " "}, {"reason": "原因"}).numbers["missing"] == ("原因",)
    with pytest.raises(TypeError):
        all_given(refuse, {"reason": "不属于本社区", "mood": "x"})


def test_who_acted_meanwhile_stands_in_the_finding():
    at = datetime(2026, 11, 2, 9, tzinfo=UTC)
    finding = is_fresh(1, 2, did="受理", who="社区工作者 王", at=at)
    assert not finding
    assert finding.numbers == {"did": "受理", "who": "社区工作者 王", "at": at}
    assert is_fresh(2, 2)


def test_the_diagram_shows_every_state_every_move_and_its_clocks():
    text = diagram(PARCEL)
    assert text.startswith("stateDiagram-v2\n")
    for name, state in PARCEL.states.items():
        assert f'state "{state.label}" as {name}' in text
    assert "[*] --> filed : 登记 (▶promise ▶limit)" in text
    assert "open --> waiting : 请补充 (⏸promise)" in text
    assert "done --> [*]" in text
    assert "note right of open" in text
