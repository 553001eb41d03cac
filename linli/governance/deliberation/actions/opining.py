"""Votes on statements: on a screen, from a sheet of paper, by hands in a hall; and the map kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.places.unordered import erase_thoroughly
from linli.governance.deliberation.actions.statements import hold_open, keep_snapshot
from linli.governance.deliberation.models import Conversation, HandCount, Statement, Vote
from linli.governance.deliberation.queries import statements as queries
from linli.governance.deliberation.rules.opinion import saying as rules
from linli.lib.law import require

NOTHING_KEPT = -1


@action("deliberation.vote", needs="deliberation.opine")
def vote(act: Act, conversation: Conversation, *, choices: Mapping[UUID, int]) -> None:
    """What one thinks of one statement or several; what one said of them before is replaced. The
    book says that somebody voted on that day, and not who."""
    act.leave_out_who()
    hold_open(conversation)
    assert act.by.account is not None  # whoever may opine has signed in
    _put(conversation, queries.code_of(conversation, act.by.account), choices)
    act.note(topic=conversation.topic.number, votes=len(choices))


@action("deliberation.enter_sheet", needs="deliberation.moderate")
def enter_sheet(
    act: Act,
    conversation: Conversation,
    *,
    number: int,
    choices: Mapping[UUID, int],
    again: bool = False,
) -> None:
    """Types in one sheet of paper, as one person without a name. `number` was written on it when
    the box was emptied; `again`: it was typed in wrongly and is replaced whole. What was left
    open on the paper is not there."""
    hold_open(conversation)
    code = queries.code_of_sheet(conversation, number)
    earlier = Vote.objects.filter(
        community=conversation.community_id, conversation=conversation, code=code
    )
    if again:
        erase_thoroughly()
        earlier.delete()
    require(rules.sheet_new(number, there=earlier.exists()))
    _put(conversation, code, choices, sheet=number)
    act.note(topic=conversation.topic.number, number=number, votes=len(choices))


@action("deliberation.count_hands", needs="deliberation.moderate")
def count_hands(
    act: Act,
    statement: Statement,
    *,
    occasion: str,
    held_on: date,
    agree: int,
    disagree: int,
    passed: int = 0,
) -> HandCount:
    """How many hands went up for a statement in a hall; counted again on the same occasion, it
    replaces the first count. It stands beside the map and does not enter it."""
    require(rules.hands_counted(agree, disagree, passed))
    hold_open(statement.conversation)
    known = {statement.pk: 0} if statement.state == "shown" else {}
    require(rules.votable({statement.pk: 0}, known))
    counted, _made = HandCount.objects.update_or_create(
        community_id=statement.community_id,
        statement=statement,
        held_on=held_on,
        occasion=occasion.strip(),
        defaults={"agree": agree, "disagree": disagree, "passed": passed},
    )
    act.note(topic=statement.conversation.topic.number, number=statement.number)
    return counted


@action("deliberation.keep_map", needs="deliberation.see_opinions")
def keep_map(
    act: Act, conversation: Conversation, *, found: Mapping[str, Any], instead_of: int
) -> None:
    """Keeps a map that was reckoned from the votes (`queries/opinion_map.py`), in the place of that
    of the version `instead_of` alone (`NOTHING_KEPT`: of none): were one kept meanwhile, few might
    lie between the two. Whoever opened the page had it reckoned; it says nothing of them."""
    act.leave_out_who()
    keep_snapshot(act, conversation, **found, instead_of=instead_of)
    act.note(topic=conversation.topic.number, votes=found["content"]["votes"])


def _put(
    conversation: Conversation, code: str, choices: Mapping[UUID, int], sheet: int | None = None
) -> None:
    require(rules.votable(choices, {each.pk for each in queries.shown(conversation)}))
    # One statement: two browsers of one person at once leave one vote, the later.
    Vote.objects.bulk_create(
        [
            Vote(
                community_id=conversation.community_id,
                conversation=conversation,
                statement_id=key,
                code=code,
                value=value,
                sheet=sheet,
            )
            for key, value in choices.items()
        ],
        update_conflicts=True,
        unique_fields=["community", "statement", "code"],
        update_fields=["value"],
    )
