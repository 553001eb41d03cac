"""Ten thousand invented households through every scheme, beside OpenFisca on the same rules."""

import json
import os
import random
import subprocess
import sys
import time
import tomllib
from dataclasses import asdict
from datetime import date
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import Any

from bench.measure import is_quick, sample_of, say, tell_result

HOUSEHOLDS, RUNS, ONE_BY_ONE = 10_000, 1, 200
DAYS = {"2026-06": date(2026, 6, 1), "2026-07": date(2026, 7, 1)}
"""The line rises between the two."""
RISEN = {"assistance.living_line": 90_000, "assistance.old_age_from": 75}
PLACE = "cn-00"
OPENFISCA = "openfisca-core==46.0.1"


def main() -> None:
    """Measures and tells the parent."""
    from linli.service.catalogue.schemes import shelf

    numbers = _numbers()
    homes = _households(1_000 if is_quick() else HOUSEHOLDS, random.Random(20261128))
    facts = {key: (each.scope, each.kind) for key, each in shelf().vocabulary.facts.items()}
    data = {"facts": facts, "households": homes, "numbers": _for_openfisca(numbers)}
    folder = Path(os.environ["LINLI_DATA"])
    file = folder / "households.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    result: dict[str, Any] = {"server": "Python alone", "durable": "no database is asked"}
    result |= {"households": len(homes), "persons": sum(len(each["persons"]) for each in homes)}
    result |= {"schemes": len(shelf().schemes), "openfisca": OPENFISCA}
    with _openfisca(folder, file) as other:
        result |= _measure(other, homes, numbers)
    tell_result(result)


def _numbers() -> dict[str, dict[date, Any]]:
    """A made-up place: the numbers of the scheme's own table of cases, two of which change."""
    folder = resources.files("linli.service.catalogue.schemes")
    said = tomllib.loads(folder.joinpath("vectors.toml").read_text("utf-8"))["numbers"]
    begun = date(2026, 1, 1)
    return {
        rule: {begun: value, **({DAYS["2026-07"]: RISEN[rule]} if rule in RISEN else {})}
        for rule, value in said.items()
    }


def _for_openfisca(numbers: dict[str, dict[date, Any]]) -> dict[str, dict[str, Any]]:
    """The same with the country's, shares as two whole numbers."""
    from linli.lib.law import shipped

    told: dict[str, dict[str, Any]] = {}
    national = ("marginal_times", "extreme_elder_from", "extreme_child_below")
    rows = {rule: dict(each) for rule, each in numbers.items()}
    for name in national:
        for row in shipped().of_rule(f"assistance.{name}"):
            rows.setdefault(row.rule, {})[row.in_force_from] = row.value
    for rule, each in rows.items():
        for begins, value in each.items():
            day = begins.isoformat()
            if isinstance(value, str | Fraction):
                share = Fraction(value)
                told.setdefault(f"{rule}_over", {})[day] = share.numerator
                told.setdefault(f"{rule}_under", {})[day] = share.denominator
            else:
                told.setdefault(rule, {})[day] = value
    return told


def _households(number: int, chance: random.Random) -> list[dict[str, Any]]:
    """Every question answered; one household in ten has its income exactly at a line, a fen below
    or a fen above."""
    from linli.service.catalogue.schemes import shelf

    facts = shelf().vocabulary.facts.values()
    homes = []
    for _number in range(number):
        size = chance.choices([1, 2, 3, 4, 5, 6], [3, 4, 3, 2, 1, 1])[0]
        told = {each.key: _answer(each, chance) for each in facts if each.scope == "household"}
        told |= {"size": size, "income": chance.randrange(0, 600_000 * size)}
        told["savings"] = chance.randrange(0, 4_000_000 * size)
        told["necessary"] = chance.choice([0, chance.randrange(0, 400_000)])
        if chance.random() < 0.1:
            line = chance.choice([85_000, 90_000, 127_500, 135_000, 170_000, 250_000, 300_000])
            told["income"] = size * line + chance.choice([-1, 0, 1])
            told["savings"] = size * chance.choice(
                [2_040_000, 3_000_000, 4_000_000]
            ) + chance.choice([-1, 0, 1])
            told["necessary"] = told["income"] * 3 // 5 + chance.choice([0, 1])
            told["floor"] = size * 15 + chance.choice([-1, 0, 1])
        persons = [
            {each.key: _answer(each, chance) for each in facts if each.scope == "person"}
            for _person in range(size)
        ]
        homes.append({"told": told, "persons": persons})
    return homes


def _answer(fact: Any, chance: random.Random) -> Any:
    if fact.kind == "yes":
        return chance.random() < 0.5
    if fact.kind == "choice":
        return chance.choice([option.key for option in fact.options])
    if fact.kind == "several":
        keys = [option.key for option in fact.options if option.key != "none"]
        return ",".join(chance.sample(keys, chance.choice([0, 0, 1, 2]))) or "none"
    return chance.randrange(0, 100)


class _openfisca:
    """OpenFisca in an environment of its own, made for this run and gone with it."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.folder, self.file = folder / "openfisca", file

    def __enter__(self) -> "_openfisca":
        say(f"an environment with {OPENFISCA}")
        subprocess.run([sys.executable, "-m", "venv", str(self.folder)], check=True)
        python = self.folder / "bin" / "python"
        install = [str(python), "-m", "pip", "install", "--quiet", OPENFISCA]
        subprocess.run(install, check=True, stdout=sys.stderr)
        script = Path(__file__).with_name("eligibility_openfisca.py")
        self.process = subprocess.Popen(
            [str(python), "-P", str(script), str(self.file)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._read()
        return self

    def __exit__(self, *_why: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def ask(self, what: str, at: str, form: str = "whole") -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{what} {at} {form}\n")
        self.process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("OpenFisca ended before its end")
        told: dict[str, Any] = json.loads(line)
        return told


def _measure(
    other: _openfisca, homes: list[dict[str, Any]], numbers: dict[str, dict[date, Any]]
) -> dict[str, Any]:
    laws = {at: _law(on, numbers) for at, on in DAYS.items()}
    taken: dict[str, list[float]] = {name: [] for name in ("ours", "theirs", "one", "their_one")}
    differ = {"whole": 0, "floats": 0}
    compared = may = 0
    runs = 2 if is_quick() else RUNS
    for run in range(runs + 1):
        for at, law in laws.items():
            began = time.perf_counter()
            ours = _weigh_all(homes, law)
            spent = time.perf_counter() - began
            theirs = other.ask("all", at)
            if run == 0:
                differ["whole"] += _differences(ours, theirs["answers"])
                differ["floats"] += _differences(ours, other.ask("all", at, "floats")["answers"])
                compared += sum(len(each) for each in ours.values())
                may += sum(sum(each) for each in ours.values())
                continue
            taken["ours"].append(spent)
            taken["theirs"].append(theirs["seconds"])
            began = time.perf_counter()
            _weigh_all(homes[:ONE_BY_ONE], law)
            taken["one"].append((time.perf_counter() - began) / ONE_BY_ONE)
            taken["their_one"].append(other.ask("each", at)["seconds"] / ONE_BY_ONE)
        say(f"run {run} of {runs}")
    return {
        **{name: asdict(sample_of(each)) for name, each in taken.items()},
        "compared": compared,
        "may": may,
        "differ": differ,
        "dated": _dated(other, homes[0], laws),
    }


def _law(on: date, numbers: dict[str, dict[date, Any]]) -> Any:
    from linli.lib.eligibility import LawOfADay
    from linli.lib.law import Packs, Parameter, shipped
    from linli.lib.law.packs import ParameterStatus, read_value

    rows = []
    for rule, values in numbers.items():
        unit = shipped().unit_of(rule) or ""
        begins = sorted(values)
        for start, after in zip(begins, [*begins[1:], None], strict=True):
            last = None if after is None else date.fromordinal(after.toordinal() - 1)
            value = read_value(values[start], unit)
            rows.append(Parameter(
                PLACE, rule, value, unit, "made up", start, last, ParameterStatus.VERIFIED,
            ))  # fmt: skip
    packs = Packs([*shipped().rows, *rows], shipped().left.values())
    return LawOfADay(packs, on, (PLACE,))


def _weigh_all(homes: list[dict[str, Any]], law: Any) -> dict[str, list[bool]]:
    """Every scheme with its whole trace, for every household or person."""
    from linli.lib.eligibility import Household, Truth, weigh
    from linli.service.catalogue.schemes import shelf

    kept = shelf()
    found: dict[str, list[bool]] = {key: [] for key in kept.schemes}
    for home in homes:
        household = Household(home["told"], home["persons"])
        for key, scheme in kept.schemes.items():
            several = range(len(household.persons)) if scheme.whom == "person" else (0,)
            for person in several:
                weighed = weigh(scheme, household, kept.vocabulary, law, person)
                assert weighed.truth is not Truth.UNKNOWN, key
                found[key].append(weighed.truth is Truth.MET)
    return found


def _differences(ours: dict[str, list[bool]], theirs: dict[str, list[bool]]) -> int:
    return sum(
        one is not two for key in ours for one, two in zip(ours[key], theirs[key], strict=True)
    )


def _dated(other: _openfisca, home: dict[str, Any], laws: dict[str, Any]) -> dict[str, Any]:
    """Whether both traces of one household name the same numbers on both days."""
    from linli.lib.eligibility import Household, weigh
    from linli.lib.eligibility.weighing import Traced
    from linli.service.catalogue.schemes import shelf

    kept, household = shelf(), Household(home["told"], home["persons"])

    def rows_of(traced: Traced) -> dict[str, Any]:
        found = {row.rule: row.value for row in (traced.held.rows if traced.held else ())}
        for part in traced.parts:
            found |= rows_of(part)
        return found

    told: dict[str, Any] = {"same": 0, "differ": [], "changed": []}
    seen: dict[str, dict[str, Any]] = {}
    for at, law in laws.items():
        ours: dict[str, Any] = {}
        for scheme in kept.schemes.values():
            for step in weigh(scheme, household, kept.vocabulary, law).steps:
                ours |= rows_of(step)
        answer = other.ask("trace", at)
        theirs = {
            name.partition("<")[0].partition("@")[0]: value
            for name, value in answer["parameters"].items()
        }
        told["node"] = answer["node"]
        for rule, value in ours.items():
            if isinstance(value, Fraction):
                pair = (theirs.get(f"{rule}_over"), theirs.get(f"{rule}_under"))
                same = pair == (value.numerator, value.denominator)
            else:
                same = theirs.get(rule) == value
            if same:
                told["same"] += 1
            else:
                told["differ"].append(f"{rule} {at}")
        seen[at] = ours
    first, second = seen.values()
    told["changed"] = sorted(rule for rule in first if first[rule] != second.get(rule))
    return told


if __name__ == "__main__":
    main()
