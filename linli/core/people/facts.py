"""What the evaluation may read of the register: how many live here and in which group. Nobody's
name, age or address; the mapping of groups says of a token which groups it is in, and is only read
to count people apart inside the community."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.models import Tie
from linli.core.people.queries.asked import LIVING
from linli.core.people.rules.groups import FIXED, groups_of
from linli.core.people.tokens import Term, Tokens, holds
from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind

KINDS = (
    FactKind("people.residents", _("常住居民"), stock=True),
    FactKind("people.in_group", _("各组别的常住居民"), stock=True),
    FactKind("people.of_group", _("居民属于哪些组别（只为分组计数）"), stock=True),
)
_TIES = (
    "person_id",
    "person__sex",
    "person__birth_date",
    "person__died_on",
    "kind",
    "since",
    "until",
    "dwelling_id",
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """How many lived here on the last day of each month and of the period, in all and in every
    group, noughts as well; and on the last day of a quarter, or on `until` where the period ends
    inside a month, who is in which group.

    Usual residents and tenants, as the register held them that day; of unknown age or sex, in no
    group of it. In a handful of queries, whatever the number of days.
    """
    homes = _compounds(community)
    every = [*FIXED, *(f"compound:{key}" for key in sorted(set(homes.values())))]
    ties = _ties(community, since, until)
    tokens = Tokens(community)
    for on in month_ends(since, until):
        groups = _groups_on(ties, homes, on)
        if not groups:
            continue  # a register that holds nobody is none yet, and no nought
        yield Fact(community.code, on, "people.residents", len(groups))
        counted = Counter(code for codes in groups.values() for code in codes)
        for code in every:
            yield Fact(community.code, on, "people.in_group", counted[code], field=code)
        if not _mapped(on):
            continue
        for person, codes in groups.items():
            whom = tokens.of_person(on, person)
            yield Fact(
                community.code, on, "people.of_group", person=whom, field=" ".join(sorted(codes))
            )


def _mapped(on: date) -> bool:
    """Whether the groups of that day are told: each quarter's last, and a month's open end."""
    ends_month = next(month_ends(on, date(on.year, 12, 31))) == on
    return not ends_month or on.month % 3 == 0


def _groups_on(
    ties: dict[UUID, tuple[str, date | None, date | None, list[tuple[str, Term, UUID]]]],
    homes: dict[UUID, str],
    on: date,
) -> dict[UUID, frozenset[str]]:
    """Whoever lived here that day, with the codes of their groups."""
    found = {}
    for person, (sex, born, died, terms) in ties.items():
        if died is not None and died < on:
            continue
        held = [(kind, dwelling) for kind, term, dwelling in terms if holds(term, on)]
        lived = sorted((LIVING.index(kind), home) for kind, home in held if kind in LIVING)
        if lived:
            here = any(kind == Tie.HUKOU for kind, _dwelling in held)
            compound = homes.get(lived[0][1], "")
            found[person] = groups_of(born, sex, hukou_here=here, compound=compound, on=on)
    return found


def _ties(community: Place, since: date, until: date) -> Any:
    """By person what of them and of their ties any day of the period can ask for."""
    held = Tie.objects.filter(
        Q(until__isnull=True) | Q(until__gt=since),
        community=community,
        since__lte=until,
        kind__in=(*LIVING, Tie.HUKOU),
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
    )
    found: dict[UUID, Any] = {}
    terms: defaultdict[UUID, list[tuple[str, Term, UUID]]] = defaultdict(list)
    for person, sex, born, died, kind, begun, ended, home in held.values_list(*_TIES).iterator(
        5000
    ):
        found[person] = (sex, born, died, terms[person])
        terms[person].append((kind, (begun, ended), home))
    return found


def _compounds(community: Place) -> dict[UUID, str]:
    """The key of the compound each dwelling lies in, as places lie today."""
    parents = {
        key: (kind, parent)
        for key, kind, parent in Place.objects.filter(community=community)
        .values_list("pk", "kind", "parent_id")
        .iterator(5000)
    }
    found = {}
    for key, (kind, above) in parents.items():
        if kind != "dwelling":
            continue
        while above in parents and parents[above][0] != "compound":
            above = parents[above][1]
        if above in parents:
            found[key] = above.hex
    return found
