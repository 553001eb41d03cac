"""Who sees what of a person; and that whoever looks is written down."""

from datetime import date, timedelta

import pytest

from linli.core.audit.actor import NOBODY, Actor
from linli.core.audit.models import Entry
from linli.core.audit.queries import entries_about
from linli.core.audit.sentences import sentence_of
from linli.core.people.presentation import Sight, masked, masked_contact, open_person
from linli.core.people.tests.conftest import AT, ON, an_id, as_themself, post_of
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused

BORN = date(1954, 5, 6)
ID = an_id(BORN, serial=12)


@pytest.fixture
def person(resident, dwelling):
    return resident("王秀英", phone="13812345678", id_number=ID, home=dwelling())


def test_a_worker_sees_the_name_and_masked_numbers(person, worker, dwelling):
    seen = masked(person, worker, dwelling=dwelling())
    assert seen.name == "王秀英"
    assert seen.phone == "138****5678"
    assert BORN.strftime("%Y%m%d") not in seen.id_number
    assert seen.id_number[:3] == ID[:3]
    assert seen.address.endswith("101")
    assert seen.can_be_opened
    assert not seen.is_whole


def test_the_person_sees_all_of_their_own(person):
    seen = masked(person, as_themself(person))
    assert (seen.sight, seen.phone, seen.id_number) == (Sight.OWN, "13812345678", ID)


@pytest.mark.parametrize(
    "post", ["representative", "supervisor", "mediator", "property_manager", "street_officer"]
)
def test_other_posts_see_that_there_is_somebody_and_no_more(person, community, post):
    seen = masked(person, post_of(post, community))
    assert seen.sight is Sight.NONE
    assert not any((seen.name, seen.phone, seen.id_number, seen.address))


def test_neighbours_visitors_and_the_next_community_see_nothing(person, outsider):
    for viewer in (outsider, NOBODY, Actor(account=new_id(), person=new_id())):
        assert not masked(person, viewer).is_shown


def test_an_account_without_a_person_is_nobodys_own(person):
    assert masked(person, Actor(account=new_id(), person=None)).sight is Sight.NONE


def test_opening_asks_what_for_and_writes_it_where_the_person_reads_it(person, worker):
    seen = open_person(person, worker, purpose="核对选民登记", at=AT)
    assert (seen.phone, seen.id_number) == ("13812345678", ID)
    (entry,) = entries_about(person.pk).filter(action="people.open")
    assert (entry.post, entry.at) == ("worker", AT)
    assert "核对选民登记" in sentence_of(entry.action, entry.note)


@pytest.mark.parametrize("purpose", ["", "  ", "看看", "长" * 101])
def test_a_purpose_that_says_nothing_opens_nothing(person, worker, purpose):
    with pytest.raises(Refused) as refusal:
        open_person(person, worker, purpose=purpose, at=AT)
    assert refusal.value.finding.rule == "people.purpose_said"
    assert not Entry.objects.filter(action="people.open").exists()


def test_who_may_not_read_may_not_open_with_any_purpose(person, outsider, community):
    for viewer in (outsider, post_of("supervisor", community), NOBODY, as_themself(person)):
        with pytest.raises(Refused):
            open_person(person, viewer, purpose="核对选民登记", at=AT)


def test_a_childs_record_opens_for_the_director_alone(resident, worker, director):
    child = resident("李小明", birth_date=ON - timedelta(days=13 * 365))
    with pytest.raises(Refused):
        open_person(child, worker, purpose="核对入学登记", at=AT)
    assert open_person(child, director, purpose="核对入学登记", at=AT).name == "李小明"


def test_a_person_prints_without_what_is_personal(person, worker):
    assert "王" not in repr(masked(person, worker)) + repr(person) + str(person)
    assert "138" not in repr(open_person(person, worker, purpose="联系本人", at=AT))


def test_a_contact_left_with_a_matter_is_masked_name_and_number():
    seen = masked_contact("王秀英", "13812345678")
    assert (seen.name, seen.phone) == ("王*英", "138****5678")
    assert seen.is_shown
    assert not masked_contact().name
