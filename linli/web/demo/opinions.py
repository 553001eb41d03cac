"""Opinions in the demo: twelve statements on a yard, thirty-two sheets of paper and a few phones,
one statement a resident wrote, one that was not shown, hands counted in the hall."""

from datetime import datetime, timedelta
from uuid import UUID

from linli.core.audit.actor import Actor
from linli.governance.deliberation.actions import opining, statements as actions
from linli.governance.deliberation.models import Conversation, Statement, Topic
from linli.governance.deliberation.queries.statements import shown
from linli.lib.calendar import local_day

STATEMENTS = (
    ("消防通道任何时候都不能停车。", 1, 1),
    ("院子中间留给孩子，一辆车也不停。", 1, -1),
    ("每户至少要有一个车位。", -1, 1),
    ("晚上十点以后院子里不鸣笛、不拍球。", 1, 1),
    ("花坛改成车位。", -1, 1),
    ("放学到天黑，车不能开进院子。", 1, -1),
    ("外来的车要登记，过夜收费。", 0, 1),
    ("球类活动到运动场去。", -1, 1),
    ("周末院子只给人用。", 1, -1),
    ("院子里的路灯要修亮。", 1, 1),
    ("装立体车架。", 0, 0),
    ("树底下的车位要退出来。", 1, -1),
)
"""A statement, and on which side those with children and those with cars mostly are."""
PLAYERS, PARKERS = 18, 14
TALK = timedelta(days=9, hours=9)
"""How long after they began the talk is held at which five came and raised their hands."""


def give_opinions(
    topic: Topic, at: datetime, *, worker: Actor, residents: list[Actor], close: bool = False
) -> Conversation:
    """Opinions on a topic that is being talked over, begun at `at`; `residents` vote on phones."""
    texts = [text for text, _one, _other in STATEMENTS]
    gathered = actions.open_opinions(topic, mode="before", limit=3, texts=texts, by=worker, at=at)
    first, *others = residents
    said = actions.say(gathered, text="秋千要装软地面。", by=first, at=at + timedelta(hours=5))
    actions.show_statement(said, by=worker, at=at + timedelta(hours=9))
    if others:
        shouted = actions.say(
            gathered, text="有车的都不讲理。", by=others[0], at=at + timedelta(hours=6)
        )
        actions.block_statement(
            shouted, blocked_for="attack", why="请写清希望怎么办，不评价别人。", by=worker,
            at=at + timedelta(hours=9),
        )  # fmt: skip
    rows = shown(gathered)
    for number in range(PLAYERS + PARKERS):
        choices = _sheet(rows, number)
        opining.enter_sheet(
            gathered, number=number + 1, choices=choices, by=worker, at=at + timedelta(days=6)
        )
    for number, who in enumerate(residents):
        opining.vote(gathered, choices=_sheet(rows, number * 11), by=who, at=at + timedelta(days=2))
    hall = at + TALK
    opining.count_hands(
        rows[0], occasion="议事会", held_on=local_day(hall), agree=4, disagree=0, passed=1,
        by=worker, at=hall,
    )  # fmt: skip
    if close:
        actions.close_opinions(gathered, by=worker, at=at + timedelta(days=10))
    return gathered


def _sheet(rows: list[Statement], number: int) -> dict[UUID, int]:
    """What one person ticks: mostly as their side does, now and then otherwise or nothing."""
    parks = number % (PLAYERS + PARKERS) >= PLAYERS
    sides = {text: (one, other) for text, one, other in STATEMENTS}
    told: dict[UUID, int] = {}
    for place, row in enumerate(rows):
        turn = (number * 7 + place * 5) % 13
        if turn == 0:
            continue
        value = sides.get(row.text, (1, 0))[parks]
        told[row.pk] = 0 if turn == 1 else -value if turn == 2 else value
    return told
