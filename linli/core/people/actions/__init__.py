"""Everything that may be done with a person's record, each through the one door."""

from linli.core.people.actions.agencies import appoint_agent, end_agency
from linli.core.people.actions.consents import give_consent, withdraw_consent
from linli.core.people.actions.declaring import (
    confirm_declaration,
    declare,
    refuse_declaration,
    withdraw_declaration,
)
from linli.core.people.actions.expiring import expire
from linli.core.people.actions.forgetting import forget_person, when_forgotten
from linli.core.people.actions.households import (
    end_household,
    form_household,
    name_representative,
)
from linli.core.people.actions.identity import (
    mark_not_same,
    merge_persons,
    note_resemblances,
    undo_merge,
    unmark_not_same,
)
from linli.core.people.actions.questions import drop_question, save_question
from linli.core.people.actions.register import correct, record_death, register_person
from linli.core.people.actions.requests import answer_request, ask
from linli.core.people.actions.resealing import reseal
from linli.core.people.actions.rosters import drop_preview, keep_preview, reread_preview
from linli.core.people.actions.taking_in import begin_roster, commit_roster, write_block
from linli.core.people.actions.ties import move_in, move_out
from linli.core.people.actions.undoing_rosters import undo_roster

__all__ = [
    "answer_request",
    "appoint_agent",
    "ask",
    "begin_roster",
    "commit_roster",
    "confirm_declaration",
    "correct",
    "declare",
    "drop_preview",
    "drop_question",
    "end_agency",
    "end_household",
    "expire",
    "forget_person",
    "form_household",
    "give_consent",
    "keep_preview",
    "mark_not_same",
    "merge_persons",
    "move_in",
    "move_out",
    "name_representative",
    "note_resemblances",
    "record_death",
    "refuse_declaration",
    "register_person",
    "reread_preview",
    "reseal",
    "save_question",
    "undo_merge",
    "undo_roster",
    "unmark_not_same",
    "when_forgotten",
    "withdraw_consent",
    "withdraw_declaration",
    "write_block",
]
