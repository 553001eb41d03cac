"""What a draft still lacks before it may count, each in a sentence."""

from datetime import date

from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.own import rules
from linli.evaluation.own.beside import in_another_pace, say_where, told_of_few
from linli.evaluation.own.composing import facts_for_rules
from linli.evaluation.own.models import OwnIndicator
from linli.lib.law import Finding, Findings


def verdict_of(row: OwnIndicator, on: date) -> tuple[Finding, ...]:
    """Every finding, in the order in which they are asked."""
    composed = facts_for_rules(row, floor_laid_down(row.community, on))
    return (
        *rules.may_be_tried(composed),
        *rules.may_be_kept(row.trial, row.unit),
        *beside_others(row, on),
    )


def beside_others(row: OwnIndicator, on: date) -> Findings:
    """Whether it and another indicator together would give nobody away."""
    return rules.may_stand_beside(
        pace=say_where(in_another_pace(row)),
        few=say_where(told_of_few(row)),
        floor=floor_laid_down(row.community, on),
    )
