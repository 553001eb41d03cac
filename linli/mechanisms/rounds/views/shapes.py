"""What the pages lay out: a door with its answers, a round with its progress."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _, pgettext

from linli.core.access.gates import Visit
from linli.core.access.queries import labels_of
from linli.core.pages.shapes import Chart, Crumb
from linli.mechanisms.rounds.declaration import Question
from linli.mechanisms.rounds.models import Round, Stop
from linli.mechanisms.rounds.models.round import DECLINED, ENDED, OPEN, PLANNED, UNDER_WAY
from linli.mechanisms.rounds.queries.rounds import Progress
from linli.mechanisms.rounds.words import (
    door_words,
    options_of,
    said_in_words,
    stairs_words,
    who_words,
)

TONES = {PLANNED: "new", UNDER_WAY: "open", ENDED: "done"}
OUTCOME_TONES = {OPEN: "new", DECLINED: "waiting"}


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """One question at one door: what was said last time, what this time."""

    question: Question
    last: str
    now: str

    @property
    def options(self) -> list[Any]:
        """What can be ticked on paper."""
        return [words for _code, words in options_of(self.question)]


@dataclass(frozen=True, slots=True, repr=False)
class Door:
    """One door as it is read."""

    stop: Stop
    name: str
    stairs: str
    who: str
    asked: list[Asked] = field(default_factory=list)

    @property
    def tone(self) -> str:
        return OUTCOME_TONES.get(self.stop.outcome, "done")

    @property
    def attempts(self) -> int:
        return len(self.stop.attempts.all())

    @property
    def cells(self) -> list[Asked | None]:
        """One for each question of the round; None where it is not asked here."""
        here = {each.question.key: each for each in self.asked}
        return [here.get(question.key) for question in self.stop.round.questions]

    @property
    def apart(self) -> int:
        return len(self.stop.conflicts.all())


@dataclass(frozen=True, slots=True)
class Listed:
    """One round in a list."""

    round: Round
    progress: Progress

    @property
    def tone(self) -> str:
        return TONES[self.round.state]


def door_of(stop: Stop, *, with_answers: bool = True) -> Door:
    """A door as it is read; its round, place and person are loaded."""
    answers = {each.key: each for each in stop.answers.all()} if with_answers else {}
    asked = [
        Asked(
            question,
            said_in_words(question, answers[question.key].last),
            said_in_words(question, answers[question.key].value)
            if answers[question.key].version
            else "",
        )
        for question in (stop.questions if with_answers else ())
        if question.key in answers
    ]
    return Door(stop, door_words(stop), stairs_words(stop), who_words(stop), asked)


def by_stairs(stops: Iterable[Stop], *, with_answers: bool = True) -> list[tuple[str, list[Door]]]:
    """The doors under the name of their staircase, in the order of the way."""
    doors = [door_of(stop, with_answers=with_answers) for stop in stops]
    return [(name, list(found)) for name, found in groupby(doors, key=lambda door: door.stairs)]


def chart_of(stairs: Iterable[tuple[str, list[Door]]]) -> Chart:
    """How far each staircase has come. Doors are counted, nobody is named."""
    rows = [
        (
            name or _("没有登记住房"),
            sum(not door.stop.is_open for door in doors),
            sum(door.stop.is_open for door in doors),
        )
        for name, doors in stairs
    ]
    return Chart(
        "stacked",
        _("各楼道走到哪里"),
        _("楼道"),
        [_("问过了"), _("还没有")],
        rows,
        unit=pgettext("unit", "户"),
    )


def named(keys: Iterable[UUID | None]) -> dict[UUID, str]:
    """What the accounts are called."""
    return labels_of(keys)


def addresses_of(request: Visit) -> dict[str, Any]:
    """Where a device's scripts send and fetch."""
    code = request.community.code
    worker_url = reverse("rounds:worker", args=[code])
    return {
        "worker": worker_url,
        "scope": worker_url.removesuffix("worker.js"),
        "walk": reverse("rounds:walk", args=[code]),
        "enter": reverse("rounds:enter", args=[code]),
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }


def device_words(
    request: Visit, round_: Round | None = None, *, keep: bool = False
) -> dict[str, Any]:
    """What the pages' scripts must know: the addresses, whose the device is now, and which round
    is shown (`keep`: it is to be put down on the device)."""
    data = {**addresses_of(request), "account": str(request.actor.account or "")}
    if round_ is not None:
        data["round"] = str(round_.pk)
        if keep:
            data["keep"] = reverse("rounds:package", args=[request.community.code, round_.pk])
    return {"data": data, "sign_in": resolve_url("account_login")}


def crumbs(round_: Round, *more: Crumb) -> list[Crumb]:
    """The way to a page of one round."""
    code = round_.community.code
    return [
        Crumb(pgettext("nav", "走访"), reverse("rounds:list", args=[code])),
        Crumb(round_.title, reverse("rounds:show", args=[code, round_.pk])),
        *more,
    ]
