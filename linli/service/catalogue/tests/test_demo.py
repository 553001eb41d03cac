"""The demo's counter is played through the acts, and every part of the desk has something."""

import pytest

from linli.service.catalogue.models import AskedNotOurs, Certificate, CertificateOffice
from linli.web.demo.certificates import play_certificates

pytestmark = pytest.mark.django_db


def test_the_year_leaves_papers_questions_and_something_that_waits(setting, at):
    play_certificates(setting, at)
    ours = {"community": setting.community}
    states = sorted(Certificate.objects.filter(**ours).values_list("state", flat=True))
    assert states == ["asked", "drafted", "issued", "issued", "issued"]
    assert sum(row.count for row in AskedNotOurs.objects.filter(**ours)) == 147
    assert CertificateOffice.objects.filter(**ours).count() == 3
