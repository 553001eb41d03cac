"""What time itself does to a clock: it warns, and it breaks. Each once, whoever else is at it."""

from linli.core.audit.door import Act, action
from linli.core.clocks.models import Clock
from linli.lib.law import Finding, Refused


@action("clocks.warn", needs="clocks.run")
def warn(act: Act, clock: Clock) -> Clock:
    """Tells whoever must act that the clock is about to break."""
    _claim(act, clock, {"warn_at": None}, warn_at__lte=act.at, due_at__gt=act.at)
    _tell_holder(act, clock, "clocks.about_to_break")
    return clock


@action("clocks.miss", needs="clocks.run")
def miss(act: Act, clock: Clock) -> Clock:
    """Notes that the last day has passed, and tells the holder and the director.

    Of a private clock only the holder hears.
    """
    _claim(act, clock, {"state": "missed", "warn_at": None}, due_at__lte=act.at)
    clock.state = "missed"
    _tell_holder(act, clock, "clocks.broken")
    if not clock.private and clock.holder_post != "director":
        act.tell("clocks.broken", post="director", **_particulars(clock))
    return clock


def _claim(act: Act, clock: Clock, values: dict[str, object], **terms: object) -> None:
    # One UPDATE decides: it changes the clock only where it still runs and still meets `terms`.
    act.note(clock=clock.name, title="" if clock.private else clock.titles)
    running = Clock.objects.filter(
        community_id=clock.community_id, pk=clock.pk, state="running", **terms
    )
    if not running.update(**values):
        raise Refused(Finding(False, "clocks.still_running"))


def _tell_holder(act: Act, clock: Clock, kind: str) -> None:
    if clock.holder_account_id:
        act.tell(kind, account=clock.holder_account_id, **_particulars(clock))
    elif clock.holder_post:
        act.tell(kind, post=clock.holder_post, body=clock.holder_body_id, **_particulars(clock))


def _particulars(clock: Clock) -> dict[str, object]:
    return {"title": clock.titles, "last_day": clock.last_day}
