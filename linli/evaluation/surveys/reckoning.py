"""A wave reckoned from beginning to end: what the job, the demo and a test call. Reads only."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.sources import facts_of_kinds
from linli.evaluation.surveys.bank import Bank, bank
from linli.evaluation.surveys.models import FrameCell, Survey
from linli.evaluation.surveys.rules.breaking_down import TableRow, break_down
from linli.evaluation.surveys.rules.estimating import (
    Frame,
    Reckoned,
    Sheet,
    cell_of,
    choose_method,
    estimate,
    ratings,
)
from linli.mechanisms.questionnaire.queries.answers import profiles_of
from linli.mechanisms.questionnaire.queries.asking import questions_of, strata_of, stratum_floor

RATED = {"matters.rated": "matters.answered"}
"""What rooms ask to be rated, after every service, and what that is a share of. A row is good
where its part is not nought."""

YEAR = timedelta(days=364)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What was found. `sheets`: answer sheets that count; `drawn`: of how many asked; `rated`:
    the ratings of services in the year that ends with the wave; `tables`: by item and mark."""

    sheets: int
    drawn: int
    estimates: list[Reckoned] = field(default_factory=list)
    rated: list[Reckoned] = field(default_factory=list)
    tables: dict[tuple[str, str], list[TableRow]] = field(default_factory=dict)


def read_sheets(known: Bank, survey: Survey) -> list[Sheet]:
    """The answer sheets as they are estimated from."""
    sheets = []
    for stratum, answers in profiles_of(survey.questionnaire, *known.questions):
        said = {
            key: [int(number) for number in chosen if number.isdigit()]
            for key, chosen in answers.items()
        }
        sheets.append(Sheet(said, stratum, cell_of(known, said)))
    return sheets


def read_frame_of(survey: Survey) -> Frame:
    """The frame as it was counted on its day."""
    made = survey.questionnaire
    cells = FrameCell.objects.filter(community=survey.community_id, survey=survey)
    return Frame(
        units=survey.frame_units,
        drawn=survey.frame_units if made.drawn is None else made.drawn,
        strata={each.code: (each.population, each.drawn) for each in strata_of(made)},
        cells=dict(cells.values_list("cell", "residents")),
        stratum_floor=stratum_floor(made, made.closes_on),
    )


def reckon(
    survey: Survey, on: date, *, each_step: Callable[[int, int], None] = lambda done, of: None
) -> Reckoning:
    """Reads the sheets once and estimates every figure for which all is asked. `each_step` is
    told how far it is."""
    known = bank()
    sheets, frame = read_sheets(known, survey), read_frame_of(survey)
    floor = floor_laid_down(survey.community, on)
    asked = _asked(survey)
    items = known.items_of(asked)
    method = choose_method(sheets, frame)
    found = Reckoning(len(sheets), frame.drawn)
    names = {each.code: each.title for each in strata_of(survey.questionnaire)}
    for number, item in enumerate(items):
        each_step(number, len(items) + 1)
        made = estimate(known, item, sheets, frame, method, floor)
        if made is not None:
            found.estimates.append(made)
        if made is None or not made.enough or made.few:
            continue  # a table would tell what the figure withholds
        for by, rows in break_down(known, item, sheets, names, floor).items():
            found.tables[item.code, by] = rows
    each_step(len(items), len(items) + 1)
    found.rated.extend(_rated(survey, floor))
    return found


def _asked(survey: Survey) -> Iterable[str]:
    return [each.item for each in questions_of(survey.questionnaire) if each.item]


def _rated(survey: Survey, floor: int) -> Iterable[Reckoned]:
    """The ratings of services in the year up to the last day of the wave."""
    until = survey.questionnaire.closes_on
    kinds = frozenset(RATED) | frozenset(RATED.values())
    counted: dict[str, list[int]] = {kind: [0, 0] for kind in kinds}
    place: Any = survey.community
    for fact in facts_of_kinds(place, kinds, until - YEAR, until):
        counted[fact.kind][0] += 1
        counted[fact.kind][1] += int(fact.part > 0)
    for kind, asked in RATED.items():
        rated, good = counted[kind]
        made = ratings(f"rated:{kind.partition('.')[0]}", good, rated, counted[asked][0], floor)
        if made is not None:
            yield made
