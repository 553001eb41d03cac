"""Statements and votes, read: what is shown, what is mine, what waits, what comes next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count as Rows, Q
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.people.keys import blind_index
from linli.core.places.models import Place
from linli.governance.deliberation.models import (
    Conversation,
    HandCount,
    OpinionSnapshot,
    Statement,
    Vote,
)
from linli.governance.deliberation.models.topics import TALKED_STATES
from linli.governance.deliberation.rules.opinion import asking
from linli.governance.deliberation.rules.opinion.counting import Count
from linli.lib.identity.similarity import most_alike

PURPOSE = "deliberation.opinion"
LETTERS = 40


def code_of(conversation: Conversation, account: UUID) -> str:
    """What stands for an account among the votes on this topic; another on every topic."""
    return _code(conversation, f"account/{account}")


def code_of_sheet(conversation: Conversation, number: int) -> str:
    """What stands for a sheet of paper."""
    return _code(conversation, f"sheet/{number}")


def _code(conversation: Conversation, who: str) -> str:
    return blind_index(f"{conversation.pk}/{who}", PURPOSE).hex()[:LETTERS]


def conversation_on(topic: Any) -> Conversation | None:
    """The gathering of opinions on a topic, where there is one."""
    return (
        Conversation.objects.filter(community=topic.community_id, topic=topic)
        .select_related("topic", "community")
        .first()
    )


def public_conversation(community: Place, topic: UUID) -> Conversation:
    """The one on a topic everybody may read; 404 otherwise."""
    found = (
        Conversation.objects.filter(
            community=community, topic=topic, topic__state__in=TALKED_STATES
        )
        .select_related("topic", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def shown(conversation: Conversation) -> list[Statement]:
    """The statements that may be voted on, in their order."""
    return list(_statements(conversation).filter(state="shown"))


def all_statements(conversation: Conversation) -> list[Statement]:
    """All of them, for the desk; those that wait first."""
    order = {"held": 0, "shown": 1, "blocked": 2}
    return sorted(_statements(conversation), key=lambda each: (order[each.state], each.number))


def statement_here(community: Place, topic: UUID, statement: UUID) -> Statement:
    """One statement of the topic, for the desk; 404 where it is of another."""
    found = (
        Statement.objects.filter(community=community, conversation__topic=topic, pk=statement)
        .select_related("conversation__topic", "conversation__community", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def topic_of_own(community: Place, statement: UUID, actor: Actor) -> UUID:
    """The topic of a statement this visitor wrote; 404 otherwise."""
    found = Statement.objects.filter(
        community=community, pk=statement, author=actor.account, author__isnull=False
    ).values_list("conversation__topic", flat=True)
    return _there(found.first())


def topic_of(community: Place, conversation: UUID) -> UUID:
    """The topic of a gathering of opinions; 404 where there is none."""
    found = Conversation.objects.filter(community=community, pk=conversation)
    return _there(found.values_list("topic", flat=True).first())


def _there(topic: UUID | None) -> UUID:
    if topic is None:
        raise Http404
    return topic


def mine(conversation: Conversation, actor: Actor) -> list[Statement]:
    """What this visitor wrote, whatever became of it."""
    if actor.account is None:
        return []
    return list(_statements(conversation).filter(author=actor.account))


def said_by(conversation: Conversation, account: UUID | None) -> int:
    """How many a person has added that were not blocked."""
    if account is None:
        return 0
    return _statements(conversation).filter(author=account).exclude(state="blocked").count()


def votes_of(conversation: Conversation, code: str) -> dict[UUID, int]:
    """What this code said of each statement."""
    rows = Vote.objects.filter(
        community=conversation.community_id, conversation=conversation, code=code
    )
    return dict(rows.values_list("statement_id", "value"))


def my_votes(conversation: Conversation, actor: Actor) -> dict[UUID, int]:
    """What this visitor said of each statement; nothing once the codes were replaced."""
    if actor.account is None:
        return {}
    return votes_of(conversation, code_of(conversation, actor.account))


def counts_of(conversation: Conversation) -> dict[UUID, Count]:
    """How many voted what on each statement, paper included."""
    rows = (
        Vote.objects.filter(community=conversation.community_id, conversation=conversation)
        .values_list("statement_id")
        .annotate(
            agree=Rows("id", filter=Q(value=1)),
            disagree=Rows("id", filter=Q(value=-1)),
            seen=Rows("id"),
        )
    )
    return {key: Count(agree, disagree, seen) for key, agree, disagree, seen in rows}


@dataclass(frozen=True)
class Turn:
    """The statement to be shown now, and how far one has come."""

    statement: Statement | None
    done: int
    total: int


def turn_of(conversation: Conversation, actor: Actor) -> Turn:
    """Which statement this visitor is shown next."""
    everything = shown(conversation)
    voted = my_votes(conversation, actor)
    left = {each.pk: each for each in everything if each.pk not in voted}
    done = len(everything) - len(left)
    if not left or actor.account is None:
        return Turn(next(iter(left.values()), None), done, len(everything))
    counts = counts_of(conversation)
    weights = asking.priorities(
        {key: counts.get(key, Count()) for key in left}, _extremities(conversation, everything)
    )
    whose = code_of(conversation, actor.account)
    chosen: UUID | None = asking.next_of(weights.items(), whose=whose)
    return Turn(left[chosen] if chosen else None, done, len(everything))


def _extremities(conversation: Conversation, statements: Iterable[Statement]) -> dict[UUID, float]:
    snapshot = snapshot_of(conversation)
    told: Mapping[str, float] = snapshot.content.get("extremity", {}) if snapshot else {}
    return {each.pk: told[str(each.number)] for each in statements if str(each.number) in told}


def snapshot_of(conversation: Conversation) -> OpinionSnapshot | None:
    """The map as it was reckoned last."""
    return OpinionSnapshot.objects.filter(
        community=conversation.community_id, conversation=conversation
    ).first()


def alike(conversation: Conversation, text: str) -> list[Statement]:
    """Shown statements that may say the same, the likest first."""
    by_key = {str(each.pk): each for each in shown(conversation)}
    likely = most_alike(text, ((key, each.text) for key, each in by_key.items()))
    return [by_key[key] for key, _how in likely]


def sheets_in(conversation: Conversation) -> list[int]:
    """The numbers of the sheets of paper that were typed in."""
    rows = Vote.objects.filter(
        community=conversation.community_id, conversation=conversation, sheet__isnull=False
    )
    numbers = rows.order_by("sheet").values_list("sheet", flat=True).distinct()
    return [number for number in numbers if number is not None]


def hands_in(conversation: Conversation) -> list[HandCount]:
    """Hands counted in halls, with their statements."""
    return list(
        HandCount.objects.filter(
            community=conversation.community_id, statement__conversation=conversation
        ).select_related("statement")
    )


def people_in(conversation: Conversation) -> int:
    """How many people voted, sheets of paper included."""
    return (
        Vote.objects.filter(community=conversation.community_id, conversation=conversation)
        .values("code")
        .distinct()
        .count()
    )


def _statements(conversation: Conversation) -> Any:
    return Statement.objects.filter(community=conversation.community_id, conversation=conversation)


def count_by_state(conversation: Conversation) -> dict[str, int]:
    """How many statements are shown, wait for a look, or are blocked."""
    rows = _statements(conversation).order_by().values_list("state")
    return dict(rows.annotate(number=Rows("id")))
