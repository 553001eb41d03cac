"""What can be done to places. Every act is dated by `on` and leaves the old truth readable."""

from linli.core.places.actions.areas import (
    assign_dwellings,
    close_area,
    open_area,
    withdraw_dwellings,
)
from linli.core.places.actions.points import (
    clear_point,
    import_points,
    set_point,
    state_datum,
)
from linli.core.places.actions.premises import BuildingPlan, add_buildings, build_compound
from linli.core.places.actions.profile import describe_community
from linli.core.places.actions.succession import Part, merge_places, split_place
from linli.core.places.actions.table import ImportReport, TableRefused, import_divisions
from linli.core.places.actions.tags import issue_tag, revoke_tag
from linli.core.places.actions.tree import (
    add_place,
    close_place,
    move_place,
    recode_place,
    rename_place,
)

__all__ = [
    "BuildingPlan",
    "ImportReport",
    "Part",
    "TableRefused",
    "add_buildings",
    "add_place",
    "assign_dwellings",
    "build_compound",
    "clear_point",
    "close_area",
    "close_place",
    "describe_community",
    "import_divisions",
    "import_points",
    "issue_tag",
    "merge_places",
    "move_place",
    "open_area",
    "recode_place",
    "rename_place",
    "revoke_tag",
    "set_point",
    "split_place",
    "state_datum",
    "withdraw_dwellings",
]
