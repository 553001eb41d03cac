from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

import pytest

from linli.lib.law import Finding, Findings, Measures, NotInForce, Refused, measures, require_all

ON = date(2026, 11, 23)


@dataclass(frozen=True, kw_only=True)
class _Promises(Measures):
    PREFIX: ClassVar[str] = "matters"

    forward: int
    told_within: int = field(metadata={"rule": "petition.told_within"})
    runoff_within: int | None = field(default=None, metadata={"rule": "elections.runoff_within"})


def test_all_numbers_of_a_subject_come_from_the_day_and_the_place():
    found = measures(_Promises, ON, ("cn-37-example",))
    assert (found.forward, found.told_within, found.runoff_within) == (12, 15, None)
    assert measures(_Promises, date(2027, 1, 1), ("cn-37-example",)).forward == 10
    assert measures(_Promises, ON, ("cn-51",)).runoff_within == 10


def test_a_rule_cites_its_article_and_those_of_the_numbers_it_used_each_once():
    found = measures(_Promises, ON, ("cn-51",))
    cited = found.ground("petition.22", "told_within", "runoff_within")
    assert cited == ("petition.22", "petition.23", "sichuan2026.35")


def test_a_number_the_law_of_that_day_did_not_know_is_not_made_up():
    with pytest.raises(NotInForce):
        measures(_Promises, date(2021, 1, 1), ())


def test_of_several_findings_the_first_unmet_refuses():
    good, bad, worse = (
        Finding(truth, name) for truth, name in ((True, "a"), (False, "b"), (False, "c"))
    )
    assert Findings((good,))
    assert require_all(Findings((good,))).first_unmet is None
    with pytest.raises(Refused) as refusal:
        require_all(Findings((good, bad, worse)))
    assert refusal.value.finding is bad
