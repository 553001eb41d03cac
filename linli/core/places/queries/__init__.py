"""Reading the tree: as it is, as it was, by code, by name, and what cuts it across."""

from linli.core.places.queries.areas import (
    areas_of,
    check_areas,
    dwellings_of,
    dwellings_outside_groups,
    group_names,
    profile_of,
    served_communities,
    size_note,
)
from linli.core.places.queries.codes import (
    Found,
    communities,
    community_by_code,
    find_by_code,
    jurisdictions_of,
)
from linli.core.places.queries.points import (
    Pointed,
    datum_of,
    match_points,
    places_to_point,
    pointable,
    points_of,
)
from linli.core.places.queries.premises import (
    dwellings_under,
    houses_in,
    place_in,
    public_places,
)
from linli.core.places.queries.search import search_places
from linli.core.places.queries.tags import place_of_tag, tags_of
from linli.core.places.queries.tree import (
    Node,
    NoSuchCode,
    TreeView,
    ancestors_of,
    children_of,
    count_divisions_below,
    history_of,
    show,
    tree_on,
)

__all__ = [
    "Found",
    "NoSuchCode",
    "Node",
    "Pointed",
    "TreeView",
    "ancestors_of",
    "areas_of",
    "check_areas",
    "children_of",
    "communities",
    "community_by_code",
    "count_divisions_below",
    "datum_of",
    "dwellings_of",
    "dwellings_outside_groups",
    "dwellings_under",
    "find_by_code",
    "group_names",
    "history_of",
    "houses_in",
    "jurisdictions_of",
    "match_points",
    "place_in",
    "place_of_tag",
    "places_to_point",
    "pointable",
    "points_of",
    "profile_of",
    "public_places",
    "search_places",
    "served_communities",
    "show",
    "size_note",
    "tags_of",
    "tree_on",
]
