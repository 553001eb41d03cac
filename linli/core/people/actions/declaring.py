"""Changes told of: declared by those they concern, confirmed at the desk with the paper seen."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action, may
from linli.core.people import rules
from linli.core.people.actions.carrying_out import carry_out
from linli.core.people.models import Declaration, Person
from linli.core.people.queries.declarations import may_be_spoken_for
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day
from linli.lib.law import Finding, require

LONGEST_PAPER = 80


@action("people.declare", needs="people.declare")
def declare(
    act: Act,
    subject: Person | Place,
    *,
    kind: str,
    about: Person | None = None,
    dwelling: Place | None = None,
    on: date | None = None,
    said: Mapping[str, Any] | None = None,
) -> Declaration:
    """Somebody tells of a change. `subject`: the resident who does, for themselves, their
    household or whom they may act for; or the community, where a worker types it in. Nothing in
    the register changes before it is confirmed."""
    resident = subject if isinstance(subject, Person) else None
    assert subject.community_id
    today = local_day(act.at)
    require(rules.declared_whole(kind, about is not None, on, today, dict(said or {})))
    if resident is not None and about is not None:
        spoken_for = about.pk == resident.pk or may_be_spoken_for(resident, about, today)
        require(Finding(spoken_for, "people.of_ones_household"))
    if about is not None:  # two who tell of the same come one after the other
        list(
            Person.objects.select_for_update(no_key=True).filter(
                community=subject.community_id, pk=about.pk
            )
        )
    waiting = Declaration.objects.filter(
        community=subject.community_id, about=about, kind=kind, decided_at__isnull=True
    )
    require(Finding(about is None or not waiting.exists(), "people.not_declared_yet"))
    declaration = Declaration(
        community_id=subject.community_id,
        kind=kind,
        declared_by=resident,
        about=about,
        dwelling=dwelling,
        on=on,
        declared_at=act.at,
    )
    declaration.place_said(said or {})
    declaration.save(force_insert=True)
    act.about = about.pk if about else resident.pk if resident else None
    act.note(kind=kind)
    if not may("people.register", act.by, subject):
        act.tell("people.declared", post="worker")
    return declaration


@action("people.confirm_declaration", needs="people.register")
def confirm_declaration(
    act: Act, declaration: Declaration, *, paper: str, added: Mapping[str, Any] | None = None
) -> Declaration:
    """The paper was seen and the change goes into the register. `added`: what was read from it
    (an ID number), or how somebody agreed to their number being kept."""
    _require_open(declaration)
    require(Finding(bool(paper.strip()), "people.paper_named"))
    declaration.paper = paper.strip()[:LONGEST_PAPER]
    concerned = carry_out(act, declaration, dict(added or {}))
    declaration.about = declaration.about or concerned
    _decide(act, declaration, "confirmed")
    return declaration


@action("people.refuse_declaration", needs="people.register")
def refuse_declaration(act: Act, declaration: Declaration, *, reason: str) -> Declaration:
    """It does not go into the register; whoever told of it reads why."""
    _require_open(declaration)
    require(Finding(bool(reason.strip()), "people.reason_given", cites=("pipl.50",)))
    declaration.answer = reason.strip()
    _decide(act, declaration, "refused")
    return declaration


@action("people.withdraw_declaration", needs="people.withdraw_declaration")
def withdraw_declaration(act: Act, declaration: Declaration) -> Declaration:
    """Whoever told of it takes it back before it is decided."""
    _require_open(declaration)
    _decide(act, declaration, "withdrawn")
    return declaration


def _require_open(declaration: Declaration) -> None:
    """Nobody has decided on it yet, nor does before this act has ended."""
    now = Declaration.objects.select_for_update().get(
        community=declaration.community_id, pk=declaration.pk
    )
    require(Finding(now.decided_at is None, "people.declaration_open"))


def _decide(act: Act, declaration: Declaration, outcome: str) -> None:
    declaration.outcome = outcome
    declaration.decided_at = act.at
    declaration.save()
    act.about = declaration.about_id or declaration.declared_by_id
    act.note(kind=declaration.kind)
    if outcome != "withdrawn" and declaration.declared_by_id is not None:
        act.tell("people.declaration_decided", person=declaration.declared_by_id)
