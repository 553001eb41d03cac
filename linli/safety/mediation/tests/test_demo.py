"""The demo's mediators are played through the acts, and every part of their desk has something."""

import pytest

from linli.safety.mediation.models import Mediation, Screening, Term
from linli.safety.mediation.queries.papers import whole
from linli.safety.mediation.tests.conftest import fresh
from linli.web.demo.mediation import play_mediation

pytestmark = pytest.mark.django_db


def test_the_year_leaves_a_whole_file_and_cases_at_every_stage(setting, at):
    play_mediation(setting, at)
    ours = {"community": setting.community}
    cases = {case.state: case for case in Mediation.objects.filter(**ours)}
    assert sorted(cases) == ["performed", "preparing", "received", "refused"]
    assert whole(fresh(cases["performed"]))
    assert Screening.objects.filter(**ours).count() == 3
    assert Term.objects.get(**ours).listed_on is not None
