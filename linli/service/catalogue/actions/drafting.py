"""Drafting: what the holder states is held against the roster, and the text is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import translation
from django.utils.dateparse import parse_date

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import SOURCE
from linli.core.pages.wording import tell_day
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin, take
from linli.service.catalogue.fields import field_titles
from linli.service.catalogue.flows import CERTIFICATE
from linli.service.catalogue.models import Certificate, CertificateItem
from linli.service.catalogue.queries.lists import finding_of, time_for
from linli.service.catalogue.queries.roster import holder_of, known_of
from linli.service.catalogue.rules import certificates as rules
from linli.service.catalogue.rules.certificates import Checked


@dataclass(frozen=True)
class Draft:
    """What a worker fills in: what for, to whom, what is stated of each field of the template,
    what was seen as proof, who witnessed, and who came in the holder's place."""

    purpose: str
    for_office: str
    stated: Mapping[str, str]
    proofs: Mapping[str, str] = field(default_factory=dict)
    witness: str = ""
    came: str = ""


@action("catalogue.draft_certificate", needs="catalogue.draft_certificates")
def draft_here(
    act: Act, community: Place, *, item: CertificateItem, person: Person, draft: Draft
) -> Certificate:
    """Drafts one at the counter, for whoever stands there. Refused where it is not issued here
    today, where the roster contradicts, where what it does not know is unproved, without the
    witness the item asks for, and for oneself."""
    on = local_day(act.at)
    certificate = Certificate(community=community, item=item, person=person, asked_on=on)
    _write(act, certificate, person, draft, on)
    promise = time_for(item, community, on)
    begin(act, CERTIFICATE, certificate, "draft_here", limits={"promise": promise})
    _tell(act, certificate)
    return certificate


@action("catalogue.draft_asked", needs="catalogue.draft_certificates")
def draft_asked(
    act: Act, certificate: Certificate, *, draft: Draft, seen: int | None = None
) -> Certificate:
    """Drafts what a resident asked for, or drafts anew what was sent back. Judged by the lists of
    the day on which it was asked for."""
    on = local_day(act.at)
    person = holder_of(certificate)
    require(rules.holder_known(person is not None and not person.is_forgotten))
    assert person is not None
    _write(act, certificate, person, draft, on)
    take(act, CERTIFICATE, certificate, "draft", seen=seen)
    certificate.save()
    _tell(act, certificate)
    return certificate


def check(item: CertificateItem, person: Person, draft: Draft, on: date) -> list[Checked]:
    """Each statement of the item's template beside what the roster says of it."""
    known = known_of(person, on)
    return [
        Checked(
            name,
            draft.stated.get(name, "").strip(),
            rules.compare(draft.stated.get(name, ""), known[name]),
            draft.proofs.get(name, "").strip(),
        )
        for name in rules.placeholders(item.template)
    ]


def text_of(item: CertificateItem, checked: list[Checked]) -> str:
    """The certificate's words, in the language certificates are written in."""
    with translation.override(SOURCE):
        values = {each.field: _worded(each) for each in checked}
    return rules.filled(item.template, values)


def require_true(checked: list[Checked]) -> None:
    """Refuses what the roster contradicts, and what it does not know and nothing proves."""
    titles = {key: str(title) for key, title in field_titles().items()}
    require(rules.statements_given(checked, titles))
    require(rules.statements_true(checked, titles))
    require(rules.statements_proved(checked, titles))


def _write(act: Act, certificate: Certificate, person: Person, draft: Draft, on: date) -> None:
    item = certificate.item
    require(finding_of(item, certificate.asked_on))
    require(rules.not_for_oneself(person.pk, act.by.person))
    require(rules.witnessed(item.witness, draft.witness))
    checked = check(item, person, draft, on)
    require_true(checked)
    certificate.holder_name = next(each.stated for each in checked if each.field == "name")
    certificate.purpose = draft.purpose.strip()
    certificate.for_office = draft.for_office.strip()
    certificate.witness, certificate.came = draft.witness.strip(), draft.came.strip()
    certificate.place_statements(checked)
    certificate.text = text_of(item, checked)
    certificate.digest = rules.fingerprint(certificate.text)
    certificate.drafted_by_id, certificate.drafted_at = act.by.account, act.at


def _worded(each: Checked) -> str:
    on = parse_date(each.stated) if each.field == "since" else None
    return tell_day(on) if on else each.stated


def _tell(act: Act, certificate: Certificate) -> None:
    act.about = certificate.person_id
    act.note(item=certificate.item.titles)
    act.tell("catalogue.certificate_to_seal", post="director", item=certificate.item.titles)
