"""A value is proposed with its source and a signature, and in force once a second person agrees."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.local_law import rules
from linli.core.local_law.effects import open_cases
from linli.core.local_law.held import one_change
from linli.core.local_law.models import LocalValue
from linli.core.local_law.queries import acts_since, rows_of, terms_beside, unit_of
from linli.core.pages.wording import tell_money
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Findings, own_place, require, require_all
from linli.lib.law.packs import OWN, ParameterValue
from linli.lib.law.titles import title_of

_NOT_YET = (
    "community",
    "entered_by",
    "in_force_to",
    "settled_by",
    "settled_at",
    "end_asked",
    "end_asked_by",
)
"""Fields that may be empty when a value is entered; the model's forms would ask for them."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody enters. `jurisdiction` is where it is to hold, `issuer` whose text it is."""

    jurisdiction: str
    issuer: str
    rule: str
    value: ParameterValue
    in_force_from: date
    in_force_to: date | None
    status: str
    source: str
    article: str
    signed: str
    declares: bool


def judge(given: Given, community: Place | None, on: date) -> Findings:
    """Whether the value may be laid down there, asked on the page before anything is saved and
    again when it is saved and when it is confirmed."""
    national = rules.national_on(rows_of(given.rule), given.in_force_from)
    return Findings(
        (
            rules.left_to_places(given.rule, national),
            rules.within_bound(given.value, national),
            rules.judges_no_case_anew(
                given.in_force_from,
                on,
                acts_since(given.rule, community, given.in_force_from, on),
            ),
            rules.none_under_way(
                sum(each.count for each in open_cases(given.rule, community) if each.binds)
            ),
            rules.stands_on_a_text(national, own=given.issuer.startswith(OWN), status=given.status),
            rules.overlaps_none(
                given.in_force_from,
                given.in_force_to,
                terms_beside(given.jurisdiction, given.rule),
            ),
            rules.declared(given.declares, given.signed),
        )
    )


@action("local_law.enter", needs="local_law.enter")
def enter(act: Act, community: Place | None, *, given: Given) -> LocalValue:
    """Proposes a value: of a community by its director, of a wider place on the machine. Nothing
    is judged by it before a second person has confirmed it."""
    with one_change():
        require_all(judge(given, community, local_day(act.at)))
        require(_only_here(given, community))
        waiting = LocalValue.objects.filter(
            jurisdiction=given.jurisdiction, rule=given.rule, state="proposed"
        )
        require(Finding(not waiting.exists(), "local_law.one_at_a_time"))
        value = LocalValue(
            community=community,
            unit=unit_of(given.rule),
            value=written(given.value),
            entered_by_id=act.by.account,
            entered_at=act.at,
            **{
                name: getattr(given, name)
                for name in (
                    "jurisdiction",
                    "issuer",
                    "rule",
                    "in_force_from",
                    "in_force_to",
                    "status",
                    "source",
                    "article",
                    "signed",
                )
            },
        )
        value.clean_fields(exclude=_NOT_YET)
        value.save(force_insert=True)
        note_value(act, value)
        if community is not None:
            for post in ("deputy_director", "supervisor"):
                act.tell("local_law.waits", post=post, rule=titles(value.rule))
        return value


@action("local_law.confirm", needs="local_law.confirm")
def confirm(act: Act, community: Place, *, value: LocalValue) -> LocalValue:
    """Puts a value in force from its first day. What held there before ends on the day before."""
    with one_change():
        value = fresh(value, community)
        require(rules.waits(value.state, ended=False))
        require(rules.two_people(value.entered_by_id, act.by.account))
        row = value.parameter()
        given = Given(
            jurisdiction=value.jurisdiction,
            issuer=value.issuer,
            rule=value.rule,
            value=row.value,
            in_force_from=value.in_force_from,
            in_force_to=value.in_force_to,
            status=value.status,
            source=value.source,
            article=value.article,
            signed=value.signed,
            declares=True,
        )
        require_all(judge(given, value.community, local_day(act.at)))
        earlier = (
            LocalValue.objects.filter(
                jurisdiction=value.jurisdiction,
                rule=value.rule,
                state="confirmed",
                in_force_from__lt=value.in_force_from,
            )
            .order_by("-in_force_from")
            .first()
        )
        if earlier is not None and (
            earlier.in_force_to is None or earlier.in_force_to >= value.in_force_from
        ):
            earlier.in_force_to = rules.day_before(value.in_force_from)
            earlier.end_asked, earlier.end_asked_by = None, None
            earlier.save(update_fields=["in_force_to", "end_asked", "end_asked_by"])
            act.note(closed=earlier.in_force_to.isoformat())
        value.state = "confirmed"
        value.settled_by_id, value.settled_at = act.by.account, act.at
        value.save(update_fields=["state", "settled_by", "settled_at"])
        note_value(act, value)
        if value.entered_by_id:
            act.tell("local_law.confirmed", account=value.entered_by_id, rule=titles(value.rule))
        return value


@action("local_law.withdraw", needs="local_law.withdraw")
def withdraw(act: Act, community: Place | None, *, value: LocalValue, reason: str) -> LocalValue:
    """Says of a waiting value that it is not to be: by who entered it, or by the second person.
    The row stays, with the reason in the book."""
    with one_change():
        value = fresh(value, community)
        require(rules.waits(value.state, ended=False))
        require(Finding(bool(reason.strip()), "local_law.reasoned"))
        value.state = "withdrawn"
        value.settled_by_id, value.settled_at = act.by.account, act.at
        value.save(update_fields=["state", "settled_by", "settled_at"])
        note_value(act, value)
        act.note(reason=reason)
        if value.entered_by_id and value.entered_by_id != act.by.account:
            act.tell("local_law.withdrawn", account=value.entered_by_id, rule=titles(value.rule))
        return value


def _only_here(given: Given, community: Place | None) -> Finding:
    """A community lays down for itself alone, the machine for a wider place only."""
    own = own_place(community.pk) if community is not None else None
    holds = given.jurisdiction == own if own is not None else given.jurisdiction.startswith("cn-")
    return Finding(holds, "local_law.only_here")


def fresh(value: LocalValue, community: Place | None) -> LocalValue:
    """The row as it stands now that nobody else may change it, if it concerns the community."""
    found = LocalValue.objects.select_for_update().get(pk=value.pk)
    if community is not None:
        require(Finding(found.jurisdiction in jurisdictions_of(community), "local_law.only_here"))
    return found


def titles(rule: str) -> dict[str, str]:
    """What the rule is called, for the book and for messages."""
    title = title_of(rule)
    return {"zh-hans": title.zh, "en": title.en}


def note_value(act: Act, value: LocalValue) -> None:
    """What the book keeps of it."""
    act.note(
        rule=titles(value.rule),
        value=tell_money(int(value.value)) if value.unit == "fen" else value.value,
        begins=value.in_force_from.isoformat(),
        jurisdiction=value.jurisdiction,
    )


def written(value: Any) -> str:
    """A value as a pack writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
