"""Which apps read a rule's number. The table is made from the code, not by hand, and handed over
by the floor above when it is loaded; core does not know the rooms."""

from collections.abc import Iterable, Mapping

_READERS: dict[str, tuple[str, ...]] = {}


def know_readers(readers: Mapping[str, Iterable[str]]) -> None:
    """Rule → labels of the apps that read it."""
    _READERS.update({rule: tuple(apps) for rule, apps in readers.items()})


def readers_of(rule: str) -> tuple[str, ...]:
    """The labels of the apps whose cases are judged by the rule, in order."""
    return _READERS.get(rule, ())
