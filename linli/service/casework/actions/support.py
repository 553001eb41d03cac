"""A family's agreement on supporting an elder: drafted, signed with the elder's consent, seen to
be kept, ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.lib.calendar import local_day
from linli.lib.law import Findings, Refused, require, require_all
from linli.mechanisms.flow.actions import begin, take
from linli.service.casework.actions.cases import holder_of
from linli.service.casework.actions.telling import tell_handlers
from linli.service.casework.actions.visiting import SOMETHING, every
from linli.service.casework.flows import SUPPORT
from linli.service.casework.models.support import SupportAgreement, SupportCheck, SupportParty
from linli.service.casework.queries.support import parties_of
from linli.service.casework.rules import care, support
from linli.service.casework.rules.cases import still_open


@dataclass(frozen=True)
class Signed:
    """How it was signed: the elder's consent first, and that nothing stands beside the paper."""

    consented: bool
    how: str
    consented_on: date
    signed_on: date
    nothing_hidden: bool


@action("casework.draft_support", needs="casework.tend")
def draft_support(act: Act, case: Any, *, terms: str = "", watched_by: str = "committee") -> Any:
    """Begins a draft; of agreements that have not ended there is one."""
    require(still_open(case.is_open))
    row = SupportAgreement(
        community_id=case.community_id, case=case, terms=terms.strip(), watched_by=watched_by
    )
    _require_sound(row, [])
    try:
        with transaction.atomic():
            begin(act, SUPPORT, row, "draft")
    except IntegrityError as twin:
        raise Refused(support.still_drafted("twice")) from twin
    return row


@action("casework.write_support", needs="casework.tend")
def write_support(
    act: Act,
    case: Any,
    *,
    agreement: SupportAgreement,
    terms: str,
    watched_by: str,
    seen: int | None = None,
) -> None:
    """What else was agreed, and who sees that it is kept."""
    _require_draft(case, agreement)
    agreement.terms, agreement.watched_by = terms.strip(), watched_by
    _require_sound(agreement, [])
    agreement.save(update_fields=["terms", "watched_by"])
    take(act, SUPPORT, agreement, "write", seen=seen)


@action("casework.add_supporter", needs="casework.tend")
def add_supporter(
    act: Act, case: Any, *, agreement: SupportAgreement, given: Mapping[str, Any]
) -> SupportParty:
    """One of those who owe support, with what they take over. Refused where that is nothing, or
    hangs on property."""
    _require_draft(case, agreement)
    money = given.get("money_fen") or 0
    row = SupportParty(
        community_id=case.community_id,
        agreement=agreement,
        name=given["name"].strip(),
        tie=given.get("tie", "").strip(),
        money_fen=money,
        money_every=given.get("money_every", "") if money else "",
        care=given.get("care", "").strip(),
        visits=given.get("visits", "").strip(),
    )
    require(support.nobody_waived([row.part]))
    _require_sound(agreement, [row])
    row.save(force_insert=True)
    take(act, SUPPORT, agreement, "write")
    return row


@action("casework.remove_supporter", needs="casework.tend")
def remove_supporter(
    act: Act, case: Any, *, agreement: SupportAgreement, party: SupportParty
) -> None:
    """Takes one out of the draft, to be written anew."""
    _require_draft(case, agreement)
    party.delete()
    take(act, SUPPORT, agreement, "write")


@action("casework.sign_support", needs="casework.tend")
def sign_support(
    act: Act, case: Any, *, agreement: SupportAgreement, signed: Signed, seen: int | None = None
) -> None:
    """It was signed, with the elder's consent. Refused without it, among fewer than two, and
    where somebody is let off or support hangs on property. From now on it is looked at."""
    _require_draft(case, agreement)
    parties = parties_of(agreement)
    require(support.consented(signed.consented))
    require_all(
        Findings(
            (
                support.among_several(len(parties)),
                support.nobody_waived(row.part for row in parties),
                support.nothing_hidden(signed.nothing_hidden),
                support.signed_by_now(signed.signed_on, local_day(act.at)),
                support.signed_by_now(signed.consented_on, local_day(act.at)),
            )
        )
    )
    _require_sound(agreement, parties)
    agreement.how_consented, agreement.consented_on = signed.how, signed.consented_on
    agreement.signed_on = signed.signed_on
    agreement.save(update_fields=["how_consented", "consented_on", "signed_on"])
    take(act, SUPPORT, agreement, "sign", seen=seen)
    _look_again(act, agreement)


@action("casework.check_support", needs="casework.tend")
def check_support(
    act: Act,
    case: Any,
    *,
    agreement: SupportAgreement,
    done_on: date,
    result: str,
    way: str = "",
    words: str = "",
    seen: int | None = None,
) -> SupportCheck:
    """How it is kept, as the elder says. Where it is not, what comes next is the elder's choice."""
    require(still_open(case.is_open))
    require(support.checked_in_force(done_on, agreement.signed_on, local_day(act.at)))
    require(support.leads_on(result, way))
    row = SupportCheck(
        community_id=case.community_id,
        agreement=agreement,
        done_on=done_on,
        result=result,
        way=way,
        words=words.strip(),
        account_id=act.by.account,
    )
    take(act, SUPPORT, agreement, "check", seen=seen)
    row.save(force_insert=True)
    act.note(result=result)
    clocks.settle(act, case, agreement.clock)
    _look_again(act, agreement)
    if result != support.KEPT:
        tell_handlers(act, case, "casework.support_not_kept")
    return row


@action("casework.end_support", needs="casework.tend")
def end_support(
    act: Act, case: Any, *, agreement: SupportAgreement, seen: int | None = None
) -> None:
    """It no longer holds, or the elder does not want it looked after: the duty itself stays."""
    require(still_open(case.is_open))
    take(act, SUPPORT, agreement, "end", seen=seen)
    agreement.ended_on = local_day(act.at)
    agreement.save(update_fields=["ended_on"])
    clocks.drop(act, case, agreement.clock)


def _look_again(act: Act, agreement: SupportAgreement) -> None:
    case, on = agreement.case, local_day(act.at)
    clocks.start(
        act,
        case,
        agreement.clock,
        length=(care.next_by(on, every("support_checked", case.community, on)) - on).days,
        unit="fixed",
        title=in_both(SOMETHING),
        url_name="casework:support",
        url_args={"community_code": case.community.code, "case_id": case.pk},
        holder=holder_of(case),
    )


def _require_draft(case: Any, agreement: SupportAgreement) -> None:
    require(still_open(case.is_open))
    require(support.still_drafted(agreement.state))


def _require_sound(agreement: SupportAgreement, parties: list[SupportParty]) -> None:
    texts = [agreement.terms, *(text for row in parties for text in (row.care, row.visits))]
    require(support.no_waiver_said(texts))
    require(support.no_condition_said(texts))
