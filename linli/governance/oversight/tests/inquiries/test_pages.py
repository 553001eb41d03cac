"""She asks with her phone and no account; the desk answers; the street sees what it was sent."""

import pytest
from django.urls import reverse

from linli.governance.oversight.models import Complaint, Inquiry
from linli.governance.oversight.tests.opening import disclosed

pytestmark = pytest.mark.django_db


def ask_on(client, url, about, question):
    page = client.get(url("ask"))
    given = {"about": about, "question": question, "once": page.context["form"]["once"].value()}
    client.post(url("ask"), given)
    client.post(url("ask"), given)  # tapped twice
    return Inquiry.objects.get(question=question, community=url.community)


@pytest.fixture
def url(setting):
    def address(name, *parts):
        return reverse(f"oversight:{name}", args=[setting.community.code, *parts])

    address.code, address.community = setting.community.code, setting.community
    return address


def test_the_answer_and_its_proof_are_on_the_page_of_the_receipt(setting, actor, at, visit, url):
    item = disclosed(setting, actor, at)
    line = visit().get(url("line", "donations")).content.decode()
    assert f"{url('ask')}?of={item.pk}" in line
    named = visit().get(f"{url('ask')}?of={item.pk}").content.decode()
    assert f'value="{item.pk}" selected' in named
    inquiry = ask_on(visit(), url, str(item.pk), "捐款用在哪里了？")
    assert inquiry.disclosure_id == item.pk
    follow = url("follow", inquiry.receipt)
    assert "noindex" in visit().get(follow).content.decode()
    found = visit().get(url("find"), {"receipt": inquiry.receipt.lower()})
    assert found.url == follow
    assert visit().get(url("find"), {"receipt": "1234"}).status_code == 422
    desk = visit("worker").get(url("inquiries_desk")).content.decode()
    assert "捐款用在哪里了？" in desk
    one = visit("worker").get(url("inquiry", inquiry.pk))
    assert f'value="{item.posting_id}" selected' in one.content.decode()
    wrong = {"seen": inquiry.version, "text": "用在助行器。", "public": "on"}
    assert visit("worker").post(url("inquiry", inquiry.pk), wrong).status_code == 422
    told = wrong | {"rests_on": str(item.posting_id), "title": "捐款去向", "question": "捐款用在哪"}
    assert visit("worker").post(url("inquiry", inquiry.pk), told).status_code == 302
    page = visit().get(follow).content.decode()
    for words in ("用在助行器。", item.posting.sha256, url("proof", item.pk), item.posting.number):
        assert words in page
    inquiry.refresh_from_db()
    notice = reverse("publication:notice", args=[url.code, inquiry.answered_as_id])
    public = visit().get(notice).content.decode()
    assert "捐款用在哪" in public
    assert inquiry.receipt not in public
    visit().post(url("take", inquiry.receipt, "accept"), {"seen": inquiry.version})
    inquiry.refresh_from_db()
    assert inquiry.state == "closed"


def test_a_complaint_is_a_letter_and_the_street_sees_that_one_alone(setting, visit, url):
    hers = ask_on(visit(), url, "line:accounts", "今年的经费怎么没有公布？")
    ask_on(visit(), url, "committee", "另一个人的问题，谁也不给看")
    street = reverse("street:inquiries", args=[setting.street.code])
    before = visit("street").get(street).content.decode()
    assert "今年的经费" not in before
    given = {"seen": hers.version, "why": "等了很久", "send": "on"}
    sent = visit().post(url("complain", hers.receipt), given)
    assert sent.url == url("letter", hers.receipt)
    letter = visit().get(sent.url).content.decode()
    assert "今年的经费怎么没有公布？" in letter
    assert "三十五" in letter or "35" in letter
    complaint = Complaint.objects.get(community=setting.community)
    one = reverse("street:complaint", args=[setting.street.code, complaint.pk])
    assert "等了很久" in visit("street").get(one).content.decode()
    listed = visit("street").get(street).content.decode()
    assert one in listed
    assert "另一个人" not in listed
    for who in ("director", "elder", "outsider"):
        assert visit(who).get(one).status_code == 404
    assert visit("street").post(one, {"text": "已责令三日内公布。"}).status_code == 302
    assert "已责令三日内公布。" in visit().get(url("follow", hers.receipt)).content.decode()
    assert visit("worker").get(url("inquiry", hers.pk)).status_code == 200


def test_what_was_asked_signed_in_is_found_again_and_nobody_else_reads_it(setting, visit, url):
    inquiry = ask_on(visit("elder"), url, "committee", "活动室周末开不开？")
    assert inquiry.asker_id == setting.accounts["elder"].pk
    assert inquiry.receipt in visit("elder").get(url("mine")).content.decode()
    assert inquiry.receipt not in visit("tenant").get(url("mine")).content.decode()
    for who in ("tenant", "supervisor", "outsider", "street"):
        assert visit(who).get(url("inquiry", inquiry.pk)).status_code == 404
    assert visit().get(url("letter", inquiry.receipt)).status_code == 404
    visit().post(url("take", inquiry.receipt, "withdraw"), {"seen": inquiry.version})
    inquiry.refresh_from_db()
    assert inquiry.state == "withdrawn"
    assert visit().post(url("take", inquiry.receipt, "nonsense")).status_code == 404
