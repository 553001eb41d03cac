"""What a call says before it is published."""

import re
import unicodedata
from dataclasses import dataclass

from linli.lib.law import Finding, Findings

FEWEST = 10
"""Letters from which a text says something."""


@dataclass(frozen=True, slots=True)
class Said:
    """A call as it was written."""

    content: str
    venue: str
    when_told: str
    served: str
    hazard: str
    contact: str
    contact_phone: str
    dangerous: bool
    insured: bool
    training: str
    minors: bool


def may_publish(said: Said) -> Findings:
    """Truth and risk, needs of age and skill, training and insurance before danger."""
    return Findings(
        (
            Finding(len(said.content.strip()) >= FEWEST, "volunteering.content_said",
                    cites=("volunteering.12",), numbers={"fewest": FEWEST}),
            Finding(bool(said.venue.strip() and said.when_told.strip() and said.served),
                    "volunteering.where_and_when", cites=("volunteering.12",)),
            Finding(bool(said.hazard.strip()), "volunteering.risk_said",
                    cites=("volunteering.12",)),
            Finding(bool(said.contact.strip() and said.contact_phone.strip()),
                    "volunteering.who_answers", cites=("volunteering.12",)),
            Finding(not (said.dangerous and said.minors), "volunteering.no_minors_in_danger",
                    cites=("volunteering.15",)),
            Finding(not said.dangerous or bool(said.training),
                    "volunteering.training_before_danger",
                    cites=("volunteering.16",)),
            Finding(not said.dangerous or said.insured, "volunteering.insured_before_danger",
                    cites=("volunteering.17",)),
        )
    )  # fmt: skip


def names_nobody(clean: bool) -> Finding:
    """What everybody reads holds no resident's name, number or door."""
    return Finding(clean, "volunteering.words_name_nobody", cites=("volunteering.20",))


def office_number(phone: str, office: str = "") -> Finding:
    """Everybody reads it: the number of an office, a landline, a hotline, or the committee's own;
    never somebody's mobile telephone, nor words."""
    plain = unicodedata.normalize("NFKC", phone).strip()
    own = bool(office.strip()) and plain == office.strip()
    return Finding(
        own or any(form.fullmatch(plain) for form in OFFICE_NUMBERS), "volunteering.office_number",
        cites=("volunteering.20",),
    )  # fmt: skip


OFFICE_NUMBERS = (
    re.compile(r"[2-8]\d{6,7}(?:[-转 ]{1,3}\d{1,5})?", re.ASCII),
    # No area begins with 01 but 010, so that no mobile number after a nought is one.
    re.compile(r"\(?(?:010|02\d|0[3-9]\d{2})\)?[- ]?\d{7,8}(?:[-转 ]{1,3}\d{1,5})?", re.ASCII),
    re.compile(r"[48]00[- ]?\d{3,4}[- ]?\d{3,4}", re.ASCII),
    re.compile(r"1\d{4}|9\d{4}", re.ASCII),
)
"""Landline with or without its area and extension, 400 and 800, hotlines of five digits."""


def asks_nobody_by_quota(words: str) -> Finding:
    """Nobody is assigned, counted off or made to come, openly or in disguise."""
    found = next((each for each in FORCED if each in "".join(words.split())), "")
    return Finding(
        not found, "volunteering.nobody_forced", cites=("volunteering.25", "volunteering.40"),
        numbers={"words": found},
    )  # fmt: skip


FORCED = (
    "必须参加", "每户一人", "每户至少", "每楼至少", "指标", "硬性", "摊派", "强制", "不参加的",
    "不来的要", "轮流出人", "按户轮流",
)  # fmt: skip
