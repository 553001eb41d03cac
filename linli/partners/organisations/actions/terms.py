"""Who comes to an office and who leaves it: one at a time, or a whole body for a new term."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.access.organs import HeldOffice, held_in
from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require, require_all
from linli.mechanisms.flow.rules import is_fresh
from linli.partners.organisations.actions.tasks import mind_office, mind_term
from linli.partners.organisations.models import Office, Organisation, Term
from linli.partners.organisations.queries.holders import Held, holders_on, told_of
from linli.partners.organisations.rules import terms as rules


@dataclass(frozen=True)
class Chosen:
    """Somebody who comes to an office, as it is stated when it is entered. `woman` and the
    relations serve the judgement and are not kept. `kin_here`: the relation to a holder of the
    same body; `kin_there`: to one of the body it is kept apart from."""

    office: Office
    name: str
    since: date
    chosen: str
    paper: str = ""
    expected: date | None = None
    person: Any = None
    woman: bool = False
    kin_here: str = ""
    kin_there: str = ""
    shows_contact: bool = False
    shows_name: bool = False
    asked_kin: bool = False


@action("organisations.begin_term", needs="organisations.enter_terms")
def begin_term(act: Act, office: Office, *, given: Chosen) -> Term:
    """Somebody comes to an office: there is a seat, no rule of kin or of being kept apart stands
    against it, and it rests on a paper. Where nobody held the seat, the task to fill it is done."""
    assert given.office.pk == office.pk
    body: Organisation = locked(office.organisation)
    row: Office = locked(office)
    require(Finding(row.until is None and body.until is None, "organisations.still_there"))
    _kept_here(body, local_day(act.at))
    require(Finding(given.since <= local_day(act.at), "organisations.not_ahead"))
    require(Finding(given.since >= row.since, "organisations.in_order"))
    held = row.terms.filter(until__isnull=True).count()
    require(rules.has_seat(held, row.seats))
    require(Finding(given.asked_kin, "organisations.kin_asked"))
    _may_hold(body, given)
    term = _enter(given)
    mind_office(act, row)
    act.note(name=body.name, office=row.title)
    return term


@action("organisations.enter_whole_term", needs="organisations.enter_terms")
def enter_whole_term(
    act: Act,
    organisation: Organisation,
    *,
    chosen: Sequence[Chosen],
    kin: Collection[tuple[str, str]] = (),
    kin_there: Collection[str] = (),
    ends: date | None,
    seen: int,
) -> list[Term]:
    """A body begins a new term as a whole: judged together by the rules of its kind (number, a
    woman, no near kin; kept apart), then those before leave and these come. `kin`: pairs of names
    among them who are near kin, `kin_there`: who of them has near kin in the body it is kept apart
    from, as they declared; each was asked. It is judged and not kept."""
    body: Organisation = locked(organisation)
    require(is_fresh(body.version, seen))
    on = local_day(act.at)
    require(Finding(body.until is None, "organisations.still_there"))
    _kept_here(body, on)
    judged = body.kind in rules.WITHOUT_KIN or _is_apart(body)
    asked = not judged or all(each.asked_kin for each in chosen)
    require(Finding(asked, "organisations.kin_asked"))
    named = [rules.Named(each.name.strip(), each.office.title, each.woman) for each in chosen]
    holders = _kept_apart_holders(body, on)
    there = {held.name for held in holders} | {held.person for held in holders} - {None}
    found = rules.term_composed(
        body.kind,
        named,
        kin,
        law=rules.committee_numbers(on, jurisdictions_of(body.community)),
        overlapping=sum(
            each.name.strip() in there or _key(each.person) in there for each in chosen
        ),
        kin_overlapping=sum(
            bool(each.kin_there) or each.name.strip() in kin_there for each in chosen
        ),
    )
    require_all(found)
    require(rules.each_named_once([each.name for each in named]))
    begins = chosen[0].since
    require(Finding(all(each.since == begins <= on for each in chosen), "organisations.not_ahead"))
    require(rules.in_order(begins, ends))
    offices = {each.office.pk: each.office for each in chosen}
    for office in offices.values():
        mine = sum(each.office.pk == office.pk for each in chosen)
        require(Finding(office.organisation_id == body.pk, "organisations.of_this_community"))
        require(rules.has_seat(mine - 1, office.seats))
    leaving = Term.objects.filter(
        community=body.community_id, office__organisation=body, until__isnull=True
    )
    for term in leaving:
        term.until, term.ended_for = max(begins, term.since), "term_over"
        term.save(update_fields=["until", "ended_for"])
    entered = [_enter(each, ends) for each in chosen]
    body.term_ends = ends
    body.version += 1
    body.save(update_fields=["term_ends", "version"])
    for office in body.offices.filter(until__isnull=True):
        mind_office(act, office)
    mind_term(act, body)
    act.note(name=body.name, count=len(entered))
    return entered


@action("organisations.hide_name", needs="organisations.enter_terms")
def hide_name(act: Act, term: Term) -> Term:
    """The consent is taken back: the office is told and the name no longer, from this moment. Where
    the law has the name told it stays."""
    row: Term = locked(term)
    body = row.office.organisation
    agreed = row.shows_name or row.shows_contact
    require(Finding(agreed, "organisations.name_agreed"))
    row.shows_name = row.shows_contact = False
    row.save(update_fields=["shows_name", "shows_contact"])
    act.note(name=body.name, office=row.office.title)
    return row


@action("organisations.end_term", needs="organisations.enter_terms")
def end_term(act: Act, term: Term, *, until: date, ended_for: str) -> Term:
    """Somebody leaves an office; the seat that is empty now is put on the list."""
    row: Term = locked(term)
    require(Finding(row.until is None, "organisations.still_held"))
    require(Finding(row.since <= until <= local_day(act.at), "organisations.not_ahead"))
    row.until, row.ended_for = until, ended_for
    row.save(update_fields=["until", "ended_for"])
    mind_office(act, row.office)
    act.note(name=row.office.organisation.name, office=row.office.title)
    return row


def _kept_here(body: Organisation, on: date) -> None:
    require(Finding(not told_of(body, on), "organisations.kept_here"))


def _kept_apart_holders(body: Organisation, on: date) -> list[Held | HeldOffice]:
    """Who holds an office in the body that this one is kept apart from, by law or by its entry."""
    kind = rules.APART.get(body.kind)
    bodies = Organisation.objects.filter(community=body.community_id, until__isnull=True)
    others = list(bodies.filter(kind=kind)) if kind else []
    if body.kept_apart_from is not None:
        others.append(body.kept_apart_from)
    found: list[Held | HeldOffice] = [held for other in others for held in holders_on(other, on)]
    if kind and not others:
        found.extend(held_in(body.community, kind, on))
    return found


def _is_apart(body: Organisation) -> bool:
    return body.kind in rules.APART or body.kept_apart_from_id is not None


def _key(person: Any) -> Any:
    return getattr(person, "pk", person)


def _may_hold(body: Organisation, given: Chosen) -> None:
    there = _kept_apart_holders(body, given.since)
    person = _key(given.person)
    name = given.name.strip()
    require(
        rules.may_hold(
            body.kind,
            kin_here=given.kin_here,
            there=any(
                (person is not None and held.person == person) or held.name == name
                for held in there
            ),
            kin_there=given.kin_there,
            apart=body.kept_apart_from_id is not None,
        )
    )


def _enter(given: Chosen, ends: date | None = None) -> Term:
    require(Finding(bool(given.name.strip()), "organisations.named"))
    require(Finding(bool(given.paper.strip()), "organisations.rests_on_paper"))
    expected = given.expected or ends
    require(rules.in_order(given.since, expected))
    term = Term(
        community_id=given.office.community_id,
        office=given.office,
        person=given.person,
        name=given.name.strip(),
        since=given.since,
        expected=expected,
        chosen=given.chosen,
        paper=given.paper.strip(),
        shows_contact=given.shows_contact,
        shows_name=given.shows_name,
    )
    try:
        with transaction.atomic():
            term.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(Finding(False, "organisations.named_once")) from error
    return term
