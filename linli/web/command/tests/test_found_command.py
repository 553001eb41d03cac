"""`linli found`: the first director of a real community is let in."""

import json

import pytest
from click.testing import CliRunner

from linli.core.access.queries import invitation_called
from linli.core.places.queries import served_communities
from linli.service.matters.queries import kinds_of
from linli.web.command import found

pytestmark = pytest.mark.django_db


def test_a_community_begins_with_kinds_and_a_slip_for_its_director(setting):
    code = setting.neighbour.code
    result = CliRunner().invoke(found.command, [code, "--households", "1500", "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert invitation_called(told["director_slip"]).post == "director"
    assert setting.neighbour in served_communities()
    assert kinds_of(setting.neighbour).exists()


def test_a_code_nobody_bears_is_refused_in_one_sentence(setting):
    result = CliRunner().invoke(found.command, ["000000000009", "--households", "1"])
    assert result.exit_code == 1
    assert "places import" in result.output
