"""Everything that can be done with a reminder or a service card, behind the one door."""

from linli.service.catalogue.reminders.actions.cards import (
    Card,
    ask_about_card,
    change_card,
    delete_card,
    keep_card,
    make_card,
    make_card_for,
    note_welcome,
)
from linli.service.catalogue.reminders.actions.moving import (
    forget_those_who_left,
    move_on,
    record_call,
    tell_reminder,
)
from linli.service.catalogue.reminders.actions.setting import (
    Wanted,
    change_reminder,
    delete_reminder,
    finish_reminder,
    pause_reminder,
    resume_reminder,
    set_reminder,
    set_reminder_for,
)

__all__ = [
    "Card", "Wanted", "ask_about_card", "change_card", "change_reminder", "delete_card",
    "delete_reminder", "finish_reminder", "forget_those_who_left", "keep_card",
    "make_card", "make_card_for", "move_on", "note_welcome", "pause_reminder", "record_call",
    "resume_reminder", "set_reminder", "set_reminder_for", "tell_reminder",
]  # fmt: skip
