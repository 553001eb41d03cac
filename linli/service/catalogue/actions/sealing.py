"""The seal: set by another than who drafted, with a number that leaves no gap; handed over,
set again, or withdrawn."""

import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.service.catalogue.actions.drafting import Draft, check, require_true
from linli.service.catalogue.flows import CERTIFICATE
from linli.service.catalogue.models import Certificate, SealUse
from linli.service.catalogue.queries.lists import finding_of
from linli.service.catalogue.queries.roster import holder_of
from linli.service.catalogue.rules import certificates as rules

CODE_BYTES = 16


@action("catalogue.seal_certificate", needs="catalogue.seal_certificates")
def seal_certificate(
    act: Act, certificate: Certificate, *, copies: int = 1, seen: int | None = None
) -> Certificate:
    """Seals what another drafted: it gets its number, its code, its line in the register.

    Refused to whoever drafted it or is its holder, where the text is not the one drafted, and
    where the roster contradicts it by now.
    """
    on = local_day(act.at)
    require(rules.sealed_by_another(certificate.drafted_by_id, act.by.account))
    require(rules.not_for_oneself(certificate.person_id, act.by.person))
    require(finding_of(certificate.item, certificate.asked_on))
    require(rules.unchanged(certificate.text, certificate.digest))
    _require_still_true(certificate, act)
    # The number first: the database lets no row be issued without one. Where the move is then
    # refused, the number is taken back with everything else, and leaves no gap.
    _number(certificate, on.year)
    take(act, CERTIFICATE, certificate, "seal", seen=seen)
    certificate.sealed_by_id, certificate.issued_at = act.by.account, act.at
    days = certificate.item.valid_days
    certificate.valid_until = on + timedelta(days=days) if days else None
    certificate.save(update_fields=["sealed_by", "issued_at", "valid_until"])
    _set_seal(act, certificate, copies)
    if certificate.asked_by_id:
        told = {"item": certificate.item.titles, "number": certificate.number}
        act.tell("catalogue.certificate_issued", account=certificate.asked_by_id, **told)
    return certificate


@action("catalogue.seal_again", needs="catalogue.seal_certificates")
def seal_again(act: Act, certificate: Certificate, *, copies: int, reason: str) -> SealUse:
    """Sets the seal on further copies of the same paper, under the same number. Refused for what
    is withdrawn or no longer holds, without a reason, and to whoever drafted it."""
    require(rules.sealed_by_another(certificate.drafted_by_id, act.by.account))
    require(rules.not_for_oneself(certificate.person_id, act.by.person))
    require(rules.may_be_copied(certificate.holds_on(local_day(act.at)), reason))
    require(rules.copy_kept(certificate.forgotten_at is None))
    return _set_seal(act, certificate, copies, reason)


@action("catalogue.send_back", needs="catalogue.seal_certificates")
def send_back(
    act: Act, certificate: Certificate, *, reason: str, seen: int | None = None
) -> Certificate:
    """The keeper of the seal sends a draft back, and says what is wrong with it."""
    take(act, CERTIFICATE, certificate, "send_back", reason=reason, seen=seen)
    act.about = certificate.person_id
    act.note(item=certificate.item.titles)
    act.tell("catalogue.certificate_sent_back", post="worker", item=certificate.item.titles)
    return certificate


@action("catalogue.hand_over_certificate", needs="catalogue.draft_certificates")
def hand_over_certificate(
    act: Act, certificate: Certificate, *, seen: int | None = None
) -> Certificate:
    """The paper was fetched."""
    require(rules.handed_over_once(certificate.handed_over_at is None))
    take(act, CERTIFICATE, certificate, "hand_over", seen=seen)
    certificate.handed_over_at = act.at
    certificate.save(update_fields=["handed_over_at"])
    act.about = certificate.person_id
    act.note(number=certificate.number)
    return certificate


@action("catalogue.revoke_certificate", needs="catalogue.revoke_certificates")
def revoke_certificate(
    act: Act, certificate: Certificate, *, reason: str, seen: int | None = None
) -> Certificate:
    """Withdraws a certificate: from now on its check page says so. The number stays taken."""
    take(act, CERTIFICATE, certificate, "revoke", reason=reason, seen=seen)
    certificate.closed_at, certificate.reason = act.at, reason.strip()
    certificate.save(update_fields=["closed_at", "reason"])
    act.about = certificate.person_id
    act.note(item=certificate.item.titles, number=certificate.number)
    if certificate.asked_by_id:
        told = {"item": certificate.item.titles, "number": certificate.number}
        act.tell("catalogue.certificate_revoked", account=certificate.asked_by_id, **told)
    return certificate


def _set_seal(act: Act, certificate: Certificate, copies: int, reason: str = "") -> SealUse:
    act.about = certificate.person_id
    act.note(item=certificate.item.titles, number=certificate.number, copies=copies)
    return SealUse.objects.create(
        community_id=certificate.community_id,
        certificate=certificate,
        at=act.at,
        keeper_id=act.by.account,
        drafter_id=certificate.drafted_by_id,
        copies=copies,
        reason=reason.strip(),
    )


def _require_still_true(certificate: Certificate, act: Act) -> None:
    person = holder_of(certificate)
    require(rules.holder_known(person is not None and not person.is_forgotten))
    assert person is not None
    draft = Draft(
        certificate.purpose,
        certificate.for_office,
        stated={each.field: each.stated for each in certificate.checked},
        proofs={each.field: each.proof for each in certificate.checked},
    )
    require_true(check(certificate.item, person, draft, local_day(act.at)))


def _number(certificate: Certificate, year: int) -> None:
    """The next number of the community's year. Of two who seal at once the database lets one
    have it; the other waits, and takes the one after."""
    ours = Certificate.objects.filter(community=certificate.community_id)
    code = receipt_from(secrets.token_bytes(CODE_BYTES))
    for _attempt in range(50):
        latest = ours.filter(year=year).aggregate(latest=Max("serial"))["latest"]
        serial = (latest or 0) + 1
        try:
            with transaction.atomic():
                ours.filter(pk=certificate.pk, state="drafted").update(
                    year=year, serial=serial, code=code
                )
        except IntegrityError:
            continue
        certificate.year, certificate.serial, certificate.code = year, serial, code
        return
    raise RuntimeError("no number could be had for a certificate")
