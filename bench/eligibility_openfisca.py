"""The same schemes written for OpenFisca, by hand and not from our files; run by the Python of an
environment of its own, which knows nothing of Linli.

Reads the households named on the command line; then, line by line from its input, `all DAY`
(everything for every household), `each DAY` (some households one by one, with the trace) and
`trace DAY` (the parameters one household's trace names). Answers each with one line of JSON.
"""

# the libraries of the other environment

import json
import sys
import time
from typing import Any

RECEIVES = {"none": 0, "living": 1, "marginal": 2, "extreme": 3, "necessary": 4}
CODES: dict[str, dict[str, int]] = {
    "registered": {"here": 0, "permit": 1, "elsewhere": 2},
    "receives": RECEIVES,
    "housing": {"own": 0, "rent": 1, "stay": 2, "public": 3},
    "disability": {"none": 0, "g1": 1, "g2": 2, "g3": 3, "g4": 4},
    "disability_kind": {"none": 0, "mind": 1, "limb": 2, "sight": 3, "other": 4},
    "work": {"works": 0, "could": 1, "cannot": 2},
    "legal": {
        "none": 0, "other": 1, "violence": 2, "courage": 3, "acquitted": 4, "honour": 5,
        "support": 6, "benefits": 7, "wages": 8, "work_injury": 9, "traffic": 10, "treatment": 11,
        "food_drug": 12, "capacity": 13, "pollution": 14, "state": 15,
    },
}  # fmt: skip
BITS: dict[str, dict[str, int]] = {
    "gets": {
        "none": 0, "elder_allowance": 1, "elder_care": 2, "disabled_living": 4, "disabled_care": 8,
    },
    "spared": {"none": 0, "preferential": 1, "judicial": 2, "assistance": 4},
}  # fmt: skip
"""Of which several may hold at once."""
OF_HOUSEHOLD = (
    "temporary", "living", "marginal_severe", "marginal", "necessary", "housing", "education",
    "employment",
)  # fmt: skip
OF_PERSON = (
    "extreme", "insurance_subsidy", "medical", "disabled_living", "disabled_care",
    "elder_allowance", "elder_care", "veterans", "legal_aid", "residence_permit",
)  # fmt: skip
ONE_BY_ONE = 200


def build_system(data: dict[str, Any], *, floats: bool) -> Any:
    """Entities, questions, parameters with their days, and the schemes. `floats`: amounts a head
    are divided, as most such systems are written; otherwise they are compared as integers."""
    import openfisca_core.periods as periods  # type: ignore[import-not-found]
    from openfisca_core import entities, parameters, taxbenefitsystems, variables

    member = {"key": "member", "plural": "members", "label": "", "doc": ""}
    home = entities.build_entity("household", "households", "", roles=[member])
    person = entities.build_entity("person", "persons", "", is_person=True)
    system = taxbenefitsystems.TaxBenefitSystem([home, person])

    def add(name: str, entity: Any, kind: type, formula: Any = None) -> None:
        given = {"value_type": kind, "entity": entity, "definition_period": periods.MONTH}
        given |= {"label": name} | ({"formula": formula} if formula else {})
        system.add_variable(type(name, (variables.Variable,), given))

    for key, (scope, kind) in data["facts"].items():
        add(key, home if scope == "household" else person, bool if kind == "yes" else int)
    tree: dict[str, Any] = {}
    for rule, rows in data["numbers"].items():
        subject, _dot, name = rule.partition(".")
        values = {day: {"value": value} for day, value in rows.items()}
        tree.setdefault(subject, {})[name] = {"values": values}
    system.parameters = parameters.ParameterNode("", data=tree)
    for name, formula in _home_schemes(floats=floats).items():
        add(f"may_{name}", home, bool, formula)
    for name, formula in _person_schemes(floats=floats).items():
        add(f"may_{name}", person, bool, formula)
    return system


def _under(income: Any, size: Any, line: int, times: tuple[int, int], floats: bool) -> Any:
    if floats:
        return income / size < line * times[0] / times[1]
    return income * times[1] < size * (line * times[0])


def _at_most(amount: Any, size: Any, line: int, floats: bool) -> Any:
    return amount / size <= line if floats else amount <= size * line


def _home_schemes(*, floats: bool) -> dict[str, Any]:
    def registered(h: Any, at: Any, law: Any) -> Any:
        where = h("registered", at)
        return (where == 0) | ((where == 1) & bool(law(at).assistance.permit_holders))

    def saved(h: Any, at: Any, line: int) -> Any:
        return _at_most(h("savings", at), h("size", at), line, floats)

    def below(h: Any, at: Any, law: Any) -> Any:
        line = law(at).assistance.living_line
        return _under(h("income", at), h("size", at), line, (1, 1), floats)

    def near(h: Any, at: Any, law: Any) -> Any:
        numbers = law(at).assistance
        times = (numbers.marginal_times_over, numbers.marginal_times_under)
        return _under(h("income", at), h("size", at), numbers.living_line, times, floats)

    def recipient(h: Any, at: Any) -> Any:
        return h("receives", at) > 0

    def within(h: Any, at: Any, law: Any) -> Any:
        numbers = law(at).assistance
        guaranteed = below(h, at, law) & saved(h, at, numbers.savings_line)
        return ~guaranteed & near(h, at, law) & saved(h, at, numbers.marginal_savings_line)

    def fresh(h: Any, at: Any) -> Any:
        received = h("receives", at)
        marginal = received == RECEIVES["marginal"]
        return (received == 0) | marginal | (received == RECEIVES["necessary"])

    def living(h: Any, at: Any, law: Any) -> Any:
        line = law(at).assistance.savings_line
        return registered(h, at, law) & fresh(h, at) & below(h, at, law) & saved(h, at, line)

    def marginal(h: Any, at: Any, law: Any) -> Any:
        received = h("receives", at)
        new = (received == 0) | (received == RECEIVES["necessary"])
        return registered(h, at, law) & new & within(h, at, law)

    def marginal_severe(h: Any, at: Any, law: Any) -> Any:
        grade, ill = h.members("disability", at), h.members("severely_ill", at)
        mind = (grade == 3) & (h.members("disability_kind", at) == 1)
        somebody = h.any((grade == 1) | (grade == 2) | mind | ill)
        recognised = h("receives", at) == RECEIVES["marginal"]
        counted = recognised | (fresh(h, at) & within(h, at, law))
        return registered(h, at, law) & counted & somebody

    def necessary(h: Any, at: Any, law: Any) -> Any:
        numbers, income, spent = law(at).assistance, h("income", at), h("necessary", at)
        over, under = numbers.necessary_share_over, numbers.necessary_share_under
        much = (spent * under >= income * over) | (income == 0)
        modest = _at_most(income, h("size", at), numbers.necessary_income_line, floats)
        new = h("receives", at) == 0
        counted = registered(h, at, law) & new & (spent > 0)
        return counted & modest & much & saved(h, at, numbers.necessary_savings_line)

    def temporary(h: Any, at: Any) -> Any:
        return h("emergency", at)

    def housing(h: Any, at: Any, law: Any) -> Any:
        numbers, lives, size = law(at).assistance, h("housing", at), h("size", at)
        line, floor = numbers.housing_income_line, numbers.housing_floor_line
        means = recipient(h, at) | _at_most(h("income", at), size, line, floats)
        small = (lives == 0) & _under(h("floor", at), size, floor, (1, 1), floats)
        return ((lives == 1) | (lives == 2) | small) & means

    def education(h: Any, at: Any, law: Any) -> Any:
        return h("student", at) & (recipient(h, at) | near(h, at, law))

    def employment(h: Any, at: Any, law: Any) -> Any:
        work = h.members("work", at)
        one_by_one = recipient(h, at) & bool(law(at).assistance.employment_one_by_one)
        return (h.all(work > 0) | one_by_one) & h.any(work == 1)

    found = locals()
    return {name: found[name] for name in OF_HOUSEHOLD}


def _person_schemes(*, floats: bool) -> dict[str, Any]:
    def registered(p: Any, at: Any, law: Any) -> Any:
        where = p.household("registered", at)
        return (where == 0) | ((where == 1) & bool(law(at).assistance.permit_holders))

    def recipient(p: Any, at: Any) -> Any:
        return p.household("receives", at) > 0

    def severe(p: Any, at: Any) -> Any:
        grade = p("disability", at)
        return (grade == 1) | (grade == 2)

    def extreme(p: Any, at: Any, law: Any) -> Any:
        age, grade, kind = p("age", at), p("disability", at), p("disability_kind", at)
        numbers = law(at).assistance
        mind = (kind == 1) & (grade > 0) & (grade < 4)
        limb = (kind == 2) & severe(p, at)
        sight = (kind == 3) & (grade == 1)
        old, young = numbers.extreme_elder_from, numbers.extreme_child_below
        unable = (age >= old) | (age < young) | mind | limb | sight
        fresh = p.household("receives", at) != RECEIVES["extreme"]
        alone = ~p("living_income", at) & ~p("supporter", at)
        return registered(p, at, law) & fresh & unable & alone

    def without(p: Any, at: Any, allowance: str) -> Any:
        return p("gets", at) & BITS["gets"][allowance] == 0

    def insurance_subsidy(p: Any, at: Any, law: Any) -> Any:
        received = p.household("receives", at)
        wider = bool(law(at).assistance.insurance_subsidy_wider)
        supported = (received == RECEIVES["living"]) | (received == RECEIVES["extreme"])
        return supported | ((received == RECEIVES["marginal"]) & wider)

    def medical(p: Any, at: Any) -> Any:
        return p("insured", at) & (recipient(p, at) | p.household("medical_cost", at))

    def disabled_living(p: Any, at: Any, law: Any) -> Any:
        received = p.household("receives", at)
        wider = bool(law(at).assistance.disabled_living_wider)
        home = (received == RECEIVES["living"]) | ((received == RECEIVES["marginal"]) & wider)
        return (p("disability", at) > 0) & home & without(p, at, "disabled_living")

    def disabled_care(p: Any, at: Any, law: Any) -> Any:
        wider = (p("disability", at) > 2) & bool(law(at).assistance.disabled_care_wider)
        return (severe(p, at) | wider) & p("needs_care", at) & without(p, at, "disabled_care")

    def elder_allowance(p: Any, at: Any, law: Any) -> Any:
        here = p.household("registered", at) == 0
        old = p("age", at) >= law(at).assistance.old_age_from
        return here & old & without(p, at, "elder_allowance")

    def elder_care(p: Any, at: Any, law: Any) -> Any:
        offered = bool(law(at).assistance.elder_care_subsidy)
        needed = (p("age", at) >= 60) & p("needs_care", at)
        return needed & offered & without(p, at, "elder_care")

    def veterans(p: Any, at: Any) -> Any:
        return p("veteran", at)

    def legal_aid(p: Any, at: Any, law: Any) -> Any:
        matter, age = p("legal", at), p("age", at)
        free, subject = (matter >= 2) & (matter <= 5), matter >= 6
        weak = (age >= 60) | (age < 18) | (p("disability", at) > 0)
        away = ((matter == 8) | (matter == 9)) & p("town_worker", at)
        income, size = p.household("income", at), p.household("size", at)
        poor = _at_most(income, size, law(at).legal_aid.means_line, floats)
        spared = recipient(p, at) | (p("spared", at) > 0) | (weak & ~p("own_income", at)) | away
        return free | (subject & (spared | poor))

    def residence_permit(p: Any, at: Any) -> Any:
        away = p.household("registered", at) == 2
        return away & p.household("half_year", at) & p.household("settled", at)

    found = locals()
    return {name: found[name] for name in OF_PERSON}


def code(key: str, answer: Any) -> Any:
    """An answer as a number where it is a choice, or several."""
    if key in BITS:
        return sum(BITS[key][each] for each in answer.split(","))
    return CODES[key][answer] if key in CODES else answer


def simulate(system: Any, homes: list[dict[str, Any]], at: str, *, trace: bool = False) -> Any:
    """A simulation of these households with every answer put in."""
    import numpy
    from openfisca_core import simulations

    builder = simulations.SimulationBuilder()
    builder.create_entities(system)
    members = [person for home in homes for person in home["persons"]]
    of_home = [number for number, home in enumerate(homes) for _person in home["persons"]]
    builder.declare_person_entity("person", list(range(len(members))))
    homes_of = builder.declare_entity("household", list(range(len(homes))))
    builder.join_with_persons(homes_of, numpy.array(of_home), ["member"] * len(members))
    made = builder.build(system)
    made.trace = trace
    for key in homes[0]["told"]:
        made.set_input(key, at, numpy.array([code(key, home["told"][key]) for home in homes]))
    for key in members[0]:
        made.set_input(key, at, numpy.array([code(key, each[key]) for each in members]))
    return made


def weigh_all(system: Any, homes: list[dict[str, Any]], at: str) -> dict[str, list[bool]]:
    """Every scheme for every household, and for every person of it, in order."""
    made = simulate(system, homes, at)
    names = (*OF_HOUSEHOLD, *OF_PERSON)
    return {name: made.calculate(f"may_{name}", at).tolist() for name in names}


def main() -> None:
    """Answers what it is asked, until its input ends."""
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    homes = data["households"]
    systems = {form: build_system(data, floats=form == "floats") for form in ("whole", "floats")}
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        what, at, form = line.split()
        system = systems[form]
        began = time.perf_counter()
        told: dict[str, Any] = {}
        if what == "all":
            told["answers"] = weigh_all(system, homes, at)
        elif what == "each":
            for home in homes[:ONE_BY_ONE]:
                made = simulate(system, [home], at, trace=True)
                for name in (*OF_HOUSEHOLD, *OF_PERSON):
                    made.calculate(f"may_{name}", at)
        else:
            made = simulate(system, homes[:1], at, trace=True)
            for name in (*OF_HOUSEHOLD, *OF_PERSON):
                made.calculate(f"may_{name}", at)
            flat = made.tracer.get_serialized_flat_trace()
            told["parameters"] = {
                name: value for node in flat.values() for name, value in node["parameters"].items()
            }
            told["node"] = sorted(next(iter(flat.values())))
        told["seconds"] = time.perf_counter() - began
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
