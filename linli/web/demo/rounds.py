"""A round for the form of this month: six families are asked whether last time's answer stands."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.mechanisms.rounds import actions
from linli.mechanisms.rounds.models import Round, Stop
from linli.partners.paperwork import at_doors
from linli.web.demo.cast import Setting


def play_rounds(setting: Setting, at: datetime) -> None:
    """Yesterday the worker walked with the phone: three without change, one in hospital, one not
    met three times; at one door the director had heard something else, which is to be decided."""
    day = timezone.localtime(at - timedelta(days=1))
    when = day.replace(hour=10, minute=0, second=0, microsecond=0)
    round_ = _plan(setting, when)
    if round_ is None:
        return
    worker, director = (setting.actor(key, local_day(when)) for key in ("worker", "director"))
    actions.take_along(round_, by=worker, at=when)
    stops = list(
        Stop.objects.select_related("round__community").filter(
            community=round_.community_id, round=round_
        )
    )
    for stop in stops[:3]:
        actions.no_change(stop, **_entry(worker, when))
    _say(stops[3], "住院，子女陪护", worker, when + timedelta(minutes=20), "Android")
    _say(stops[4], "已出院，在家", director, when + timedelta(minutes=30), "iPhone")
    _say(stops[4], "平稳", worker, when + timedelta(minutes=40), "Android")
    for time in range(3):
        later = when + timedelta(minutes=50 + 60 * time)
        actions.note_attempt(stops[5], way="knock", result="nobody", **_entry(worker, later))


def _plan(setting: Setting, when: datetime) -> Round | None:
    on = local_day(when)
    again = [
        source
        for source in at_doors.forms_to_ask(setting.community, on)
        if source.key.endswith(at_doors.AGAIN)
    ]
    if not again:
        return None
    source = again[0]
    round_: Round = actions.plan(
        setting.community,
        kind=at_doors.KIND,
        day=on,
        title=str(source.title),
        stops=at_doors.rows_to_ask(setting.community, source.key, on),
        questions=source.questions,
        owner=source.owner,
        carriers=[setting.accounts[key].pk for key in ("worker", "director")],
        by=setting.actor("director", on),
        at=when,
    )
    return round_


def _say(stop: Stop, words: str, by: Any, at: datetime, device: str) -> None:
    question = stop.questions[0].key
    entry = _entry(by, at)
    actions.record(stop, answers={question: words}, device=device, **entry)


def _entry(by: Any, at: datetime) -> dict[str, Any]:
    return {"key": new_id(), "said_at": at, "by": by, "at": at}
