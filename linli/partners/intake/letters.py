"""The letters to an office: kind in tone, plain in what they say, naming the rule.

A letter is put together once, in both languages, and kept as it went out.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.pages.bilingual import ENGLISH, SOURCE
from linli.core.pages.sentences import sentence
from linli.core.pages.wording import in_chinese, tell_citation, tell_day
from linli.lib.law import Citation, Finding, cite
from linli.lib.law.citations import Status
from linli.partners.intake.models import Request
from linli.partners.intake.rules import NEVER
from linli.partners.intake.words import NEVER as NEVER_TITLES

RULES = {
    "never": (),
    "no_basis": ("rcl2025.43", "mca136.1"),
    "no_money": ("rcl2025.43", "mca136.1"),
    "too_late": ("mca136.1",),
    "off_list": ("mca136.1", "rcl2025.43"),
}
"""What each ground of a refusal stands on; `never` on the part of the notice that names it."""


def cites_of(request: Request, ground: str) -> tuple[str, ...]:
    """The rules a refusal on this ground names."""
    return NEVER[request.never] if ground == "never" else RULES[ground]


def unread(request: Request, ground: str) -> tuple[Citation, ...]:
    """The rules a refusal names that nobody here has held against their text: to be looked up
    before the letter goes out."""
    cited = (cite(key) for key in cites_of(request, ground))
    return tuple(each for each in cited if each.status is Status.TO_VERIFY)


def refusal(
    request: Request, ground: str, words: str, *, on: date, days: int, ahead: int
) -> dict[str, str]:
    """The letter that says no: why, by which rule, and what would help."""
    return _in_both(
        lambda: _paragraphs(
            request,
            _("经对照本社区事项清单，这件事我们不能接收。%(why)s") % {"why": _why(request, ground)},
            [cite(key) for key in cites_of(request, ground)],
            words,
            _way_on(request, ground, days, ahead),
            on,
        )
    )


def sent_back(
    request: Request, lacking: Sequence[Finding], words: str, *, on: date, days: int
) -> dict[str, str]:
    """The letter that asks for what is missing before anything is decided."""
    return _in_both(
        lambda: _paragraphs(
            request,
            _("我们愿意配合。决定之前，还缺下面的内容：%(lacking)s")
            % {"lacking": "".join(sentence(found).text for found in lacking)},
            [cite("rcl2025.43")],
            words,
            _("收到补充后，我们在 %(days)d 个工作日内答复，退回的日子不计算在内。")
            % {"days": days},
            on,
        )
    )


def _in_both(compose: Callable[[], str]) -> dict[str, str]:
    told = {}
    for language in (SOURCE, ENGLISH):
        with translation.override(language):
            told[language] = compose()
    return told


def _paragraphs(
    request: Request,
    decision: str,
    cited: Sequence[Citation],
    words: str,
    way_on: str,
    on: date,
) -> str:
    asked = {
        "day": tell_day(request.received_on),
        "title": request.title,
        "kind": request.get_kind_display(),
    }
    parts = [
        _("%(office)s：") % {"office": request.body.name},
        _("%(day)s收到贵单位的要求“%(title)s”（%(kind)s）。感谢你们一直支持社区工作。") % asked,
        decision,
        _("依据：%(rules)s。") % {"rules": _rules(cited)},
        _not_read(cited),
        words.strip(),
        way_on,
        _("有不同看法，欢迎随时来电来函商量。"),
        _("%(community)s居民委员会") % {"community": request.community.name},
        tell_day(on),
    ]
    return "\n".join(part for part in parts if part)


def _rules(cited: Iterable[Citation]) -> str:
    return _("；").join(
        tell_citation(each) + (_("（%(says)s）") % {"says": _says(each, in_chinese())})
        for each in cited
    )


def _not_read(cited: Iterable[Citation]) -> str:
    """Said in the letter itself, for whoever reads it has no page beside it."""
    if all(each.status is not Status.TO_VERIFY for each in cited):
        return ""
    return _("标有“待核对”的，我们还没有对照过原文，以公布的正式文本为准。")


def _says(citation: Citation, chinese: bool) -> str:
    return (citation.paraphrase if chinese else citation.paraphrase_en).rstrip("。.")


def _why(request: Request, ground: str) -> str:
    if ground == "never":
        kind = dict(NEVER_TITLES)[request.never]
        return _("“%(kind)s”属于不得转给社区承担的事。") % {"kind": kind}
    return {
        "no_basis": _("来件没有写明法律依据，也没有写明文件的名称、文号和日期。"),
        "no_money": _("来件没有写明经费由谁承担、有多少。"),
        "too_late": _("来件离要求开始办理的日子太近，社区来不及安排。"),
        "off_list": _("它不在清单内，也不属于法律要求居委会协助的工作。"),
    }[ground]


def _way_on(request: Request, ground: str, days: int, ahead: int) -> str:
    if ground == "never":
        return _("这项工作请由贵单位直接办理；需要居民知道的，我们可以帮助张贴通知。")
    if ground in ("no_basis", "no_money"):
        return _("补齐以后请再发来，我们在 %(days)d 个工作日内答复。") % {"days": days}
    if ground == "too_late":
        return _("请至少提前 %(ahead)d 个工作日提出，我们好一起安排。") % {"ahead": ahead}
    return _("如果有法律依据和经费安排，请按准入程序提出，我们在 %(days)d 个工作日内答复。") % {
        "days": days
    }
