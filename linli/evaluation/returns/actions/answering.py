"""The office answers; the sender reads it, and explains what was asked."""

from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.evaluation.returns.keys import own_key
from linli.evaluation.returns.models import ANSWERS, Explanation, Flag, Return, SentReturn
from linli.evaluation.returns.packing import Packed, pack_answer
from linli.evaluation.returns.queries import believed_key
from linli.evaluation.returns.rules import BLOCKING
from linli.evaluation.returns.unpacking import unpack_answer
from linli.lib.law import Finding, Refused, require


@action("returns.answer", needs="returns.receive")
def answer(act: Act, office: Place, *, return_id: UUID, state: str, reason: str = "") -> Return:
    """Accepted, accepted with questions, or sent back with the reason. What contradicts itself is
    not accepted before the sender has explained it; what is asked about is accepted only with
    the questions. Where the sender is served here, its page has the answer at once."""
    rows = Return.objects.across_communities("an office answers what it was sent")
    row = rows.select_for_update(of=("self",)).select_related("community", "office").get(
        office=office, pk=return_id
    )  # fmt: skip
    require(Finding(row.state == "waiting", "returns.unanswered"))
    require(Finding(state in dict(ANSWERS), "returns.unanswered"))
    flags = list(Flag.objects.filter(community=row.community_id, of=row))
    unexplained = [flag for flag in flags if not flag.explanation]
    if state != "sent_back":
        against = sum(flag.kind in BLOCKING for flag in unexplained)
        require(
            Finding(against == 0, "returns.contradictions_explained", numbers={"count": against})
        )
    if state == "accepted":
        require(
            Finding(
                not unexplained, "returns.questions_answered", numbers={"count": len(unexplained)}
            )
        )
    reason = reason.strip()
    require(Finding(state != "sent_back" or bool(reason), "returns.reason_said"))
    row.state, row.reason, row.answered_at = state, reason[:400], act.at
    row.save(update_fields=["state", "reason", "answered_at"])
    sent = SentReturn.objects.filter(community=row.community_id, digest=row.digest).first()
    if sent is not None:
        sent.answer, sent.answered_at = tell_answer(row, flags), act.at
        sent.save(update_fields=["answer", "answered_at"])
    act.note(label=row.community.name, period=row.period.key, edition=row.edition, state=state)
    return row


def tell_answer(row: Return, flags: list[Flag]) -> dict[str, Any]:
    """The answer as it travels: whose file, what of it, why, and what is asked."""
    assert row.answered_at is not None
    return {
        "community": {"code": row.community.code, "name": row.community.name},
        "office": {"code": row.office.code, "name": row.office.name},
        "digest": row.digest,
        "period": row.period.key,
        "edition": row.edition,
        "received_at": row.received_at.isoformat(timespec="seconds"),
        "answered_at": row.answered_at.isoformat(timespec="seconds"),
        "state": row.state,
        "reason": row.reason,
        "questions": [
            {
                "kind": flag.kind,
                "indicator": flag.indicator,
                "period": flag.period,
                "numbers": flag.numbers,
                "explanation": flag.explanation,
            }
            for flag in flags
        ],
    }


def pack(row: Return, flags: list[Flag]) -> Packed:
    """The answer as a signed file, for a sender that is served elsewhere."""
    return pack_answer(tell_answer(row, flags))


@action("returns.take_answer", needs="returns.send")
def take_answer(act: Act, community: Place, *, content: bytes) -> SentReturn:
    """The community puts the office's answer beside the file it is about. Refused where it is of
    another file, or signed by a key that is not the office's."""
    file = unpack_answer(content)
    said = file.manifest
    rows = SentReturn.objects.select_for_update(of=("self",)).select_related("office")
    sent = rows.filter(community=community, digest=str(said.get("digest"))).first()
    if sent is None:
        raise Refused(Finding(False, "returns.own_file"))
    known = believed_key(community, sent.office_id, "above")
    ours = file.key == own_key()
    believed = ours or (known is not None and known.public_key == file.key)
    require(Finding(believed, "returns.office_key", numbers={"name": sent.office.name}))
    require(Finding(_is_answer(said), "returns.signature"))
    require(Finding(sent.answered_at is None, "returns.answer_new"))
    keys = ("state", "reason", "received_at", "answered_at", "questions")
    sent.answer = {key: said[key] for key in keys}
    sent.answered_at = act.at
    sent.save(update_fields=["answer", "answered_at"])
    act.note(label=sent.office.name, period=sent.period.key, edition=sent.edition)
    return sent


def _is_answer(said: dict[str, Any]) -> bool:
    questions = said.get("questions")
    return (
        said.get("state") in dict(ANSWERS)
        and all(isinstance(said.get(key), str) for key in ("reason", "received_at", "answered_at"))
        and isinstance(questions, list)
        and all(
            isinstance(each, dict)
            and all(isinstance(each.get(key), str) for key in ("kind", "indicator", "period"))
            and isinstance(each.get("numbers"), dict)
            for each in questions
        )
    )


@action("returns.explain", needs="returns.send")
def explain(
    act: Act, sent: SentReturn, *, kind: str, indicator: str, period: str, text: str
) -> Explanation:
    """Why a value that is asked about is so; it goes along with the next edition."""
    asked = sent.answer.get("questions", ())
    named = any(
        (each["kind"], each["indicator"], each["period"]) == (kind, indicator, period)
        for each in asked
    )
    require(Finding(named, "returns.is_asked"))
    text = text.strip()
    require(Finding(bool(text), "returns.explanation_said"))
    row, _new = Explanation.objects.update_or_create(
        community_id=sent.community_id,
        office_id=sent.office_id,
        period_kind=sent.period_kind,
        starts=sent.starts,
        kind=kind,
        indicator=indicator,
        of_period=period,
        defaults={"text": text[:400], "at": act.at},
    )
    act.note(period=sent.period.key, indicator=indicator)
    return row
