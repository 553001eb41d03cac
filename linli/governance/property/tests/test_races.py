"""Two people at one moment: one finishes a founding's step, one answer stands, one takes it on."""

import threading

import pytest
from django.db import connections

from linli.governance.property.actions import disputes, estates
from linli.governance.property.models import Dispute, FoundingStep
from linli.lib.law import Refused


def at_once(*works):
    """Runs them together; what each gave, or the rule that refused it."""
    gate, came = threading.Barrier(len(works)), []

    def run(work):
        try:
            gate.wait(timeout=10)
            work()
            came.append("done")
        except Refused as error:
            came.append(error.finding.rule)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return sorted(came)


@pytest.mark.django_db(transaction=True)
def test_one_takes_a_dispute_on_and_one_step_is_written(
    setting, estate, old_estate, actor, at, today
):
    row = disputes.tell_dispute(estate, kind="fees", words="收费不对", by=actor("elder"), at=at)
    them = actor("worker"), actor("director")

    def take(by):
        mine = Dispute.objects.get(community=setting.community, pk=row.pk)
        return lambda: disputes.take_dispute(mine, by=by, at=at)

    came = at_once(*(take(by) for by in them))
    assert came.count("done") == 1, came
    given = {
        "asked_on": today, "asked": 20, "owners": 300, "area_asked": 100, "area_all": 1000,
        "area_delivered": 900, "by_developer": False,
    }  # fmt: skip
    founding = estates.begin_founding(old_estate, way="assembly", given=given, by=them[0], at=at)

    def reach(by):
        return lambda: estates.reach_stage(
            founding, code="answered", on=today, seen=1, by=by, at=at
        )

    came = at_once(*(reach(by) for by in them))
    assert came == ["done", "property.fresh"]
    steps = FoundingStep.objects.filter(community=setting.community, founding=founding)
    assert steps.filter(code="answered").count() == 1
