"""Everything that can be done with an application; one verb, one function, behind the one door."""

from linli.service.catalogue.applications.actions.after import (
    carry_on,
    end_application,
    record_hearing,
    record_lowered,
    record_objection,
    record_review,
    record_visit,
    report_change,
    write_objection,
)
from linli.service.catalogue.applications.actions.alarming import alarm_application
from linli.service.catalogue.applications.actions.forgetting import (
    drop_notes,
    forget_application,
    release_application,
)
from linli.service.catalogue.applications.actions.forwarding import Parcel, forward_application
from linli.service.catalogue.applications.actions.needs import (
    drop_own_note,
    note_privately,
    take_back_wish,
    wish_for_help,
)
from linli.service.catalogue.applications.actions.opening import (
    Wanted,
    ask_for_help,
    hand_on,
    name_second,
    note_kin,
    open_application,
    put_back,
    take_up,
    withdraw,
)
from linli.service.catalogue.applications.actions.papers import (
    bring_papers,
    complete_papers,
    give_back_papers,
    list_missing,
    pass_on_missing,
    receive_papers,
)
from linli.service.catalogue.applications.actions.telling import (
    Told,
    end_notice,
    record_accepted,
    record_granted,
    record_housed,
    record_longer,
    record_notice,
    record_queued,
    record_refused,
    record_told,
)

__all__ = [
    "Parcel", "Told", "Wanted", "alarm_application", "ask_for_help", "bring_papers", "carry_on",
    "complete_papers", "drop_notes", "drop_own_note", "end_application", "end_notice",
    "forget_application", "forward_application", "give_back_papers", "hand_on", "list_missing",
    "name_second", "note_kin", "note_privately", "open_application", "pass_on_missing", "put_back",
    "receive_papers", "record_accepted", "record_granted", "record_hearing", "record_housed",
    "record_longer", "record_lowered", "record_notice", "record_objection", "record_queued",
    "record_refused", "record_review", "record_told", "record_visit", "release_application",
    "report_change", "take_back_wish", "take_up", "wish_for_help", "withdraw", "write_objection",
]  # fmt: skip
