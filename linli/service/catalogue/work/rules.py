"""What an opening must say before it goes live and until when it is shown; what a release of a card
contains; until when a card is kept."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from linli.lib.law import Finding, Findings

JOB, PUBLIC, TRAINING = "job", "public", "training"
NEEDED = ("title", "duties", "where", "hours", "phone")
"""What every opening says, beside its pay, its expiry day and that nothing is charged."""

CHARGING_CITES = ("employment_services.14", "labour_contract.9")


def opening_whole(said: Mapping[str, str], titles: Mapping[str, str], *, paid: bool) -> Finding:
    """Whether it says what, where, when and whom to ring; `missing` names what it does not, by its
    title, and with that the pay. Pay alone is a finding of its own (`pay_stated`)."""
    missing = [name for name in NEEDED if not said.get(name, "").strip()]
    whole = not missing
    if missing and not paid:
        missing.append("pay")
    names = tuple(titles[name] for name in missing)
    return Finding(whole, "catalogue.opening_whole", numbers={"missing": names})


def pay_stated(kind: str, fen: int | None, most_fen: int | None, basis: str) -> Findings:
    """Pay is stated with what it is counted by, is more than nothing, and does not fall. Training
    may pay nothing, but says so."""
    stated = fen is not None and bool(basis)
    least = 0 if kind == TRAINING else 1
    enough = fen is not None and fen >= least
    rises = fen is None or most_fen is None or most_fen >= fen
    return Findings(
        (
            Finding(stated, "catalogue.pay_stated", cites=("employment_services.11",)),
            Finding(enough, "catalogue.pay_above_nothing"),
            Finding(rises, "catalogue.pay_range"),
        )
    )


def nothing_charged(asked: bool, texts: Iterable[str]) -> Finding:
    """Nothing is taken from who looks for work, neither money nor papers: the employer was asked,
    and no sentence says otherwise. A sentence that denies it ("不收押金") is none of those."""
    found = next((hit for text in texts for hit in _charging(text)), "")
    return Finding(
        asked and not found,
        "catalogue.nothing_charged" if not found else "catalogue.no_charge_in_words",
        cites=CHARGING_CITES,
        numbers={"found": found},
    )


def expiry_set(expires_on: date | None, on: date, *, most_days: int) -> Finding:
    """An opening has a day on which it is hidden: from tomorrow up to, with, `most_days` ahead."""
    last = on + timedelta(days=most_days)
    fits = expires_on is not None and on < expires_on <= last
    return Finding(fits, "catalogue.opening_expires", numbers={"last_day": last, "days": most_days})


def is_shown(expires_on: date, on: date) -> bool:
    """Shown up to its expiry day; on that day it is hidden."""
    return on < expires_on


def employer_fresh(verified_on: date, on: date, *, within_days: int) -> Finding:
    """An employer is known where somebody made sure within the days (the last included: 以内)."""
    last = verified_on + timedelta(days=within_days)
    return Finding(
        on <= last,
        "catalogue.employer_fresh",
        numbers={"last_day": last, "days": within_days},
    )


# Sentences that shut somebody out without a ground in law (Employment Promotion Law 3, 27-31).

_ONLY = r"(?:只限|仅限|限(?!制|时|于|期|额|量)|只要|只招|仅招|只收|必须(?:是|为)?|须(?:是|为)?)"
_NOT_WANTED = r"(?:不要|不招|不收|不考虑|谢绝|除外|勿扰|免谈)"

_UNFAIR: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "sex",
        ("employment_promotion.3", "employment_promotion.27"),
        (
            rf"{_ONLY}(?:男|女)|(?:男|女)(?:性|士|生)?(?:优先|为佳)|{_NOT_WANTED}(?:男|女|孕)|"
            r"(?:限|须|要求|已|未)婚(?:已?育|优先|者)|已婚已育|未婚未育|(?:孕妇|哺乳期).{0,4}"
            rf"{_NOT_WANTED}"
        ),
    ),
    (
        "ethnicity",
        ("employment_promotion.3", "employment_promotion.28"),
        (
            rf"{_ONLY}.{{0,2}}(?:汉族|民族)|(?:汉族|少数民族|[一-鿿]族).{{0,2}}(?:优先|{_NOT_WANTED})|"
            rf"{_NOT_WANTED}.{{0,2}}(?:少数民族|[维回藏蒙苗彝壮]族)"
        ),
    ),
    (
        "belief",
        ("employment_promotion.3",),
        (
            rf"{_NOT_WANTED}.{{0,3}}(?:信教|信仰|宗教|教徒)|"
            rf"(?:信教|有宗教信仰|教徒).{{0,4}}{_NOT_WANTED}|"
            rf"(?:{_ONLY}|要求).{{0,2}}(?:无宗教|不信教)|无宗教信仰"
        ),
    ),
    (
        "disability",
        ("employment_promotion.3", "employment_promotion.29"),
        (
            rf"{_NOT_WANTED}.{{0,2}}残|残(?:疾|障)(?:人|者)?.{{0,3}}{_NOT_WANTED}|(?:五官|四肢)(?:端正|健全)|"
            r"无残(?:疾|障)"
        ),
    ),
    (
        "infection",
        ("employment_promotion.30", "employment_services.19"),
        r"(?:乙肝|肝炎|两对半|大三阳|小三阳|表面抗原|艾滋)(?!疫苗)|无传染病|非.{0,4}病原携带",
    ),
    (
        "rural",
        ("employment_promotion.26", "employment_promotion.31"),
        (
            rf"(?:{_ONLY}|要求).{{0,2}}(?:本地|本市|城镇|非农)(?:户口|户籍|人)|"
            rf"(?:本地|本市|城镇)(?:户口|户籍).{{0,2}}优先|"
            rf"{_NOT_WANTED}.{{0,2}}(?:外地|农村|农民|农业户)|(?:外地|农村)(?:人|户口|户籍).{{0,3}}"
            rf"{_NOT_WANTED}|本地人优先"
        ),
    ),
)
_DENIED = re.compile(
    r"(?:不限|不分|不问|不看|不查|不用查|不要求|无需|不用|不需要?|均可|都可以?|皆可)"
)
_CHARGING = re.compile(
    r"押金|保证金|(?:服装|工装|培训|报名|体检|中介|介绍|建档|上岗|手续|资料)费|"
    r"(?:扣|押|交|留).{0,2}(?:身份证|证件|毕业证)(?!复印|号)|(?:先|自)(?:交|缴)(?:钱|费)|担保金|集资|入股"
)
_NOTHING = re.compile(
    r"(?:不|无需|无|免|没有|不用|公司(?:出|付|承担|负担)|单位(?:出|付|承担|负担)|报销)"
)
_BREAKS = re.compile(r"[。，；、,;.!！?？\n]")


def wording(texts: Iterable[str]) -> Findings:
    """What may shut somebody out, one finding a ground with the words it was seen in. A hint for
    who reads it: words can be meant otherwise."""
    parts = [part for text in texts for part in _BREAKS.split(text) if part.strip()]
    seen = []
    for ground, cites, pattern in _UNFAIR:
        hits = (re.search(pattern, part) for part in parts if not _DENIED.search(part))
        found = next((hit.group() for hit in hits if hit), None)
        if found is not None:
            seen.append(
                Finding(False, f"catalogue.wording_{ground}", cites=cites, numbers={"found": found})
            )
    return Findings(tuple(seen))


def _charging(text: str) -> Iterable[str]:
    for part in _BREAKS.split(text):
        hit = _CHARGING.search(part)
        if hit and not _NOTHING.search(part):
            yield hit.group()


def wording_looked_at(seen: Findings, looked: bool) -> Finding:
    """Nothing was seen, or somebody has read each of the sentences and stands for it."""
    first = seen.first_unmet
    if first is None or looked:
        return Finding(True, "catalogue.wording_fair", numbers={"seen": len(seen.steps)})
    return first


# The job-seeker's card.


def on_ones_wish(own: bool, at_the_counter: bool, consent: str) -> Finding:
    """A card is written, kept and released from by its owner, or at the counter on their wish with
    how they said so."""
    fits = (own and consent == "online") or (at_the_counter and consent in ("signed", "spoken"))
    return Finding(fits, "catalogue.card_on_wish", cites=("pipl.14",))


def reachable(how: str, phone: str) -> Finding:
    """A card says how its owner hears of anything: a number, or through the community."""
    fits = how == "community" or (how == "phone" and bool(phone.strip()))
    return Finding(fits, "catalogue.card_reachable")


def may_release(ticked: Iterable[str], filled: Iterable[str]) -> Finding:
    """What is released is ticked, and is on the card: at least one field, and none that is empty
    (`more` counts those)."""
    wanted = set(ticked)
    more = len(wanted - set(filled))
    return Finding(
        bool(wanted) and not more,
        "catalogue.release_ticked",
        cites=("pipl.13", "pipl.23"),
        numbers={"more": more},
    )


def told(said: Mapping[str, str], ticked: Iterable[str]) -> dict[str, str]:
    """What a release contains: the ticked fields that still stand on the card, in the order of the
    card, and nothing else."""
    wanted = set(ticked)
    return {key: value for key, value in said.items() if key in wanted and value}


class Standing(StrEnum):
    """How long a card holds."""

    HOLDS = "holds"
    ASK = "ask"
    """Its owner is to be asked whether it still holds."""
    ASKED = "asked"
    OVER = "over"
    """Nobody answered: it is destroyed."""


def card_standing(
    confirmed_on: date, asked_on: date | None, on: date, *, ask_after: int, answer_within: int
) -> Standing:
    """Asked when `ask_after` days are full; destroyed when after that `answer_within` days have
    passed without an answer (the last of them still waits)."""
    if asked_on is not None:
        return Standing.OVER if on > answer_by(asked_on, answer_within) else Standing.ASKED
    due = confirmed_on + timedelta(days=ask_after)
    return Standing.ASK if on >= due else Standing.HOLDS


def answer_by(asked_on: date, answer_within: int) -> date:
    """The last day on which an answer keeps the card."""
    return asked_on + timedelta(days=answer_within)


def fits(
    wishes: Mapping[str, str], hours: Iterable[str], opening: Mapping[str, str]
) -> tuple[str, ...]:
    """In which of field, hours and place an opening meets a wish, as its owner would see it: no
    number, so that nothing can be put in order by it. Empty where none does."""
    met: list[str] = []
    met += [key for key in ("wish", "learn") if _shares_words(wishes.get(key, ""), opening["what"])]
    wanted = set(hours)
    if opening["hours"] in wanted or (wanted and opening["hours"] == "flexible"):
        met.append("hours")
    if _shares_words(wishes.get("near", ""), opening["where"]):
        met.append("near")
    return tuple(met)


_ANYWAY = re.compile(r"想|要|找|离|工作|附近|一点|都行|可以|最好|或者")


def _shares_words(wished: str, said: str) -> bool:
    """Whether two letters of the wish stand beside each other in what is said, too."""
    known = said.casefold()
    for word in re.split(r"[\s，。、；,.;/]+", _ANYWAY.sub(" ", wished.casefold())):
        if word.isascii():
            if len(word) > 2 and word in known:
                return True
            continue
        if any(word[at : at + 2] in known for at in range(len(word) - 1)):
            return True
    return False
