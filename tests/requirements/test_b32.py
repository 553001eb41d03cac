"""B32: fourteen days on the board are refused with the article; each category shows when it was
last published and whether it is late; a question has a receipt."""

from datetime import date

import pytest

from linli.core.audit.actor import NOBODY
from linli.governance.oversight import due
from linli.governance.oversight.actions import disclosure as actions, inquiries
from linli.governance.oversight.queries.disclosure import catalogue
from linli.governance.oversight.queries.inquiries import by_receipt
from linli.governance.oversight.tests.disclosure.test_actions import moment
from linli.governance.oversight.tests.opening import draft
from linli.lib.law import Refused

ROW, ROOM = "B32", "governance/oversight"
PAGES = ("oversight:catalogue", "oversight:ask")
pytestmark = pytest.mark.django_db


def test_b32_fourteen_days_are_refused_with_the_article(setting, actor, at):
    item = actions.check_item(draft(setting, actor, at), by=actor("supervisor"), at=at)
    with pytest.raises(Refused) as told:
        actions.publish_item(item, days=14, by=actor("director"), at=at)
    assert told.value.finding.rule == "oversight.shown_long_enough"
    assert "rcl2025.34" in told.value.finding.cites


def test_b32_each_category_says_how_late_it_is(setting):
    due.run(moment(date(2026, 10, 2)))
    lines = catalogue(setting.community, moment(date(2026, 10, 15)))
    late = next(each for each in lines if each.line.key == "decisions")
    assert late.late[0].numbers["days"] == 5


def test_b32_a_question_has_a_receipt(setting, at):
    asked = inquiries.ask(setting.community, question="三月修门花了多少钱？", by=NOBODY, at=at)
    assert by_receipt(asked.receipt).pk == asked.pk
