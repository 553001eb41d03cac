"""Writing a plan: persons, households and ties, in pieces, and what is needed to undo it."""

import json
from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from linli.core.people.models import Batch, Change, Consent, NotSamePerson, Person, Tie
from linli.core.people.models.identity import in_order
from linli.core.people.names import keys_of
from linli.core.people.roster.comparing import Entry
from linli.core.people.roster.households import Households
from linli.core.people.roster.register import Register
from linli.core.places.batches import BATCH, in_batches

Advance = Callable[[int], None]


class RegisterMoved(Exception):
    """Somebody was changed since the file was held against the register: it is to be held again."""


class Writer:
    """Writes one block of a batch, inside the act that calls it, so all of it or nothing.
    `written`: whom earlier blocks have written."""

    def __init__(
        self, batch: Batch, register: Register, written: Iterable[Entry], advance: Advance
    ) -> None:
        self._batch = batch
        self._at = batch.counts_from
        self._contact: str = batch.options["contact"]
        self._advance = advance
        self._register = register
        self._mine: dict[str, Any] = {"community_id": batch.community_id}
        self._households = Households(batch, register)
        self._households.recall(written)

    def write(self, entries: Sequence[Entry]) -> None:
        """These, in the order of the file, in pieces."""
        for piece in in_batches(entries):
            new = [entry for entry in piece if entry.person is None]
            self._write_new(new)
            fresh = {entry.whom for entry in new}
            before = self._write_changed([each for each in piece if each.whom not in fresh])
            self._write_rest(piece, fresh, before)
            self._tell_apart(new)
            self._advance(len(piece))

    def _write_new(self, entries: Sequence[Entry]) -> None:
        persons = [self._person(entry) for entry in entries]
        for entry, person in zip(entries, persons, strict=True):
            entry.person = person.pk
        Person.objects.bulk_create(persons, batch_size=BATCH)

    def _tell_apart(self, entries: Sequence[Entry]) -> None:
        """Those of whom somebody has said that they are none of those they resemble."""
        NotSamePerson.objects.bulk_create(
            [
                NotSamePerson(first_id=first, second_id=second, decided_at=self._at, **self._mine)
                for entry in entries
                for other in entry.apart_from
                for first, second in [in_order(entry.whom, other)]
            ]
        )

    def _person(self, entry: Entry) -> Person:
        row = entry.first
        person = Person(
            name=row.name,
            name_keys=keys_of(row.name),
            sex=row.sex,
            birth_date=row.birth_date,
            id_kind=row.id_kind,
            registered_at=self._at,
            changed_at=self._at,
            **self._mine,
        )
        # The indexes were computed to compare the row; the numbers need not be hashed again.
        person.id_number, person.id_index = row.id_number, row.id_index
        person.phone, person.phone_index = row.phone, row.phone_index
        return person

    def _write_changed(self, entries: Sequence[Entry]) -> dict[UUID, dict[str, str]]:
        """What known persons had before, by person."""
        found = Person.objects.filter(
            community=self._batch.community_id, pk__in=[entry.whom for entry in entries]
        ).in_bulk()
        before: dict[UUID, dict[str, str]] = {}
        for entry in entries:
            person = found.get(entry.whom)
            if person is None or person.changed_at != self._register.persons[person.pk].changed_at:
                raise RegisterMoved
            before[person.pk] = {name: str(getattr(person, name) or "") for name in entry.fields}
            apply_fields(person, entry.fields)
            person.changed_at = self._at
            person.save()
        return before

    def _write_rest(
        self, entries: Sequence[Entry], fresh: Set[UUID], before: dict[UUID, dict[str, str]]
    ) -> None:
        """Ties, consents, and the record by which all of it can be taken back."""
        ties: list[Tie] = []
        changes: list[Change] = []
        for entry in entries:
            closed = []
            for new in entry.ties:
                for old in new.closes:
                    Tie.objects.filter(community=self._batch.community_id, pk=old.id).update(
                        until=new.since
                    )
                    closed.append(str(old.id))
                tie = Tie(
                    person_id=entry.whom,
                    dwelling_id=new.dwelling,
                    kind=new.kind,
                    since=new.since,
                    source="import",
                    batch=self._batch,
                    **self._mine,
                )
                ties.append(tie)
            self._households.join(entry, ties[len(ties) - len(entry.ties) :])
            values = before.get(entry.whom)
            changes.append(
                Change(
                    batch=self._batch,
                    person_id=entry.whom,
                    kind=Change.NEW if entry.whom in fresh else Change.CHANGED,
                    before=json.dumps(values, ensure_ascii=False) if values else "",
                    closed=closed,
                    **self._mine,
                )
            )
        self._households.write_new()
        Tie.objects.bulk_create(ties, batch_size=BATCH)
        Change.objects.bulk_create(changes, batch_size=BATCH)
        self._write_consents(entries)

    def _write_consents(self, entries: Sequence[Entry]) -> None:
        """Those whose number was taken over agreed to it, as whoever brought the file states."""
        asked = [entry.whom for entry in entries if any(row.phone for row in entry.rows)]
        if not self._contact or not asked:
            return
        standing = set(
            Consent.objects.filter(
                community=self._batch.community_id,
                person__in=asked,
                purpose="contact",
                withdrawn_at__isnull=True,
            ).values_list("person_id", flat=True)
        )
        Consent.objects.bulk_create(
            Consent(
                person_id=person,
                purpose="contact",
                given_at=self._at,
                how=self._contact,
                **self._mine,
            )
            for person in asked
            if person not in standing
        )


def apply_fields(person: Person, fields: dict[str, Any]) -> None:
    """Sets what a row says, each number with its index, the name with its sound."""
    for name, value in fields.items():
        if name in ("id_number", "phone"):
            person.place_numbers(**{name: value})
        else:
            setattr(person, name, value)
    if "name" in fields:
        person.name_keys = keys_of(person.name)


def end_ties_of(persons: Sequence[UUID], batch: Batch, on: date) -> dict[UUID, list[str]]:
    """Ends every tie of those who are gone, from that day; gives the ties ended, by person."""
    ended: dict[UUID, list[str]] = {}
    for piece in in_batches(persons):
        for tie in Tie.objects.filter(
            community=batch.community_id, person__in=piece, until__isnull=True
        ):
            tie.until = max(on, tie.since + timedelta(days=1))
            tie.save(update_fields=["until"])
            ended.setdefault(tie.person_id, []).append(str(tie.pk))
    return ended
