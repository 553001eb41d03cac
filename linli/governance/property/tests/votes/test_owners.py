"""One buyer is one head: owners chosen from the roster, joined, handed back, forgotten."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from linli.core.audit.actor import the_clock
from linli.core.people.models import Person
from linli.core.places.queries import dwellings_under
from linli.governance.property import due_votes
from linli.governance.property.actions import owners, roster_tables, rosters, scopes, votes
from linli.governance.property.actions.owners import Buyer
from linli.governance.property.forgetting_votes import blank_owner
from linli.governance.property.models import (
    Owner,
    Ownership,
    RosterObjection,
    RosterTable,
    Unit,
)
from linli.governance.property.queries.roll import roll_of
from linli.governance.property.queries.roster_table import read_roster
from linli.governance.property.tests.votes.test_votes import refused
from linli.governance.property.tests.votes.voting import HEADING
from linli.lib.identity.ids import new_id


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(f"property:{name}", args=[setting.community.code, *args])


@pytest.fixture
def door(small):
    """An act of the roster's keeper, today."""
    return lambda act, *args, **given: act(*args, by=small.by("worker"), at=small.at, **given)


def unit_at(small, label):
    return Unit.objects.get(community=small.estate.community_id, estate=small.estate, label=label)


def held(small, label):
    return Ownership.objects.select_related("owner").get(
        community=small.estate.community_id, unit=unit_at(small, label), until__isnull=True
    )


def heads_of(small):
    return roll_of(small.estate, "estate", None, small.at.date()).all.heads


def test_a_buyer_of_two_units_is_chosen_and_stays_one_head(small, door):
    given = {"on": small.at.date(), "buyer": Buyer(name="王芳", phone="19900001111")}
    first = door(rosters.pass_unit, unit_at(small, "0010室"), **given)
    refused("property.owner_known", door, rosters.pass_unit, unit_at(small, "0011室"), **given)
    same = {"on": small.at.date(), "buyer": Buyer(name="王 芳", phone="", another=False)}
    refused("property.owner_known", door, rosters.pass_unit, unit_at(small, "0011室"), **same)
    before = heads_of(small)
    chosen = {"on": small.at.date(), "buyer": Buyer(first.owner)}
    door(rosters.pass_unit, unit_at(small, "0011室"), **chosen)
    assert heads_of(small) == before - 1
    other = {"on": small.at.date(), "buyer": Buyer(name="王芳", another=True)}
    door(rosters.pass_unit, unit_at(small, "0012室"), **other)
    assert heads_of(small) == before - 1


def test_a_unit_goes_back_to_the_developer_who_is_one_head(small, door):
    small.estate.developer = "示范置业"
    small.estate.save(update_fields=["developer"])
    before = heads_of(small)
    for label in ("0010室", "0011室"):
        door(rosters.pass_unit, unit_at(small, label), on=small.at.date(),
             buyer=Buyer(kind="developer"))  # fmt: skip
    assert held(small, "0010室").owner == held(small, "0011室").owner
    assert held(small, "0010室").owner.name == "示范置业"
    assert heads_of(small) == before - 1


def test_a_representative_of_one_unit_does_not_take_the_owners_others(small, door):
    investor = held(small, "0001室").owner
    row = door(owners.name_representative, held(small, "0001室"), joint=2,
               buyer=Buyer(name="乙", phone="1"))  # fmt: skip
    investor.refresh_from_db()
    assert (investor.name, row.owner.name, row.joint) == ("投资人", "乙", 2)
    assert held(small, "0002室").owner == investor
    alone = held(small, "0010室").owner
    door(owners.name_representative, held(small, "0010室"), joint=3, buyer=Buyer(name="丙"))
    alone.refresh_from_db()
    assert alone.name == "业主10"
    assert alone.ended_on == small.at.date()
    door(owners.change_owner, held(small, "0002室").owner, name="投资公司的人", phone="2")
    assert held(small, "0003室").owner.name == "投资公司的人"


def test_two_rows_of_one_buyer_are_joined_with_all_that_is_theirs(small, door):
    gone, stays = held(small, "0010室").owner, held(small, "0011室").owner
    objection = RosterObjection.objects.create(
        community=small.estate.community, owner=gone, words="错了", sent_at=small.at
    )
    refused("property.two_owners", door, owners.join_owners, gone, into=gone)
    before = heads_of(small)
    door(owners.join_owners, gone, into=stays)
    gone.refresh_from_db()
    objection.refresh_from_db()
    assert heads_of(small) == before - 1
    assert (held(small, "0010室").owner, objection.owner) == (stays, stays)
    assert (gone.name, gone.ended_on) == ("—", small.at.date())
    vote = small.notice(small.draft("other"))
    refused(
        "property.roll_frozen", door, owners.join_owners, stays, into=held(small, "0001室").owner
    )
    assert vote.heads == before - 1


def test_tables_know_a_buyer_by_number_and_tell_two_names_of_one_number(small, door):
    def read(text):
        return read_roster(small.estate, (HEADING + text).encode(), "x.csv")

    faults = read("D1室,甲,,50,个人,K7\nD2室,乙,,50,个人,K7\n").faults
    assert [(each["code"], each["row"]) for each in faults] == [("buyer_differs", 3)]
    before = heads_of(small)
    small.take_in((HEADING + "D1室,甲,,50,个人,K7\n").encode())
    small.take_in((HEADING + "D2室,甲,,50,个人,K7\n").encode())
    assert held(small, "D1室").owner == held(small, "D2室").owner
    assert heads_of(small) == before + 1
    small.take_in((HEADING + "D3室,丁,19900002222,50,个人,\n").encode())
    small.take_in((HEADING + "D4室,丁,19900002222,50,个人,\n").encode())
    assert heads_of(small) == before + 2


def test_a_part_is_not_asked_while_a_home_has_no_place(small, setting, door):
    homes = list(dwellings_under(setting.new))
    building = homes[0].parent.parent
    for number, unit in enumerate(
        Unit.objects.filter(community=setting.community).order_by("label")
    ):
        unit.dwelling = homes[number] if number < 11 else None
        unit.save()
    part = {"scope": "building", "place": building}
    refused("property.units_placed", small.notice, small.draft("other", **part))
    asked = {"kind": "lift", "place": building, "title": "加装电梯", "about": "外挂一台"}
    refused("property.homes_placed", door, scopes.open_scope, small.estate, **asked)
    last = unit_at(small, "0012室")
    last.sharing = building
    last.save()
    parking = {"use": "parking", "area_from": "register", "area": 1000}
    Unit.objects.create(community=setting.community, estate=small.estate, label="车位1", **parking)
    inner = {**asked, "place": homes[0].parent}
    refused("property.homes_placed", door, scopes.open_scope, small.estate, **inner)
    case = door(scopes.open_scope, small.estate, **asked)
    assert case.households.count() == 12
    assert small.notice(small.draft("other", **part)).units == 12


def test_the_clock_forgets_the_roster_a_year_after_and_tables_after_a_day(small, door):
    ended = held(small, "0010室").owner
    door(rosters.pass_unit, unit_at(small, "0010室"), on=small.at.date(), buyer=Buyer(name="新"))
    answered = RosterObjection.objects.create(
        community=small.estate.community, owner=held(small, "0001室").owner, words="错了",
        sent_at=small.at, answered_at=small.at, answer="改了",
    )  # fmt: skip
    read = read_roster(small.estate, (HEADING + "E1室,甲,,50,个人,\n").encode(), "x.csv")
    table = door(roster_tables.keep_table, small.estate, table=read, filename="x.csv")
    for days, name, tables in ((1, "业主10", 1), (2, "业主10", 0), (366, "—", 0)):
        due_votes.run(small.at + timedelta(days=days))
        ended.refresh_from_db()
        assert ended.name == name
        assert (
            RosterTable.objects.filter(
                community=small.estate.community_id, pk=table.pk, state="read"
            ).count()
            == tables
        )
    assert not RosterObjection.objects.filter(
        community=small.estate.community_id, pk=answered.pk
    ).exists()
    assert due_votes.run(small.at + timedelta(days=366))["forgotten_roster"] == 0
    refused("access.permitted", door, roster_tables.forget_roster, small.estate.community)
    assert roster_tables.forget_roster(
        small.estate.community, by=the_clock(), at=small.at + timedelta(days=367)
    ) == 0  # fmt: skip


def test_who_becomes_an_owners_person_reads_nothing_of_votes_before(small, door):
    from linli.governance.property.queries.votes import own_papers

    elder = small.by("elder")
    vote = small.notice(small.draft("other"))
    door(votes.void_vote, vote, reason="改期")
    person = Person.objects.get(community=small.estate.community_id, pk=elder.person)
    door(owners.tie_owner, held(small, "0010室").owner, person=person)
    assert not own_papers(vote, elder).exists()
    assert own_papers(small.notice(small.draft("other")), elder).count() == 1


def test_the_keeper_chooses_on_pages_and_finds_a_table_again(small, sign_in, url):
    client = sign_in("worker")
    here, day = small.estate, small.at.date().isoformat()
    file = SimpleUploadedFile("名册乙.csv", (HEADING + "F1室,甲,,50,个人,\n").encode())
    sent = {"file": file, "once": new_id()}
    table = client.post(url("bring_roster", here.pk), sent).url
    assert table in client.get(url("roster", here.pk)).content.decode()
    client.post(
        url("leave_table", RosterTable.objects.get(community=here.community_id, state="read").pk)
    )
    page = client.get(url("roster", here.pk)).content.decode()
    assert table not in page
    assert "12 处没有写在哪栋楼" in page
    assert "0012室" in client.get(url("roster", here.pk) + "?show=unplaced").content.decode()
    unit, owner = unit_at(small, "0012室"), held(small, "0001室").owner
    page = client.get(url("unit_owner", unit.pk)).content.decode()
    assert url("choose_owner", here.pk) in page
    found = client.get(url("choose_owner", here.pk) + f"?to=pass&unit={unit.pk}&q=投资").content
    where = f"{url('pass_unit', unit.pk)}?owner={owner.pk}"
    assert where in found.decode()
    assert 'name="name"' not in client.get(where).content.decode()
    given = {"joint": 1, "on": day, "seen": held(small, "0012室").pk, "once": new_id()}
    assert client.post(where, given).status_code == 302
    assert held(small, "0012室").owner == owner
    given["once"] = new_id()
    assert client.post(where, given).status_code == 409  # somebody was faster, or it is theirs
    for name, args in (
        ("change_owner", unit), ("name_representative", unit), ("tie_owner", unit),
        ("join_owners", unit), ("pass_unit", unit),
    ):  # fmt: skip
        assert client.get(url(name, args.pk)).status_code in (200, 302)
    other = unit_at(small, "0011室")
    joined = f"{url('join_owners', other.pk)}?owner={owner.pk}"
    assert client.post(joined, {"once": new_id()}).status_code == 302
    assert held(small, "0011室").owner == owner
    for bad in ("x", new_id()):
        assert client.get(f"{url('pass_unit', unit.pk)}?owner={bad}").status_code == 404
        assert client.get(url("choose_owner", here.pk) + f"?to=pass&unit={bad}").status_code == 404
    back = {
        "kind": "developer",
        "joint": 1,
        "on": day,
        "once": new_id(),
        "name": "示范置业",
        "seen": held(small, "0011室").pk,
    }
    assert client.post(url("pass_unit", other.pk), back).status_code == 302
    assert held(small, "0011室").owner.kind == "developer"
    assert Owner.objects.filter(community=here.community_id, kind="developer").count() == 1
    home = {"label": "G1室", "area": "55", "area_from": "register", "use": "home", "name": "某人",
            "kind": "person", "joint": 1, "on": day, "once": new_id()}  # fmt: skip
    assert client.post(url("add_unit", here.pk), home).status_code == 422
    for name, args in (("show", here), ("estate_desk", here)):
        page = client.get(url(name, args.pk)).content.decode()
        assert url("owners_votes") in page or url("votes_desk") in page
    assert url("roster", here.pk) in page
    assert sign_in("tenant").get(url("unit_owner", unit.pk)).status_code == 404


def test_a_closed_estate_takes_no_owner_no_table_and_no_vote(small, door, sign_in, url):
    read = read_roster(small.estate, (HEADING + "E1室,甲,,50,个人,\n").encode(), "x.csv")
    table = door(roster_tables.keep_table, small.estate, table=read, filename="x.csv")
    unit, day = unit_at(small, "0012室"), small.at.date()
    old = door(votes.void_vote, small.draft("other"), reason="重来")
    small.estate.until = day
    small.estate.save(update_fields=["until"])
    refused("property.estate_open", door, roster_tables.take_in, table, since=day)
    refused("property.estate_open", door, rosters.pass_unit, unit, on=day, buyer=Buyer(name="新"))
    refused("property.estate_open", door, votes.draft_vote, small.estate,
            given={"title": "表决", "scope": "estate"})  # fmt: skip
    client = sign_in("worker")
    for name in ("roster", "bring_roster", "add_unit", "draft_vote"):
        assert client.get(url(name, small.estate.pk)).status_code == 404
    page = client.get(url("vote_desk", old.pk)).content.decode()
    assert url("roster", small.estate.pk) not in page


def test_another_of_the_same_name_speaks_and_a_phone_is_not_dropped(small, door):
    before = held(small, "0010室").owner
    row = door(owners.name_representative, held(small, "0010室"), joint=2,
               buyer=Buyer(name=before.name))  # fmt: skip
    assert (row.owner, row.joint) == (before, 2)
    phone = Buyer(name=before.name, phone="19900003333")
    refused("property.same_speaker", door, owners.name_representative, row, joint=2, buyer=phone)
    other = Buyer(name=before.name, phone="19900003333", another=True)
    row = door(owners.name_representative, held(small, "0010室"), joint=2, buyer=other)
    assert row.owner != before
    assert (row.owner.name, row.owner.phone) == (before.name, "19900003333")


def test_looking_at_the_tie_and_pressing_the_button_keeps_it(small, door, sign_in, url):
    person = Person.objects.filter(community=small.estate.community_id).order_by("pk").first()
    door(owners.tie_owner, held(small, "0010室").owner, person=person)
    address, client = url("tie_owner", unit_at(small, "0010室").pk), sign_in("worker")
    drawn = client.get(address).context["form"]["person"]
    assert str(drawn.value()) in dict(drawn.field.choices)
    given = {"person": str(drawn.value()), "once": new_id()}
    assert client.post(address, given).status_code == 302
    assert held(small, "0010室").owner.person == person
    assert client.post(address, {"person": "", "once": new_id()}).status_code == 302
    assert held(small, "0010室").owner.person is None


def test_nothing_of_a_person_who_is_forgotten_stays_but_the_name_of_an_owner(small, door):
    person = Person.objects.filter(community=small.estate.community_id).order_by("pk").first()
    owner = held(small, "0010室").owner
    assert owner.code
    owner.phone = "19900004444"
    owner.save(update_fields=["phone"])
    door(owners.tie_owner, owner, person=person)
    blank_owner(person, small.at)
    owner.refresh_from_db()
    assert (owner.name, owner.phone, owner.code, owner.person) == ("业主10", "", "", None)
