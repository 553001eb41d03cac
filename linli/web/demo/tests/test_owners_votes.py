"""The demo's owners: a roster, a vote that is told with its working, one in which one may vote."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.governance.property import due
from linli.governance.property.models import OwnersVote, Resolution, ScopeCase
from linli.governance.property.queries.votes import progress_of
from linli.governance.property.vote_shown import judged
from linli.mechanisms.ballot.queries.polls import standing_of
from linli.web.demo.owners_votes import play_owners_votes
from linli.web.demo.property import play_property

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", [1, 15])
def test_one_vote_is_told_and_residents_of_the_cast_may_cast_in_the_other(setting, client, hour):
    now = timezone.now().replace(hour=hour, minute=10)
    play_property(setting, now)
    before = Entry.objects.filter(community=setting.community.pk).count()
    play_owners_votes(setting, now)
    assert Entry.objects.filter(community=setting.community.pk).count() - before <= 150
    here = {"community": setting.community}
    told = OwnersVote.objects.get(**here, state="published")
    carried, failed = judged(told)
    assert (told.units, told.heads, carried.counts.part.heads) == (36, 32, 24)
    assert carried.takes_part
    assert (carried.passed, failed.passed) == (True, False)
    assert failed.carries.numbers["heads_need"] - failed.counts.agree.heads == 1
    assert Resolution.objects.filter(**here, title="单元门换成可视对讲门").count() == 1
    running = OwnersVote.objects.get(**here, state="open")
    assert running.closes_at > now + timedelta(days=2)
    assert (progress_of(running).entered, progress_of(running).waiting) == (5, 2)
    for key in ("elder", "representative", "supervisor"):
        assert len(standing_of(running.poll, setting.actor(key, now.date())).pending) == 1
    page = client.get(reverse("property:owners_vote", args=[setting.community.code, told.pk]))
    assert "可视对讲门" in page.content.decode()
    assert ScopeCase.objects.filter(**here).count() == 1
    due.run(now)
    running.refresh_from_db()
    assert running.state == "open"
