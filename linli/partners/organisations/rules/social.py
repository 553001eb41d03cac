"""Community social organisations: what they are, which way they go, what they owe every year.

Plain values in, a Finding out: no clock, no database.
"""

from collections.abc import Iterable
from datetime import date

from linli.lib.identity.credit_code import is_credit_code
from linli.lib.identity.redact import redact
from linli.lib.law import Finding

GROUP = "group"
OTHER_NATURES = ("committee_body", "owners_body", "business")
"""What is no community social organisation, however useful it may be."""

LEAST_INITIATORS = 2
MONTHS_ACTIVE = 12
GUIDANCE = "community_organisations.2"
REGISTRATION = ("association_registration.10", GUIDANCE)


def is_social_organisation(nature: str) -> Finding:
    """A group of residents or units of their own will; not a body of the residents' committee,
    not an owners' committee, nothing that works for profit."""
    return Finding(
        nature == GROUP,
        f"organisations.is_{nature}",
        cites=(GUIDANCE, "association_registration.2"),
    )


def members_suffice(
    individuals: int, units: int, *, least_individuals: int, least_units: int, least_mixed: int
) -> Finding:
    """An association has so many individual members, or so many unit members, or so many of both
    together (社团条例 10). The last one needed counts: 以上 includes it."""
    mixed = bool(individuals and units) and individuals + units >= least_mixed
    return Finding(
        individuals >= least_individuals or units >= least_units or mixed,
        "organisations.members_suffice",
        cites=("association_registration.10",),
        numbers={
            "individuals": individuals,
            "units": units,
            "least_individuals": least_individuals,
            "least_units": least_units,
            "least_mixed": least_mixed,
        },
    )


def must_register(members: Finding, has_means: bool) -> Finding:
    """Whoever meets all conditions of registration registers with the civil affairs department;
    everybody else files where the community is. `has_means`: domicile, staff and funds of its
    own, as the same article asks for."""
    return Finding(
        members.holds and has_means,
        "organisations.must_register",
        cites=REGISTRATION,
        numbers={**members.numbers},
    )


def may_file(register: Finding) -> Finding:
    """Filing is for those who do not meet the conditions of registration."""
    return Finding(
        not register.holds, "organisations.may_file", cites=REGISTRATION, numbers=register.numbers
    )


def filing_complete(said: dict[str, bool]) -> tuple[Finding, ...]:
    """The checklist of a filing, one finding a line."""
    return tuple(
        Finding(said[part], f"organisations.has_{part}")
        for part in ("name", "initiators", "leader", "venue", "charter", "plan")
    )


def has_initiators(count: int) -> bool:
    """One person is no group."""
    return count >= LEAST_INITIATORS


def supplement_once(asked_before: bool) -> Finding:
    """What is missing is asked for once and together."""
    return Finding(not asked_before, "organisations.supplement_once", cites=(GUIDANCE,))


def number_from_street(filed_with: str, number: str) -> Finding:
    """A number that is not the community's own comes from the street, which keeps the filing."""
    return Finding(filed_with == "street" or not number, "organisations.number_from_street")


def said_why(reason: str, remedy: str) -> Finding:
    """A refusal says its reason and the way on."""
    return Finding(bool(reason.strip() and remedy.strip()), "organisations.said_why")


def contact_agreed(agrees: bool, contact: str) -> Finding:
    """A contact is public only where its bearer agreed and wrote down which."""
    return Finding(not agrees or bool(contact.strip()), "organisations.contact_agreed")


def words_for_all(*words: str) -> Finding:
    """That words everybody will read hold no name, number or door of anybody, nor what may be a
    name (王阿姨)."""
    found = [(redact(each), each) for each in words]
    clean = all(
        told.text == each and not any(span.kind == "name" for span in told.doubtful)
        for told, each in found
    )
    return Finding(clean, "organisations.words_for_all", cites=("pipl.25",))


def code_given(code: str) -> Finding:
    """Who is registered has a unified social credit code, by its check sign (GB 32100)."""
    return Finding(is_credit_code(code), "organisations.code_valid")


def not_ahead(on: date, today: date) -> Finding:
    """What was done lies behind."""
    return Finding(on <= today, "organisations.day_has_come", numbers={"on": on})


def since_on_record(on: date, since: date) -> Finding:
    """What an organisation did counts from the day it is on record."""
    return Finding(on >= since, "organisations.since_on_record", numbers={"since": since})


def active_in(deeds: Iterable[date], on: date) -> bool:
    """At least one thing done in the twelve months up to and with that day."""
    first = _year_before(on)
    return any(first < day <= on for day in deeds)


def owes_summary_of(filed_on: date, year: int, ended_on: date | None = None) -> bool:
    """Whether a year asks for a summary: on record before its last quarter, and not ended in it."""
    begun = filed_on <= date(year, 9, 30)
    return begun and (ended_on is None or ended_on > date(year, 12, 31))


def summary_due(year: int, *, month: int) -> date:
    """The last day of that month of the next year."""
    following = date(year + 1 + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def summary_in_time(handed_in: date | None, today: date, due: date) -> Finding:
    """Handed in by the last day, or the day is still to come."""
    return Finding(
        (handed_in or today) <= due,
        "organisations.summary_in_time",
        cites=(GUIDANCE,),
        numbers={"due": due},
    )


def year_is_over(year: int, today: date) -> Finding:
    """A year is told once it is over."""
    return Finding(today.year > year, "organisations.year_is_over", numbers={"year": year})


def _year_before(on: date) -> date:
    last = 28 if (on.month, on.day) == (2, 29) else on.day
    return on.replace(year=on.year - 1, day=last)


def ends_in_register(*, filed: bool) -> Finding:
    """An organisation on record ends by its own steps, which look at grants and forget its leader;
    the register follows."""
    return Finding(not filed, "organisations.ends_on_own_page")
