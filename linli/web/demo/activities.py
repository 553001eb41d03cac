"""What was on in the year: two terms of courses, clubs, talks, an outing, festivals, an open day;
names that came by telephone, at the desk and on paper; who came ticked by hand."""

import random
import tomllib
from datetime import date, datetime, time, timedelta
from importlib import resources
from typing import Any

from django.db.models import Q

from linli.core.people.models import Person
from linli.core.people.queries.asked import LIVING
from linli.culture.activities import actions
from linli.culture.activities.models import Activity, Term
from linli.culture.activities.plans import Plan
from linli.culture.activities.queries.coming import dates_of
from linli.lib.calendar import SHANGHAI, local_day
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import SignUp
from linli.mechanisms.signup.rules import ABSENT, EXCUSED, IN, PLANNED, PRESENT
from linli.web.demo.cast import Setting

SEED = 20261101
HOST = "东湖社区居委会"
ASK = "居委会窗口，星期一到星期五"
LAST_TERM, THIS_TERM = (330, 230), (80, -45)
"""From how many days ago until how many: a negative number is still to come."""
LESSON_OF = ("phone", "desk", "paper")
COLUMNS = ("step_free", "hearing", "quiet", "bring", "audience", "price", "fen")


def play_activities(setting: Setting, at: datetime) -> None:
    """Plays the year that ends at `at`, through the acts of the desk and of those who came."""
    year = ActivitiesYear(setting, at)
    year.hold_terms()
    year.hold_clubs()
    year.hold_singles()
    year.hold_talks()
    year.let_the_list_move()


class ActivitiesYear:
    """The hands of the worker who arranges, types names in and ticks them off."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now, self.place = setting, at, setting.community
        text = resources.files("linli.web.demo").joinpath("activities.toml").read_text("utf-8")
        self.said: dict[str, Any] = tomllib.loads(text)
        self.chance = random.Random(SEED)
        self.people = _residents(setting)

    def on(self, ago: int) -> date:
        return local_day(self.now - timedelta(days=ago))

    def by(self, ago: int) -> dict[str, Any]:
        when = datetime.combine(self.on(ago), time(10), tzinfo=SHANGHAI)
        return {"by": self.setting.actor("worker", local_day(when)), "at": min(when, self.now)}

    def hold_terms(self) -> None:
        """Last term's courses are over and closed; this term's are last term's, held again."""
        terms = []
        for since, until in (LAST_TERM, THIS_TERM):
            first, last = self.on(since), self.on(until)
            terms.append(
                actions.open_term(
                    self.place, name=_term(first), since=first, until=last,
                    **self.by(since + 15),
                )
            )  # fmt: skip
        courses = [self._course(each, terms[0]) for each in self.said["course"]]
        for course, said in zip(courses, self.said["course"], strict=True):
            self._sign(course, said["names"] - 2, LAST_TERM[0] + 8)
            self._tick(course)
            after = LAST_TERM[1] - 6
            actions.close(course, told="大家说下学期还来。", **self.by(after))
        again = actions.copy_term(terms[1], activities=courses, **self.by(THIS_TERM[0] + 14))
        for course, said in zip(again, self.said["course"], strict=True):
            course = actions.announce(course, **self.by(THIS_TERM[0] + 12))
            self._sign(course, said["names"], THIS_TERM[0] + 8)
            self._tick(course)

    def _course(self, said: dict[str, Any], term: Term) -> Activity:
        first = term.since + timedelta(days=(said["weekday"] - term.since.weekday()) % 7)
        told = {
            "kind": "course", "every": "fortnight", "first": first, "until": term.until,
            "minutes": 90, "term": term,
        }  # fmt: skip
        ago = LAST_TERM[0] + 12
        return self._announced(said, told, ago, seats=said["seats"], age_from=said.get("age_from"))

    def hold_clubs(self) -> None:
        """Clubs meet every week; whoever wants comes, and those who gave a name are ticked."""
        for said in self.said["club"]:
            first = self.on(28)
            first += timedelta(days=(said["weekday"] - first.weekday()) % 7)
            told = {
                "kind": "club", "every": "week", "first": first, "times": 16, "minutes": 120,
                "through_holidays": True, "by_signup": True,
            }  # fmt: skip
            club = self._announced(said, told, 34)
            self._sign(club, 4, 32)
            self._tick(club)

    def hold_singles(self) -> None:
        """Festivals and the open day, each on its last such day; nobody signs up."""
        for said in self.said["single"]:
            on = self._last(said["month"], said["day"])
            told = {
                "kind": said["kind"], "every": "once", "first": on, "minutes": said["minutes"],
                "by_signup": False, "expected": said["heads"], "through_holidays": True,
            }  # fmt: skip
            ago = (local_day(self.now) - on).days
            activity = self._announced(said, told, ago + 14)
            actions.close(activity, heads=said["heads"], told=said["told"], **self.by(ago - 1))

    def hold_talks(self) -> None:
        """Talks and an outing; one talk is still to come."""
        for said in self.said["talk"]:
            told = {
                "kind": said.get("kind", "lecture"), "every": "once", "minutes": 90,
                "first": self.on(said["ago"]), "through_holidays": True,
            }  # fmt: skip
            given = {"starts": "14:30", "venue": "多功能厅", **said}
            talk = self._announced(given, told, said["ago"] + 14, seats=40)
            self._sign(talk, 6, said["ago"] + 10)
            if said["ago"] > 0:
                self._tick(talk)
                actions.close(talk, told="听的人问了很多。", **self.by(said["ago"] - 1))

    def let_the_list_move(self) -> None:
        """Two more want to write than there are seats; one gives hers up, and the next in line must
        be rung. One lesson of the phone course falls out, another is moved."""
        writing, phones = (
            Activity.objects.get(community=self.place, state="announced", title=title)
            for title in (self.said["course"][0]["title"], self.said["course"][1]["title"])
        )
        names = SignUp.objects.filter(community=self.place, sheet=writing.sheet_id, state=IN)
        signup.leave(names.order_by("number").last(), **self.by(1))
        ahead = list(dates_of(phones).filter(state=PLANNED, starts_at__gt=self.now))
        if len(ahead) > 1:
            actions.call_off_dates(
                phones, occasions=ahead[-1:], reason="教室检修电路", **self.by(2)
            )
            begins = ahead[0].starts_at + timedelta(days=1)
            phones.refresh_from_db()
            actions.move_date(
                phones, occasion=ahead[0], starts_at=begins,
                ends_at=begins + timedelta(minutes=90), venue="多功能厅", **self.by(2),
            )  # fmt: skip

    def _announced(
        self, said: dict[str, Any], told: dict[str, Any], ago: int, **sheet: Any
    ) -> Activity:
        given = {
            "topic": said["topic"], "title": said["title"], "about": said["about"],
            "organiser": HOST, "ask_at": ASK, "venue": said["venue"],
            "starts": time.fromisoformat(said["starts"]), "step_free": True,
        }  # fmt: skip
        given |= {name: said[name] for name in COLUMNS if name in said}
        plan = Plan({**given, **told}, sheet)
        draft = actions.draft(self.place, plan=plan, **self.by(ago))
        return actions.announce(draft, **self.by(ago))

    def _sign(self, activity: Activity, names: int, ago: int) -> None:
        for person in self.chance.sample(self.people, min(names, len(self.people))):
            signup.sign_up(
                activity.sheet, who=person, via=self.chance.choice(LESSON_OF), **self.by(ago)
            )

    def _tick(self, activity: Activity) -> None:
        """Who came to every date that is over, from the paper on the table."""
        names = list(SignUp.objects.filter(community=self.place, sheet=activity.sheet_id, state=IN))
        over = dates_of(activity).filter(state=PLANNED, ends_at__lt=self.now - timedelta(days=1))
        for occasion in over:
            marks = {each.pk: (self._came(), None) for each in names}
            at = occasion.ends_at + timedelta(hours=2)
            if marks:
                by = self.setting.actor("worker", local_day(at))
                signup.mark(occasion, marks=marks, by=by, at=at)

    def _came(self) -> str:
        drawn = self.chance.random()
        return PRESENT if drawn < 0.82 else EXCUSED if drawn < 0.9 else ABSENT

    def _last(self, month: int, day: int) -> date:
        """The last such day at least a week ago, and not before the year began."""
        today = local_day(self.now)
        on = date(today.year, month, day)
        if on > today - timedelta(days=7):
            on = on.replace(year=on.year - 1)
        return max(on, self.on(335))


OLD_ENOUGH = date(1970, 1, 1)


def _term(first: date) -> str:
    return f"{first.year} 年{'春季' if first.month <= 6 else '秋季'}学期"


def _residents(setting: Setting) -> list[Applicant]:
    """Invented neighbours of the demo's register; everybody old enough for every course."""
    rows = Person.objects.filter(
        Q(birth_date__lt=OLD_ENOUGH) | Q(birth_date__isnull=True),
        community=setting.community, merged_into__isnull=True,
        ties__kind__in=(*LIVING, "owner", "hukou_here"),
    ).order_by("pk").distinct()[:90]  # fmt: skip
    return [Applicant(row.name, person=row, age=61) for row in rows]
