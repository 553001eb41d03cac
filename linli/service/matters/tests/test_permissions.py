"""Who opens which page of 诉求, and what of it: the whole cast at every door."""

import pytest
from django.shortcuts import resolve_url

from linli.lib.identity.ids import new_id
from linli.service.matters import urls
from linli.service.matters.actions import keep_table
from linli.service.matters.queries import kinds_of
from linli.web.demo.cast import CAST

pytestmark = pytest.mark.django_db

EVERYBODY = ("visitor", *(role.key for role in CAST))
STAFF = {"worker", "director"}
QUEUE = STAFF | {"manager"}

# Who gets in, page by page; everybody else is shown the way in, or told there is no such page.
PUBLIC = [
    "public", "public_json", "new", "places", "places_json", "public_one", "public_one_json",
    "find", "follow", "services", "requests", "request",
]  # fmt: skip
# Opened as a page, the second page of the form leads back to the first.
LEADS_BACK = ["check"]
POSTED_BY_ANYBODY = ["near", "follow_supply", "follow_rate", "follow_withdraw"]
SIGNED_IN = ["mine"]
AT_THE_DESK = {
    "queue": QUEUE,
    "show": QUEUE,
    "type_in": STAFF,
    "patterns": STAFF,
    "imports": STAFF,
    "import": STAFF,
    "import_marked": STAFF,
    "look": STAFF,
    "merge": STAFF,
    "split": STAFF,
    "kinds": {"director"},
    "kind": {"director"},
    "routing": {"director"},
}
POSTED_AT_THE_DESK = {
    "together": STAFF,
    "import_take": STAFF,
    "import_undo": STAFF,
    "contact": STAFF,
}
WITH_WAYS_OF_THEIR_OWN = ["own", "move", "note"]

SECRETS = ("王小暗", "19900001234", "我住501室", "西湖的灯")


@pytest.fixture
def scene(setting, report, forwarded, published, actor, at):
    """A matter with the manager, one that is public, one next door, and a table to bring in."""
    from linli.core.audit.actor import the_operator

    said = {
        "title": "灯不亮",
        "text": "灯不亮，我住501室，王小暗",
        "contact_name": "王小暗",
        "contact_phone": "19900001234",
    }
    sent = forwarded(report(**said, wanted="换成声控的"), fields=("title", "place"))
    shown = published(report(**said))
    report(title="西湖的灯", text="西湖的灯", community=setting.neighbour, place=None, where="桥头")
    batch = keep_table(
        setting.community,
        upload=None,
        file_name="旧表.csv",
        sha256="0" * 64,
        mapping={},
        counts={"read": 0, "refused": 0},
        by=the_operator(),
        at=at,
    )
    batch.state = "done"
    batch.save()
    return {"sent": sent, "shown": shown, "batch": batch}


@pytest.fixture
def address(url, scene, setting):
    """Any page's address, filled with what is really there."""
    from linli.service.matters.actions.publishing import posting_of

    parts = {
        "posting_id": posting_of(scene["shown"]).pk,
        "receipt": scene["sent"].receipt,
        "subject": scene["sent"].pk,
        "batch_id": scene["batch"].pk,
        "kind_id": kinds_of(setting.community).first().pk,
        "matter_id": scene["sent"].pk,
        "move": "answer",
    }

    def filled(name):
        pattern = next(each for each in urls.urlpatterns if each.name == name)
        needed = pattern.pattern.converters
        return url(name, **{part: parts[part] for part in needed})

    return filled


def is_sent_to_sign_in(response):
    return response.status_code == 302 and response["Location"].startswith(
        resolve_url("account_login")
    )


def test_no_page_was_forgotten_here():
    listed = {
        *PUBLIC,
        *POSTED_BY_ANYBODY,
        *LEADS_BACK,
        *SIGNED_IN,
        *AT_THE_DESK,
        *POSTED_AT_THE_DESK,
        *WITH_WAYS_OF_THEIR_OWN,
    }
    assert {pattern.name for pattern in urls.urlpatterns} == listed


@pytest.mark.parametrize("key", EVERYBODY)
def test_each_of_the_cast_opens_what_is_theirs_and_nothing_else(key, visit, address):
    browser, wrong = visit(key), []

    def knock(name, allowed, answer):
        response = browser.get(address(name))
        if allowed:
            good = response.status_code == answer
        else:
            good = response.status_code == 404 or (
                key == "visitor" and is_sent_to_sign_in(response)
            )
        if not good:
            wrong.append(f"{key} {name}: {response.status_code}")

    for name in PUBLIC:
        knock(name, True, 200)
    for name in POSTED_BY_ANYBODY:
        knock(name, True, 405)
    for name in LEADS_BACK:
        knock(name, True, 302)
    for name in SIGNED_IN:
        knock(name, key != "visitor", 200)
    for name, who in AT_THE_DESK.items():
        # The table of an import that is over is gone; the page says so.
        knock(name, key in who, 409 if name == "import_marked" else 200)
    for name, who in POSTED_AT_THE_DESK.items():
        knock(name, key in who, 405)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("key", [key for key in EVERYBODY if key not in STAFF])
def test_nothing_of_a_person_reaches_anybody_but_the_committee(key, visit, address, scene):
    """The pages by receipt aside: who bears the receipt is the sender."""
    browser = visit(key)
    for name in (*PUBLIC, *SIGNED_IN, *AT_THE_DESK):
        if name == "follow":
            continue
        page = browser.get(address(name)).content.decode()
        for secret in (*SECRETS, scene["sent"].receipt, scene["shown"].receipt):
            assert secret not in page, (name, secret)


@pytest.mark.parametrize("key", sorted(STAFF))
def test_the_committee_reads_nothing_of_the_next_community(key, visit, address):
    browser = visit(key)
    for name in (*PUBLIC, *AT_THE_DESK):
        response = browser.get(address(name))
        if response.status_code == 200:
            assert "西湖的灯" not in response.content.decode(), name


@pytest.mark.parametrize("key", sorted(QUEUE))
def test_a_matter_of_the_next_community_is_not_there(key, visit, url, setting, report):
    elsewhere = report(community=setting.neighbour, place=None, where="桥头")
    browser = visit(key)
    for name in ("show", "look", "merge", "split"):
        assert browser.get(url(name, matter_id=elsewhere.pk)).status_code == 404, name
    for name in ("contact", "note"):
        response = browser.post(url(name, matter_id=elsewhere.pk), {"purpose": "看看", "text": "x"})
        assert response.status_code == 404, name


def test_the_outsider_works_at_home_and_opens_nothing_here(visit, url, setting, report):
    here = report()
    browser = visit("outsider")
    home = browser.get(url("queue", community=setting.neighbour))
    assert home.status_code == 200
    assert browser.get(url("queue")).status_code == 404
    assert browser.get(url("show", matter_id=here.pk)).status_code == 404
    for move in ("accept", "answer", "forward"):
        address = url("move", matter_id=here.pk, move=move)
        assert browser.get(address).status_code == 404
        assert browser.post(address, {"seen": here.version}).status_code == 404


def test_an_account_s_own_page_leads_its_owner_to_the_receipt_and_nobody_else(
    visit, url, setting, report
):
    mine = report(sender=setting.accounts["elder"])
    owned = url("own", subject=mine.pk)
    assert visit("elder").get(owned)["Location"] == url("follow", receipt=mine.receipt)
    for key in ("tenant", "worker", "director", "outsider", "manager"):
        assert visit(key).get(owned).status_code == 404, key
    assert is_sent_to_sign_in(visit().get(owned))


def test_what_nobody_was_given_is_not_found(visit, url):
    browser = visit("worker")
    unknown = new_id()
    for name, part in (("show", "matter_id"), ("import", "batch_id"), ("public_one", "posting_id")):
        assert browser.get(url(name, **{part: unknown})).status_code == 404, name
    assert visit("director").get(url("kind", kind_id=unknown)).status_code == 404


def test_a_step_that_does_not_exist_is_not_found(visit, url, matter):
    assert visit("worker").get(url("move", matter_id=matter.pk, move="fly")).status_code == 404
