"""What was found, as the pages and the slip tell it: never more than “may apply”."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext as _

from linli.core.access.gates import Visit
from linli.core.local_law.words import tell_place, tell_rule, tell_value
from linli.core.pages.bilingual import in_language
from linli.core.pages.sentences import say
from linli.core.pages.wording import tell_day, tell_money
from linli.core.places.models import Place
from linli.lib.eligibility import LawOfADay, Papers, Traced, Truth, Wanted, Weighed
from linli.lib.eligibility.clauses import Compare, Switch
from linli.lib.eligibility.facts import NUMBERS, Answer, Fact
from linli.lib.eligibility.weighing import Held
from linli.lib.law import Finding, Parameter, cite_each
from linli.lib.law.citations import Status
from linli.lib.law.packs import ParameterStatus
from linli.service.catalogue import paper
from linli.service.catalogue.applications.paths import paths
from linli.service.catalogue.forms.navigator import Told
from linli.service.catalogue.queries.guides import keys_offered
from linli.service.catalogue.schemes import Shelf

DECIDE, SPECIAL = "assistance.decide_within", "assistance.decide_within_special"


def situations_told(shelf: Shelf) -> list[dict[str, Any]]:
    """What one may begin with."""
    return [situation_told(shelf, key) for key in shelf.situations]


def situation_told(shelf: Shelf, key: str) -> dict[str, Any]:
    """One of them, or nothing where none is chosen."""
    if key not in shelf.situations:
        return {}
    each = shelf.situations[key]
    return {"key": key, "title": in_language(each.title), "icon": each.icon, "urgent": each.urgent}


def advice_told(
    weighed: Sequence[Weighed], shelf: Shelf, law: LawOfADay, community: Place
) -> dict[str, Any]:
    """The schemes in order: those one may apply for, those still open, and the others, for which
    one may apply all the same."""
    phone = paper.phone_of(community, law.on)
    guides = keys_offered(community)
    told = [scheme_told(each, shelf, law, community, phone, guides) for each in weighed]
    return {
        "may": [each for each in told if each["truth"] is Truth.MET],
        "open": [each for each in told if each["truth"] is Truth.UNKNOWN],
        "others": [each for each in told if each["truth"] is Truth.NOT_MET],
        "issuer": paper.issuer_of(community, law.on),
        "phone": phone,
    }


def scheme_told(
    weighed: Weighed,
    shelf: Shelf,
    law: LawOfADay,
    community: Place,
    phone: str,
    guides: frozenset[str],
) -> dict[str, Any]:
    """One scheme: every condition with its sign, who decides, where, what if refused."""
    scheme = weighed.scheme
    limits = _limits_here(scheme.limits, law)
    return {
        "key": scheme.key,
        "truth": weighed.truth,
        "title": in_language(scheme.title),
        "about": in_language(scheme.about),
        "aid_first": scheme.aid_first,
        "steps": [step_told(each, shelf, phone) for each in weighed.steps],
        "missing": [tell_rule(rule) for rule in weighed.missing_rules()],
        "decides": in_language(scheme.decides),
        "apply_at": in_language(scheme.apply_at),
        "refused": in_language(scheme.refused),
        "notes": [in_language(note) for note in scheme.notes],
        "limits": [row_told(row) for row in limits],
        "refs": refs_told((*scheme.cites, *scheme.refused_cites)),
        "guide": _page("guide", community, scheme.guide) if scheme.guide in guides else "",
        "help": _page("application_scheme", community, scheme.guide)
        if scheme.guide in paths()
        else "",
    }


def _limits_here(names: Iterable[str], law: LawOfADay) -> list[Parameter]:
    """The limits that hold here. A place with a limit of its own has not the country's longer one
    for hard cases."""
    rows = {name: row for name in names if (row := law.of(name)) is not None}
    decide, special = rows.get(DECIDE), rows.get(SPECIAL)
    if decide and special and decide.jurisdiction != special.jurisdiction:
        del rows[SPECIAL]
    return list(rows.values())


def _page(name: str, community: Place, guide: str) -> str:
    return reverse(f"catalogue:{name}", args=[community.code, guide])


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
        number = _number(held.number, held.unit)
        return _("标准：{number}（{source}）").format(
            number=number, source=in_language(shape.against.source)
        )
    rows = _("；").join(_row_words(row) for row in held.rows)
    if isinstance(shape, Switch) or held.number is None:
        return rows
    number = _number(held.number, held.unit)
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
        "source": row.source,
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
    if unit == "choice":
        options = {each.key: each.words for each in shelf.vocabulary.facts[key].options}
        return in_language(options[str(found)])
    return _number(found, unit)


def _number(number: Any, unit: str) -> str:
    if unit == "fen":
        if isinstance(number, Fraction) and number.denominator != 1:
            return _("约 {amount}").format(amount=tell_money(round(number)))
        return tell_money(int(number))
    if unit == "years":
        return _("{years} 岁").format(years=int(number))
    if isinstance(number, Fraction) and number.denominator == 1:
        return say(number.numerator)
    return say(number)


def answers_told(told: Told, shelf: Shelf) -> list[dict[str, Any]]:
    """What was said, each with the way to change it; “I don't know” too."""
    found = []
    for key in told.asked:
        fact: Fact = shelf.vocabulary.facts[key]
        given = told.answers.get(key)
        words = _("不知道") if given is None else tell_found(shelf, key, given)
        if given is not None and fact.kind in NUMBERS:
            words = _number(given, fact.kind)
        found.append({"key": key, "title": in_language(fact.short), "words": words})
    return found


def refs_told(keys: Iterable[str]) -> list[dict[str, Any]]:
    """Articles as links."""
    english = (get_language() or "").startswith("en")
    return [
        {
            "url": reverse("law_citation", args=[each.key]),
            "reference": each.reference_en if english else each.reference,
            "paraphrase": each.paraphrase_en if english else each.paraphrase,
            "to_verify": each.status is Status.TO_VERIFY,
        }
        for each in cite_each(keys)
    ]


def papers_told(papers: Papers, shelf: Shelf) -> dict[str, list[dict[str, Any]]]:
    """One list for everything, told at once; and what the office finds by itself."""

    def told(wanted: Sequence[Wanted]) -> list[dict[str, Any]]:
        return [
            {
                "title": in_language(each.paper.title),
                "schemes": [in_language(shelf.schemes[key].title) for key in each.schemes],
            }
            for each in wanted
        ]

    return {
        "bring": told(papers.bring),
        "found": told(papers.found_by_the_office),
        "refs": refs_told(("social_assistance.40", "social_assistance.62")),
    }


def looks_told() -> list[tuple[str, Any]]:
    """The sizes of the slip."""
    return [
        ("a5", _("A5 纸")),
        ("a5-large", _("A5 纸，大字")),
        ("a4", _("A4 纸")),
        ("a4-large", _("A4 纸，大字")),
    ]


def check_address(request: Visit) -> str:
    """Where a slip is looked at again later: the page alone, without what stands on the slip."""
    path = reverse("catalogue:navigator_slip", args=[request.community.code])
    return request.build_absolute_uri(path)
