"""What a domain writes in its `postings.py`: which fields of what may be made public, how long.

    AID = Category("aid", _("救助公示"))

    MINIMUM_LIVING = Template(
        "catalogue.minimum_living",
        category=AID,
        title=_("最低生活保障申请公示"),
        fields=(
            PublicField("name", _("申请人")),
            PublicField("members", _("家庭人数"), kind="number"),
            PublicField("amount", _("月保障金额"), kind="money"),
        ),
        period_days=7,
        minimum_days=7,
        names_persons=True,
    )

A template is a whitelist: what it does not name cannot be posted. Plain data; a template that
cannot work raises `FlawedTemplate` where it is written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Words = Any
"""A lazily translated text."""


KINDS = frozenset({"text", "prose", "day", "number", "money", "contact", "digest", "rows"})
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")


class FlawedTemplate(ValueError):
    """A template that cannot work; its text lists every flaw."""


@dataclass(frozen=True, slots=True)
class PublicField:
    """One thing that may be public. Kinds: `text` (one line), `prose` (paragraphs), `day`,
    `number`, `money` (in fen), `contact` (an office's phone or address: the only kind that may
    hold a phone number), `digest` (a check value in hexadecimal, whose figures are
    nobody's number), `rows` (a table with `columns`). `longest`: in characters; for `rows`, in
    rows."""

    key: str
    label: Words
    kind: str = "text"
    required: bool = True
    longest: int = 0
    columns: tuple["PublicField", ...] = ()

    @property
    def limit(self) -> int:
        """The most characters, or rows, it may have."""
        return self.longest or {"prose": 20_000, "rows": 2_000}.get(self.kind, 200)


@dataclass(frozen=True, slots=True)
class Category:
    """A heading under which notices are found."""

    name: str
    title: Words


@dataclass(frozen=True)
class Template:
    """One sort of notice. `name` is dotted, `domain.noun`; `heading` is the field lists show.

    `period_days`: how long it is up unless the act says otherwise; None for good.
    `minimum_days`: the least the law asks (`cites`). `objection_days`: how long objections may
    be raised, counted from the posting; `objections_roll`: whether a last day on a holiday is
    carried over, and the notice stays up as long. `names_persons`: two people post it, lists
    show only what sort it is, and no search engine may keep it. `noindex`: the last alone.

    `consent`: the purpose everybody named must have agreed to (`people.grounds.PURPOSES`).
    `of_health`: whether its texts may speak of illness or disability; a notice about help never
    does. `decided_elsewhere`: another office decides, so objections are passed on to it.
    `by_hand`: a worker may fill it in on the notice desk; `hint` says what for. `on_board`:
    whether it is meant for the paper board. `forget_days`: how long after it came down its
    fields are kept; None: as the archive says.

    Names of the room's own pages, where it has them: `prepared_at` shows a draft (given the
    community's code and the notice), `objections_at` takes objections (given the code and the
    row the notice is about).
    """

    name: str
    category: Category
    title: Words
    fields: tuple[PublicField, ...]
    period_days: int | None
    minimum_days: int = 0
    cites: tuple[str, ...] = ()
    objection_days: int = 0
    objections_roll: bool = True
    noindex: bool = False
    names_persons: bool = False
    heading: str = ""
    consent: str = ""
    of_health: bool = True
    decided_elsewhere: bool = False
    by_hand: bool = False
    hint: Words = ""
    on_board: bool = True
    forget_days: int | None = None
    prepared_at: str = ""
    objections_at: str = ""

    def __post_init__(self) -> None:
        flaws = list(_find_flaws(self))
        if flaws:
            raise FlawedTemplate(f"{self.name}: " + "; ".join(flaws))

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def hidden_from_search(self) -> bool:
        """Whether search engines are told to stay away."""
        return self.noindex or self.names_persons


def _find_flaws(template: Template) -> Iterable[str]:
    if not _NAME.fullmatch(template.name):
        yield "a template is called domain.noun"
    if not template.fields:
        yield "it lets nothing be public"
    yield from _flawed_fields(template.fields)
    headed = {field.key: field for field in template.fields}.get(template.heading)
    if template.heading and (headed is None or headed.kind != "text" or not headed.required):
        yield "its heading is none of its required text fields"
    if template.names_persons and template.heading:
        yield "lists must not show a field of a notice that names persons"
    if template.names_persons and template.period_days is None:
        yield "a notice that names persons must come down"
    period = template.period_days
    if period is not None and period < max(1, template.minimum_days):
        yield "its period is shorter than the least it may be"
    if template.objection_days < 0 or (period is not None and template.objection_days > period):
        yield "objections cannot be raised for longer than it is up"
    if template.consent and not template.names_persons:
        yield "a consent is of persons who are named"
    if template.forget_days is not None and (period is None or template.forget_days < 0):
        yield "what stays up for good is not forgotten"
    if template.objections_at and not template.objection_days:
        yield "it says where objections go and lets none be raised"


def _flawed_fields(fields: tuple[PublicField, ...]) -> Iterable[str]:
    keys = [field.key for field in fields]
    if len(keys) != len(set(keys)):
        yield "two fields have one key"
    for field in fields:
        if not _KEY.fullmatch(field.key):
            yield f"{field.key!r} is no key"
        if field.kind not in KINDS:
            yield f"field {field.key} is of the unknown kind {field.kind}"
        if bool(field.columns) != (field.kind == "rows"):
            yield f"field {field.key}: columns belong to rows, and rows have columns"
        if any(column.kind == "rows" for column in field.columns):
            yield f"field {field.key}: a table in a table"
        yield from _flawed_fields(field.columns)
