"""Who wished, borrowed or offered is forgotten a year after it is over, or with the person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.culture.facilities.models import Loan, Offer, SeasonWish

HELD = (SeasonWish, Loan, Offer)


@action("facilities.forget_kept", needs="facilities.keep")
def forget_kept(act: Act, community: Place, *, rows: Sequence[Any]) -> int:
    """Blanks names and numbers of what is long over; the rows stay as counts."""
    for row in rows:
        blank(row)
    act.note(count=len(rows))
    return len(rows)


def blank(row: Any) -> None:
    """Nobody's name or number stays."""
    row.name = row.phone = ""
    row.account = None
    row.save(update_fields=["name", "phone", "account"])


@when_forgotten
def blank_kept(person: Person, at: datetime) -> None:
    """What somebody did with their account; what was typed for them without one goes by time."""
    for model in HELD:
        rows: Any = model.objects.filter(community=person.community_id)
        for row in rows.filter(Q(account__person=person)):
            blank(row)
