"""What of the budget residents decide on counts: ideas and their answers, voters as numbers only,
what was carried out. No token of anybody: the vote is secret."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.governance.budgeting.models import Idea, ProjectStep, Round, RoundStep
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind


def _kind(name: str, title: Any, opens: str, with_: str) -> FactKind:
    return FactKind(name, title, f"budgeting:{opens}", with_, ("S1.3",))


KINDS = (
    _kind("budgeting.idea", _("居民为大家定的钱提的点子"), "idea_desk", "idea_id"),
    _kind("budgeting.idea_answered", _("有结果的点子（是否说明了理由）"), "idea_desk", "idea_id"),
    _kind("budgeting.voted", _("大家定的钱：投票的人数（占名册）"), "desk", "round_id"),
    _kind("budgeting.carried_out", _("选上的项目（是否验收通过）"), "project_desk", "project_id"),
)
ONE_DAY = timedelta(days=1)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _ideas(community, since, until)
    yield from _votes(community, since, until)
    yield from _projects(community, since, until)


def _ideas(community: Place, since: date, until: date) -> Iterator[Fact]:
    """An idea counts on the day it came, and on the day it was answered."""
    for idea in Idea.objects.filter(
        community=community, sent_at__date__gte=since - ONE_DAY, sent_at__date__lte=until + ONE_DAY
    ).order_by("pk"):
        on = local_day(idea.sent_at)
        if since <= on <= until and idea.state != "withdrawn":
            yield Fact(community.code, on, "budgeting.idea", record=idea.pk)
    for idea in Idea.objects.filter(
        community=community,
        answered_at__date__gte=since - ONE_DAY,
        answered_at__date__lte=until + ONE_DAY,
    ).order_by("pk"):
        assert idea.answered_at is not None
        on = local_day(idea.answered_at)
        if since <= on <= until:
            said = int(bool(idea.outcome))
            yield Fact(community.code, on, "budgeting.idea_answered", said, 1, record=idea.pk)


def _votes(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A vote counts on the day its result was published: how many papers, of how many on the
    roll."""
    steps = RoundStep.objects.filter(
        community=community,
        move="publish",
        at__date__gte=since - ONE_DAY,
        at__date__lte=until + ONE_DAY,
    )
    on_day = {step.case_id: local_day(step.at) for step in steps}
    rounds = Round.objects.filter(community=community, pk__in=list(on_day))
    for round_ in rounds.select_related("poll__electorate").order_by("pk"):
        on = on_day[round_.pk]
        if since <= on <= until and round_.poll is not None:
            size = round_.poll.electorate.size
            yield Fact(
                community.code, on, "budgeting.voted", round_.papers or 0, size, record=round_.pk
            )


def _projects(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A project that won counts on the day it was accepted or given up."""
    steps = ProjectStep.objects.filter(
        community=community,
        move__in=["accept", "give_up"],
        at__date__gte=since - ONE_DAY,
        at__date__lte=until + ONE_DAY,
    )
    for step in steps.order_by("pk"):
        on = local_day(step.at)
        if since <= on <= until:
            done = int(step.move == "accept")
            yield Fact(community.code, on, "budgeting.carried_out", done, 1, record=step.case_id)
