"""An agreement among those who owe an elder support: with the elder's consent, about how the duty
is shared, never about whether it is owed."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from linli.lib.law import Finding

KEPT, PARTLY, NOT_KEPT = "kept", "partly", "not_kept"
RESULTS = (KEPT, PARTLY, NOT_KEPT)

URGE, MEDIATION, LEGAL_AID, COURT, WAIT = "urge", "mediation", "legal_aid", "court", "wait"
WAYS_ON = (URGE, MEDIATION, LEGAL_AID, COURT, WAIT)
"""What comes next where it is not kept; the elder chooses, also to wait."""

_STANDS_ON = ("elders.19", "civil_code.1067")

_NEAR = "[^，。；、]"
_DUTY = "(?:赡养(?!费)|扶养(?!费)|供养)"
_ESTATE = "(?:房|财产|家产|存款|遗产|宅基地|拆迁款)"
_SUPPORT = "(?:赡养|养老|出钱|照顾|照料)"
_HANDED = "(?:过户|分|归|给|拿|到手|继承)"
_FORBIDS = "(?<!不得以)(?<!不以)(?<!不能以)"

_WAIVED = re.compile(
    f"(?:不再|不用|不需要?|无须|无需|免除|免去|放弃|不承担|不履行){_NEAR}{{0,6}}{_DUTY}"
    f"|断绝{_NEAR}{{0,4}}关系"
)
_PARENT = "(?:老(?![房宅屋])|父|母|爸|妈|爹|娘|双亲)"
_NO_MATTER = f"(?!{_NEAR}{{0,8}}(?:愿|还是|是否|哪|怎|什么|多少|有没有|同意))"
_UNCARED = f"管{_NEAR}{{0,2}}{_PARENT}{_NO_MATTER}"
_LEFT = f"不(?:赡养(?!费)|扶养(?!费)|供养|养(?![鱼花猫狗鸡鸭猪成护])|{_UNCARED})"
_REFUSED = re.compile(
    f"(?:{_PARENT}{_NEAR}{{0,4}}不管(?=$|[，。；、了])|(?<!就){_LEFT})"
    f"(?!{_NEAR}*的(?:$|[，。；、]))"
)
_NOT_THAT = re.compile(f"(?:不得|不能|不可|不许|不准|不应|谁|如果|若|要是|假如|万一|一旦){_NEAR}*$")
"""A clause that forbids it, or says what follows from it, does not let anybody off."""
_ON_CONDITION = re.compile(
    f"{_FORBIDS}放弃{_NEAR}{{0,6}}继承"
    f"|{_ESTATE}[^。；]{{0,6}}{_HANDED}[^。；]{{0,8}}(?:才|再|后){_NEAR}{{0,4}}{_SUPPORT}"
    f"|{_HANDED}[^。；]{{0,6}}{_ESTATE}[^。；]{{0,8}}(?:才|再|后){_NEAR}{{0,4}}{_SUPPORT}"
    f"|{_FORBIDS}(?:以|把){_NEAR}{{0,8}}(?:{_ESTATE}|继承){_NEAR}{{0,8}}(?:条件|前提)"
    f"|{_ESTATE}[子产屋]?(?:都|全|全部|以后|将来|今后){{0,2}}归(?!{_PARENT}|本人|谁|还)"
    f"|(?:不分|不给|得不到|分不到){_NEAR}{{0,6}}{_ESTATE}[^。；]{{0,8}}不(?:养|管|赡养|出钱|照顾)"
)
"""Wordings that are found again and again; what they miss is asked for (`nothing_hidden`)."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one of them takes over: money in fen, care, coming to see."""

    money_fen: int = 0
    care: str = ""
    visits: str = ""

    @property
    def is_something(self) -> bool:
        """Whether it is anything at all."""
        return self.money_fen > 0 or bool(self.care.strip()) or bool(self.visits.strip())


def consented(elder_agrees: bool) -> Finding:
    """It stands only with the elder's consent, and follows the elder's wish."""
    return Finding(elder_agrees, "casework.support_consented", cites=("elders.20",))


def among_several(parties: int) -> Finding:
    """It is made among those who owe support: two at least."""
    return Finding(
        parties >= 2, "casework.support_among_several", cites=("elders.20",), numbers={"n": parties}
    )


def nobody_waived(parts: Iterable[Part]) -> Finding:
    """Each takes something over. The duty can be shared out; nobody can be let off it."""
    without = sum(not part.is_something for part in parts)
    return Finding(
        without == 0, "casework.support_nobody_waived", cites=_STANDS_ON, numbers={"n": without}
    )


def no_waiver_said(texts: Iterable[str]) -> Finding:
    """No clause lets anybody off the duty, or breaks off the tie."""
    said = any(_WAIVED.search(text) or _is_refused(text) for text in texts)
    return Finding(not said, "casework.support_no_waiver", cites=_STANDS_ON)


def _is_refused(text: str) -> bool:
    return any(not _NOT_THAT.search(text[: found.start()]) for found in _REFUSED.finditer(text))


def no_condition_said(texts: Iterable[str]) -> Finding:
    """No clause makes support depend on property or on giving up an inheritance."""
    said = any(_ON_CONDITION.search(text) for text in texts)
    return Finding(not said, "casework.support_no_condition", cites=_STANDS_ON)


def nothing_hidden(confirmed: bool) -> Finding:
    """Whoever writes it down has asked the elder and the parties that there is no such clause
    beside the paper either."""
    return Finding(confirmed, "casework.support_nothing_hidden", cites=_STANDS_ON)


def signed_by_now(signed_on: date, on: date) -> Finding:
    """It was signed today or before."""
    return Finding(
        signed_on <= on, "casework.support_signed_by_now", numbers={"signed_on": signed_on}
    )


def checked_in_force(done_on: date, signed_on: date | None, on: date) -> Finding:
    """A look at how it is kept lies between the signing and today, both included."""
    return Finding(
        signed_on is not None and signed_on <= done_on <= on,
        "casework.support_checked_in_force",
        numbers={"signed_on": signed_on},
    )


def leads_on(result: str, way: str, known: Collection[str] = WAYS_ON) -> Finding:
    """What is kept in part or not at all leads somewhere; what is kept needs nothing."""
    holds = not way if result == KEPT else way in known
    return Finding(holds, "casework.support_leads_on", cites=("elders.20", "elders.24"))


def still_drafted(state: str) -> Finding:
    """Only a draft is written; a signed agreement is ended and made anew."""
    return Finding(state == "draft", "casework.support_still_drafted", cites=("elders.20",))


def over(in_force: bool) -> Finding:
    """The case ends when nobody has to see any more how the agreement is kept."""
    return Finding(not in_force, "casework.support_over", cites=("elders.20",))
