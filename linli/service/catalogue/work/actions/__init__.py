"""Everything that can be done with openings and cards; one verb, one function, behind the door."""

from linli.service.catalogue.work.actions.cards import (
    ask_about_card,
    destroy_card,
    keep_card,
    rewrite_card,
    write_card,
)
from linli.service.catalogue.work.actions.employers import check_employer, enter_employer
from linli.service.catalogue.work.actions.openings import (
    ask_about_opening,
    discard_opening,
    draft_opening,
    expire_opening,
    publish_opening,
    redraft_opening,
    ring_about_opening,
)
from linli.service.catalogue.work.actions.releases import (
    note_not_reached,
    recall_release,
    release_fields,
    tell_employer,
    withdraw_release,
)

__all__ = [
    "ask_about_card", "ask_about_opening", "check_employer", "destroy_card", "discard_opening",
    "draft_opening", "enter_employer", "expire_opening", "keep_card", "note_not_reached",
    "publish_opening", "recall_release", "redraft_opening", "release_fields", "rewrite_card",
    "ring_about_opening", "tell_employer", "withdraw_release", "write_card",
]  # fmt: skip
