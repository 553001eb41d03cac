"""When a person is forgotten, what they signed under goes as well; counts stay."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from linli.core.access.models import Account
from linli.core.audit.actor import the_clock
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions import offer_on
from linli.mechanisms.signup.actions.keeping import FIELDS, blank
from linli.mechanisms.signup.actions.line import is_to_come, locked
from linli.mechanisms.signup.models import Call, Sheet, SignUp

LEFT = ("state", "state_since", "version")


@when_forgotten
def blank_names(person: Person, at: datetime) -> None:
    """Their entries, by record or account, stay as numbers on the sheet; a place held for a date
    to come goes to whoever is next. Where they agreed for a child their name goes, too."""
    accounts = list(Account.objects.filter(person=person).values_list("pk", flat=True))
    own = Q(person=person) | Q(account__in=accounts)
    theirs = Q(put_down_by__in=accounts, via__in=rules.OWN_WAYS)
    here = SignUp.objects.filter(community=person.community_id)
    keys = set(here.filter(own | theirs).values_list("sheet", flat=True))
    for key in sorted(keys):
        sheet = locked(Sheet(pk=key, community_id=person.community_id))
        rows = here.filter(sheet=sheet)
        rows.filter(theirs).exclude(own).update(guardian="", guardian_phone="")
        _blank(sheet, rows.filter(own), at)


def _blank(sheet: Sheet, rows: Any, at: datetime) -> None:
    Call.objects.filter(community=sheet.community_id, signup__in=rows).delete()
    freed, to_come = False, is_to_come(sheet, at)
    for row in list(rows):
        if to_come and row.is_live:
            row.state, row.state_since, row.version = rules.LEFT, at, row.version + 1
            freed = True
        blank(row).save(update_fields=[*FIELDS, *LEFT])
    if freed:
        offer_on(sheet, by=the_clock(), at=at)
