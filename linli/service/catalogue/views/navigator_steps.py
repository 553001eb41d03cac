"""The conditions of a scheme as findings: what was found, what it was held against, the way on."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext as _

from linli.core.local_law.words import tell_place, tell_rule, tell_source, tell_value
from linli.core.pages.bilingual import in_language
from linli.core.pages.sentences import say
from linli.core.pages.wording import tell_day, tell_money
from linli.lib.eligibility import Traced, Truth
from linli.lib.eligibility.clauses import Compare, Switch
from linli.lib.eligibility.facts import Answer, chosen
from linli.lib.eligibility.weighing import Held
from linli.lib.law import Finding, Parameter, cite_each
from linli.lib.law.citations import Status
from linli.lib.law.packs import ParameterStatus
from linli.service.catalogue.schemes import Shelf


def is_chinese() -> bool:
    """Whether the reader reads Chinese."""
    return (get_language() or "").startswith("zh")


def step_told(traced: Traced, shelf: Shelf, phone: str) -> dict[str, Any]:
    """One condition as a finding with its numbers, and the conditions it is made of."""
    clause, held = traced.clause, traced.held
    grounds = tuple(key for row in (held.rows if held else ()) for key in row.grounds)
    cites = tuple(dict.fromkeys((*clause.cites, *grounds)))
    # A mark outweighs: the same article with and without it is shown with it.
    cites = tuple(key for key in cites if f"{key}?" not in cites)
    unknown = traced.truth is Truth.UNKNOWN
    numbers: dict[str, Any] = {
        "says": in_language(clause.says),
        "working": working_of(traced, shelf),
        "way": _way_on(traced, shelf, phone) if unknown else "",
    }
    rule = "catalogue.navigator_open" if unknown else "catalogue.navigator_clause"
    return {
        "mark": (traced.truth, *numbers.values()),
        "shared": False,
        "says": numbers["says"],
        "truth": traced.truth,
        "unknown": unknown,
        "finding": Finding(traced.truth is Truth.MET, rule, cites, numbers),
        "parts": [step_told(part, shelf, phone) for part in traced.parts],
    }


def working_of(traced: Traced, shelf: Shelf) -> str:
    """What was found and what it was held against, with the source and day of each number."""
    said = []
    facts = traced.clause.facts
    if traced.found is not None and facts:
        name = in_language(shelf.vocabulary.short(facts[0]))
        found = tell_found(shelf, facts[0], traced.found)
        said.append(_("按您说的，{name}：{found}").format(name=name, found=found))
    if traced.held is not None and traced.held.number is not None:
        said.append(_held_told(traced, traced.held))
    return _("；").join(said)


def _held_told(traced: Traced, held: Held) -> str:
    shape = traced.clause.shape
    if isinstance(shape, Compare) and not shape.against.rule:
        number = tell_number(held.number, held.unit)
        return _("标准：{number}（{source}）").format(
            number=number, source=in_language(shape.against.source)
        )
    rows = _("；").join(_row_words(row) for row in held.rows)
    if isinstance(shape, Switch) or held.number is None:
        return rows
    number = tell_number(held.number, held.unit)
    return _("标准：{number}（{rows}）").format(number=number, rows=rows)


def _row_words(row: Parameter) -> str:
    told = row_told(row)
    words = _("{title} {words}，{place}，{source}，{day}起").format(
        **{key: told[key] for key in ("title", "words", "place", "source")},
        day=tell_day(row.in_force_from),
    )
    return words + (_("，待核对") if told["to_verify"] else "")


def row_told(row: Parameter) -> dict[str, Any]:
    """A number of the packs with everything that dates it."""
    return {
        "rule": row.rule,
        "title": tell_rule(row.rule),
        "words": tell_value(row.value, row.unit),
        "place": tell_place(row.jurisdiction),
        "source": tell_source(row),
        "from": row.in_force_from,
        "to_verify": row.status is ParameterStatus.TO_VERIFY,
    }


def _way_on(traced: Traced, shelf: Shelf, phone: str) -> str:
    """What would settle it: a number the place has not said, an answer, a paper."""
    missing = traced.missing_rules()
    if missing:
        names = _("、").join(tell_rule(rule) for rule in missing)
        words = _("本地的“{names}”还没有录入这里，请问街道、乡镇的窗口。").format(names=names)
        return words + (_("居委会电话 {phone}").format(phone=phone) if phone else "")
    asks = [in_language(shelf.vocabulary.short(key)) for key in traced.live_asks()]
    kinds = [shelf.papers[key] for key in _papers_of(traced) if key in shelf.papers]
    words = _("还没说：{names}。").format(names=_("、").join(asks)) if asks else ""
    if kinds:
        found = _("、").join(in_language(each.title) for each in kinds)
        words += _("看这个就知道：{papers}。").format(papers=found)
    return words


def _papers_of(traced: Traced) -> Iterable[str]:
    if traced.truth is not Truth.UNKNOWN:
        return ()
    own = [traced.clause.paper] if traced.clause.paper else []
    return dict.fromkeys([*own, *(key for part in traced.parts for key in _papers_of(part))])


def tell_found(shelf: Shelf, key: str, found: Answer | Fraction) -> str:
    """An answer or an amount in words."""
    unit = shelf.vocabulary.unit(key)
    if unit == "yes":
        return _("是") if found else _("否")
    if unit in ("choice", "several"):
        options = {each.key: each.words for each in shelf.vocabulary.facts[key].options}
        return _("、").join(in_language(options[str(each)]) for each in chosen(found))
    return tell_number(found, unit)


def tell_number(number: Any, unit: str) -> str:
    """A number in its unit."""
    if unit == "fen":
        if isinstance(number, Fraction) and number.denominator != 1:
            return _("约 {amount}").format(amount=tell_money(round(number)))
        return tell_money(int(number))
    if unit == "years":
        return _("{years} 岁").format(years=int(number))
    if unit == "square_metres":
        return _("{metres} 平方米").format(metres=_decimal(number))
    if isinstance(number, Fraction) and number.denominator == 1:
        return say(number.numerator)
    return say(number)


def _decimal(number: int | Fraction) -> str:
    """A number with one digit after the point, where it is not whole."""
    tenths = round(Fraction(number) * 10)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


def refs_told(keys: Iterable[str]) -> list[dict[str, Any]]:
    """Articles as links."""
    english = not is_chinese()
    return [
        {
            "url": reverse("law_citation", args=[each.key]),
            "reference": each.reference_en if english else each.reference,
            "paraphrase": each.paraphrase_en if english else each.paraphrase,
            "to_verify": each.status is Status.TO_VERIFY,
        }
        for each in cite_each(keys)
    ]
