"""The safety-net navigator: what one may apply for, found by a few questions.

It leaves no record. Answers travel in the form that is sent, from page to page, and are written
nowhere: no row, no session, no cookie, no address, no log. The same pages serve a resident on
their own device and a worker with the resident beside them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import Visit, needs, public
from linli.core.pages.answer import answer
from linli.lib.eligibility import (
    Fact,
    LawOfADay,
    NextQuestion,
    Scheme,
    Weighed,
    merge_papers,
    rank_questions,
    slip_code,
    weigh,
)
from linli.service.catalogue.forms.navigator import PREFIX, QuestionsForm, Told, read_told
from linli.service.catalogue.queries.navigator import law_here
from linli.service.catalogue.schemes import Shelf, shelf
from linli.service.catalogue.views import navigator_told as told_as

_CHANGE = "change-"
LOOKS = ("a5", "a5-large", "a4", "a4-large")


@dataclass(frozen=True)
class Walk:
    """One request on the way: what was told so far, and the law of today at this place."""

    request: Visit
    shell: str
    told: Told
    law: LawOfADay
    shelf: Shelf

    @cached_property
    def schemes(self) -> tuple[Scheme, ...]:
        """Those of the situation chosen; all where none was."""
        return self.shelf.about(self.told.situation)

    @cached_property
    def weighed(self) -> Sequence[Weighed]:
        """Each held against what was told, in order."""
        household = self.told.household(self.shelf)
        return [weigh(each, household, self.shelf.vocabulary, self.law) for each in self.schemes]

    @cached_property
    def questions(self) -> list[NextQuestion]:
        """What could still settle something, the most useful first."""
        household = self.told.household(self.shelf)
        return rank_questions(
            self.weighed, household, self.shelf.vocabulary, self.law, self.told.unsure
        )

    @cached_property
    def asked_about(self) -> list[Fact]:
        """Every question the schemes may ask, in order."""
        vocabulary = self.shelf.vocabulary
        leaves = {
            leaf
            for scheme in self.schemes
            for clause in scheme.clauses.values()
            for fact in clause.facts
            for leaf in vocabulary.leaves(fact)
        }
        return [fact for key, fact in vocabulary.facts.items() if key in leaves]

    def having(self, told: Told) -> "Walk":
        """The same with other answers."""
        return replace(self, told=told)

    def show(
        self, part: str, context: dict[str, Any], but: Sequence[str] = (), status: int = 200
    ) -> HttpResponse:
        """A page of the way, that nobody keeps; htmx gets its middle alone."""
        filled = {
            "shell": self.shell,
            "middle": f"catalogue/navigator/_{part}.html",
            "carried": self.told.carried(self.shelf, but),
            "situation": told_as.situation_told(self.shelf, self.told.situation),
            **context,
        }
        page, piece = "catalogue/navigator/navigator.html", filled["middle"]
        response = answer(self.request, page, filled, piece, status=status)
        response["Cache-Control"] = "no-store"
        return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
def navigator(request: Visit) -> HttpResponse:
    """For a resident, without signing in."""
    return _go(request, "portal.html")


@needs("catalogue.open_navigator")
@require_http_methods(["GET", "HEAD", "POST"])
def navigator_desk(request: Visit) -> HttpResponse:
    """The same at the desk, with the resident beside."""
    return _go(request, "desk.html")


def _go(request: Visit, shell: str) -> HttpResponse:
    kept, on = shelf(), timezone.localdate()
    told = read_told(request.POST, kept)
    walk = Walk(request, shell, told, law_here(request.community, on), kept)
    step = request.POST.get("step", "")
    if step.startswith(_CHANGE):
        return _change(walk, step.removeprefix(_CHANGE))
    return _STEPS.get(step, _start)(walk)


def _start(walk: Walk) -> HttpResponse:
    context = {"situations": told_as.situations_told(walk.shelf)}
    return walk.having(replace(walk.told, situation="")).show("start", context)


def _next(walk: Walk) -> HttpResponse:
    """The most useful question; the result where none is left."""
    if not walk.questions:
        return _result(walk)
    return _ask(walk, walk.questions[0].fact)


def _ask(
    walk: Walk, fact: Fact, form: QuestionsForm | None = None, status: int = 200
) -> HttpResponse:
    form = form or QuestionsForm(facts=[fact], required=True, told=walk.told)
    why = next((each for each in walk.questions if each.fact is fact), None)
    context = {
        "form": form,
        "field": form[PREFIX + fact.key],
        "fact": fact,
        "why": why,
        "left": len(walk.questions),
        "first": not walk.told.asked,
    }
    return walk.show("question", context, but=[fact.key], status=status)


def _asked_now(walk: Walk) -> Fact | None:
    return walk.shelf.vocabulary.facts.get(walk.request.POST.get("question", ""))


def _take(walk: Walk) -> HttpResponse:
    """An answer to the question that was on the page."""
    fact = _asked_now(walk)
    if fact is None:
        return _start(walk)
    form = QuestionsForm(walk.request.POST, facts=[fact], required=True, told=walk.told)
    if not form.is_valid():
        return _ask(walk, fact, form, status=422)
    return _next(walk.having(walk.told.with_answer(fact.key, form.answers()[fact.key])))


def _pass_over(walk: Walk) -> HttpResponse:
    """“I don't know”: not asked again, and nothing is taken for granted."""
    fact = _asked_now(walk)
    if fact is None:
        return _start(walk)
    return _next(walk.having(walk.told.with_answer(fact.key, None)))


def _back(walk: Walk) -> HttpResponse:
    """The question before, with what was answered."""
    return _change(walk, walk.told.asked[-1]) if walk.told.asked else _start(walk)


def _change(walk: Walk, key: str) -> HttpResponse:
    """One question again. Its answer stands in it; until it is sent again, it was not given."""
    fact = walk.shelf.vocabulary.facts.get(key)
    if fact is None:
        return _start(walk)
    form = QuestionsForm(facts=[fact], required=True, told=walk.told)
    return _ask(walk.having(walk.told.without(key)), fact, form)


def _all(walk: Walk) -> HttpResponse:
    form = QuestionsForm(facts=walk.asked_about, required=False, told=walk.told)
    return walk.show("all", {"form": form}, but=[fact.key for fact in walk.asked_about])


def _take_all(walk: Walk) -> HttpResponse:
    """Every answer at once; what was left open is not known."""
    facts = walk.asked_about
    form = QuestionsForm(walk.request.POST, facts=facts, required=False, told=walk.told)
    if not form.is_valid():
        return walk.show("all", {"form": form}, but=[fact.key for fact in facts], status=422)
    told = replace(walk.told, answers={}, unsure=frozenset(), asked=())
    for key, given in form.answers().items():
        told = told.with_answer(key, given)
    return _result(walk.having(told))


def _another(walk: Walk) -> HttpResponse:
    """Somebody else of the same household: what holds for all stays."""
    return _next(walk.having(walk.told.of_another_person(walk.shelf)))


def _advice(walk: Walk) -> dict[str, Any]:
    """What the result and the slip tell."""
    community, on = walk.request.community, walk.law.on
    told = told_as.advice_told(walk.weighed, walk.shelf, walk.law, community)
    wanted = [each.scheme for each in walk.weighed if each.truth != "not_met"]
    return {
        **told,
        "answers": told_as.answers_told(walk.told, walk.shelf),
        "papers": told_as.papers_told(
            merge_papers(wanted, walk.shelf.papers), walk.shelf, len(wanted)
        ),
        "left": len(walk.questions),
        "on": on,
        "code": slip_code(on, (each.number for each in wanted or walk.schemes)),
    }


def _result(walk: Walk) -> HttpResponse:
    return walk.show("result", _advice(walk))


def _slip(walk: Walk) -> HttpResponse:
    look = walk.request.POST.get("look", "")
    chosen = look if look in LOOKS else LOOKS[0]
    context = _advice(walk) | {
        "look": chosen,
        "looks": told_as.looks_told(),
        "paper": chosen.partition("-")[0],
        "large": chosen.endswith("large"),
        "check": told_as.check_address(walk.request),
    }
    return walk.show("slip", context)


_STEPS: dict[str, Callable[[Walk], HttpResponse]] = {
    "begin": _next,
    "answer": _take,
    "unsure": _pass_over,
    "back": _back,
    "next": _next,
    "all": _all,
    "weigh": _take_all,
    "result": _result,
    "another": _another,
    "slip": _slip,
}
