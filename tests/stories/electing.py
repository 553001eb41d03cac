"""What people do in the course of an election, each step on the pages, for the stories.

Named after what it does for the election; every function leaves the election where the next one
takes it up. Only what would be the same thing thirty times over (ten signatures, seven answers of
an office) is done by the acts.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page

from linli.core.audit.actor import the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.people.models import Person
from linli.core.places.queries import dwellings_under
from linli.governance.elections import actions
from linli.governance.elections.models import Election, Nomination
from linli.governance.elections.queries.standing import elector_of
from linli.mechanisms.ballot.models import Elector
from tests.stories.telling import Device, House

TITLE = "第七届居民委员会换届选举"
SURNAMES, GIVEN = "张马高林罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾", "安宁和平"
DAYS = 45


@dataclass
class Course:
    """One election under way: the house, the device, the neighbours, and where it stands."""

    house: House
    look: Device
    neighbours: list[Person]

    @property
    def setting(self) -> Any:
        return self.house.setting

    @property
    def election(self) -> Election:
        """As it is now."""
        return Election.objects.select_related("community", "electorate").get(
            community=self.setting.community, title=TITLE
        )

    def by(self, key: str) -> dict[str, Any]:
        """One of the cast, with the posts held now."""
        now = timezone.now()
        return {"by": self.setting.actor(key, timezone.localdate(now)), "at": now}

    def person(self, key: str) -> Person:
        """The roster's record of one of the cast."""
        account = self.setting.accounts[key]
        return Person.objects.get(community=self.setting.community, pk=account.person_id)

    def line(self, person: Person) -> Elector:
        """Somebody's line on the roll."""
        found = elector_of(self.election, person.pk)
        assert found is not None
        return found

    def desk(self, page: str = "") -> str:
        """The address of a desk page of the election."""
        return self.house.at(f"desk/elections/{self.election.pk}/{page}")

    def portal(self, page: str = "") -> str:
        """The address of a residents' page of the election."""
        return self.house.at(f"elections/{self.election.pk}/{page}")

    def picture(self, page: Page, name: str) -> None:
        self.house.picture(page, self.look, f"election-{name}")


def settle_neighbours(house: House, number: int = 30) -> list[Person]:
    """Adults with hukou in the old compound, beside the cast."""
    now, by = timezone.now(), the_operator()
    homes = dwellings_under(house.setting.old)
    since = timezone.localdate(now) - timedelta(days=300)
    people = []
    for each in range(number):
        person = register_person(
            house.setting.community,
            name=SURNAMES[each % len(SURNAMES)] + GIVEN[each % len(GIVEN)] * 2,
            sex="female" if each % 2 else "male",
            birth_date=date(1955 + each, 6, 15),
            by=by,
            at=now,
        )
        home = homes[each % len(homes)]
        move_in(person, dwelling=home, kind="hukou_here", since=since, by=by, at=now)
        people.append(person)
    return people


def press(page: Page, button: str) -> None:
    """Presses a button of the page's own and waits for the page it leads to."""
    with page.expect_navigation():
        page.locator(f"main {button}").first.click()


def submit(page: Page) -> None:
    """Sends the form of a page that has one."""
    press(page, "form button.btn-primary, form button.btn-danger")


def plan_it(course: Course, mode: str = "electors") -> None:
    """The director sets the day, and the plan follows from it; who votes is recorded as it was
    decided."""
    day = timezone.localdate() + timedelta(days=DAYS)
    with course.house.visit(course.look, "director") as page:
        page.goto(course.house.at("desk/elections/new/"))
        page.fill("[name=title]", TITLE)
        page.fill("[name=day]", day.isoformat())
        page.fill("[name=term_starts]", day.isoformat())
        page.fill("[name=term_ends]", day.replace(year=day.year + 5).isoformat())
        page.fill("[name=committee_member]", "3")
        course.picture(page, "01-new")
        submit(page)
        course.picture(page, "02-planned")
        assert page.locator("ol.stages li").count() == 9
        page.goto(course.desk("mode/"))
        page.check(f"[name=mode][value={mode}]")
        page.fill("[name=decision]", "居民代表会议决议，到会 38 人，赞成 35 人")
        page.fill("[name=decided_on]", timezone.localdate().isoformat())
        submit(page)


def choose_committee(course: Course) -> None:
    """The director enters whom the representatives' meeting chose, in the order of the result:
    the elder leads it, two neighbours sit, two wait."""
    chosen = [(course.person("elder"), "chair")]
    chosen += [(person, "member") for person in course.neighbours[:2]]
    chosen += [(person, "substitute") for person in course.neighbours[2:4]]
    with course.house.visit(course.look, "director") as page:
        page.goto(course.desk("committee/"))
        for person, part in chosen:
            page.check(f"[name=part][value={part}]")
            page.fill("main [name=q]", person.name)
            press(page, "button[name=find]")
            press(page, f"button[name=person][value='{person.pk}']")
        course.picture(page, "03-committee")
        page.goto(course.desk("committee/form/"))
        page.check("[name=chosen_by][value=representatives_meeting]")
        page.fill("[name=decision]", "居民代表会议推选，到会 38 人")
        page.fill("[name=chosen_on]", timezone.localdate().isoformat())
        submit(page)
        course.picture(page, "04-committee-posted")


def open_registration(course: Course) -> None:
    """The elder, who now leads the election committee, opens the registration."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk())
        course.picture(page, "05-home-of-the-committee")
        press(page, ".step-card a.btn-primary")
        submit(page)


def register_everybody(course: Course) -> None:
    """The tenant registers on the phone; the representative, who only owns here, applies and is
    confirmed; the worker registers the neighbours who were asked at their doors."""
    with course.house.visit(course.look, "tenant") as page:
        page.goto(course.house.at("elections/"))
        page.locator("main a.leaf-title").first.click()
        course.picture(page, "06-residents-page")
        page.locator("main a[href$='/register/']").click()
        page.check("[name=ground][value=resident]")
        page.check("[name=takes_part]")
        course.picture(page, "07-register")
        submit(page)
    with course.house.visit(course.look, "representative") as page:
        page.goto(course.portal("register/"))
        page.check("[name=ground][value=resident]")
        page.fill("[name=paper]", "居住证")
        page.check("[name=takes_part]")
        submit(page)
    with course.house.visit(course.look, "worker") as page:
        page.goto(course.desk("registration/"))
        course.picture(page, "08-registration")
        for box in page.locator("input[name=ids]").all():
            box.check()
        page.check("[name=way][value=visit]")
        press(page, "form[action$='/several/'] button.btn-primary")
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("registration/"))
        page.locator("main a[href$='/confirm/']").click()
        page.fill("[name=paper]", "居住证、物业证明")
        submit(page)


def post_roll(course: Course) -> None:
    """The worker draws the roll up, the elder looks at it and posts it."""
    with course.house.visit(course.look, "worker") as page:
        page.goto(course.desk("roll/"))
        press(page, "form[action$='/roll/prepare/'] button")
        course.picture(page, "09-roll-prepared")
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("roll/"))
        press(page, "form[action$='/roll/post/'] button")
        course.picture(page, "10-roll-posted")
        page.goto(course.desk("roll/sheet/"))
        course.picture(page, "11-roll-sheet")


def object_and_correct(course: Course) -> Person:
    """The tenant objects that a neighbour who moved away is listed; the committee finds it so,
    and strikes the line. Says who was struck."""
    gone = course.neighbours[-1]
    number = course.line(gone).number
    with course.house.visit(course.look, "tenant") as page:
        page.goto(course.portal())
        course.picture(page, "12-on-the-roll")
        page.locator("main a[href$='/object/']").click()
        page.check("[name=kind][value=wrong]")
        page.fill("[name=number]", str(number))
        page.fill("[name=text]", "这位邻居半年前把户口迁走了，不住这里了。")
        submit(page)
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("objections/"))
        page.locator("main a.leaf-title").first.click()
        page.wait_for_selector("main a[href$='/uphold/']")
        course.picture(page, "13-objection")
        page.locator("main a[href$='/uphold/']").click()
        page.fill("[name=reason]", "户籍登记已于今年 5 月迁出。")
        page.fill("[name=public_reason]", "户籍已经迁出，不在本社区常住。")
        submit(page)
    return gone


def nominate(course: Course) -> None:
    """The Party organisation names seven; the representative puts forward one more, the tenant
    and eight neighbours join; one of the committee is nominated and leaves it."""
    offices = list(course.election.offices.order_by("position"))
    with course.house.visit(course.look, "worker") as page:
        page.goto(course.desk("nominations/new/"))
        page.check(f"[name=office][value='{offices[0].pk}']")
        page.check("[name=by][value=party]")
        page.fill("[name=nominee]", str(course.line(course.person("representative")).number))
        submit(page)
    wanted = [
        (offices[0], course.neighbours[0]),  # sits on the committee, and leaves it
        (offices[1], course.neighbours[5]),
        (offices[1], course.neighbours[6]),
        *((offices[2], person) for person in course.neighbours[7:10]),
    ]
    for office, person in wanted:
        actions.nominate(
            course.election, office=office, person=person, proposed_by="party",
            **course.by("worker"),
        )  # fmt: skip
    _put_forward_together(course, offices[2].pk, course.neighbours[10])


def _put_forward_together(course: Course, office: Any, nominee: Person) -> None:
    with course.house.visit(course.look, "representative") as page:
        page.goto(course.portal("nominations/new/"))
        page.check(f"[name=office][value='{office}']")
        page.fill("[name=nominee]", nominee.name)
        submit(page)
    row = Nomination.objects.get(community=course.setting.community, by="electors")
    with course.house.visit(course.look, "tenant") as page:
        page.goto(course.portal("nominations/"))
        press(page, f"form[action$='/{row.pk}/join/'] button")
        course.picture(page, "14-joined")
    for person in course.neighbours[12:20]:
        row.refresh_from_db()
        assert not row.complete
        actions.join_nomination(
            course.election, nomination=row, elector=course.line(person), **course.by("worker")
        )


def post_candidates(course: Course) -> None:
    """Nominees say yes, the organs confirm, the worker draws the list up, the elder posts it and
    calls residents to meet the candidates."""
    with course.house.visit(course.look, "representative") as page:
        page.goto(course.portal())
        course.picture(page, "15-nominated")
        press(page, "button[name=accepts][value=yes]")
    here = {"community": course.setting.community}
    for row in Nomination.objects.filter(state="put_forward", **here):
        actions.answer_nomination(row, accepts=True, **course.by("worker"))
    rows = list(Nomination.objects.filter(state="accepted", **here).order_by("pk"))
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk(f"nominations/{rows[0].pk}/confirm/"))
        page.fill("[name=confirmed_on]", timezone.localdate().isoformat())
        page.fill("[name=paper]", "区民政局复函〔2026〕8 号")
        page.check("[name=bars][value=no]")
        submit(page)
        for row in rows[1:]:
            actions.confirm_nomination(
                row, confirmed_on=timezone.localdate(), paper="区民政局复函", bars=False,
                **course.by("elder"),
            )  # fmt: skip
        page.goto(course.desk("nominations/"))
        course.picture(page, "16-nominations")
    with course.house.visit(course.look, "worker") as page:
        page.goto(course.desk("candidates/"))
        press(page, "form[action$='/candidates/prepare/'] button")
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("candidates/"))
        press(page, "form[action$='/candidates/post/'] button")
        page.goto(course.desk("meetings/new/"))
        when = timezone.localtime() + timedelta(days=30)
        page.fill("[name=held_at]", when.strftime("%Y-%m-%dT18:30"))
        page.fill("[name=where]", "社区活动室")
        submit(page)
        course.picture(page, "17-candidates")


def give_proxies(course: Course) -> str:
    """Three neighbours let one vote for them; the tenant's would be the fourth and is refused;
    another neighbour takes it. The list is posted. Says what the refusal said."""
    holder, other = course.neighbours[20], course.neighbours[21]
    for person in course.neighbours[22:25]:
        actions.give_proxy(
            course.election,
            principal=course.line(person),
            holder=course.line(holder),
            written_on=timezone.localdate(),
            away=True,
            in_writing=True,
            **course.by("worker"),
        )
    with course.house.visit(course.look, "tenant") as page:
        refusal = _let_vote(course, page, holder)
        course.picture(page, "18-fourth-proxy-refused")
        _let_vote(course, page, other)
        course.picture(page, "19-proxy-given")
    with course.house.visit(course.look, "worker") as page:
        page.goto(course.desk("proxies/"))
        press(page, "form[action$='/proxies/prepare/'] button")
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("proxies/"))
        press(page, "form[action$='/proxies/post/'] button")
        course.picture(page, "20-proxies")
        page.goto(course.desk())
        course.picture(page, "21-home")
    return refusal


def _let_vote(course: Course, page: Page, holder: Person) -> str:
    page.goto(course.portal("proxy/"))
    page.fill("[name=holder]", str(course.line(holder).number))
    page.check("[name=away]")
    page.check("[name=in_writing]")
    submit(page)
    return page.locator("main").inner_text()


def prepare_election(house: House, look: Device) -> Course:
    """The whole first half: from the plan to the posted candidates and proxies."""
    house.speak(look)
    course = Course(house, look, settle_neighbours(house))
    plan_it(course)
    choose_committee(course)
    open_registration(course)
    register_everybody(course)
    post_roll(course)
    object_and_correct(course)
    nominate(course)
    post_candidates(course)
    give_proxies(course)
    return course
