"""One person or two: merging rows, taking it back, and remembering that two are two."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.people.models import (
    Agency,
    Consent,
    Declaration,
    Household,
    Merge,
    NotSamePerson,
    Person,
    Resemblance,
    RightsRequest,
    Tie,
)
from linli.core.people.models.identity import in_order
from linli.core.people.models.person import empty_value
from linli.core.people.queries.resembling import Pair, others_known_apart
from linli.core.places.models import Place
from linli.lib.law import Finding, require

_FILLED = ("sex", "birth_date", "id_kind", "id_number", "phone", "language", "died_on")


@action("people.merge", needs="people.merge")
def merge_persons(
    act: Act, kept: Person, *, absorbed: Person, number_was_wrong: bool = False
) -> Merge:
    """`absorbed` is the same person as `kept`: its ties and consents pass over, what `kept` lacks
    is filled in. The row stays and leads on, so that whatever points at it still arrives.

    Two ID numbers are two people, unless somebody has seen the papers and `number_was_wrong`:
    that of `absorbed`, which then stays with its row, for the day the merge is taken back.
    """
    _hold(kept, absorbed)
    _require_mergeable(kept, absorbed, number_was_wrong)
    moved: dict[str, Any] = {}
    for model, column in _OWNED:
        moved[f"{model.__name__}.{column}"] = _pass_over(model, column, absorbed, kept)
    moved["filled"] = [
        name for name in _FILLED if getattr(absorbed, name) and not getattr(kept, name)
    ]
    absorbed.id_index = absorbed.phone_index = None
    absorbed.merged_into = kept
    absorbed.changed_at = kept.changed_at = act.at
    absorbed.save()
    for name in moved["filled"]:
        _set(kept, name, getattr(absorbed, name))
    kept.save()
    _settle(kept, absorbed)
    act.about = kept.pk
    return Merge.objects.create(
        community_id=kept.community_id,
        kept=kept,
        absorbed=absorbed,
        merged_at=act.at,
        moved=moved,
    )


@action("people.undo_merge", needs="people.merge")
def undo_merge(act: Act, merge: Merge) -> Merge:
    """They were two after all: what had passed over goes back."""
    kept, absorbed = merge.kept, merge.absorbed
    _hold(kept, absorbed)
    merge.refresh_from_db(fields=["undone_at"])
    require(Finding(merge.undone_at is None, "people.merge_stands"))
    for name in merge.moved["filled"]:
        if getattr(kept, name) == getattr(absorbed, name):  # else it was corrected meanwhile
            _set(kept, name, empty_value(name))
    kept.changed_at = absorbed.changed_at = act.at
    kept.save()
    absorbed.merged_into = None
    absorbed.place_numbers(id_number=absorbed.id_number, phone=absorbed.phone)
    absorbed.save()
    for model, column in _OWNED:
        model._default_manager.filter(
            community=merge.community_id, pk__in=merge.moved[f"{model.__name__}.{column}"]
        ).update(**{column: absorbed})
    merge.undone_at = act.at
    merge.save(update_fields=["undone_at"])
    act.about = kept.pk
    return merge


@action("people.note_resemblances", needs="people.merge")
def note_resemblances(act: Act, community: Place, *, pairs: Sequence[Pair]) -> int:
    """Keeps the pairs that were found, instead of those found before. How many there are."""
    Resemblance.objects.filter(community=community).delete()
    rows = [
        Resemblance(
            community=community,
            first_id=pair.first,
            second_id=pair.second,
            sureness=pair.found.sureness,
            reasons=list(pair.found.reasons),
            found_at=act.at,
        )
        for pair in pairs
    ]
    Resemblance.objects.bulk_create(rows, batch_size=500)
    act.note(count=len(rows))
    return len(rows)


@action("people.mark_not_same", needs="people.merge")
def mark_not_same(act: Act, person: Person, *, other: Person) -> NotSamePerson:
    """Two people who look alike on paper: not asked about again."""
    require(Finding(person.community_id == other.community_id, "people.same_community"))
    _hold(person, other)
    open_still = person.merged_into_id is None and other.merged_into_id is None
    require(Finding(open_still, "people.pair_undecided"))
    first, second = in_order(person.pk, other.pk)
    _settle(person, other)
    act.about = person.pk
    return NotSamePerson.objects.get_or_create(
        community_id=person.community_id,
        first_id=first,
        second_id=second,
        defaults={"decided_at": act.at},
    )[0]


@action("people.unmark_not_same", needs="people.merge")
def unmark_not_same(act: Act, person: Person, *, other: Person) -> Person:
    """Takes back that two rows are two people; they may be asked about, or merged, again."""
    _hold(person, other)
    first, second = in_order(person.pk, other.pk)
    NotSamePerson.objects.filter(community=person.community_id, first=first, second=second).delete()
    act.about = person.pk
    return person


_OWNED: tuple[tuple[type[models.Model], str], ...] = (
    (Tie, "person_id"),
    (Consent, "person_id"),
    (Agency, "principal_id"),
    (Agency, "agent_id"),
    (Household, "representative_id"),
    (RightsRequest, "person_id"),
    (Declaration, "declared_by_id"),
    (Declaration, "about_id"),
)


def _hold(one: Person, other: Person) -> None:
    """Two rows as they are now; nobody else decides on either before this act has ended."""
    pair = Person.objects.select_for_update(no_key=True).filter(
        community=one.community_id, pk__in=[one.pk, other.pk]
    )
    list(pair.order_by("pk"))
    for row in (one, other):
        row.refresh_from_db()


def _settle(one: Person, other: Person) -> None:
    """Whether two rows are one person is decided: it is suggested no longer."""
    first, second = in_order(one.pk, other.pk)
    Resemblance.objects.filter(community=one.community_id, first=first, second=second).delete()


def _require_mergeable(kept: Person, absorbed: Person, number_was_wrong: bool) -> None:
    """Both live rows of one community, not known to be two, and not with two ID numbers."""
    require(
        Finding(
            kept.pk != absorbed.pk
            and kept.community_id == absorbed.community_id
            and not kept.is_forgotten
            and not absorbed.is_forgotten,
            "people.same_community",
        )
    )
    open_still = kept.merged_into_id is None and absorbed.merged_into_id is None
    require(Finding(open_still, "people.pair_undecided"))
    require(Finding(absorbed.pk not in others_known_apart(kept), "people.not_known_apart"))
    two_numbers = bool(kept.id_number and absorbed.id_number) and kept.id_index != absorbed.id_index
    require(Finding(not two_numbers or number_was_wrong, "people.one_id_number"))


def _pass_over(model: type[models.Model], column: str, absorbed: Person, kept: Person) -> list[str]:
    """Moves the rows that can move, and names them. What `kept` has in the same form already
    stays where it is: a merged row's own ties are not counted."""
    passed = []
    for row in model._default_manager.filter(
        community=absorbed.community_id, **{column: absorbed.pk}
    ):
        if _clashes(row, kept):
            continue
        setattr(row, column, kept.pk)
        row.save(update_fields=[column])
        passed.append(str(row.pk))
    return passed


def _clashes(row: models.Model, kept: Person) -> bool:
    """Whether the row would stand beside one that excludes it."""
    match row:
        case Tie() if row.until is None:
            ties = Tie.objects.filter(
                community=row.community_id, person=kept, kind=row.kind, until__isnull=True
            )
            if row.kind not in Tie.ONE_AT_A_TIME:
                ties = ties.filter(dwelling=row.dwelling_id)
            return ties.exists()
        case Consent() if row.withdrawn_at is None:
            return Consent.objects.filter(
                community=row.community_id,
                person=kept,
                purpose=row.purpose,
                withdrawn_at__isnull=True,
            ).exists()
        case Declaration() if row.decided_at is None:
            return Declaration.objects.filter(
                community=row.community_id, about=kept, kind=row.kind, decided_at__isnull=True
            ).exists()
        case Agency():
            standing = Agency.objects.filter(
                community=row.community_id, kind=row.kind, scope=row.scope, until__isnull=True
            )
            between = Q(principal=kept, agent=row.agent_id) | Q(
                principal=row.principal_id, agent=kept
            )
            return kept.pk in (row.principal_id, row.agent_id) or (
                row.until is None and standing.filter(between).exists()
            )
    return False


def _set(person: Person, name: str, value: Any) -> None:
    if name in ("id_number", "phone"):
        person.place_numbers(**{name: value})
    else:
        setattr(person, name, value)
