"""Minutes are logged to whoever asked for the work."""

from datetime import date

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.partners.intake import rules
from linli.partners.intake.models import Minutes, Request


@action("intake.log_minutes", needs="intake.log_minutes")
def log_minutes(
    act: Act,
    community: Place,
    *,
    body: Body,
    minutes: int,
    on: date,
    what: str,
    kind: str = "form",
    request: Request | None = None,
) -> Minutes:
    """Logs minutes of work to the office it was done for: by hand on a request, or by a crossing
    when a form was handed over. Who worked is not kept, only for whom."""
    require(rules.minutes_possible(minutes, on, local_day(act.at)))
    theirs = request is None or request.body_id == body.pk
    require(Finding(theirs and body.community_id == community.pk, "intake.same_office"))
    act.note(office=body.name, minutes=minutes)
    return Minutes.objects.create(
        community=community,
        body=body,
        request=request,
        kind=kind,
        what=what.strip(),
        on=on,
        minutes=minutes,
    )


@action("intake.strike_minutes", needs="intake.log_minutes")
def strike_minutes(act: Act, entry: Minutes) -> Minutes:
    """Strikes an entry out: it stays to be read and counts no more."""
    struck = Minutes.objects.filter(
        community=entry.community_id, pk=entry.pk, struck_on__isnull=True
    ).update(struck_on=local_day(act.at))
    require(Finding(bool(struck), "intake.not_struck"))
    entry.struck_on = local_day(act.at)
    act.note(minutes=entry.minutes)
    return entry
