"""Paper is typed in: once, or by two different people, and what differs is settled."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.unordered import erase_thoroughly
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.actions.answering import fitting, put_in, use_slip, write_sheet
from linli.mechanisms.questionnaire.models import PaperEntry, Questionnaire, Slip
from linli.mechanisms.questionnaire.queries.asking import questions_of
from linli.mechanisms.questionnaire.queries.slips import entry_of, typist_of

COUNTED, FIRST, DIFFERS = "counted", "first", "differs"
"""What comes of a typing: the sheet counts; it waits for the second; the two differ."""


@action("questionnaire.type_paper", needs="questionnaire.type_in")
def type_paper(
    act: Act, questionnaire: Questionnaire, *, code: str, answers: Mapping[str, Any]
) -> str:
    """A worker types in a sheet of paper, with the code of the slip that came with it. Where
    paper is typed twice, the first typing waits for another person's, who does not see it; where
    both agree the sheet counts, else it waits until the differences are settled. Gives COUNTED,
    FIRST or DIFFERS. Refused where the slip was used otherwise, or the same person types again.
    """
    if not questionnaire.typed_twice:
        put_in(act, questionnaire, code=code, answers=answers, channel="paper")
        return COUNTED
    act.leave_out_who()
    given = fitting(act, questionnaire, answers, "paper")
    account = act.by.account
    require(Finding(account is not None, "questionnaire.typist_known"))
    assert account is not None
    me = typist_of(questionnaire, account)
    entry = entry_of(questionnaire, code)
    if entry is None:
        try:
            with transaction.atomic():
                _type_first(questionnaire, code, me, given)
            return FIRST
        except (IntegrityError, Refused):
            entry = entry_of(questionnaire, code)  # somebody typed it a moment earlier
            if entry is None:
                raise
    return _type_second(questionnaire, entry, me, given)


@action("questionnaire.settle_paper", needs="questionnaire.type_in")
def settle_paper(act: Act, entry: PaperEntry, *, answers: Mapping[str, Any]) -> Questionnaire:
    """With the paper in hand, says what it says where two typings differ: `answers` by the keys
    in question; then it counts. Refused where one is left open or somebody settled it before."""
    act.leave_out_who()
    questionnaire = entry.questionnaire
    require(Finding(entry.second is not None, "questionnaire.paper_typed_twice"))
    asked = [each.as_asked() for each in questions_of(questionnaire)]
    differ = rules.differences(asked, entry.first, entry.second or {})
    settled = set(differ) <= set(answers)
    require(Finding(settled, "questionnaire.paper_all_settled", numbers={"left": len(differ)}))
    said = {**entry.first, **{key: answers[key] for key in differ}}
    given = fitting(act, questionnaire, said, "paper")
    _make_count(entry, given)
    return questionnaire


@action("questionnaire.drop_paper", needs="questionnaire.type_in")
def drop_paper(act: Act, entry: PaperEntry) -> Questionnaire:
    """Takes back a sheet that was typed under the wrong code: both typings go, and the slip is
    good again. Refused where it counts already."""
    act.leave_out_who()
    require(rules.stands(entry.questionnaire.state, "open"))
    here = {"community": entry.community_id}
    slip: UUID = entry.slip_id
    _take_away(entry)
    Slip.objects.filter(**here, pk=slip).update(used=False)
    return entry.questionnaire


def _type_first(
    questionnaire: Questionnaire, code: str, me: bytes, given: Mapping[str, Any]
) -> None:
    PaperEntry.objects.create(
        community_id=questionnaire.community_id,
        questionnaire=questionnaire,
        slip=use_slip(questionnaire, code),
        first_by=me,
        first=dict(given),
    )


def _type_second(
    questionnaire: Questionnaire, entry: PaperEntry, me: bytes, given: Mapping[str, Any]
) -> str:
    require(Finding(bytes(entry.first_by) != me, "questionnaire.typed_by_two"))
    changed = PaperEntry.objects.filter(
        community=questionnaire.community_id, pk=entry.pk, second__isnull=True
    ).update(second=dict(given), second_by=me)
    if not changed:
        raise Refused(Finding(False, "questionnaire.paper_untouched"))
    asked = [each.as_asked() for each in questions_of(questionnaire)]
    if rules.differences(asked, entry.first, given):
        return DIFFERS
    _make_count(entry, entry.first)
    return COUNTED


def _make_count(entry: PaperEntry, given: Mapping[str, Any]) -> None:
    _take_away(entry)  # first: the close takes away entry and slip
    slip = Slip.objects.get(community=entry.community_id, pk=entry.slip_id)
    write_sheet(entry.questionnaire, slip, given, "paper")


def _take_away(entry: PaperEntry) -> None:
    """Of two who settle at once, one; and none once it is closed."""
    erase_thoroughly()
    gone, _each = PaperEntry.objects.filter(community=entry.community_id, pk=entry.pk).delete()
    if not gone:
        raise Refused(Finding(False, "questionnaire.paper_untouched"))
