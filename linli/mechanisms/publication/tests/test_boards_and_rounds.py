"""Paper equals web, and who has no telephone is told at the door."""

import tomllib
from datetime import date
from importlib import resources
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from linli.core.access.models import Account
from linli.core.audit.actor import NOBODY, Actor
from linli.core.audit.models import Entry
from linli.core.clocks.tests.cast import BEGAN, at
from linli.core.files.queries import files_of
from linli.core.people.models import Household, Person, Tie
from linli.core.places.kinds import LEVELS
from linli.core.places.models import Place
from linli.lib.law import Refused
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.due import run
from linli.mechanisms.publication.models import Posting, Told
from linli.mechanisms.publication.queries.boards import compared, to_take_off
from linli.mechanisms.publication.queries.rounds import reach_of, stairs_without_phone

pytestmark = pytest.mark.django_db

ON = date(2026, 3, 2)


def _rule(call, *args, **more):
    with pytest.raises(Refused) as caught:
        call(*args, **more)
    return caught.value.finding.rule


@pytest.fixture
def board(community, worker):
    return actions.open_board(community, name="东门", where="门卫室旁", by=worker, at=at(3, 1))


def _photo():
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "white").save(drawn, "JPEG")
    return SimpleUploadedFile("board.jpg", drawn.getvalue(), "image/jpeg")


def test_a_photo_proves_that_it_hangs_and_what_is_over_is_to_be_taken_off(
    posted, board, worker, community, settings, tmp_path
):
    notice = posted()
    hanging = actions.hang(notice, board=board, photos=[_photo()], by=worker, at=at(3, 1, 11))
    assert files_of(hanging).count() == 1
    assert hanging.hung_by_id == worker.account
    (line,) = compared(board, at(3, 2))
    assert (line.up, line.outdated) == (True, False)
    assert to_take_off(community.pk, at(3, 16, 23, 59)) == []
    # Also before time has been noted.
    assert to_take_off(community.pk, at(3, 17, 0)) == [hanging]
    (line,) = compared(board, at(3, 17, 0))
    assert not line.up
    actions.take_off(hanging, by=worker, at=at(3, 17))
    assert compared(board, at(3, 17)) == []
    assert _rule(actions.take_off, hanging, by=worker, at=at(3, 17)) == "publication.unchanged"
    assert _rule(actions.hang, notice, board=board, by=worker, at=at(3, 17)) == (
        "publication.still_up"
    )


def test_after_a_correction_the_paper_is_an_earlier_version_until_it_is_hung_anew(
    publish, posted, board, worker
):
    notice = posted()
    actions.hang(notice, board=board, by=worker, at=at(3, 1))
    fields = {"title": "楼道灯修好了", "body": "5号楼也换了。"}
    publish.correct(notice, by=worker, at=at(3, 2), fields=fields, reason="漏写了")
    assert compared(board, at(3, 2))[0].outdated
    actions.hang(notice, board=board, by=worker, at=at(3, 2))
    (line,) = compared(board, at(3, 2))
    assert not line.outdated


def test_a_look_at_the_board_is_noted_and_a_board_has_one_name(posted, board, community, worker):
    notice = posted()
    check = actions.check_board(board, found={notice.pk: "missing"}, by=worker, at=at(3, 2))
    assert not check.equal
    assert actions.check_board(board, found={notice.pk: "same"}, by=worker, at=at(3, 2)).equal
    again = {"name": " 东门 ", "by": worker, "at": at(3, 2)}
    assert _rule(actions.open_board, community, **again) == "publication.board_once"
    actions.close_board(board, by=worker, at=at(3, 2))
    actions.open_board(community, **again)


def test_the_weekly_look_is_a_duty_kept_by_an_act():
    text = (
        resources.files("linli.mechanisms.publication").joinpath("duties.toml").read_text("utf-8")
    )
    (duty,) = tomllib.loads(text)["duty"]
    assert (duty["every"], duty["kept_by"]) == ("week", ["publication.check_board"])


@pytest.fixture
def homes(community):
    """Three households on one stair: one with a telephone, two without."""
    stair = _place(community, community, "entrance", "1单元")
    made = []
    for number, phone in ((101, "13812341234"), (102, ""), (201, "")):
        dwelling = _place(community, stair, "dwelling", str(number))
        household = Household.objects.create(community=community, dwelling=dwelling, since=ON)
        person = Person(
            community=community, name=f"住户{number}", registered_at=BEGAN, changed_at=BEGAN
        )
        person.place_numbers(phone=phone)
        person.save()
        Tie.objects.create(
            community=community,
            person=person,
            dwelling=dwelling,
            household=household,
            kind="usual_resident",
            since=ON,
            source="desk",
        )
        made.append((household, person))
    return made


def _place(community, parent, kind, name):
    return Place.objects.create(
        parent=parent,
        community=community,
        kind=kind,
        level=LEVELS[kind],
        name=name,
        full_name=f"{community.name} {name}",
        path=f"{parent.path}/{name}",
        position=name,
    )


def test_doors_without_a_telephone_are_listed_by_stair_and_ticked_off(posted, homes, worker):
    notice = posted(at(3, 2))
    (stair,) = stairs_without_phone(notice, ON)
    assert [door.name for door in stair.doors] == ["102", "201"]
    told = [homes[1][0].pk]
    given = {"households": told, "how": "door", "by": worker, "at": at(3, 3)}
    assert _rule(actions.note_told, notice, **given) == "publication.round_open"
    actions.begin_round(notice, by=worker, at=at(3, 3))
    assert actions.note_told(notice, **given) == 1
    assert actions.note_told(notice, **given) == 0
    reach = reach_of(notice, ON)
    assert (reach.households, reach.without_phone, reach.reached, reach.left) == (3, 2, 1, 1)
    actions.untell(notice, household=told[0], by=worker, at=at(3, 3))
    assert reach_of(notice, ON).reached == 0


def test_a_household_says_itself_that_it_knows_and_nobody_is_kept_for_it(posted, homes, worker):
    notice = posted(at(3, 2))
    actions.begin_round(notice, by=worker, at=at(3, 2))
    resident = Actor(person=homes[2][1].pk)
    actions.confirm_told(notice, by=resident, at=at(3, 3))
    actions.confirm_told(notice, by=resident, at=at(3, 3))
    row = Told.objects.get(community=notice.community_id)
    assert (row.how, row.account_id, row.household) == ("confirmed", None, homes[2][0])
    entry = Entry.objects.filter(action="publication.confirm_told").first()
    assert entry.account is None
    assert _rule(actions.confirm_told, notice, by=NOBODY, at=at(3, 3)) == "access.permitted"
    stranger = Actor(person=notice.pk)
    assert _rule(actions.confirm_told, notice, by=stranger, at=at(3, 3)) == (
        "publication.household_known"
    )


def test_when_it_comes_down_only_the_counts_stay(posted, homes, worker, community):
    notice = posted(at(3, 2))
    actions.begin_round(notice, by=worker, at=at(3, 2))
    told = [household.pk for household, _person in homes[1:]]
    actions.note_told(notice, households=told, how="phone", by=worker, at=at(3, 3))
    run(at(4, 1))
    assert not Told.objects.filter(community=community).exists()
    notice = Posting.objects.get(community=community, pk=notice.pk)
    assert notice.told == {"households": 3, "without_phone": 2, "told": {"phone": 2}}
    assert reach_of(notice, ON).reached == 2


def test_who_reads_is_kept_nowhere(posted, client, community):
    notice = posted(at(3, 2))
    before = Entry.objects.count()
    with time_machine.travel(at(3, 3), tick=False):
        for name in ("notice", "sheet", "large", "share", "script", "text", "code", "original"):
            url = reverse(f"publication:{name}", args=[community.code, notice.pk])
            assert client.get(url).status_code == 200, name
    assert Entry.objects.count() == before
    fields = {field.name for field in Posting._meta.get_fields()}
    assert not fields & {"views", "hits", "read_by", "readers", "opened"}


def test_the_desk_hangs_checks_and_goes_round(posted, homes, board, client, community, worker):
    def url(name, *more):
        return reverse(f"publication:{name}", args=[community.code, *more])

    account = Account.objects.get(pk=worker.account)
    client.force_login(account, backend="linli.core.access.sign_in.AccountBackend")
    notice = posted(at(3, 2))
    with time_machine.travel(at(3, 3), tick=False) as travel:
        assert "还没贴" in client.get(url("overview")).content.decode()
        sent = {"board": str(board.pk), "photo": _photo()}
        assert client.post(url("hang", notice.pk), sent).status_code == 302
        assert "东门" in client.get(url("manage", notice.pk)).content.decode()
        wrong = {"board": str(board.pk), "photo": SimpleUploadedFile("a.jpg", b"no picture")}
        assert client.post(url("hang", notice.pk), wrong).status_code == 422
        assert "楼道灯修好了" in client.get(url("check_board", board.pk)).content.decode()
        client.post(url("check_board", board.pk), {str(notice.pk): "same"})
        assert "一致" in client.get(url("boards")).content.decode()
        client.post(url("begin_round", notice.pk))
        doors = client.get(url("round", notice.pk)).content.decode()
        assert "102" in doors
        assert "住户" not in doors
        told = {"told": [str(homes[1][0].pk)], "how": "door"}
        client.post(url("note_told", notice.pk), told)
        assert reach_of(notice, ON).reached == 1
        client.post(url("untell", notice.pk, homes[1][0].pk))
        assert reach_of(notice, ON).reached == 0
        travel.move_to(at(3, 18, 0))
        page = client.get(url("overview")).content.decode()
        assert "纸质件还贴着" in page
        assert client.get(url("round", notice.pk)).status_code == 404
