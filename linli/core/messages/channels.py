"""Ways to a person beside the inbox.

A way more is a class with the three members of `Channel` and, in an `AppConfig.ready`, one line:
`register_channel(Text())`.
"""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from linli.core.access.models import Account


@dataclass(frozen=True, slots=True)
class Notice:
    """A message ready to be carried: words in the recipient's language and where they lead.
    `key` is the same each time it is tried, so that a channel may recognise its own."""

    key: UUID
    recipient: Account
    subject: str
    body: str
    link: str


class Channel(Protocol):
    """One way to a person. `name` is what deliveries are recorded under."""

    name: str

    def can_reach(self, recipient: Account) -> bool:
        """Whether the person can be reached this way and wishes to be."""

    def send(self, notice: Notice) -> None:
        """Carries the notice, or raises; raised words are never stored, their class is."""


CHANNELS: dict[str, Channel] = {}


def register_channel(channel: Channel) -> None:
    """Called by an `AppConfig`; a second of the same name takes the place of the first."""
    CHANNELS[channel.name] = channel
