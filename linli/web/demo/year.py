"""A year of the community's life, played through the real acts with the days as they were.

What residents said is in `year.toml`; who does what next, and how long it takes, follows from a
seeded generator, so every demo is the same. Nothing is inserted past the door.
"""

import random
import tomllib
from collections.abc import Callable
from datetime import datetime, time, timedelta
from importlib import resources
from typing import Any

from django.db import transaction
from django.utils import timezone

from linli.core.audit.actor import NOBODY, the_clock
from linli.core.clocks.queries import work_calendar
from linli.core.places.models import Place
from linli.core.places.queries import public_places
from linli.evaluation.reckoning import reckon_at_once
from linli.lib.calendar import add_working_days, local_day
from linli.lib.law import Refused
from linli.service.matters import actions
from linli.service.matters.actions.raising import Raised
from linli.service.matters.models import Matter
from linli.service.matters.queries import kinds_of
from linli.web.demo.activities import play_activities
from linli.web.demo.applying import play_applying
from linli.web.demo.archive import play_archive
from linli.web.demo.budgeting import play_budgeting
from linli.web.demo.calendar import play_calendar
from linli.web.demo.care import play_care
from linli.web.demo.casework import play_casework
from linli.web.demo.cast import Setting, gather
from linli.web.demo.certificates import play_certificates
from linli.web.demo.chains import play_chains
from linli.web.demo.committee import enter_committee
from linli.web.demo.disclosure import play_disclosure
from linli.web.demo.election import VOTED, has_year, play_election
from linli.web.demo.emergencies import play_emergencies
from linli.web.demo.facilities import play_facilities
from linli.web.demo.gifts import play_gifts
from linli.web.demo.groups import found_groups, play_groups
from linli.web.demo.guides import play_guides
from linli.web.demo.hazards import play_hazards
from linli.web.demo.intake import play_intake
from linli.web.demo.keeping import play_keeping
from linli.web.demo.kinds import play_kinds
from linli.web.demo.learning import play_learning
from linli.web.demo.local_law import lay_down_local_rules
from linli.web.demo.mediation import play_mediation
from linli.web.demo.meetings import play_meetings
from linli.web.demo.money import open_the_books, play_money
from linli.web.demo.navigator import lay_down_lines
from linli.web.demo.neighbourly import play_neighbourly
from linli.web.demo.neighbours import play_neighbours, report_upward
from linli.web.demo.notices import play_notices
from linli.web.demo.organisations import play_organisations
from linli.web.demo.owners_votes import play_owners_votes
from linli.web.demo.paperwork import play_forms
from linli.web.demo.party import play_party
from linli.web.demo.people import play_people
from linli.web.demo.planning import draft_the_plan, play_planning
from linli.web.demo.property import play_property
from linli.web.demo.purchases import play_purchases
from linli.web.demo.register import play_register
from linli.web.demo.reminding import play_reminding
from linli.web.demo.reports import report_last_month
from linli.web.demo.rounds import play_rounds
from linli.web.demo.scorecard import play_scorecard
from linli.web.demo.supervision import play_supervision
from linli.web.demo.surveys import play_surveys
from linli.web.demo.talking import play_talking
from linli.web.demo.units import play_units
from linli.web.demo.volunteering import play_volunteering
from linli.web.demo.weighing import weigh_the_groups
from linli.web.demo.work import play_work

PARTS = (
    play_election, draft_the_plan, play_meetings, play_planning, play_intake, play_certificates,
    play_guides, play_forms, play_rounds, play_chains, lay_down_local_rules, lay_down_lines,
    play_notices, play_people, play_register, open_the_books, play_budgeting, found_groups,
    play_money, play_disclosure, play_supervision, play_applying, play_mediation, play_casework,
    play_care, play_kinds, play_work, play_reminding, play_calendar, play_archive, play_talking,
    play_gifts, play_facilities, play_keeping, play_activities, play_learning, play_volunteering,
    play_neighbourly, play_organisations, play_units, play_groups, play_purchases, play_party,
    play_property, play_owners_votes,
    play_hazards, play_emergencies, play_surveys, play_neighbours,
)  # fmt: skip
"""What is played of each practice besides matters, in this order, in one community."""

MATTERS = 260
SEED = 20261123


def play(at: datetime, advance: Callable[[int], None] = lambda _done: None) -> Setting:
    """Founds the community and plays the year that ends at `at`. `advance` is told percents."""
    setting = gather(at, small=False)
    advance(20)
    _set_rules(setting, at - timedelta(days=360))
    ends = local_day(at) + timedelta(days=-VOTED if has_year(at) else 367)
    enter_committee(setting, at - timedelta(days=359), ends)
    chance = random.Random(SEED)
    script = _script()
    stairs = [place for place in public_places(setting.community) if place.kind == "entrance"]
    days = sorted(chance.uniform(1, 355) for _number in range(MATTERS))
    told = 20
    for number, ago in enumerate(reversed(days)):
        line = script[number % len(script)]
        stair = setting.stair if line.get("stair") else chance.choice(stairs)
        raised_at = _daytime(at - timedelta(days=ago), chance)
        with transaction.atomic():  # one life at a time; else the disk is asked for each step
            _live(setting, line, stair, raised_at, at, chance)
        share = 20 + 70 * (number + 1) // MATTERS
        if share > told:
            advance(share - told)
            told = share
    with transaction.atomic():
        for part in PARTS:
            part(setting, at)
    reckon_at_once(setting.community, by=the_clock(), at=at)
    report_last_month(setting, at)
    report_upward(setting, at)
    weigh_the_groups(setting, at)
    with transaction.atomic():
        play_scorecard(setting, at)  # it takes the figures to residents, so they come first
    advance(10)
    return setting


def _script() -> list[dict[str, Any]]:
    text = resources.files("linli.web.demo").joinpath("year.toml").read_text("utf-8")
    lines: list[dict[str, Any]] = tomllib.loads(text)["matter"]
    return lines


def _set_rules(setting: Setting, at: datetime) -> None:
    """The director's routing table."""
    actions.save_routing(
        setting.community,
        lines=[
            {
                "name": "东湖花园公共部位报修",
                "kinds": ["stair_light", "lift", "building_repair", "water_pipes"],
                "place": setting.new,
                "handling": "forward",
                "body": setting.bodies["property"],
                "promise_days": 5,
            },
            {
                "name": "翠湖新村报修",
                "kinds": ["stair_light", "building_repair"],
                "place": setting.old,
                "handling": "forward",
                "body": setting.bodies["repair"],
                "promise_days": 5,
            },
            {
                "name": "停水、漏水",
                "kinds": ["water_pipes"],
                "words": ["停水", "水压", "漏水"],
                "handling": "forward",
                "body": setting.bodies["utility"],
            },
        ],
        by=setting.actor("director", local_day(at)),
        at=at,
    )


def _live(
    setting: Setting,
    line: dict[str, Any],
    stair: Place,
    raised_at: datetime,
    now: datetime,
    chance: random.Random,
) -> None:
    """One matter from the day it was raised to the day of the demo."""
    kind = kinds_of(setting.community).get(code=line["kind"])
    channel = chance.choices(["tag", "web", "phone", "walk_in", "paper"], [5, 4, 3, 2, 1])[0]
    sender = chance.choice(["elder", "tenant", "representative", "supervisor", None, None])
    with_account = sender is not None and channel in ("tag", "web")
    worker = setting.actor("worker", local_day(raised_at))
    matter = actions.raise_matter(
        setting.community,
        raised=Raised(
            kind=kind,
            title=line["title"],
            text=line["text"],
            channel=channel,
            place=stair,
            where=line.get("where", ""),
            wanted=line.get("wanted", ""),
            sender=setting.accounts[sender] if with_account and sender else None,
        ),
        by=NOBODY if channel in ("tag", "web") else worker,
        at=raised_at,
    )
    step = _Days(setting, matter, raised_at, now, chance)
    if not step.on(chance.choices([0, 1, 2, 4], [6, 5, 2, 1])[0]):
        return
    if chance.random() < 0.05:
        actions.decline(
            matter,
            reason="这件事由市政部门负责，居委会没有权限处理。",
            office="湖滨街道办事处城管科，0990-5550004",
            by=worker,
            at=step.at,
        )
        return
    actions.accept(matter, by=worker, at=step.at)
    if chance.random() < 0.08 and not _ask(matter, worker, step, chance):
        return
    handler = worker
    if matter.handling == "forward" and matter.body_id is None:
        matter.body = setting.bodies[
            "property" if stair.path.startswith(setting.new.path) else "repair"
        ]
    if matter.handling == "forward" and matter.body is not None:
        actions.forward(
            matter,
            body=matter.body,
            purpose="请现场查看、处理并回复",
            fields=["title", "text", "place", "where"],
            by=worker,
            at=step.at,
        )
        if matter.body_id == setting.bodies["property"].pk:
            handler = setting.actor("manager", local_day(step.at))
    if not step.on(chance.choices([1, 2, 3, 4, 6, 9], [3, 5, 5, 4, 2, 1])[0]):
        return
    actions.answer(matter, text=line["answer"], by=handler, at=step.at)
    if chance.random() < 0.8:
        _publish(matter, line, worker, step.at)
    _rate(matter, line, worker, step, chance)
    over = step.at + timedelta(days=32)
    if matter.state == "answered" and over < now:
        actions.close(matter, by=the_clock(), at=over)


def _ask(matter: Matter, worker: Any, step: "_Days", chance: random.Random) -> bool:
    actions.ask(matter, question="请补充一下具体在几楼、什么时候发现的。", by=worker, at=step.at)
    if not step.on(chance.randint(1, 3)):
        return False
    sender = NOBODY.bearing(matter.pk)
    actions.supply(matter, text="在三楼和四楼之间，上个周末发现的。", by=sender, at=step.at)
    return step.on(1)


def _rate(
    matter: Matter, line: dict[str, Any], worker: Any, step: "_Days", chance: random.Random
) -> None:
    if chance.random() > 0.55 or not step.on(chance.randint(0, 4)):
        return
    sender = NOBODY.bearing(matter.pk)
    score = chance.choices(["good", "fair", "poor"], [70, 18, 12])[0]
    actions.rate(matter, score=score, words=line.get("words", ""), by=sender, at=step.at)
    if score != "poor" or not step.on(chance.randint(1, 5)):
        return
    actions.answer(
        matter, text="重新上门处理，已请提出人当面看过。" + line["answer"], by=worker, at=step.at
    )
    _publish(matter, line, worker, step.at)
    if step.on(1):
        actions.rate(matter, score="good", by=sender, at=step.at)


def _publish(matter: Matter, line: dict[str, Any], worker: Any, at: datetime) -> None:
    place = matter.place.stairs_name if matter.place else ""
    try:
        actions.publish(
            matter,
            title=line["title"],
            text=line["text"],
            place=place,
            answer=matter.answer,
            by=worker,
            at=at,
        )
    except Refused:
        return  # something in it must not be public; a worker would rewrite it


class _Days:
    """Where a matter has got to in time; never past the day of the demo."""

    def __init__(
        self, setting: Setting, matter: Matter, at: datetime, now: datetime, chance: random.Random
    ) -> None:
        self._calendar = work_calendar(setting.community.pk)
        self._now, self._chance, self.at = now, chance, at

    def on(self, working_days: int) -> bool:
        """Goes on by so many working days; False where that would be after the demo's day."""
        day = add_working_days(self._calendar, local_day(self.at), working_days)
        moment = _daytime(timezone.make_aware(datetime.combine(day, time(9))), self._chance)
        moment = max(moment, self.at + timedelta(minutes=self._chance.randint(5, 50)))
        if moment > self._now:
            return False
        self.at = moment
        return True


def _daytime(moment: datetime, chance: random.Random) -> datetime:
    """Some time of that day when people are about."""
    local = timezone.localtime(moment)
    return local.replace(hour=chance.randint(8, 19), minute=chance.randint(0, 59), second=0)
