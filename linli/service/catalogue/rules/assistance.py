"""What is asked before the committee posts a notice about help for the office that decides."""

import re
from datetime import date

from linli.lib.identity.mask import mask_name
from linli.lib.law import Finding
from linli.mechanisms.publication.rules.health import speaks_of_health

_NAME = re.compile(r"[\u3400-\u9fff·*]{1,15}|[A-Za-z][A-Za-z .'*-]{0,29}")

SCHEMES = (
    "minimum_living",
    "marginal_household",
    "extreme_poverty",
    "necessary_spending",
    "temporary_relief",
)
"""The sorts of help that are made public. What would tell of a disability or an illness by its
name alone is not among them."""


def shown_name(name: str, *, masked: bool) -> str:
    """The name as it is posted; a masked one stays as it is."""
    plain = "".join(name.split()) if not name.isascii() else " ".join(name.split())
    return mask_name(plain) if masked else plain


def only_a_name(name: str) -> Finding:
    """A name and nothing beside it: no figure, no address, no word about a person's health. The
    name itself is asked before it is masked, and is in no finding."""
    plain = "".join(name.split()) if not name.isascii() else " ".join(name.split())
    whole = _NAME.fullmatch(plain) is not None
    return Finding(
        whole and not speaks_of_health(plain),
        "catalogue.only_a_name",
        cites=("social_assistance.11", "pipl.28"),
    )


def office_asked(office: str, paper: str, received_on: date | None, today: date) -> Finding:
    """The office that decides has asked for the notice, on a paper that has come: the committee
    posts nothing about anybody's help of its own accord."""
    named = bool(office.strip()) and bool(paper.strip())
    return Finding(
        named and received_on is not None and received_on <= today,
        "catalogue.office_asked",
        cites=("social_assistance.5", "social_assistance.44"),
        numbers={"received_on": received_on},
    )


def household_counts(members: int, amount: int) -> Finding:
    """A household has somebody in it, and the amount (in fen) is one."""
    return Finding(members >= 1 and amount > 0, "catalogue.household_counts")
