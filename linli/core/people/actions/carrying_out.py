"""What a confirmed change does to the register: each kind through the act that does it by hand."""

from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act
from linli.core.people.actions.agencies import appoint_agent
from linli.core.people.actions.households import form_household
from linli.core.people.actions.register import correct, record_death, register_person
from linli.core.people.actions.ties import move_in, move_out
from linli.core.people.models import Agency, Declaration, Household, Person, Tie
from linli.core.people.queries import dwelling_of, ties_of
from linli.core.people.queries.asked import LIVING
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day
from linli.lib.law import Finding, require


def carry_out(act: Act, declaration: Declaration, added: dict[str, Any]) -> Person | None:
    """Does it, and says whom it concerned. Called within the act that confirms it."""
    said = declaration.details
    given: dict[str, Any] = {"by": act.by, "at": act.at}
    person = declaration.about
    match declaration.kind:
        case Declaration.MOVED_IN | Declaration.BORN:
            return _let_in(act, declaration, {**said, **added})
        case Declaration.MOVED_OUT:
            assert person is not None
            return _let_out(act, declaration, person)
        case Declaration.DIED:
            record_death(person, died_on=declaration.on, **given)
        case Declaration.NAME:
            correct(person, name=said["name"], **given)
        case Declaration.PHONE:
            assert person is not None
            consents = {"contact": added["contact"]} if added.get("contact") else {}
            correct(person, phone=said["phone"], consents=consents, **given)
        case Declaration.SEPARATED:
            _separate(act, declaration, said)
    return person


def _let_in(act: Act, declaration: Declaration, said: dict[str, Any]) -> Person:
    given: dict[str, Any] = {"by": act.by, "at": act.at}
    person = declaration.about
    if person is None:
        fields = ("name", "sex", "birth_date", "id_number")
        particulars: dict[str, Any] = {name: said[name] for name in fields if said.get(name)}
        if isinstance(particulars.get("birth_date"), str):  # as it was kept with the declaration
            particulars["birth_date"] = date.fromisoformat(particulars["birth_date"])
        if declaration.kind == Declaration.BORN:
            particulars["birth_date"] = declaration.on
        person = register_person(declaration.community, **particulars, **given)
    dwelling = declaration.dwelling
    assert dwelling is not None
    assert declaration.on is not None
    move_in(
        person,
        dwelling=dwelling,
        kind=said.get("tie") or Tie.RESIDENT,
        since=declaration.on,
        household=_household_of(declaration.declared_by, dwelling),
        source="self" if declaration.declared_by_id else "desk",
        **given,
    )
    if declaration.kind == Declaration.BORN and declaration.declared_by is not None:
        appoint_agent(
            person,
            agent=declaration.declared_by,
            kind=Agency.GUARDIAN,
            scope="everything",
            since=declaration.on,
            paper=declaration.paper,
            **given,
        )
    return person


def _household_of(person: Person | None, dwelling: Place) -> Household | None:
    """The household somebody joins: that of whoever told of it, at the same dwelling."""
    if person is None:
        return None
    ties = Tie.objects.filter(
        community=person.community_id, person=person, dwelling=dwelling, until__isnull=True,
        household__isnull=False, household__until__isnull=True,
    )  # fmt: skip
    tie = ties.select_related("household").first()
    return tie.household if tie else None


def _let_out(act: Act, declaration: Declaration, person: Person) -> Person:
    """Ends where somebody lives; what they own and where they are registered stays."""
    living = list(ties_of(person).filter(kind__in=LIVING, until__isnull=True))
    require(Finding(bool(living), "people.lives_here"))
    for tie in living:
        move_out(tie, until=declaration.on, by=act.by, at=act.at)
    return person


def _separate(act: Act, declaration: Declaration, said: dict[str, Any]) -> None:
    members = Person.objects.filter(
        community=declaration.community_id, pk__in=[UUID(key) for key in said["members"]]
    )
    found = list(members)
    dwelling = declaration.dwelling or dwelling_of(found[0], local_day(act.at))
    form_household(
        dwelling,
        members=found,
        since=declaration.on,
        number=said.get("number", ""),
        by=act.by,
        at=act.at,
    )
