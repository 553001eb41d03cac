"""What was found, as the pages and the slip tell it: never more than “may apply”."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from linli.core.access.gates import Visit
from linli.core.local_law.words import tell_rule
from linli.core.pages.bilingual import in_language
from linli.core.places.models import Place
from linli.lib.eligibility import LawOfADay, Papers, Truth, Wanted, Weighed
from linli.lib.eligibility.facts import NUMBERS, Fact
from linli.lib.law import Parameter
from linli.service.catalogue import paper
from linli.service.catalogue.applications.paths import paths
from linli.service.catalogue.forms.navigator import Told
from linli.service.catalogue.queries.guides import keys_offered
from linli.service.catalogue.schemes import Shelf
from linli.service.catalogue.views.navigator_steps import (
    is_chinese,
    refs_told,
    row_told,
    step_told,
    tell_found,
    tell_number,
)

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
    shown = [each for each in told if each["truth"] is not Truth.NOT_MET]
    return {
        "may": [each for each in shown if each["truth"] is Truth.MET],
        "open": [each for each in shown if each["truth"] is Truth.UNKNOWN],
        "others": [each for each in told if each["truth"] is Truth.NOT_MET],
        "shared": share_steps(shown),
        "apply_at": share_place(shown),
        "refused": share_refusal(told),
        "issuer": paper.issuer_of(community, law.on),
        "phone": phone,
    }


def share_steps(schemes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The conditions that several of these schemes have alike: said once, and marked in each."""
    alike: dict[Any, list[dict[str, Any]]] = {}
    for scheme in schemes:
        for step in scheme["steps"]:
            alike.setdefault(step["mark"], []).append(step)
    several = [steps for steps in alike.values() if len(steps) > 1]
    for step in (step for steps in several for step in steps):
        step["shared"] = True
    return [steps[0] for steps in several]


def share_place(schemes: Sequence[dict[str, Any]]) -> str:
    """Where to apply, said once where all of several are applied for at one place."""
    places = {scheme["apply_at"] for scheme in schemes}
    if len(schemes) < 2 or len(places) > 1:
        return ""
    for scheme in schemes:
        scheme["apply_at"] = ""
    return str(places.pop())


def share_refusal(schemes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What can be done after a refusal, where several of these schemes say the same: the first
    such, and whichever says so leaves it out."""
    said = Counter(scheme["refused"] for scheme in schemes)
    words, times = said.most_common(1)[0] if said else ("", 0)
    if times < 2:
        return {}
    alike = [scheme for scheme in schemes if scheme["refused"] == words]
    for scheme in alike:
        scheme["refused"] = ""
    return {"words": words, "refs": alike[0]["refused_refs"]}


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
        "says": sentence_of(weighed, shelf),
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
        "refs": refs_told(scheme.cites),
        "refused_refs": refs_told(scheme.refused_cites),
        "guide": _page("guide", community, scheme.guide) if scheme.guide in guides else "",
        "help": _page("application_scheme", community, scheme.guide)
        if scheme.guide in paths()
        else "",
    }


def sentence_of(weighed: Weighed, shelf: Shelf) -> str:
    """How a scheme looks, in one sentence; nobody has decided anything."""
    if weighed.truth is Truth.MET:
        return _("按您说的，条件都够得上。")
    if weighed.truth is Truth.NOT_MET:
        failed = [step for step in weighed.steps if step.truth is Truth.NOT_MET]
        says = _("；").join(in_language(step.clause.says) for step in failed)
        return _("按您说的，这一条够不上：{says}。").format(says=says)
    asks, missing = weighed.live_asks(), weighed.missing_rules()
    said = []
    if asks:
        names = _("、").join(in_language(shelf.vocabulary.short(key)) for key in asks)
        words = ngettext(
            "再答 {count} 个问题就清楚了：{names}。",
            "再答 {count} 个问题就清楚了：{names}。",
            len(asks),
        )
        said.append(words.format(count=len(asks), names=names))
    if missing:
        names = _("、").join(tell_rule(rule) for rule in missing)
        said.append(_("还要看本地的规定：{names}。").format(names=names))
    return "".join(said) if is_chinese() else " ".join(said)


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


def answers_told(told: Told, shelf: Shelf) -> list[dict[str, Any]]:
    """What was said, each with the way to change it; “I don't know” too."""
    found = []
    for key in told.asked:
        fact: Fact = shelf.vocabulary.facts[key]
        given = told.answers.get(key)
        words = _("不知道") if given is None else tell_found(shelf, key, given)
        if given is not None and fact.kind in NUMBERS:
            words = tell_number(given, fact.kind)
        found.append({"key": key, "title": in_language(fact.short), "words": words})
    return found


def papers_told(papers: Papers, shelf: Shelf, of: int) -> dict[str, list[dict[str, Any]]]:
    """One list for everything, told at once; and what the office finds by itself. `of`: how many
    schemes ask, so that what all ask for names none."""

    def told(wanted: Sequence[Wanted]) -> list[dict[str, Any]]:
        return [
            {
                "title": in_language(each.paper.title),
                "note": in_language(each.paper.note),
                "of_all": len(each.schemes) == of > 1,
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
