"""B29: no answer leads to anybody; the share of those who answered stands beside each result, and
one in twenty is warned of."""

import pytest

from linli.evaluation.surveys.rules.telling import enough_answers
from linli.mechanisms.questionnaire.models import AnswerSheet

ROW, ROOM, PAGES = "B29", "evaluation", ("evaluation:standards",)


def test_b29_a_sheet_of_answers_knows_nobody():
    fields = {field.name for field in AnswerSheet._meta.concrete_fields}
    assert fields == {"id", "community", "questionnaire", "channel", "stratum", "answers"}


@pytest.mark.parametrize(("answered", "enough"), [(5, False), (6, True)])
def test_b29_one_in_twenty_is_not_enough(answered, enough):
    assert enough_answers(answered, 100).holds is enough
