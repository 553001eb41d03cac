"""A kind of case: on what ground it is kept, who may open and handle it, what is written, how it
ends, and how long it stays. Everything else (sealing, purpose, log, consent, referral, export,
closing, destruction, invisibility) is the same for all and lies in `actions` and `queries`.

    register_kind(Kind("social_work", _("个案工作"), …))      # in the AppConfig's ready

A subject with rows of its own hangs them on `Case` by a foreign key, as `ClosedRow`s with
`SealedTextField(under="case")`, and adds pages of its own as `panels`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from linli.lib.law import Finding

WORDS, LONG, CHOICE, DAY, YES = "words", "long", "choice", "day", "yes"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is written down, with what it is needed for: nothing is asked without.
    `sort`: `words`, `long`, `choice` (of `choices`), `day` or `yes`."""

    key: str
    label: Any
    needed_for: Any
    sort: str = WORDS
    choices: tuple[tuple[str, Any], ...] = ()
    required: bool = True
    help: Any = ""

    def __post_init__(self) -> None:
        assert self.sort in (WORDS, LONG, CHOICE, DAY, YES), self.sort
        assert bool(self.choices) == (self.sort == CHOICE), self.key


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet of a case. `many`: it may be written again and again (an intervention), else the
    latest stands and the earlier ones stay readable. `after`: sheets that come first.
    `by_second`: the second handler writes it, since nobody reviews their own work."""

    key: str
    title: Any
    fields: tuple[Field, ...]
    many: bool = False
    after: tuple[str, ...] = ()
    by_second: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """How a case may end. `leads_on`: the help asked for came about (what is kept after that is
    another kind's, or an application's); one that does not is kept the shorter time."""

    key: str
    title: Any
    leads_on: bool = True


@dataclass(frozen=True, slots=True)
class Override:
    """A ground on which something is passed on without consent: named, with its article, and told
    to the person (where her knowing does not endanger)."""

    key: str
    title: Any
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A page linked on the case: its URL name, given the community's code and the case's id (of a
    page that is not about the case, what `given` says instead of the id); `shows(case)` where not
    every case has it."""

    title: Any
    url_name: str
    icon: str = "arrow-right"
    shows: Callable[[Any], bool] | None = None
    given: tuple[str, ...] | None = None


def no_bar(_case: Any) -> Finding | None:
    """Nothing of its own stands against ending."""
    return None


Hook = Callable[[Any, Any, str], object]


def nothing_more(_act: Any, _case: Any, _what: str) -> None:
    """Nothing of its own is to be done."""


@dataclass(frozen=True)
class Kind:
    """`opened_by`, `handled_by`: posts. `keeper`: the post that may take over a case none of whose
    handlers is here any more, and nothing else. `told_to_person`: the person reads on her own
    account that there is a case, who handles it and who opened it; where knowing endangers
    (somebody else reads over her shoulder), her handler tells her. `kept` and `kept_short`: the
    parameters (days) after the end until destruction. `first_step_within`: the parameter of days
    until the next step, started anew with each sheet. `may_end(case)`: what else must be so.
    `happened(act, case, what)`: what else is done inside the act, where `what` is `opened`,
    `write:<sheet>`, `refer`, `handed` or `ended`. `named`: the case is of one person; group and
    community work has none. `by_leave`: reading it needs another handler's leave also while it is
    open, each time for some hours. `reads_copy`: the person reads on her own account also what is
    written. `post_only`: a handler who no longer holds one of the posts of `handled_by` no longer
    finds it. `visits`: the occasions on which somebody calls on her; a kind that has some has a
    list of its own files, for who handles them."""

    key: str
    title: Any
    purpose: Any
    cites: tuple[str, ...]
    opened_by: tuple[str, ...]
    handled_by: tuple[str, ...]
    keeper: str
    forms: tuple[Form, ...]
    purposes: tuple[tuple[str, Any], ...]
    endings: tuple[Ending, ...]
    kept: str
    kept_short: str = ""
    first_step_within: str = ""
    ends_after: tuple[str, ...] = ()
    needs_consent: bool = True
    told_to_person: bool = True
    named: bool = True
    by_leave: bool = False
    reads_copy: bool = False
    post_only: bool = False
    visits: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    refers_to: tuple[tuple[str, Any], ...] = ()
    panels: tuple[Panel, ...] = ()
    may_end: Callable[[Any], Finding | None] = no_bar
    happened: Hook = nothing_more

    def form(self, key: str) -> Form | None:
        """The sheet of that key."""
        return next((form for form in self.forms if form.key == key), None)

    def override(self, key: str) -> Override | None:
        """The ground of that key."""
        return next((each for each in self.overrides if each.key == key), None)

    def ending(self, key: str) -> Ending | None:
        """The ending of that key."""
        return next((each for each in self.endings if each.key == key), None)


_KINDS: dict[str, Kind] = {}
_LEADS: dict[str, list[Panel]] = {}


def register_kind(kind: Kind) -> None:
    """Called when the app is ready. A key has one kind."""
    assert _KINDS.get(kind.key, kind) is kind, f"two kinds of case are called {kind.key}"
    _KINDS[kind.key] = kind


def kind_called(key: str) -> Kind:
    """The kind of that key; a KeyError is an error of the house."""
    return _KINDS[key]


def all_kinds() -> tuple[Kind, ...]:
    """Every kind, in the order they were registered."""
    return tuple(_KINDS.values())


def lead_on(key: str, *panels: Panel) -> None:
    """Says which pages of other rooms a case of that kind leads to. Rooms do not know each other:
    this is called by the floor above."""
    known = _LEADS.setdefault(key, [])
    known.extend(panel for panel in panels if panel not in known)


def panels_of(kind: Kind) -> tuple[Panel, ...]:
    """Its own pages, then those of other rooms it leads to."""
    return (*kind.panels, *_LEADS.get(kind.key, ()))
