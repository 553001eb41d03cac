"""Rounds that ask for a form end with it."""

from linli.core.audit.door import Act
from linli.mechanisms.rounds.actions import end_now
from linli.mechanisms.rounds.queries import rounds_of_owner
from linli.partners.paperwork.models import Asking


def end_rounds(act: Act, asking: Asking) -> None:
    """Nobody walks for a form that is no longer filled. Called before the form itself is held, as
    an answer from a door holds its round first and then the form."""
    for round_ in rounds_of_owner(asking.community, asking.pk):
        if not round_.is_over:
            end_now(act, round_, whatever_waits=True)
