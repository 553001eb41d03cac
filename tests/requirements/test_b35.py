"""B35: a covenant is in force once it was adopted and filed, with both days; a clause that fines or
limits rights wants an answer (RCL 31)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from linli.governance.assemblies.models import Version
from linli.governance.assemblies.queries import in_force
from linli.governance.assemblies.tests.conftest import *
from linli.governance.assemblies.tests.test_documents import (
    adopt,
    authorised,
    draft,
    refused,
    settle,
)

ROW, ROOM, PAGES = "B35", "governance/assemblies", ("assemblies:document",)
pytestmark = pytest.mark.django_db


def test_b35_adopted_is_not_in_force_before_it_is_filed(draft, settle, adopt, setting):
    version = settle(draft())
    adopt(version, 14)
    assert version.state == "adopted"
    assert in_force(setting.community, "covenant") is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(community=version.community_id, pk=version.pk).update(
            state="in_force", adopted_on=date(2026, 1, 2), filed_on=None
        )


def test_b35_a_clause_that_fines_wants_an_answer(draft, settle):
    with refused("assemblies.clauses_looked_at"):
        settle(draft("高空抛物的罚款五百元。"))
