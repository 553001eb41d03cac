"""What an organisation on record does, sums up every year, and is thanked for."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.partners.organisations.models.social import (
    Deed,
    Merit,
    SocialOrganisation,
    YearSummary,
)
from linli.partners.organisations.rules import social as rules


@dataclass(frozen=True)
class Summed:
    """A year in words and numbers; whole fen."""

    words: str
    times: int
    people: int
    members: int
    received_fen: int = 0
    spent_fen: int = 0


@action("organisations.note_deed", needs="organisations.own_social")
def note_deed(
    act: Act, row: SocialOrganisation, *, on: date, what: str, people: int | None = None
) -> Deed:
    """What it did on a day and how many took part; never who."""
    _require_on_record(row)
    told = " ".join(what.split())
    require(rules.words_for_all(told))
    require(rules.not_ahead(on, local_day(act.at)))
    assert row.filed_on is not None  # it is on record
    require(rules.since_on_record(on, row.filed_on))
    return Deed.objects.create(
        community_id=row.community_id, social=row, on=on, what=told, people=people
    )


@action("organisations.hand_in_summary", needs="organisations.own_social")
def hand_in_summary(act: Act, row: SocialOrganisation, *, year: int, said: Summed) -> YearSummary:
    """Hands in the summary of a year; a second one of the same year is refused."""
    _require_on_record(row)
    on = local_day(act.at)
    require(rules.year_is_over(year, on))
    require(rules.words_for_all(said.words))
    try:
        with transaction.atomic():
            made = YearSummary.objects.create(
                community_id=row.community_id,
                social=row,
                year=year,
                words=said.words.strip(),
                times=said.times,
                people=said.people,
                members=said.members,
                received_fen=said.received_fen,
                spent_fen=said.spent_fen,
                handed_in_on=on,
            )
    except IntegrityError:
        taken = Finding(False, "organisations.summary_once", numbers={"year": year})
        raise Refused(taken) from None
    act.note(year=year)
    return made


@action("organisations.tell_merit", needs="organisations.keep_social")
def tell_merit(
    act: Act, row: SocialOrganisation, *, title: str, words: str, agreed_on: date | None
) -> Merit:
    """Publishes a story of an organisation, once its leader has agreed; it names nobody."""
    _require_on_record(row)
    on = local_day(act.at)
    require(Finding(agreed_on is not None, "organisations.merit_agreed", cites=("pipl.25",)))
    assert agreed_on is not None
    require(rules.not_ahead(agreed_on, on))
    head = " ".join(title.split())
    require(rules.words_for_all(head, words))
    return Merit.objects.create(
        community_id=row.community_id,
        social=row,
        title=head,
        words=words.strip(),
        agreed_on=agreed_on,
        told_on=on,
    )


@action("organisations.take_down_merit", needs="organisations.own_social")
def take_down_merit(act: Act, merit: Merit) -> Merit:
    """At a word of the organisation the story goes, its words with it."""
    merit.taken_down_on = local_day(act.at)
    merit.words = ""
    merit.save(update_fields=["taken_down_on", "words"])
    return merit


def _require_on_record(row: SocialOrganisation) -> None:
    require(Finding(row.on_record, "organisations.on_record"))
