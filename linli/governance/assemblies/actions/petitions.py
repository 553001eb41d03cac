"""Petitions: started, signed once a person, reached, ended."""

from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.people.queries import persons_in
from linli.core.places.models import Place
from linli.governance.assemblies import rules
from linli.governance.assemblies.flows import PETITION
from linli.governance.assemblies.laws import jurisdictions_of, law_of
from linli.governance.assemblies.models import Petition, Signature
from linli.governance.assemblies.queries import capacity_to_sign, latest_figure, signatures_on
from linli.governance.assemblies.words import BASES, BODIES
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take


@action("assemblies.start_petition", needs="assemblies.petition")
def start_petition(
    act: Act, community: Place, *, body: str, signed_by: str, title: str, text: str
) -> Petition:
    """Asks that a meeting be called. The base is the latest figure of that capacity, which from
    now on does not move; ValueError where that capacity cannot have that body called."""
    on = local_day(act.at)
    figure = latest_figure(community, signed_by, on)
    if figure is None:
        kind = str(dict(BASES)[signed_by])
        raise Refused(Finding(False, "assemblies.figure_known", numbers={"kind": kind}))
    for words in (title, text):
        require(Finding(redact(words).text == words, "assemblies.public_words"))
    law = law_of(community, on)
    enough = rules.petition_enough(body, signed_by, 0, figure.number, law=law)
    needed = int(enough.numbers["needed"])  # type: ignore[arg-type]
    petition = Petition(
        community=community,
        body=body,
        signed_by=signed_by,
        base=figure,
        needed=needed,
        title=title.strip(),
        text=text.strip(),
        started_by_id=act.by.account,
        started_at=act.at,
    )
    begin(act, PETITION, petition, "start")
    act.note(body=str(dict(BODIES)[body]), needed=needed)
    return petition


@action("assemblies.sign", needs="assemblies.sign")
def sign(act: Act, petition: Petition) -> Petition:
    """Signs with one's account, as the person of the roster the account belongs to. The book
    says that somebody signed that day and not who: the signature alone knows, until it is
    destroyed."""
    act.leave_out_who()
    person = _person(petition, act.by.person)
    return _sign(act, petition, person, "account")


@action("assemblies.sign_on_paper", needs="assemblies.sign_on_paper")
def sign_on_paper(act: Act, petition: Petition, *, person: Person) -> Petition:
    """A worker enters a signature from a sheet of paper."""
    return _sign(act, petition, person, "paper")


@action("assemblies.withdraw_signature", needs="assemblies.sign")
def withdraw_signature(act: Act, petition: Petition) -> Petition:
    """Takes one's own signature back, while signatures are still gathered."""
    act.leave_out_who()
    held = _held(petition)
    require(Finding(held.state == "gathering", "assemblies.still_signing"))
    Signature.objects.filter(
        community=held.community_id, petition=held, person=act.by.person
    ).delete()
    act.note(signers=signatures_on(held))
    return held


@action("assemblies.end_petition", needs="assemblies.end_petition")
def end_petition(act: Act, petition: Petition, *, reason: str) -> Petition:
    """Ends a petition that did not reach its number."""
    return take(act, PETITION, petition, "end", reason=reason)


@action("assemblies.forget_signatures", needs="assemblies.remind")
def forget_signatures(act: Act, petition: Petition) -> Petition:
    """Destroys who signed, and who began it, a year after it is over; how many signed stays."""
    held = _held(petition)
    require(Finding(held.state in ("called", "ended"), "assemblies.petition_over"))
    signatures = Signature.objects.filter(community=held.community_id, petition=held)
    if held.signed is None:
        held.signed = signatures.count()
    held.started_by = None
    held.save(update_fields=["signed", "started_by"])
    signatures.delete()
    act.note(signers=held.signed)
    return held


def _sign(act: Act, petition: Petition, person: Person, way: str) -> Petition:
    held = _held(petition)
    require(Finding(held.state in ("gathering", "enough"), "assemblies.still_signing"))
    on = local_day(act.at)
    law = law_of(held.community, on)
    may, household = capacity_to_sign(held, person, on, law.age)
    kind = str(dict(BASES)[held.signed_by])
    require(Finding(may, "assemblies.in_base", cites=("rcl2025.26",), numbers={"kind": kind}))
    try:
        with transaction.atomic():
            Signature.objects.create(
                community_id=held.community_id,
                petition=held,
                person=person,
                household=household,
                way=way,
                at=act.at,
            )
    except IntegrityError:
        raise Refused(Finding(False, "assemblies.signed_once")) from None
    signers = signatures_on(held)
    act.note(signers=signers)
    enough = rules.petition_enough(held.body, held.signed_by, signers, held.base.number, law=law)
    if enough and held.state == "gathering":
        held.enough_at = act.at
        held.save(update_fields=["enough_at"])
        take(act, PETITION, held, "reach", of=jurisdictions_of(held.community))
        act.tell("assemblies.petition_enough", post="director", title=held.title)
    petition.state, petition.version = held.state, held.version
    return petition


def _held(petition: Petition) -> Petition:
    """As it is now, locked: two last signatures at once reach the number once."""
    held = Petition.objects.select_for_update().filter(community=petition.community_id)
    row = held.get(pk=petition.pk)
    row.community, row.base = petition.community, petition.base
    return row


def _person(petition: Petition, key: UUID | None) -> Person:
    person = persons_in(petition.community_id).filter(pk=key).first() if key else None
    if person is None:
        raise Refused(Finding(False, "assemblies.known_person"))
    return person
