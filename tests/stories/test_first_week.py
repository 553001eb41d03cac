"""The first week of a community worker who leaves Excel: three thousand people in four sheets on
Monday, "how many" by noon, four departments' forms, an app that is not taken on, a certificate
that is kindly refused, a resident who sees who looked at her record, and on Friday the report."""

from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from linli.core.access.actions import register_body
from linli.core.audit.actor import the_operator
from linli.core.people.models import Batch, Person
from linli.core.people.queries import persons_in
from linli.core.people.tests.faulty_rosters import a_roster, mended, plans, plant
from linli.core.places.actions import build_compound
from linli.core.places.models import Place
from linli.partners.intake.models import Letter
from linli.partners.paperwork.models import Asking, HandOver
from linli.partners.paperwork.tests import making
from linli.service.catalogue.models import AskedNotOurs
from tests.stories import test_first_week_forms as forms, test_first_week_roster as roster
from tests.stories.steps import fill, send
from tests.stories.telling import Device, House, People, faults_of

pytestmark = pytest.mark.story

LOOK = Device(1440)
SHEETS = ["11号楼", "12号楼", "13号楼", "15号楼"]
PEOPLE, FAULTS = 3000, 60
OFFICES = ("示范区民政局", "示范区卫生健康局", "示范区统计局", "湖滨街道社会事务办公室")
ASKED = ("序号", "姓名", "身份证号", "性别", "出生日期", "楼栋", "单元", "室号", "宗教信仰")


class Week:
    """The house, and everybody before their browser, from Monday to Friday."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.setting = house.setting
        self.community = house.setting.community
        self.people = People(house, LOOK)
        self.at = timezone.now()
        by = {"by": the_operator(), "at": self.at}
        self.towers = build_compound(self.community, name="云杉里", buildings=plans(SHEETS), **by)
        self.offices = [
            register_body(self.community, name=name, kind="department", place=self.community, **by)
            for name in OFFICES
        ]
        self.worker = self.people.page("worker")

    def look(self, page: Page, name: str) -> None:
        """Nothing on the page bars anybody's way."""
        assert not faults_of(page), name
        self.house.picture(page, LOOK, f"week-{name}")

    def go(self, page: Page, path: str) -> Page:
        page.goto(self.house.at(path))
        return page


@pytest.fixture
def week(own_house):
    found = Week(own_house)
    yield found
    found.people.leave()
    assert not found.people.trouble, "\n".join(found.people.trouble)


def test_the_first_week(week):
    monday_the_roster(week)
    monday_noon_how_many(week)
    tuesday_four_forms(week)
    wednesday_a_request_off_the_list(week)
    thursday_what_we_do_not_certify(week)
    thursday_who_looked_at_me(week)
    friday_the_report(week)


def monday_the_roster(week: Week) -> None:
    """Sixty faults of twelve kinds come back marked in their cells, are mended there, and all of
    it is taken in."""
    page, before = week.worker, persons_in(week.community).count()
    faulty = plant(a_roster(SHEETS, PEOPLE), FAULTS)
    assert len({fault.kind for fault in faulty.planted}) == 12
    roster.bring(page, week.house, faulty.workbook())
    batch = Batch.objects.get(community=week.community)
    assert [batch.counts[name] for name in ("read", "new", "refused")] == [3000, 2940, 60]
    week.look(page, "faults")
    marked = page.request.get(week.house.at(roster.href(page, "marked.xlsx"))).body()

    roster.bring(page, week.house, mended(marked, faulty))
    send(page, "form[action$='/take-in/'] button[type=submit]")
    batch = Batch.objects.filter(community=week.community).latest("read_at")
    assert (batch.state, batch.counts["new"], batch.counts["refused"]) == ("committed", 3000, 0)
    assert persons_in(week.community).count() == before + PEOPLE


def monday_noon_how_many(week: Week) -> None:
    """Of eighty and more living alone in the towers, today and on the first of March."""
    page = week.go(week.worker, "desk/people/questions/")
    fill(page, "age_from", "80")
    fill(page, "alone", "dwelling")
    fill(page, "place", str(week.towers.pk))
    fill(page, "then", date(timezone.localdate().year, 3, 1).isoformat())
    expect(page.locator(".tally-number")).to_have_count(2)
    now, _then = (int(each) for each in page.locator(".tally-number").all_inner_texts())
    assert now == _alone_by_the_table(week)
    week.look(page, "how-many")
    stair = week.setting.stair
    week.go(page, f"desk/people/stairs/{stair.pk}/")
    expect(page.locator("main")).to_contain_text("王秀兰")


def _alone_by_the_table(week: Week) -> int:
    """The same counted from door to door."""
    today, living = timezone.localdate(), {}
    for person in Person.objects.filter(community=week.community).prefetch_related("ties"):
        for tie in person.ties.all():
            if tie.kind in ("usual_resident", "tenant") and tie.since <= today:
                living.setdefault(tie.dwelling_id, {})[person.pk] = person.birth_date
    towers = set(
        Place.objects.filter(path__startswith=f"{week.towers.path}/").values_list("pk", flat=True)
    )
    alone = [
        born
        for home, found in living.items()
        if len(found) == 1 and home in towers
        for born in found.values()
    ]
    turned = today.replace(year=today.year - 80)
    return sum(born is not None and born <= turned for born in alone)


def tuesday_four_forms(week: Week) -> None:
    """Each office's own blank, filled for the oldest of one tower; what nothing entitles us to tell
    stays empty."""
    page, tower = week.worker, Place.objects.get(parent=week.towers, name=SHEETS[0])
    for number, office in enumerate(week.offices):
        content = making.blank(title=f"{office.name}老年人情况统计表", headings=ASKED)
        forms.upload(week.house, page, office, content)
        page.check("[name=subject][value=person]")
        send(page, f"{forms.FORM} .btn-primary")
        page.check("[name=how][value=everybody]")
        fill(page, "age_from", "88")
        page.select_option("[name=place]", str(tower.pk))
        send(page, f"{forms.FORM} .btn-primary")
        if number == 0:
            week.look(page, "form")
        asking = Asking.objects.get(community=week.community, state="listed")
        week.go(page, f"desk/forms/{asking.pk}/hand-over/")
        page.fill("[name=received_by]", "综合科")
        page.fill("[name=minutes]", "6")
        page.check("[name=way][value=mail]")
        page.check("[name=ground][value=duty]")
        send(page, f"{forms.FORM} .btn-primary")
    handed = HandOver.objects.filter(community=week.community)
    assert handed.count() == 4
    assert {each.typed for each in handed} == {0}, "not a cell was typed"
    assert min(each.rows for each in handed) > 10


def wednesday_a_request_off_the_list(week: Week) -> None:
    """An app that everybody is to open daily: written down by the worker, refused by the director
    with a letter that names the rule."""
    page = week.go(week.worker, "desk/intake/new/")
    page.select_option("#id_body", str(week.offices[2].pk))
    page.select_option("#id_kind", "app")
    page.fill("#id_title", "每日打卡应用")
    send(page, "main form[data-guard] button[type=submit]")
    director = week.go(week.people.page("director"), "desk/intake/")
    director.locator("a.row-link").first.click()
    director.locator("main a[href$='/refuse/']").click()
    director.wait_for_selector("#id_words")
    director.fill("#id_words", "需要居民知道的，我们帮忙贴通知。")
    send(director, "main form[data-guard] button[type=submit]")
    director.wait_for_selector(".letter")
    week.look(director, "letter")
    assert Letter.objects.filter(community=week.community, kind="refusal").count() == 1


def thursday_what_we_do_not_certify(week: Week) -> None:
    """No 无犯罪记录 from a residents' committee: the right office, on a slip."""
    page = week.go(week.worker, "desk/certificates/")
    page.fill("[name=q]", "没有犯罪记录")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    send(page, "form[action$='/no_criminal_record/slip/'] button")
    expect(page.locator(".way-slip")).to_contain_text("12345")
    asked = AskedNotOurs.objects.get(community=week.community, item="no_criminal_record")
    assert asked.at_desk == 1


def thursday_who_looked_at_me(week: Week) -> None:
    """The elderly resident corrects her telephone and reads that her staircase was walked."""
    page = week.people.page("elder")
    page.goto(week.house.at("/me/record/change/"))
    fill(page, "phone", "19900001440")
    send(page, "main form button.btn-primary")
    elder = Person.objects.get(
        pk=week.setting.accounts["elder"].person_id, community=week.community
    )
    assert elder.phone == "+8619900001440"
    page.goto(week.house.at("/me/record/looks/"))
    expect(page.locator(".timeline").first).to_contain_text("逐户看了楼道")
    week.look(page, "who-looked")


def friday_the_report(week: Week) -> None:
    """The month's report has it all, without a typed figure."""
    page = week.go(week.worker, "desk/reports/")
    page.select_option("[name=period]", f"{timezone.localdate():%Y-%m}")
    page.locator("main form button[type=submit]").first.click()
    week.go(page, "desk/reports/")
    page.locator("a.row-link").first.click()
    row = page.locator("tr", has=page.locator("a[href*='of=intake.refused']"))
    expect(row).to_contain_text("1")
    week.look(page, "report")
    with page.expect_download() as waited:
        page.locator("a[href*='/word/']").click()
    assert waited.value.path().stat().st_size > 10_000
