"""What the person agrees to, and what is passed on."""

import json
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.service.casework.actions.cases import told_person
from linli.service.casework.models import Agreement, Case, Referral
from linli.service.casework.rules import cases, passing_on as rules


@action("casework.agree", needs="casework.handle")
def agree(
    act: Act,
    case: Case,
    *,
    words: str,
    how: str,
    by_whom: str,
    given_on: date,
    paper: str = "",
) -> Agreement:
    """Writes down that the person agreed: to what, when, how, and where the paper lies."""
    require(cases.still_open(case.is_open))
    require(rules.given_by_today(given_on, local_day(act.at)))
    require(cases.said_enough(words))
    row = Agreement(
        community_id=case.community_id,
        case=case,
        words=words.strip(),
        how=how,
        by_whom=by_whom.strip(),
        paper=paper.strip(),
        given_on=given_on,
        noted_at=act.at,
    )
    row.save(force_insert=True)
    act.about = told_person(case)
    return row


@action("casework.withdraw_agreement", needs="casework.handle")
def withdraw(act: Act, case: Case, *, agreement: Agreement) -> Agreement:
    """She has changed her mind: nothing more is passed on upon it. What was, stays so."""
    rows = Agreement.objects.filter(
        community=case.community_id, case=case, pk=agreement.pk, withdrawn_at__isnull=True
    )
    require(rules.not_decided(not rows.update(withdrawn_at=act.at)))
    act.about = told_person(case)
    agreement.refresh_from_db()
    return agreement


@action("casework.refer", needs="casework.handle")
def refer(
    act: Act,
    case: Case,
    *,
    to: str,
    purpose: str,
    sent: Sequence[tuple[str, str]],
    agreement: Agreement | None = None,
    override: str = "",
    why: str = "",
) -> Referral:
    """Passes something on to an office or organisation, on consent or on a named ground."""
    return pass_on(
        act,
        case,
        to=to,
        purpose=purpose,
        sent=sent,
        agreement=agreement,
        override=override,
        why=why,
    )


def pass_on(
    act: Act,
    case: Case,
    *,
    to: str,
    purpose: str,
    sent: Sequence[tuple[str, str]],
    agreement: Agreement | None = None,
    override: str = "",
    why: str = "",
) -> Referral:
    """The step of it. `sent`: what each piece is called, and the piece, as they go. The override
    and its reason stand in the case's book; the person reads them where her kind is told."""
    require(cases.still_open(case.is_open))
    require(cases.said_enough(purpose))
    require(rules.something_sent(len(sent)))
    stands = None
    if agreement is not None:
        stands = (
            Agreement.objects.select_for_update()
            .filter(community=case.community_id, case=case, pk=agreement.pk)
            .first()
        )
    ground = case.declared.override(override) if override else None
    require(
        rules.on_a_ground(stands is not None, bool(stands and stands.withdrawn_at), ground, why)
    )
    row = Referral(
        community_id=case.community_id,
        case=case,
        to=to.strip(),
        purpose=purpose.strip(),
        sent=json.dumps(
            [{"label": label, "text": text} for label, text in sent], ensure_ascii=False
        ),
        agreement=stands,
        override=ground.key if ground else "",
        article=",".join(ground.cites) if ground else "",
        why=why.strip() if ground else "",
        told_person=case.declared.told_to_person,
        at=act.at,
        by_id=act.by.account,
    )
    row.save(force_insert=True)
    act.about = told_person(case)
    act.note(ground=in_both(ground.title if ground else _("本人同意")))
    case.declared.happened(act, case, "refer")
    return row


@action("casework.answer_referral", needs="casework.handle")
def answer_referral(act: Act, case: Case, *, referral: Referral, answer: str) -> Referral:
    """Writes down what the office answered."""
    require(cases.still_open(case.is_open))
    row = Referral.objects.select_for_update().get(
        community=case.community_id, case=case, pk=referral.pk
    )
    row.case = case
    row.answer, row.answered_at = answer.strip(), act.at
    row.save(update_fields=["answer", "answered_at"])
    return row
