"""What of plans counts: tasks due and done, wishes answered. No word, no name."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.facts import Fact, FactKind
from linli.stewardship.planning.models import Task, Wish, WishStep

SETTLED = ("answer", "take_up", "decline", "merge")


def _kind(name: str, title: Any, opens: str, with_: str, *standard: str) -> FactKind:
    return FactKind(f"planning.{name}", title, f"planning:{opens}", with_, standard)


KINDS = (
    _kind("due", _("计划任务到期（是否按计划完成）"), "task", "task_id", "S2.2"),
    _kind("done", _("完成的计划任务"), "task", "task_id"),
    _kind("accepted_due", _("答应居民心愿的计划任务到期（是否按计划完成）"), "task", "task_id"),
    _kind("given_up", _("不做或转到下一年的任务"), "task", "task_id"),
    _kind("wished", _("居民提出的心愿"), "wish_desk", "wish_id"),
    _kind("answered", _("有了结果的心愿（是否列入计划）"), "wish_desk", "wish_id", "S1.3"),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _tasks(community, since, until)
    yield from _wishes(community, since, until)


def _tasks(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A task counts as due on the day residents approved, done by then or not; while that day is
    not over it may still be done."""
    ours = Task.objects.filter(community=community, plan__approved_on__isnull=False)
    due = ours.filter(planned_on__gte=since, planned_on__lte=until)
    columns = ("pk", "planned_on", "done_on", "need")
    for key, planned_on, done_on, need in due.values_list(*columns):
        in_time = int(done_on is not None and done_on <= planned_on)
        if planned_on == until and not in_time:
            continue
        yield Fact(community.code, planned_on, "planning.due", in_time, 1, record=key)
        if need == "wish":
            yield Fact(community.code, planned_on, "planning.accepted_due", in_time, 1, record=key)
    done = ours.filter(state="done", done_on__gte=since, done_on__lte=until)
    for key, done_on in done.values_list("pk", "done_on"):
        if done_on is not None:
            yield Fact(community.code, done_on, "planning.done", record=key)
    gone = ours.filter(state__in=("dropped", "carried"))
    for key, at in gone.values_list("pk", "state_since"):
        if since <= local_day(at) <= until:
            yield Fact(community.code, local_day(at), "planning.given_up", record=key)


def _wishes(community: Place, since: date, until: date) -> Iterator[Fact]:
    start = datetime.combine(since, time.min, SHANGHAI)
    end = datetime.combine(until + timedelta(days=1), time.min, SHANGHAI)
    sent = Wish.objects.filter(community=community, sent_at__gte=start, sent_at__lt=end)
    for key, at in sent.values_list("pk", "sent_at"):
        yield Fact(community.code, local_day(at), "planning.wished", record=key)
    steps = WishStep.objects.filter(
        community=community, move__in=SETTLED, at__gte=start, at__lt=end
    )
    for key, move, at in steps.values_list("case_id", "move", "at"):
        taken = int(move == "take_up")
        yield Fact(community.code, local_day(at), "planning.answered", taken, 1, record=key)
