"""B42: nobody here decides about aid: every outcome is the office's word on a paper; the prescribed
notice shows whitelisted fields and comes down by itself."""

import pytest

from linli.core.audit.door import ACTIONS
from linli.service.catalogue.applications import flows
from linli.service.catalogue.postings import ASSISTANCE_NOTICE

ROW, ROOM = "B42", "service/catalogue"
PAGES = ("catalogue:application_start", "catalogue:applications")


def test_b42_no_state_of_ours_decides():
    decided = {"granted", "refused", "lowered"}
    for state in flows.OURS:
        assert not {move.to for move in flows.APPLICATION.moves_from(state)} & decided
    for state in decided:
        assert "告知" in str(flows.APPLICATION.states[state].label)


def test_b42_there_is_no_act_that_approves():
    acts = {name for name in ACTIONS if name.startswith("catalogue.")}
    assert not {name for name in acts if "approve" in name or "decide" in name}


def test_b42_the_notice_knows_its_fields_alone():
    names = {each.key for each in ASSISTANCE_NOTICE.fields}
    assert not names & {"id_number", "phone", "illness", "disability", "income", "bank", "address"}
