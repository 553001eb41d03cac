"""The definitions by which a past year is reckoned again."""

from datetime import date

from linli.evaluation.definitions import Catalogue, Indicator


class AsDefinedOn(Catalogue):
    """The versions in force on one day, for every period alike, and only those that were not in
    force on another: what was never defined otherwise need not be reckoned again."""

    def __init__(self, known: Catalogue, on: date, *, unlike: date) -> None:
        former = {row.key for row in known.all_in_force(unlike)}
        self._rows = tuple(row for row in known.all_in_force(on) if row.key not in former)
        super().__init__(())

    @property
    def rows(self) -> tuple[Indicator, ...]:
        """One version of each."""
        return self._rows

    def __contains__(self, name: str) -> bool:
        return self._find(name) is not None

    def in_force(self, name: str, on: date) -> Indicator | None:
        """The one version, whatever the day."""
        return self._find(name)

    def all_in_force(self, on: date) -> tuple[Indicator, ...]:
        """All of them, whatever the day."""
        return self._rows

    def versions(self, name: str) -> tuple[Indicator, ...]:
        """The one there is. KeyError for an unknown one."""
        found = self._find(name)
        if found is None:
            raise KeyError(name)
        return (found,)

    def version(self, name: str, number: int) -> Indicator:
        """The one there is, if it has that number. KeyError otherwise."""
        found = self._find(name)
        if found is None or found.version != number:
            raise KeyError(f"{name}@{number}")
        return found

    def _find(self, name: str) -> Indicator | None:
        return next((row for row in self._rows if row.id == name), None)


def definitions_of(known: Catalogue, year: int, by_year: int) -> AsDefinedOn:
    """What is defined otherwise at the beginning of `by_year` than at that of `year`."""
    return AsDefinedOn(known, date(by_year, 1, 1), unlike=date(year, 1, 1))
