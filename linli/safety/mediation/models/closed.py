"""What all rows of a mediation share: they are closed, and what they say is sealed with keys of
their own.

Closed (`is_closed`): their acts stand in a book of their own, their clocks show to their holder
only, and nobody but the case's mediators and parties can load them. The ids are random, so that
none tells when it was made.
"""

from typing import Any

from django.db import models

from linli.core.people.sealed import SealedTextField
from linli.lib.identity.ids import new_closed_id

RING = "mediation"


def secret_id() -> Any:
    """The primary key of a closed row."""
    return models.UUIDField(primary_key=True, default=new_closed_id, editable=False)


def sealed(title: Any) -> Any:
    """A text sealed with the ring of the mediations."""
    return SealedTextField(title, keys=RING, blank=True, default="")
