"""The sheets as an estimate reads them, and how many came by which way."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from linli.lib.law import Finding
from linli.lib.numbers import conceal, suppressed
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.models import AnswerSheet, Questionnaire
from linli.mechanisms.questionnaire.queries.asking import questions_of, waiting
from linli.mechanisms.questionnaire.words import CHANNELS


@dataclass(frozen=True, slots=True)
class Tally:
    """What was said to one item in one stratum: `counts` by option (from 0), and "don't know"
    apart. `n`: those with an opinion."""

    item: str
    kind: str
    edges: tuple[int, ...]
    counts: tuple[int, ...]
    dont_know: int

    @property
    def n(self) -> int:
        """How many said something other than "don't know"."""
        return sum(self.counts)


def tallies_of(questionnaire: Questionnaire, item: str) -> dict[str, Tally]:
    """The counts of the question that feeds `item`, by stratum (`""`: none stands on the sheet,
    since none was drawn or it was too small). Whole counts, for estimates: what is shown of them
    must be hidden where small. Of several options a sheet counts under each. Empty where no
    question feeds it, or it asks for words."""
    found = next((each for each in questions_of(questionnaire) if each.item == item), None)
    if found is None or found.kind == "words":
        return {}
    said: dict[str, Counter[str]] = {}
    for stratum, answers in _sheets(questionnaire).values_list("stratum", "answers"):
        said.setdefault(stratum, Counter()).update(answers.get(found.key, ()))
    return {
        stratum: Tally(
            item,
            found.kind,
            tuple(found.edges),
            tuple(counter[str(number)] for number in range(len(found.options))),
            counter[rules.DONT_KNOW],
        )
        for stratum, counter in sorted(said.items())
    }


def profiles_of(questionnaire: Questionnaire, *items: str) -> list[tuple[str, dict[str, Any]]]:
    """Sheet by sheet, its stratum and what it says to these items (lists of option numbers as
    text, or `["dk"]`), for what is reckoned from several answers of one person (a gap index). In
    the order of random keys; never to be shown."""
    keys = {each.key: each.item for each in questions_of(questionnaire) if each.item in items}
    rows = _sheets(questionnaire).order_by("pk").values_list("stratum", "answers")
    return [
        (stratum, {keys[key]: said for key, said in answers.items() if key in keys})
        for stratum, answers in rows
    ]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many were asked and answered. `drawn`: None where no sample was. `valid`: sheets that
    count; `by_channel`: of these. `waiting`: paper typed once only or not settled; `unsettled`:
    paper that never was and did not count. `enough`: over one in twenty of those asked.
    `floor`: smaller counts are not told to everybody."""

    drawn: int | None
    handed_out: int
    valid: int
    by_channel: dict[str, int]
    refused: int
    not_reached: int
    waiting: int
    unsettled: int
    enough: Finding
    floor: int

    @property
    def asked(self) -> int:
        """What the rate is a share of: those drawn, or the slips handed out."""
        return self.handed_out if self.drawn is None else self.drawn

    @property
    def beyond(self) -> Finding | None:
        """What is wrong where more slips were handed out than were drawn."""
        found = rules.within_sample(self.handed_out, self.asked)
        return None if found else found

    @property
    def valid_told(self) -> int | None:
        """How many answered, where everybody may be told."""
        return None if suppressed(self.valid, self.floor) else self.valid

    @property
    def channels(self) -> list[tuple[str, Any, int]]:
        """Channel, its words, and how many came that way, for the desk."""
        return [(code, words, self.by_channel.get(code, 0)) for code, words in CHANNELS]

    @property
    def channels_told(self) -> list[tuple[str, Any, int | None]]:
        """The same as everybody may see it: small counts hidden, and what would give them away."""
        gone = conceal([count for _code, _words, count in self.channels], self.floor)
        few = self.valid_told is None
        return [
            (code, words, None if hidden or few else count)
            for (code, words, count), hidden in zip(self.channels, gone, strict=True)
        ]


def rate_of(questionnaire: Questionnaire, floor: int) -> Rate:
    """How many were asked and answered, in two queries. `floor`: what the place hides below
    (`floor_laid_down`)."""
    counted = _sheets(questionnaire).values_list("channel").annotate(n=Count("pk")).order_by()
    by_channel = dict(counted)
    valid = sum(by_channel.values())
    asked = questionnaire.handed_out if questionnaire.drawn is None else questionnaire.drawn
    return Rate(
        questionnaire.drawn,
        questionnaire.handed_out,
        valid,
        by_channel,
        questionnaire.refused,
        questionnaire.not_reached,
        waiting(questionnaire),
        questionnaire.unsettled,
        rules.enough_answers(valid, asked),
        floor,
    )


def answers_of(questionnaire: Questionnaire) -> list[dict[str, Any]]:
    """What each sheet says, in the order of random keys."""
    return list(_sheets(questionnaire).order_by("pk").values_list("answers", flat=True))


def _sheets(questionnaire: Questionnaire) -> Any:
    here = questionnaire.community_id
    return AnswerSheet.objects.filter(community=here, questionnaire=questionnaire)
