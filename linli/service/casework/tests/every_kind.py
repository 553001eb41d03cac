"""A case of each kind there is, with what hangs on it: whatever is added must be as invisible."""

from datetime import timedelta

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.service.casework.actions import agree, children, corrections, rights, visits
from linli.service.casework.kinds import all_kinds
from linli.service.casework.tests.conftest import NOON

SAID = ("老班长", "海防某地", "膝盖里有弹片", "补发拖欠", "问落户", "跟着奶奶过", "夫妻都没活干")
BY_OTHERS = ("violence_other",)  # begun from another case alone
TIED_TO_NOBODY = ("corrections", "corrections_minor", "resettlement")


def hold_the_posts(house):
    """Those who handle them; and somebody who holds the posts too, and handles none of them."""
    for post in ("veterans", "child_protection"):
        for key in ("worker", "colleague", "third"):
            appoint(
                house.community,
                account=house.account(key),
                post=post,
                since=NOON.date() - timedelta(days=200),
                by=the_operator(),
                at=NOON - timedelta(days=200),
            )


def one_of_each_kind(house, at):
    """One open case of every kind that is opened as such."""
    cases = {}
    for kind in all_kinds():
        if kind.key in BY_OTHERS or kind.key in ("social_work", "hardship"):
            continue
        more = {"called": "老班长"} if kind.named else {"called": "", "person": None}
        if kind.key in TIED_TO_NOBODY:
            more = {"called": "ZW", "person": None}
        cases[kind.key] = house.open(kind.key, at=at, **more)
    _fill(house, cases, {"by": house.actor("worker", at), "at": at})
    return list(cases.values())


def _fill(house, cases, given):
    on = given["at"].date()
    house.write(cases["veteran"], "service", {"told": "海防某地"}, at=given["at"])
    visit = visits.plan_case_visit(cases["veteran"], occasion="august", on=on, **given)
    visits.enter_case_visit(
        cases["veteran"], visit=visit, outcome="done", words="膝盖里有弹片", **given
    )
    rights.note_route(cases["rights"], route="labour", since=on, next_step="补发拖欠", **given)
    after = cases["resettlement"]
    agree(after, words="同意帮我落户", how="paper", by_whom="本人", given_on=on, **given)
    corrections.begin_corrections(
        after, initials="ZW", begins_on=on, ends_on=on + timedelta(days=200), plan="问落户", **given
    )
    child = cases["child"]
    children.begin_child_file(child, suspected_harm=False, under_fourteen=False, **given)
    children.describe_child(
        child, file=child.child_file, category="left_behind", rhythm="monthly",
        entrusted="跟着奶奶过", **given,
    )  # fmt: skip
    written = {"who": "夫妻都没活干", "wish": "都行"}
    house.write(cases["zero_employment"], "household", written, at=given["at"])
