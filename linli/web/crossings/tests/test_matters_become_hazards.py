"""A matter about a danger becomes a hazard in one step, and hears of its end."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.core.messages.models import Message
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.safety.hazards.actions import finding, mending
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.models import Hazard
from linli.service.matters import actions
from linli.service.matters.actions.raising import Raised
from linli.service.matters.models import Matter
from linli.service.matters.queries import kinds_of
from linli.web.crossings.matters_become_hazards import KINDS

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"
WHY = Shots(none_for="夜里看不清")


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def raised(setting, at):
    def raise_it(kind="parking", title="消防通道停了车", **more):
        kind = kinds_of(setting.community).get(code=kind)
        said = Raised(kind=kind, title=title, text="王小明的车天天停", channel="web", **more)
        return actions.raise_matter(setting.community, raised=said, by=NOBODY, at=at)

    return raise_it


@pytest.fixture
def pages(setting):
    def opened(who):
        client = Client()
        client.force_login(setting.accounts[who], backend=BACKEND)
        return client

    return opened


def by(setting, who, at):
    return {"by": setting.actor(who, timezone.localdate(at)), "at": at}


def test_each_kind_of_matter_that_may_become_one_is_there(setting):
    assert set(KINDS) <= set(kinds_of(setting.community).values_list("code", flat=True))


def test_nothing_is_typed_twice_and_each_page_leads_to_the_other(
    setting, raised, pages, at, django_capture_on_commit_callbacks
):
    code, desk = setting.community.code, pages("worker")
    matter = raised(place=setting.stair, where="北门 13900001234 门口", contact_name="李大")
    page = reverse("matters:show", args=[code, matter.pk])
    step = f"{reverse('hazards:find', args=[code])}?matter={matter.pk}"
    assert step in desk.get(page).content.decode()
    form = desk.get(step).context["form"]
    given = {name: form[name].value() for name in form.fields}
    assert (given["kind"], given["what"]) == ("fire_lane", "消防通道停了车")
    assert "13900001234" not in given["where"]
    assert given["place"] is not None
    sent = {key: value or "" for key, value in given.items() if key != "photos"}
    sent |= {"where": "北门门口"}
    for _twice in range(2):
        landed = desk.post(step, sent).url
        hazard = Hazard.objects.get(community=setting.community, matter=matter.pk)
        assert landed == reverse("hazards:work", args=[code, hazard.pk])
    hazard = Hazard.objects.get(community=setting.community)
    assert (hazard.source, hazard.matter, hazard.place.kind == "dwelling") == (
        "matter", matter.pk, False,
    )  # fmt: skip
    work = reverse("hazards:work", args=[code, hazard.pk])
    shown = desk.get(page).content.decode()
    assert work in shown
    assert step not in shown
    assert page in desk.get(work).content.decode()
    assert page not in pages("supervisor").get(work).content.decode()
    public = Client().get(reverse("hazards:show", args=[code, hazard.pk])).content.decode()
    assert "居民诉求转来" in public
    assert matter.receipt not in public
    with django_capture_on_commit_callbacks(execute=True):
        mending.assign(hazard, post="worker", **by(setting, "worker", at))
        mending.mend(hazard, how="请走了车，加了桩", shots=WHY, **by(setting, "worker", at))
        assert (
            not desk.get(reverse("matters:move", args=[code, matter.pk, "answer"]))
            .context["form"]["text"]
            .value()
        )
        mending.look_again(hazard, good=True, **by(setting, "director", at))
    told = Message.objects.filter(community=setting.community, kind="matters.onward_ended")
    assert [each.url for each in told] == [page]
    drawn = desk.get(reverse("matters:move", args=[code, matter.pk, "answer"])).context["form"]
    assert "请走了车，加了桩" in drawn["text"].value()
    matter.refresh_from_db()
    assert matter.state == "received"


def test_only_who_handles_matters_only_here_and_only_once(setting, raised, at, pages):
    code, community, matter = setting.community.code, setting.community, raised("ebike")
    address = f"{reverse('hazards:find', args=[code])}?matter="
    assert pages("manager").get(address + str(matter.pk)).status_code == 404
    for wrong in (new_id(), raised("neighbour_dispute").pk, "x"):
        assert pages("worker").get(f"{address}{wrong}").status_code == 404

    def find(who="worker", key=matter.pk):
        seen = Seen("charging", "楼道里充电", setting.new, source="matter", shots=WHY, matter=key)
        return finding.find(community, seen=seen, **by(setting, who, at))

    for who, key in (("manager", matter.pk), ("worker", new_id())):
        with pytest.raises(Refused, match="matter_known"):
            find(who, key)
    first = find()
    with pytest.raises(Refused, match="matter_once"):
        find()
    finding.dismiss(first, reason="车已经推走", **by(setting, "worker", at))
    page = pages("worker").get(reverse("matters:move", args=[code, matter.pk, "answer"]))
    assert "没有发现隐患" in page.context["form"]["text"].value()
    assert find().pk != first.pk
    actions.decline(
        Matter.objects.get(community=community, pk=matter.pk), reason="不归", office="城管",
        **by(setting, "worker", at),
    )  # fmt: skip
    with pytest.raises(Refused, match="matter_known"):
        find()
