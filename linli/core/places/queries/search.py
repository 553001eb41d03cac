"""Places by name, by pinyin or by its initials, each with its full name because names repeat."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from linli.core.places.kinds import ENTRANCE, LEVELS
from linli.core.places.models import Place
from linli.core.places.models.fields import below, within as inside
from linli.core.places.rules.codes import is_code
from linli.lib.identity.pinyin import normal_query

MOST_WIDER = 40
LONGEST_TEXT = 60


def search_places(
    text: str,
    within: Place | None = None,
    limit: int = 30,
    *,
    deepest: int | None = None,
) -> list[Place]:
    """The places that answer to `text`, the best and the widest first.

    Of several words the last is the place and the earlier ones are wider places it lies in:
    `重庆 双龙`. A code finds its division. Without `within` the search ends at compounds; inside a
    place it goes down to entrances. Doors are found only where `deepest` says so.
    """
    words = text[:LONGEST_TEXT].split()
    if not words:
        return []
    if deepest is None:
        deepest = ENTRANCE if within is not None else LEVELS["compound"]
    places = Place.objects.filter(until__isnull=True, level__lte=deepest)
    if within is not None:
        places = places.filter(inside(within.path))
    if len(words) == 1 and is_code(words[0]):
        return list(places.filter(code=words[0]))
    if not all(map(normal_query, words)):
        return []  # marks only
    for word in words[:-1]:
        wider = list(_answering(places, word)[:MOST_WIDER])
        if not wider:
            return []
        places = places.filter(Q(*(below(place.path) for place in wider), _connector=Q.OR))
    return list(_answering(places, words[-1])[:limit])


def _answering(places: "QuerySet[Place]", word: str) -> "QuerySet[Place]":
    keys = normal_query(word)
    rank = Case(
        When(name__iexact=word, then=Value(0)),
        When(name__istartswith=word, then=Value(1)),
        When(search__contains=f" {keys}", then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return (
        places.filter(search__contains=keys)
        .annotate(rank=rank)
        .select_related("community")
        .order_by("rank", "level", "code", "position")
    )
