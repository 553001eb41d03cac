"""Every scheme against a table of made-up cases, with the numbers of a made-up place."""

import tomllib
from collections import Counter
from datetime import date
from importlib import resources

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.eligibility import (
    Household,
    LawOfADay,
    Truth,
    changes_since,
    merge_papers,
    next_question,
    weigh,
)
from linli.lib.eligibility.facts import HOUSEHOLD, NUMBERS, PERSON
from linli.lib.eligibility.reading import Flawed, Known, read_scheme
from linli.lib.law import Packs, Parameter, shipped
from linli.lib.law.packs import ParameterStatus, read_value
from linli.service.catalogue.schemes import shelf

TODAY, PLACE = date(2026, 11, 28), "cn-00"
TABLE = tomllib.loads(
    resources.files("linli.service.catalogue.schemes").joinpath("vectors.toml").read_text("utf-8")
)
SHELF = shelf()


def row(rule, value, begins=date(2026, 1, 1), ends=None):
    unit = shipped().unit_of(rule)
    status = ParameterStatus.VERIFIED
    return Parameter(PLACE, rule, read_value(value, unit), unit, "示例", begins, ends, status)


def law_of(unsaid=(), on=TODAY, more=()):
    said = [row(rule, value) for rule, value in TABLE["numbers"].items() if rule not in unsaid]
    packs = Packs([*shipped().rows, *said, *more], shipped().left.values())
    return LawOfADay(packs, on, (PLACE,))


def household(told):
    scoped = {PERSON: {}, HOUSEHOLD: {}}
    for key, answer in told.items():
        fact = SHELF.vocabulary.facts[key]
        assert fact.allows(answer), (key, answer)
        scoped[fact.scope][key] = answer
    return Household(scoped[HOUSEHOLD], (scoped[PERSON],))


def weighed(key, told, law):
    return weigh(SHELF.schemes[key], household(told), SHELF.vocabulary, law)


@pytest.mark.parametrize(
    "vector", TABLE["vector"], ids=lambda each: f"{each['scheme']}: {each['case']}"
)
def test_a_made_up_case_is_answered_as_the_table_says(vector):
    told = {**TABLE["base"][vector["scheme"]], **vector.get("told", {})}
    told = {key: answer for key, answer in told.items() if key not in vector.get("open", ())}
    law = law_of(vector.get("unsaid", ()), vector.get("on", TODAY))
    found = weighed(vector["scheme"], told, law)
    assert found.truth == vector["truth"], [(step.clause.key, step.truth) for step in found.steps]
    if "asks" in vector:
        assert list(found.live_asks()) == vector["asks"]
    if "missing" in vector:
        assert list(found.missing_rules()) == vector["missing"]


def test_every_scheme_has_three_cases_and_one_of_each_kind():
    kinds = Counter((each["scheme"], each["truth"]) for each in TABLE["vector"])
    for key in SHELF.schemes:
        assert all(kinds[key, str(truth)] for truth in Truth), key


def test_every_number_in_a_trace_has_its_source_its_place_and_its_day():
    found = weighed("marginal", TABLE["base"]["marginal"], law_of())
    step = next(each for each in found.steps if each.clause.key == "near_the_line")
    assert step.held.number == 127500
    assert [(r.rule, r.jurisdiction, r.in_force_from) for r in step.held.rows] == [
        ("assistance.living_line", PLACE, date(2026, 1, 1)),
        ("assistance.marginal_times", "cn", date(2021, 7, 1)),
    ]
    assert step.held.rows[1].grounds == ("social_assistance.21?",)
    assert step.found == 85000


def test_the_same_answers_before_and_after_the_line_rose():
    rose = row("assistance.living_line", 90000, date(2026, 7, 1))
    fell = row("assistance.living_line", 85000, date(2026, 1, 1), date(2026, 6, 30))
    told = {**TABLE["base"]["living"], "income": 170000}
    for on, truth in ((date(2026, 6, 30), Truth.NOT_MET), (date(2026, 7, 1), Truth.MET)):
        law = law_of(["assistance.living_line"], on, (rose, fell))
        assert weighed("living", told, law).truth is truth
    redated = changes_since(
        [SHELF.schemes["living"], SHELF.schemes["medical"]],
        date(2026, 6, 30), TODAY, law.packs, (PLACE,),
    )  # fmt: skip
    (change,) = redated.numbers
    assert (change.rule, change.before.value, change.after.value, change.schemes) == (
        "assistance.living_line", 85000, 90000, ("living",),
    )  # fmt: skip
    assert not changes_since([SHELF.schemes["living"]], TODAY, TODAY, law.packs, (PLACE,))


def test_papers_of_several_schemes_are_told_once_and_none_that_the_office_can_find():
    chosen = [SHELF.schemes[key] for key in ("living", "medical", "disabled_care")]
    papers = merge_papers(chosen, SHELF.papers)
    keys = [each.paper.key for each in papers.bring]
    assert len(keys) == len(set(keys))
    assert not any(each.paper.found for each in papers.bring)
    assert next(e for e in papers.bring if e.paper.key == "id_card").schemes == tuple(
        each.key for each in chosen
    )
    assert {"bank_deposits", "disability_card"} <= {e.paper.key for e in papers.found_by_the_office}


def test_the_next_question_settles_most_and_the_last_leaves_nothing_open():
    law, told, asked = law_of(), {}, []
    answers = {key: value for base in TABLE["base"].values() for key, value in base.items()}
    while True:
        found = [weighed(key, told, law) for key in SHELF.schemes]
        question = next_question(found, household(told), SHELF.vocabulary, law)
        if question is None:
            break
        key = question.fact.key
        assert key not in asked
        assert set(question.settles) <= set(question.concerns)
        asked.append(key)
        told[key] = answers.get(key, False)
    assert all(each.truth is not Truth.UNKNOWN for each in found)
    assert asked[0] == "receives", "it concerns most"
    assert len(asked) < len(SHELF.vocabulary.facts)


def test_what_was_passed_over_is_not_asked_again():
    law = law_of()
    found = [weighed("extreme", {"registered": "here"}, law)]
    first = next_question(found, household({}), SHELF.vocabulary, law)
    again = next_question(found, household({}), SHELF.vocabulary, law, {first.fact.key})
    assert again.fact.key != first.fact.key


def _answers():
    """Answers that do not contradict each other: of the others only where there are others."""
    facts = {}
    for key, fact in SHELF.vocabulary.facts.items():
        if fact.kind == "yes":
            facts[key] = st.booleans()
        elif fact.kind in NUMBERS:
            near = (0, 1, 2, 60, 80, 85000, 127500, 170000, 2040000)
            least = 1 if fact.kind == "count" else 0
            within = [each for each in near if least <= each <= fact.most]
            facts[key] = st.sampled_from(within)
        else:
            options = [option.key for option in fact.options]
            if fact.kind == "several":
                options.append(",".join(options[1:3]))
            facts[key] = st.sampled_from(options)
    return st.fixed_dictionaries({}, optional=facts).map(
        lambda told: {
            key: answer
            for key, answer in told.items()
            if not key.startswith("others_") or told.get("size", 1) > 1
        }
    )


@given(told=_answers(), data=st.data())
@settings(max_examples=40, deadline=None)
def test_another_answer_never_turns_back_what_was_settled_and_their_order_does_not_matter(
    told, data
):
    law = law_of(data.draw(st.sets(st.sampled_from(sorted(TABLE["numbers"])), max_size=3)))
    order = data.draw(st.permutations(sorted(told)))
    sofar, before = {}, {key: weighed(key, {}, law).truth for key in SHELF.schemes}
    for key in order:
        sofar[key] = told[key]
        for scheme in SHELF.schemes:
            truth = weighed(scheme, sofar, law).truth
            assert before[scheme] in (Truth.UNKNOWN, truth), (scheme, key)
            before[scheme] = truth
    assert before == {key: weighed(key, told, law).truth for key in SHELF.schemes}


LIVING = resources.files("linli.service.catalogue.schemes").joinpath("living.toml")


@pytest.mark.parametrize(
    ("was", "becomes", "why"),
    [
        ('fact = "income_per_head"', 'fact = "wealth"', "unknown fact 'wealth'"),
        ('below = "assistance.living_line"', 'below = "assistance.line"', "unknown rule"),
        ('below = "assistance.living_line"', "below = 85000", "a constant without source"),
        ('below = "assistance.living_line"', 'below = "assistance.notice_days"', "counted in"),
        ('paper = "bank_deposits"', 'paper = "photo"', "unknown paper"),
        ('cites = ["social_assistance.37"]', 'cites = ["social_assistance.999"]', "no citation"),
        ('says_en = "Registered here"', "", "missing: says_en"),
        ('among = ["none", "marginal", "necessary"]', 'among = ["none", "rich"]', "cannot be"),
        ('all = ["permit", "opened"]', 'all = ["permit", "registered"]', "asks for itself"),
        ('any = ["here", "permit_opened"]', 'any = ["here"]', "nothing asks for"),
        ('key = "savings"\n', 'key = "savings"\nscore = 3\n', "unknown field 'score'"),
    ],
)
def test_a_flawed_file_is_not_loaded_and_the_line_is_named(was, becomes, why):
    text = LIVING.read_text("utf-8")
    assert was in text
    flawed = text.replace(was, becomes, 1)
    known = Known(
        SHELF.vocabulary, SHELF.papers, frozenset(SHELF.situations), shipped().unit_of,
        frozenset({"assistance.decide_within", "assistance.decide_within_special",
                   "assistance.refusal_within"}),
    )  # fmt: skip
    with pytest.raises(Flawed, match=why) as found:
        read_scheme("living.toml", flawed, known)
    assert str(found.value).startswith(f"living.toml:{found.value.line}: ")
    near = flawed.splitlines()[found.value.line - 1]
    assert re_found(becomes, near) or near.startswith(("[[clause]]", "key"))


def re_found(becomes, near):
    return bool(becomes) and becomes.splitlines()[-1] in near
