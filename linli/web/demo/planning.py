"""The year's plan in the demo: wishes and a survey first, then a development plan and a plan for
the year, approved by the representatives' first meeting, with tasks in every state; a half-year
report, and next year's draft."""

import random
import tomllib
from datetime import date, datetime, timedelta
from importlib import resources
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.lib.calendar import local_day
from linli.stewardship.planning import actions
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.forms.surveys import shipped_questions
from linli.stewardship.planning.models import AnnualPlan, DevelopmentPlan, Goal, Task, Wish
from linli.stewardship.planning.queries.plans import plan_of_year
from linli.stewardship.planning.sources import decisions_of
from linli.web.demo.cast import Setting
from linli.web.demo.meetings import LAW_OF_2025, STORY_DAYS

SEED = 20261130
SLIPS, ANSWERED = 80, 57
MET, APPROVED = 200, 199
"""How many days ago the representatives met, and the director recorded what they decided."""


def draft_the_plan(setting: Setting, at: datetime) -> None:
    """What comes before the meeting that decides on it: wishes, the survey, a diagnosis, drafts."""
    year = _Year(setting, at)
    if year.has_meetings:
        year.collect_needs()
        year.draft()


def play_planning(setting: Setting, at: datetime) -> None:
    """What follows from the meeting: approval, the tasks of the year, the report, the next."""
    year = _Year(setting, at)
    if year.has_meetings:
        year.approve()
        year.work()
        year.report()
        year.draft_the_next()


class _Year:
    """The hands of director and worker, and the days on which they do what."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now, self.place = setting, at, setting.community
        self.year = local_day(self.ago(MET)).year
        text = resources.files("linli.web.demo").joinpath("planning.toml").read_text("utf-8")
        self.said: dict[str, Any] = tomllib.loads(text)

    @property
    def has_meetings(self) -> bool:
        return local_day(self.now - timedelta(days=STORY_DAYS)) >= LAW_OF_2025

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def by(self, key: str, days: int) -> dict[str, Any]:
        moment = self.ago(days)
        return {"by": self.setting.actor(key, local_day(moment)), "at": moment}

    def on(self, day: list[int], year: int | None = None) -> date:
        return date(year or self.year, day[0], day[1])

    # --- before the meeting -------------------------------------------------------------------

    def collect_needs(self) -> None:
        self._take_survey()
        sent: dict[str, Wish] = {}
        for number, each in enumerate(self.said["wish"]):
            ago = 3 if each["state"] == "received" else 238 - number
            wish = actions.send_wish(
                self.place,
                title=each["title"],
                text=each.get("text", ""),
                situation=each["situation"],
                by=NOBODY,
                at=self.ago(ago),
            )
            sent[wish.title] = wish
            self._settle(wish, each, ago - 1, sent)
        actions.diagnose(self.place, **self.by("worker", 228))

    def _settle(self, wish: Wish, each: dict[str, Any], ago: int, sent: dict[str, Wish]) -> None:
        given, title = self.by("worker", ago), wish.title
        if each["state"] in ("planned", "listed"):
            actions.list_wish(
                wish,
                public_title=title,
                public_text=wish.text,
                standard=each.get("standard", ""),
                **given,
            )
        elif each["state"] == "merged":
            actions.merge_wish(wish, into=sent[self.said["wish"][0]["title"]], **given)
        elif each["state"] == "declined":
            actions.decline_wish(wish, reason=each["reply"], public_title=title, **given)
        elif each["state"] == "answered":
            actions.answer_wish(wish, reply=each["reply"], public_title=title, **given)

    def _take_survey(self) -> None:
        opens = local_day(self.ago(244))
        survey = actions.draft_survey(
            self.place,
            title=f"{opens.year} 年居民需求调查",
            per="household",
            opens_on=opens,
            closes_on=opens + timedelta(days=12),
            questions=shipped_questions(),
            **self.by("worker", 244),
        )
        actions.open_survey(survey, **self.by("worker", 244))
        codes = actions.print_slips(survey, count=SLIPS, **self.by("worker", 244))
        chance = random.Random(SEED)
        for number, code in enumerate(codes[:ANSWERED]):
            answers = {
                str(order): _chosen(question, chance)
                for order, question in enumerate(shipped_questions(), 1)
                if question["kind"] != "words"
            }
            if number % 3:
                moment = self.ago(242 - number % 9)
                actions.answer_survey(survey, code=code, answers=answers, by=NOBODY, at=moment)
            else:
                given = self.by("worker", 242 - number % 9)
                actions.type_in_answer(survey, code=code, answers=answers, **given)
        actions.close_survey(survey, **self.by("worker", 231))
        actions.publish_results(survey, **self.by("director", 230))

    def draft(self) -> None:
        worker, director = self.by("worker", 226), self.by("director", 222)
        development = actions.write_development(
            self.place,
            title=f"{self.year}–{self.year + 4} 年社区发展规划",
            first_year=self.year,
            last_year=self.year + 4,
            vision=self.said["vision"],
            goals=self.said["goal"],
            **worker,
        )
        plan = actions.draft_plan(self.place, year=self.year, words=self.said["words"], **worker)
        actions.describe_plan(plan, seen=plan.version, development=development, **worker)
        goals = {goal.title: goal for goal in Goal.objects.filter(community=self.place)}
        rows = [self._row(each, goals) for each in self.said["task"]]
        actions.write_tasks(plan, rows=rows, **worker)
        until = local_day(self.ago(204))
        actions.consult_on_plan(plan, comments_until=until, **director)
        actions.send_wish(
            self.place,
            title="午餐点能不能也送到家",
            about_plan=plan,
            by=NOBODY,
            at=self.ago(215),
        )
        actions.settle_plan(plan, **self.by("director", 203))

    def _row(
        self, each: dict[str, Any], goals: dict[str, Goal], year: int | None = None
    ) -> TaskRow:
        need = each["need"]
        if need.startswith("wish:"):
            title = need.removeprefix("wish:")
            need = f"wish:{Wish.objects.get(community=self.place, title=title).pk}"
        return TaskRow(
            title=each["title"],
            due_on=self.on(each["on"], year),
            owner=each["owner"],
            standard=each["standard"],
            need=need,
            goal=goals.get(each.get("goal", "")),
            budget=each.get("budget", ""),
            fen=each["yuan"] * 100 if "yuan" in each else None,
            to_street=each.get("street", False),
        )

    # --- after it -----------------------------------------------------------------------------

    def approve(self) -> None:
        told = {each.title: each.ref for each in decisions_of(self.place)}
        given = self.by("director", APPROVED)
        development = DevelopmentPlan.objects.get(community=self.place)
        actions.adopt_development(development, decision=told["社区发展规划"], **given)
        actions.approve_plan(self._plan(), decision=told["本年度工作计划"], **given)

    def work(self) -> None:
        tasks = {task.title: task for task in Task.objects.filter(community=self.place)}
        told = sorted(self.said["task"], key=lambda each: each["on"])
        for each in told:
            task = tasks[each["title"]]
            task.refresh_from_db()
            self._live(task, each)
        self._sheds()

    def _live(self, task: Task, each: dict[str, Any]) -> None:
        if "moved" in each and self._passed(self.on(each["on"])):
            new = self.on(each["moved"])
            given = self._when(self.on(each["on"]) - timedelta(days=5), "director")
            if new > local_day(given["at"]):
                actions.postpone_task(task, due_on=new, reason=each["reason"], **given)
        if "dropped" in each and self._passed(task.due_on):
            given = self._when(task.due_on - timedelta(days=20), "director")
            actions.drop_task(task, reason=each["dropped"], **given)
        if "doing" in each and self._passed(task.due_on - timedelta(days=20)):
            given = self._when(task.due_on - timedelta(days=15), "worker")
            actions.report_task(task, words=each["doing"], **given)
        if "done" in each:
            done_on = task.due_on - timedelta(days=each["done"])
            if self._passed(done_on):
                given = self._when(done_on, "worker")
                actions.finish_task(task, result=each["result"], done_on=done_on, **given)

    def _passed(self, day: date) -> bool:
        return day < local_day(self.now)

    def _when(self, day: date, key: str) -> dict[str, Any]:
        """On that day, or, where the plan had not been approved yet, the day after it was."""
        ago = min((local_day(self.now) - day).days, APPROVED - 1)
        return self.by(key, max(ago, 1))

    def _sheds(self) -> None:
        """The resolution of the second meeting is put into the plan by hand, since it was taken
        while this part of the year had not been played."""
        found = [each for each in decisions_of(self.place) if each.open and each.due_on]
        plan = self._plan()
        for each in found:
            if each.due_on and each.due_on.year == plan.year:
                row = TaskRow(each.title, each.due_on, None, "director", "S5", each.ref)
                reason = "落实下半年居民代表会议的决议"
                actions.add_task(plan, row=row, reason=reason, **self.by("director", 58))

    def report(self) -> None:
        """The half-year's, once the half-year is over."""
        plan, made = self._plan(), (local_day(self.now) - date(self.year, 7, 2)).days
        if made < 1:
            return
        report = actions.make_report(plan, kind="half", **self.by("worker", made))
        actions.write_report_words(
            report, words=self.said["progress"], seen=0, **self.by("worker", made)
        )
        actions.publish_report(report, **self.by("director", max(made - 1, 0)))

    def draft_the_next(self) -> None:
        given, following = self.by("worker", 6), self.year + 1
        if plan_of_year(self.place, following) is not None:
            return
        plan = actions.draft_plan(self.place, year=following, **given)
        rows = [self._row(each, {}, following) for each in self.said["draft"]]
        actions.write_tasks(plan, rows=rows, **given)
        actions.diagnose(self.place, **self.by("worker", 5))

    def _plan(self) -> AnnualPlan:
        plan = plan_of_year(self.place, self.year)
        assert plan is not None
        return plan


def _chosen(question: dict[str, Any], chance: random.Random) -> list[str]:
    options = list(range(len(question["options"])))
    weights = [len(options) - number for number in options]
    count = 1 if question["kind"] == "one" else chance.randint(1, 2)
    found = {str(chance.choices(options, weights)[0]) for _number in range(count)}
    return sorted(found)
