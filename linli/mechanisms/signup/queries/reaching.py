"""Whom a word may be sent to."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from linli.mechanisms.signup import rules
from linli.mechanisms.signup.models import Occasion, Sheet, SignUp

OF_SHEET = {
    "in": (_("报上了的人"), (rules.IN,)),
    "waiting": (_("候补的人"), (rules.WAITING,)),
    "offered": (_("有空位、还没有确认的人"), (rules.OFFERED,)),
    "everyone": (_("名单上所有的人"), rules.LIVE),
}
OF_DATE = {
    "came": (_("这一次来了的人"), (rules.PRESENT,)),
    "absent": (_("这一次没有来的人"), (rules.ABSENT,)),
    "excused": (_("事先说了来不了的人"), (rules.EXCUSED,)),
}


def audiences(about: Sheet | Occasion) -> dict[str, Any]:
    """Whom one can choose, by code: the title of each."""
    told = {code: title for code, (title, _states) in OF_SHEET.items()}
    if isinstance(about, Occasion):
        told = {**{code: title for code, (title, _states) in OF_DATE.items()}, **told}
    return told


def reached(about: Sheet | Occasion, whom: str) -> QuerySet[SignUp]:
    """The entries meant; KeyError for a code nobody has."""
    sheet_id = about.sheet_id if isinstance(about, Occasion) else about.pk
    rows = SignUp.objects.filter(community=about.community_id, sheet=sheet_id).order_by("number")
    if whom in OF_DATE and isinstance(about, Occasion):
        states = OF_DATE[whom][1]
        return rows.filter(presences__occasion=about, presences__state__in=states)
    return rows.filter(state__in=OF_SHEET[whom][1])
