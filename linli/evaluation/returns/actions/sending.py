"""A return made to go up: the file is kept byte for byte, so that what went can be shown."""

from typing import Any

from django.db import IntegrityError

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.evaluation.periods import Period
from linli.evaluation.returns.models import Explanation, SentReturn
from linli.evaluation.returns.outgoing import draw_up
from linli.evaluation.returns.packing import pack_return
from linli.evaluation.returns.queries import offices_of
from linli.evaluation.rules import has_begun
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require


@action("returns.send", needs="returns.send")
def send(
    act: Act, community: Place, *, office: Place, period: Period, seen: str | None = None
) -> SentReturn:
    """Makes the file of a period for one of the offices above. Refused for a period that has not
    begun, where nothing was reckoned of it, and where it would hold other lines than those that
    were looked at (`seen`: their digest; None where no page was shown). Once more is the next
    edition; what was said to questions about the period goes along."""
    today = local_day(act.at)
    require(has_begun(period.starts, today))
    require(Finding(office in offices_of(community), "returns.own_office"))
    drawn = draw_up(community, period)
    lines, through = drawn.lines, drawn.through
    require(Finding(bool(lines), "returns.something_reckoned"))
    require(Finding(seen is None or seen == drawn.digest, "returns.as_shown"))
    rows = SentReturn.objects.filter(
        community=community, office=office, period_kind=period.kind, starts=period.starts
    )
    last = rows.order_by("-edition").values_list("edition", flat=True).first()
    edition = (last or 0) + 1
    packed = pack_return(
        {
            "community": {"code": community.code, "name": community.name},
            "office": {"code": office.code, "name": office.name},
            "period": period.key,
            "through": through.isoformat(),
            "edition": edition,
            "sent_at": act.at.isoformat(timespec="seconds"),
            "notes": _notes(community, office, period),
        },
        lines,
    )
    act.note(label=office.name, period=period.key, edition=edition)
    try:
        return SentReturn.objects.create(
            community=community,
            office=office,
            period_kind=period.kind,
            starts=period.starts,
            ends=period.ends,
            through=through,
            edition=edition,
            digest=packed.digest,
            body=packed.content,
            lines=len(lines),
            made_at=act.at,
        )
    except IntegrityError:  # somebody else sent it in the same moment
        raise Refused(
            Finding(False, "returns.edition", numbers={"edition": edition, "last": edition})
        ) from None


def _notes(community: Any, office: Any, period: Period) -> list[dict[str, str]]:
    rows = Explanation.objects.filter(
        community=community, office=office, period_kind=period.kind, starts=period.starts
    )
    return [
        {"kind": row.kind, "indicator": row.indicator, "period": row.of_period, "text": row.text}
        for row in rows.order_by("kind", "indicator", "of_period")
    ]
