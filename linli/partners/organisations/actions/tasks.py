"""Vacancies and ending terms on the list of open tasks; gone when they are dealt with."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.clocks.queries.running import clocks_of
from linli.core.pages.bilingual import ENGLISH, SOURCE, in_both
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.partners.organisations import law
from linli.partners.organisations.models import Office, Organisation, Term
from linli.partners.organisations.rules.terms import ends_soon

VACANCY, ENDING = "organisation_vacancy", "organisation_term_ends"
DIRECTOR = Holder(post="director")


@action("organisations.find_tasks", needs="organisations.find_tasks")
def find_tasks(
    act: Act, community: Place, *, offices: list[Office], bodies: list[Organisation]
) -> int:
    """Puts on the list what the day brought: seats whose holder's last day has passed, and terms
    that end soon."""
    for office in offices:
        mind_office(act, office)
    for body in bodies:
        mind_term(act, body)
    act.note(count=len(offices) + len(bodies))
    return len(offices) + len(bodies)


def held_on(office: Office, on: Any) -> int:
    """How many hold the office that day."""
    return Term.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on),
        community=office.community_id,
        office=office,
        since__lte=on,
    ).count()


def mind_office(act: Act, office: Office) -> None:
    """The task to fill an office is there as long as a seat is empty."""
    on = local_day(act.at)
    wanting = office.until is None and held_on(office, on) < office.seats
    body = office.organisation
    _mind(
        act, office, VACANCY, wanting,
        days=law.vacancy_within(office.community, on) if wanting else 1,
        rule="organisations.vacancy_within",
        title=_told(_("补上空缺：{body}{office}"), body=body.name, office=office.title),
        body=body,
    )  # fmt: skip


def mind_term(act: Act, body: Organisation) -> None:
    """The task to prepare the next term is there from its day on, until the term is renewed."""
    on = local_day(act.at)
    days = law.warned_before(body.community, on)
    soon = body.until is None and ends_soon(body.term_ends, on, days=days)
    left = (body.term_ends - on).days if body.term_ends else 1
    _mind(
        act, body, ENDING, soon, days=max(left, 1), rule="organisations.term_warned_before",
        title=_told(_("准备换届：{body}"), body=body.name), body=body,
    )  # fmt: skip


def _mind(
    act: Act, owner: Any, name: str, wanted: bool, *, days: int, rule: str, title: Any,
    body: Organisation,
) -> None:  # fmt: skip
    running = any(each.settled_at is None for each in clocks_of(owner, name))
    if wanted and not running:
        clocks.start(
            act, owner, name, length=days, unit="days", title=title, rule=rule,
            url_name="organisations:body",
            url_args={"community_code": body.community.code, "organisation_id": body.pk},
            holder=DIRECTOR, weekend_rolls=False,
        )  # fmt: skip
    elif running and not wanted:
        clocks.settle(act, owner, name)


def _told(text: Any, **values: str) -> dict[str, str]:
    both = in_both(text)
    return {name: both[name].format(**values)[:120] for name in (SOURCE, ENGLISH)}
