"""Who may call a meeting, who can have one called, and with what notice (arts. 26 and 28)."""

from datetime import date, timedelta
from fractions import Fraction

from linli.governance.assemblies.rules.law import ASSEMBLY, BODIES, AssemblyLaw
from linli.lib.law import Finding
from linli.lib.numbers import at_least, least_at_least

PETITIONERS = {
    ("assembly", "residents"): ("petition", "rcl2025.26"),
    ("assembly", "households"): ("petition", "rcl2025.26"),
    ("assembly", "representatives"): ("petition_of_representatives", "rcl2025.26"),
    ("representatives_meeting", "representatives"): ("meeting_petition", "rcl2025.28"),
}
"""For each body and kind of signer: the share that is enough, and its article. `residents` are
those of eighteen or over; `households` are household representatives."""


def petition_enough(body: str, by: str, signers: int, base: int, *, law: AssemblyLaw) -> Finding:
    """Whether so many signers make the committee call the body; the share itself is enough.

    `base` is the number of all who could sign in that capacity. Raises ValueError for signers
    who cannot have that body called.
    """
    if (body, by) not in PETITIONERS:
        raise ValueError(f"{by} cannot have the {body} called")
    name, article = PETITIONERS[body, by]
    share: Fraction = getattr(law, name)
    return Finding(
        at_least(signers, base, share),
        "assemblies.petition_enough",
        cites=(*law.ground(article, name), "civil_code.1259"),
        numbers={
            "body": body,
            "by": by,
            "signers": signers,
            "base": base,
            "share": share,
            "needed": least_at_least(base, share),
        },
    )


def birthdays_known(unknown: int, *, law: AssemblyLaw) -> Finding:
    """Whether a base of residents counted from the roster can be relied on: of so many the
    roster has no birthday, and they are not counted."""
    return Finding(
        unknown == 0,
        "assemblies.birthdays_known",
        cites=("rcl2025.26",),
        numbers={"unknown": unknown, "age": law.age},
    )


def may_call(body: str, *, by_committee: bool, petition: Finding | None = None) -> Finding:
    """The committee calls its meetings; it has to where a petition is enough."""
    return Finding(
        body in BODIES and (by_committee or bool(petition)),
        "assemblies.may_call",
        cites=("rcl2025.26",) if body == ASSEMBLY else ("rcl2025.28",),
        numbers={"body": body, "by_committee": by_committee, "petitioned": bool(petition)},
    )


def last_calling_day(enough_on: date, *, law: AssemblyLaw) -> date:
    """Until when the committee has promised to call the meeting that was asked for."""
    return enough_on + timedelta(days=law.called_within)


def called_in_time(
    enough_on: date, called_on: date | None, on: date, *, law: AssemblyLaw
) -> Finding:
    """Whether the committee has answered a petition in time, or still can."""
    last = last_calling_day(enough_on, law=law)
    return Finding(
        (called_on or on) <= last,
        "assemblies.called_in_time",
        cites=("rcl2025.26",),
        numbers={
            "enough_on": enough_on,
            "called_on": called_on,
            "last_day": last,
            "days": law.called_within,
        },
    )


def last_notice_day(meeting_on: date, *, law: AssemblyLaw) -> date:
    """The last day to tell residents of the assembly: ten days before."""
    return meeting_on - timedelta(days=law.notice)


def notice_given(
    notified_on: date, meeting_on: date, *, special: bool = False, law: AssemblyLaw
) -> Finding:
    """Told ten days before, or at short notice in a special case whose reason is on record
    (`special`), art. 26."""
    last = last_notice_day(meeting_on, law=law)
    return Finding(
        notified_on <= meeting_on and (special or notified_on <= last),
        "assemblies.notice_given",
        cites=law.ground("rcl2025.26", "notice"),
        numbers={
            "notified_on": notified_on,
            "meeting_on": meeting_on,
            "last_day": last,
            "days": law.notice,
            "special": special,
        },
    )
