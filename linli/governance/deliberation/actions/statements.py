"""Opinions begun, statements made and looked at, the gathering ended."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.db.models import F, Max

from linli.core.audit.door import Act, action
from linli.core.messages.actions import forget_told
from linli.core.pages.bilingual import in_both
from linli.core.places.unordered import erase_thoroughly, write_anew
from linli.governance.deliberation.models import (
    Conversation,
    OpinionSnapshot,
    Statement,
    Topic,
    Vote,
)
from linli.governance.deliberation.queries import statements as queries
from linli.governance.deliberation.queries.opinion_map import reckon_from_votes
from linli.governance.deliberation.rules.opinion import saying as rules
from linli.governance.deliberation.words import BLOCKED_FOR
from linli.lib.identity.redact import redact
from linli.lib.law import require

BLOCK_WORDS = dict(BLOCKED_FOR)
AUTHOR_HEARS = ("deliberation.statement_shown", "deliberation.statement_blocked")


@action("deliberation.open_opinions", needs="deliberation.moderate")
def open_opinions(
    act: Act,
    topic: Topic,
    *,
    mode: str,
    limit: int,
    texts: Sequence[str] = (),
    lists_votes: bool = False,
) -> Conversation:
    """Begins to gather opinions on a topic, with the first statements. How they are moderated, how
    many one may add and whether votes are listed afterwards is fixed from here on. Refused where
    the topic is not being talked over, or gathers them already."""
    require(rules.is_open(is_open=topic.takes_opinions))
    require(rules.one_gathering(there=queries.conversation_on(topic) is not None))
    made = Conversation.objects.create(
        community_id=topic.community_id,
        topic=topic,
        mode=mode,
        limit=limit,
        lists_votes=lists_votes,
        opened_at=act.at,
    )
    _add(act, made, texts, "seed")
    act.note(topic=topic.number, statements=len(texts))
    return made


@action("deliberation.add_statements", needs="deliberation.moderate")
def add_statements(
    act: Act, conversation: Conversation, *, texts: Sequence[str], source: str = "seed"
) -> list[Statement]:
    """Statements of the desk: further ones to begin with (`seed`), or what was said in a hall or
    written on paper (`paper`). They are shown at once, since the desk has looked at them."""
    hold_open(conversation)
    made = _add(act, conversation, texts, source)
    act.note(topic=conversation.topic.number, statements=len(made))
    return made


@action("deliberation.say", needs="deliberation.opine")
def say(act: Act, conversation: Conversation, *, text: str) -> Statement:
    """One short statement of somebody who lives here; masked, and held for a look where the mode
    says so or where it may name somebody. Refused over the limit, and where the very same is
    there."""
    hold_open(conversation)
    said = queries.said_by(conversation, act.by.account)
    require(rules.within_limit(said, limit=conversation.limit))
    masked = redact(text.strip())
    plain = not masked.spans and not masked.doubtful
    state = "shown" if conversation.mode == "after" and plain else "held"
    _check(conversation, masked.text)
    made = Statement.objects.create(
        community_id=conversation.community_id,
        conversation=conversation,
        number=_next_number(conversation),
        text=masked.text,
        source="resident",
        state=state,
        author_id=act.by.account,
        said_at=act.at,
    )
    act.note(topic=conversation.topic.number, number=made.number)
    act.leave_out_who()
    if state == "held":
        act.tell("deliberation.statement_held", post="worker", topic=conversation.topic.number)
    return made


@action("deliberation.show_statement", needs="deliberation.moderate")
def show_statement(act: Act, statement: Statement) -> Statement:
    """Shown after a look, or again after it had been blocked; its author hears of it."""
    hold_open(statement.conversation)
    _look(act, statement, "shown", ("held", "blocked"), blocked_for="", why="", like=None)
    act.note(topic=statement.conversation.topic.number, number=statement.number)
    _tell_author(act, statement, "deliberation.statement_shown")
    return statement


@action("deliberation.block_statement", needs="deliberation.moderate")
def block_statement(
    act: Act, statement: Statement, *, blocked_for: str, why: str, like: Statement | None = None
) -> Statement:
    """Not shown, or not any more, with a reason that is told to its author. It is kept: the votes
    on it stay with it and count again should it be shown."""
    require(rules.reason_given(blocked_for, why, BLOCK_WORDS))
    hold_open(statement.conversation)
    given = {"blocked_for": blocked_for, "why": why.strip(), "like": like}
    _look(act, statement, "blocked", ("held", "shown"), **given)
    number, topic = statement.number, statement.conversation.topic.number
    act.note(topic=topic, number=number, reason=in_both(BLOCK_WORDS[blocked_for]))
    _tell_author(
        act, statement, "deliberation.statement_blocked", reason=in_both(BLOCK_WORDS[blocked_for])
    )
    return statement


@action("deliberation.close_opinions", needs="deliberation.end_opinions")
def close_opinions(act: Act, conversation: Conversation) -> Conversation:
    """Ends it for good: the last map is reckoned, then the codes of all who voted on a screen are
    replaced by random ones, which lead back to nobody, not even for the house, and who wrote a
    statement is forgotten, with the messages that told them what became of it."""
    _touch(conversation)
    last = reckon_from_votes(conversation)
    erase_thoroughly()
    renewed = _replace_codes(conversation)
    written = list(conversation.statements.values_list("pk", flat=True))
    conversation.statements.update(author=None)
    # What told them of it would still say who wrote which.
    forget_told(act, AUTHOR_HEARS, written)
    places = {renewed.get(code, code): place for code, place in last.pop("places").items()}
    # In the order of the new codes: the old order would tell which was which.
    keep_snapshot(act, conversation, **last, places=dict(sorted(places.items())))
    Conversation.objects.filter(community=conversation.community_id, pk=conversation.pk).update(
        closed_at=act.at
    )
    conversation.closed_at = act.at
    act.note(topic=conversation.topic.number, people=last["content"]["people"])
    return conversation


def keep_snapshot(
    act: Act,
    conversation: Conversation,
    *,
    version: int,
    content: Any,
    places: Any,
    instead_of: int | None = None,
) -> None:
    """Keeps a map, unless a newer one was kept meanwhile, or another than that of the version
    `instead_of` where one is named; a step of acts."""
    here = {"community_id": conversation.community_id, "conversation": conversation}
    kept = {"version": version, "content": content, "places": places, "reckoned_at": act.at}
    older = OpinionSnapshot.objects.filter(**here, version__lte=version)
    if instead_of is not None:
        older = older.filter(version=instead_of)
    if not older.update(**kept):
        OpinionSnapshot.objects.get_or_create(**here, defaults=kept)


def hold_open(conversation: Conversation) -> None:
    """Refused unless opinions are taken now; counts that something changed, and holds the row so
    that an end that comes meanwhile waits."""
    _touch(conversation)
    state = Topic.objects.filter(
        community=conversation.community_id, pk=conversation.topic_id
    ).values_list("state", flat=True)
    conversation.topic.state = state.get()
    require(rules.is_open(is_open=conversation.topic.takes_opinions))


def _touch(conversation: Conversation) -> None:
    still = Conversation.objects.filter(
        community=conversation.community_id, pk=conversation.pk, closed_at__isnull=True
    )
    require(rules.is_open(is_open=bool(still.update(version=F("version") + 1))))


def _add(
    act: Act, conversation: Conversation, texts: Sequence[str], source: str
) -> list[Statement]:
    made = []
    number = _next_number(conversation)
    for text in texts:
        plain = redact(text.strip()).text
        _check(conversation, plain)
        made.append(
            Statement.objects.create(
                community_id=conversation.community_id,
                conversation=conversation,
                number=number + len(made),
                text=plain,
                source=source,
                state="shown",
                said_at=act.at,
                looked_at=act.at,
            )
        )
    return made


def _check(conversation: Conversation, text: str) -> None:
    require(rules.short_enough(text))
    same = Statement.objects.filter(
        community=conversation.community_id, conversation=conversation, text=text
    )
    require(rules.not_said_yet(same.values_list("number", flat=True).first()))


def _next_number(conversation: Conversation) -> int:
    rows = Statement.objects.filter(community=conversation.community_id, conversation=conversation)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _look(act: Act, statement: Statement, state: str, allowed: Sequence[str], **given: Any) -> None:
    row = Statement.objects.filter(
        community=statement.community_id, pk=statement.pk, state__in=allowed
    )
    done = row.update(state=state, looked_at=act.at, **given)
    require(rules.at_state(allowed[0] if done else "", allowed))
    statement.refresh_from_db()


def _tell_author(act: Act, statement: Statement, kind: str, **more: Any) -> None:
    if statement.author_id is not None:
        number = statement.conversation.topic.number
        act.tell(kind, account=statement.author_id, topic=number, number=statement.number, **more)


def _replace_codes(conversation: Conversation) -> dict[str, str]:
    here: dict[str, Any] = {
        "community": conversation.community_id,
        "conversation": conversation,
        "sheet__isnull": True,
    }
    rows = Vote.objects.filter(**here)
    renewed = {
        code: secrets.token_hex(queries.LETTERS // 2)
        for code in rows.order_by().values_list("code", flat=True).distinct()
    }
    for code, fresh in renewed.items():
        rows.filter(code=code).update(code=fresh)
    write_anew(Vote, conversation=conversation.pk)
    return renewed
