"""Who opens which page of an election: the whole cast at every door."""

import pytest
from django.shortcuts import resolve_url

from linli.governance.elections import urls
from linli.lib.identity.ids import new_id
from linli.web.demo.cast import CAST

pytestmark = pytest.mark.django_db

EVERYBODY = ("visitor", *(role.key for role in CAST))
# The elder leads the election committee in this scene.
RUNS, HELPS, WATCHES = {"elder"}, {"elder", "worker"}, {"elder", "worker", "director", "supervisor"}
PLANS = {"director", "worker", "elder"}

PUBLIC = ["list", "list_json", "one", "one_json", "public_nominations"]
FOR_THE_KNOWN = ["register", "object"]
AT_THE_DESK = {
    "desk_list": WATCHES,
    "new": PLANS,
    "desk_election": WATCHES,
    "plan": WATCHES,
    "mode": PLANS,
    "committee": WATCHES,
    "place": PLANS,
    "form_committee": PLANS,
    "kin": HELPS,
    "registration": WATCHES,
    "open_registration": RUNS,
    "register_one": HELPS,
    "confirm_registration": RUNS,
    "refuse_registration": RUNS,
    "roll_desk": WATCHES,
    "correct_roll": RUNS,
    "roll_sheet": WATCHES,
    "objections": WATCHES,
    "new_objection": HELPS,
    "objection": WATCHES,
    "uphold": RUNS,
    "reject": RUNS,
    "nominations": WATCHES,
    "nominate": HELPS,
    "desk_join": HELPS,
    "confirm_nomination": RUNS,
    "candidates": WATCHES,
    "introduce": HELPS,
    "withdraw_candidate": RUNS,
    "call_meeting": RUNS,
    "record_meeting": HELPS,
    "proxies": WATCHES,
    "give_proxy": HELPS,
    "leave_committee": RUNS,
    "postpone": WATCHES,
    "cancel": WATCHES,
}


@pytest.fixture
def scene(village):
    from linli.governance.elections import actions
    from linli.governance.elections.models import CommitteeSeat, Nomination, Registration
    from linli.governance.elections.queries.elections import candidates_of

    election = village.nominated()
    here = {"community": village.community}
    objection = actions.object_to_roll(
        election, kind="wrong", text="搬走了", objector=village.person("tenant"),
        elector=village.elector(election, village.people[4]), **village.by("tenant"),
    )  # fmt: skip
    meeting = actions.call_meeting(
        election, held_at=village.at, where="活动室", **village.by("elder")
    )
    return {
        "election_id": election.pk,
        "person_id": village.people[3].pk,
        "registration_id": Registration.objects.filter(**here).first().pk,
        "objection_id": objection.pk,
        "nomination_id": Nomination.objects.filter(**here).first().pk,
        "candidate_id": candidates_of(election).first().pk,
        "seat_id": CommitteeSeat.objects.filter(**here).first().pk,
        "meeting_id": meeting.pk,
        "kinship_id": new_id(),
        "proxy_id": new_id(),
    }


@pytest.fixture
def address(village, scene):
    def filled(name):
        pattern = next(each for each in urls.urlpatterns if each.name == name)
        return village.url(name, **{part: scene[part] for part in pattern.pattern.converters})

    return filled


def test_every_page_opens_for_those_it_is_for_and_nobody_else(village, visit, address):
    wrong = []
    browsers = {who: visit(who) for who in EVERYBODY}
    for name in PUBLIC:
        wrong += [
            (who, name)
            for who, client in browsers.items()
            if client.get(address(name)).status_code != 200
        ]
    for name, allowed in AT_THE_DESK.items():
        for who, client in browsers.items():
            response = client.get(address(name))
            if who in allowed:
                fine = response.status_code == 200
            elif who == "visitor":
                fine = response.status_code == 302 and response["Location"].startswith(
                    resolve_url("account_login")
                )
            else:
                fine = response.status_code == 404
            if not fine:
                wrong.append((who, name, response.status_code))
    assert not wrong, wrong


def test_who_is_not_in_the_roster_is_told_the_way_on(village, visit, address):
    for name in FOR_THE_KNOWN:
        assert visit("tenant").get(address(name)).status_code == 200
        page = visit("mediator").get(address(name))
        assert page.status_code == 409
        assert "窗口" in page.text


def test_the_supervisor_sees_no_button_that_changes_anything(village, visit, address):
    for name in ("desk_election", "committee", "registration", "roll_desk", "objection",
                 "nominations", "candidates", "proxies"):  # fmt: skip
        page = visit("supervisor").get(address(name)).text
        main = page[page.index("<main") : page.index("</main>")]
        assert 'method="post"' not in main, name


def test_no_page_of_an_election_tells_of_kin_to_those_who_only_watch(village, visit, scene):
    from linli.governance.elections import actions
    from linli.governance.elections.models import Election

    election = Election.objects.get(community=village.community, pk=scene["election_id"])
    actions.declare_kinship(
        election, one=village.people[1], other=village.people[5], relation="sibling",
        **village.by("elder"),
    )  # fmt: skip
    page = village.url("committee", election)
    assert "兄弟姐妹" in visit("elder").get(page).text
    assert "兄弟姐妹" not in visit("supervisor").get(page).text
