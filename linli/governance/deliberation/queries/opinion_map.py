"""The opinion map, reckoned in this process and read back from its snapshot.

Reckoning a hundred thousand votes takes a good part of a second, those of a community some
hundredths: no worker is needed whose death would leave an old map. Each process reckons one at a
time, at most once a minute while votes come in, and only when so many more have voted that what
changed is not one neighbour's.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from threading import Lock
from typing import Any

from linli.governance.deliberation.models import Conversation, OpinionSnapshot, Statement, Vote
from linli.governance.deliberation.queries.statements import (
    conversation_on,
    shown,
    snapshot_of,
)
from linli.governance.deliberation.rules.opinion import saying as rules
from linli.governance.deliberation.rules.opinion.counting import Count
from linli.governance.deliberation.rules.opinion.votes import sheets

AT_MOST_EVERY = timedelta(minutes=1)
ONE_AT_A_TIME = Lock()


def is_stale(
    conversation: Conversation, snapshot: OpinionSnapshot | None, at: datetime, *, floor: int
) -> bool:
    """Whether the map is to be reckoned anew: the last is a minute old, and `floor` people more
    have voted since. The end of the gathering reckons it once more, whoever came last."""
    if snapshot is None:
        return True
    if snapshot.version == conversation.version or conversation.closed_at is not None:
        return False
    if at - snapshot.reckoned_at < AT_MOST_EVERY:
        return False
    return rules.map_due(_people_on(conversation), snapshot.content["people"], floor=floor)


def _people_on(conversation: Conversation) -> int:
    # As the map counts them: those who voted on what is shown.
    votes = Vote.objects.filter(community=conversation.community_id, conversation=conversation)
    return votes.filter(statement__state="shown").values("code").distinct().count()


def reckon_from_votes(conversation: Conversation) -> dict[str, Any]:
    """The map of the votes as they stand: `version`, `content`, `places`, as a snapshot keeps
    them. The version is read first, so a vote cast meanwhile makes the map old, never wrong."""
    from linli.governance.deliberation.rules.opinion.reckoning import reckon

    here = {"community": conversation.community_id}
    version = Conversation.objects.values_list("version", flat=True).get(pk=conversation.pk, **here)
    numbers = {each.pk: each.number for each in shown(conversation)}
    votes = Vote.objects.filter(conversation=conversation, **here)
    cast = votes.values_list("code", "statement_id", "value").iterator(5000)
    found = reckon(
        sheets(
            numbers.values(),
            ((code, numbers[key], value) for code, key, value in cast if key in numbers),
        )
    )
    content = {
        "people": found.people,
        "counted_in": found.counted_in,
        "votes": found.votes,
        "clearness": found.clearness,
        "spread": list(found.spread),
        "counts": _as_lists(found.counts),
        "groups": [
            {
                "people": group.people,
                "counts": _as_lists(group.counts),
                "marks": [[each.statement, each.side] for each in group.marks],
                "centre": list(group.centre),
            }
            for group in found.groups
        ],
        "agreed": _as_shares(found.agreed),
        "refused": _as_shares(found.refused),
        "order": _as_shares(found.order),
        "extremity": {str(key): value for key, value in found.extremity.items()},
    }
    places = {code: list(point) for code, point in found.points.items()}
    return {"version": version, "content": content, "places": places}


def _as_lists(counts: Any) -> dict[str, list[int]]:
    return {str(key): [each.agree, each.disagree, each.seen] for key, each in counts.items()}


def _as_shares(pairs: Any) -> list[list[Any]]:
    # Numerator and denominator as text: exact, however many groups multiply.
    return [[key, f"{share.numerator}/{share.denominator}"] for key, share in pairs]


@dataclass(frozen=True)
class Said:
    """One statement as it is told: of all (in tens until the end), by group, and its consensus.
    `is_told`: whether so many voted on it that it is told; `groups_told`: by group as well.
    `share` is known only where the parts are, since it could be taken apart into them."""

    statement: Statement
    all: Count
    by_group: tuple[Count, ...]
    is_told: bool
    groups_told: bool
    share: Fraction | None = None
    side: int = 1

    @property
    def before_no(self) -> int:
        """Where the part of a bar begins that stands for those against."""
        return self.all.seen - self.all.disagree


@dataclass(frozen=True)
class GroupTold:
    """A group as it is told: its number from 1, how many people, what marks it."""

    number: int
    people: int
    marks: tuple[Said, ...]
    centre: tuple[float, float]


@dataclass(frozen=True)
class MapTold:
    """The map as pages tell it. One group: nobody can be told apart. `is_final`: it is over, and
    the numbers are exact."""

    reckoned_at: datetime
    is_final: bool
    people: int
    counted_in: int
    votes: int
    groups: tuple[GroupTold, ...]
    agreed: tuple[Said, ...]
    refused: tuple[Said, ...]
    order: tuple[Said, ...]
    points: tuple[tuple[float, float, int], ...]

    @property
    def has_groups(self) -> bool:
        """Whether there is more than one."""
        return len(self.groups) > 1


def read(
    conversation: Conversation, snapshot: OpinionSnapshot, *, floor: int = rules.LEAST_TOLD
) -> MapTold:
    """What a snapshot says and may be told where counts under `floor` are not. A statement taken
    down since is left out."""
    content = snapshot.content
    by_number = {each.number: each for each in shown(conversation)}
    counts = _counts(content["counts"])
    groups = [_counts(group["counts"]) for group in content["groups"]]
    over = conversation.closed_at is not None

    def said(number: int, share: str | None = None, side: int = 1) -> Said:
        whole, parts = counts[number], tuple(group[number] for group in groups)
        enough = rules.total_told(whole, floor=floor)
        exact = over and enough and rules.parts_told(whole, parts, floor=floor)
        return Said(
            by_number[number],
            whole if over else rules.in_tens(whole),
            parts if exact else (),
            is_told=enough,
            groups_told=exact and len(parts) > 1,
            share=Fraction(share) if share and exact else None,
            side=side,
        )

    def several(name: str, side: int = 1) -> tuple[Said, ...]:
        rows = content[name]
        return tuple(said(number, share, side) for number, share in rows if number in by_number)

    def named(name: str, side: int = 1) -> tuple[Said, ...]:
        return tuple(each for each in several(name, side) if each.is_told)

    def marks(group: dict[str, Any]) -> tuple[Said, ...]:
        found = (said(number, None, side) for number, side in group["marks"] if number in by_number)
        return tuple(each for each in found if each.is_told)

    told = [
        GroupTold(place, group["people"], marks(group), tuple(group["centre"]))
        for place, group in enumerate(content["groups"], 1)
    ]
    return MapTold(
        reckoned_at=snapshot.reckoned_at,
        is_final=over,
        people=content["people"],
        counted_in=content["counted_in"],
        votes=content["votes"],
        groups=tuple(told),
        agreed=named("agreed"),
        refused=named("refused", -1),
        order=several("order"),
        points=tuple(sorted((x, y, group) for x, y, group in snapshot.places.values())),
    )


def agreed_on(topic: Any, *, floor: int) -> MapTold | None:
    """The map of a topic, for what was recorded of it: what everybody agreed on stands in
    `agreed`. None where no opinions were gathered, or too few people voted."""
    conversation = conversation_on(topic)
    snapshot = snapshot_of(conversation) if conversation else None
    if conversation is None or snapshot is None or snapshot.content["people"] < floor:
        return None
    return read(conversation, snapshot, floor=floor)


def _counts(told: dict[str, list[int]]) -> dict[int, Count]:
    return {int(key): Count(*each) for key, each in told.items()}


def own_place(snapshot: OpinionSnapshot, code: str | None) -> tuple[float, float, int] | None:
    """Where this code lies on the map and in which group, counted from 0; for that person."""
    found = snapshot.places.get(code) if code else None
    return (found[0], found[1], found[2]) if found else None


def votes_as_rows(
    conversation: Conversation, *, with_groups: bool
) -> tuple[list[Statement], list[list[Any]]]:
    """The single votes without codes: a row a person, in the order of what was said and not of
    who or when; a column a statement. `with_groups`: each row ends with its group, from 1."""
    statements = shown(conversation)
    column = {each.pk: place for place, each in enumerate(statements)}
    snapshot = snapshot_of(conversation)
    group_of = {code: place[2] + 1 for code, place in (snapshot.places if snapshot else {}).items()}
    rows: dict[str, list[Any]] = {}
    votes = Vote.objects.filter(
        community=conversation.community_id, conversation=conversation
    ).values_list("code", "statement_id", "value")
    for code, key, value in votes.iterator(5000):
        if key in column:
            row = rows.setdefault(code, [""] * len(column))
            row[column[key]] = value
    told = [[*row, group_of.get(code, "")] if with_groups else row for code, row in rows.items()]
    return statements, sorted(told, key=lambda row: [str(cell) for cell in row])
