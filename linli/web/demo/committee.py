"""Who sat on the committee before Linli came."""

from datetime import date, datetime, timedelta

from linli.core.audit.actor import the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.places.queries import dwellings_under
from linli.governance.elections.actions.sitting import enter_member
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

COMMITTEE = (
    ("周明华", "director", "female", date(1974, 4, 6)),
    ("吴德胜", "deputy_director", "male", date(1969, 10, 12)),
    ("郑桂芳", "committee_member", "female", date(1981, 1, 25)),
    ("冯志远", "committee_member", "male", date(1985, 7, 3)),
    ("何玉兰", "committee_member", "female", date(1962, 12, 18)),
)


def enter_committee(setting: Setting, at: datetime, ends: date) -> None:
    """The committee that sat before Linli came, entered by the director from its certificates."""
    by, on = setting.actor("director", local_day(at)), local_day(at)
    homes = list(dwellings_under(setting.old))
    for number, (name, office, sex, born) in enumerate(COMMITTEE):
        person = register_person(
            setting.community, name=name, sex=sex, birth_date=born, by=the_operator(), at=at
        )
        move_in(
            person,
            dwelling=homes[number * 7 % len(homes)],
            kind="hukou_here",
            since=on - timedelta(days=3000),
            by=the_operator(),
            at=at,
        )
        enter_member(
            setting.community,
            person=person,
            office=office,
            since=ends - timedelta(days=1826),
            term_ends=ends,
            paper="当选证书",
            by=by,
            at=at,
        )
