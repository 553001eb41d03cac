"""One paper: what can be marked, how marks are written down, and whether they count.

A paper's marks are a *pattern*, plain JSON, by the position of question and option:

    {"1": {"marks": {"1": "for", "3": "against"}, "written": ["王芳"]}, "2": {"marks": {"0": "for"}}}

A motion has the one option 0. Points shared out stand apart: `{"1": {"points": {"2": 5, "7": 3}}}`.
What is not marked is left out, a blank paper is `{}`. A paper that counts for nothing as a whole is
`{"void": reason}`.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from linli.lib.law import Finding

FOR, AGAINST, ABSTAIN, UNCLEAR = "for", "against", "abstain", "unclear"
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "choose": (FOR, UNCLEAR),
    "approve": (FOR, AGAINST, ABSTAIN, UNCLEAR),
    "motion": (FOR, AGAINST, ABSTAIN, UNCLEAR),
    "points": (UNCLEAR,),
}
MOTION = 0
"""The position of a motion's one option."""
VOID_REASONS = ("unreadable", "identifies", "not_ours")
"""Why a whole paper is void: cannot be read, tells who cast it, was not printed for this vote."""
LONGEST_NAME = 40
HIGHEST_FIGURE = 9999
"""What a figure read off a paper may be at most: whoever writes more has written no points."""

PARTS = {"marks", "written", "points"}

Pattern = Mapping[str, Any]
OverMarked = Literal["column", "paper"]


class UnknownMark(ValueError):
    """A mark this paper does not have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it stands on the paper. `points`: how many there are to share out, `most`:
    how many of them one option may have."""

    position: int
    form: str
    seats: int = 1
    write_ins: int = 0
    options: tuple[int, ...] = ()
    points: int = 0
    most: int = 0

    @property
    def markable(self) -> tuple[int, ...]:
        """The positions that can be marked."""
        return (MOTION,) if self.form == "motion" else self.options


PaperForm = tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The marks on one question: by option, the names written in, each once, and the points."""

    marks: Mapping[int, str] = field(default_factory=dict)
    written: tuple[str, ...] = ()
    points: Mapping[int, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.marks or self.written or self.points)

    @property
    def given(self) -> int:
        """How many points are given away."""
        return sum(self.points.values())

    @property
    def chosen(self) -> int:
        """How many are marked for, those written in included."""
        return sum(answer == FOR for answer in self.marks.values()) + len(self.written)


@dataclass(frozen=True, slots=True)
class Read:
    """A pattern as read: void as a whole, or the marks by question."""

    answers: Mapping[int, Answered]
    void: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a paper counts: as a whole, and question by question."""

    void: str
    questions: Mapping[int, str]
    """By position: `valid`, `void` (too many marked) or `blank`."""


def read(paper: PaperForm, pattern: Any) -> Read:
    """The pattern as marks on this paper. Raises UnknownMark for whatever the paper does not
    have: another question, another option, another answer, more names than lines."""
    if not isinstance(pattern, Mapping):
        raise UnknownMark("not a paper")
    if "void" in pattern:
        if pattern["void"] not in VOID_REASONS or len(pattern) > 1:
            raise UnknownMark("void")
        return Read({}, pattern["void"])
    asked = {str(question.position): question for question in paper}
    answers = {}
    for key, given in pattern.items():
        if key not in asked or not isinstance(given, Mapping) or set(given) - PARTS:
            raise UnknownMark("question")
        answered = _read_question(asked[key], given)
        if answered:
            answers[asked[key].position] = answered
    return Read(answers)


def _read_question(question: Asked, given: Mapping[str, Any]) -> Answered:
    marks, written = given.get("marks", {}), given.get("written", [])
    if not isinstance(marks, Mapping) or not isinstance(written, list | tuple):
        raise UnknownMark("marks")
    positions = {str(position): position for position in question.markable}
    read_marks = {}
    for key, answer in marks.items():
        if key not in positions or answer not in ANSWERS[question.form]:
            raise UnknownMark("mark")
        read_marks[positions[key]] = answer
    if len(written) > question.write_ins:
        raise UnknownMark("more names than lines")
    names = []
    for name in written:
        if not isinstance(name, str) or not (plain := _plain(name)) or len(plain) > LONGEST_NAME:
            raise UnknownMark("name")
        names.append(plain)
    return Answered(read_marks, tuple(sorted(set(names))), _read_points(question, given, positions))


def _read_points(
    question: Asked, given: Mapping[str, Any], positions: Mapping[str, int]
) -> dict[int, int]:
    """The points as they are written, also too many: that is judged, not read."""
    points = given.get("points", {})
    if not isinstance(points, Mapping) or (points and question.form != "points"):
        raise UnknownMark("points")
    read_points = {}
    for key, number in points.items():
        whole = isinstance(number, int) and not isinstance(number, bool)
        if key not in positions or not whole or not 0 <= number <= HIGHEST_FIGURE:
            raise UnknownMark("points")
        if number:
            read_points[positions[key]] = number
    return read_points


def _plain(name: str) -> str:
    """A name without stray spaces: 王 芳 is 王芳, Mary  Lee is Mary Lee."""
    parts = unicodedata.normalize("NFKC", name).split()
    chinese = any("\u4e00" <= letter <= "\u9fff" for part in parts for letter in part)
    return ("" if chinese else " ").join(parts)


def canonical(paper: PaperForm, pattern: Any) -> dict[str, Any]:
    """The pattern in its one form: names without stray spaces, nothing empty. Raises
    UnknownMark."""
    found = read(paper, pattern)
    if found.void:
        return {"void": found.void}
    written = {}
    for position, answered in sorted(found.answers.items()):
        question: dict[str, Any] = {}
        if answered.marks:
            question["marks"] = {str(key): mark for key, mark in sorted(answered.marks.items())}
        if answered.written:
            question["written"] = list(answered.written)
        if answered.points:
            question["points"] = {str(key): n for key, n in sorted(answered.points.items())}
        written[str(position)] = question
    return written


def pattern_key(pattern: Pattern) -> str:
    """The key of a canonical pattern: papers marked alike have the same."""
    text = json.dumps(pattern, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def has_known_marks(paper: PaperForm, pattern: Any) -> Finding:
    """Whether the paper has every mark of the pattern."""
    try:
        read(paper, pattern)
    except UnknownMark:
        return Finding(False, "ballot.known_marks")
    return Finding(True, "ballot.known_marks")


def judge(paper: PaperForm, pattern: Any, *, over_marked: OverMarked = "column") -> Judged:
    """Whether a paper counts. More marked for than there are seats, or more points than there are
    to give, voids that question only (`column`), or, where the place says so, the whole paper.
    Raises UnknownMark."""
    return judge_read(paper, read(paper, pattern), over_marked=over_marked)


def judge_read(paper: PaperForm, found: Read, *, over_marked: OverMarked = "column") -> Judged:
    """As `judge`, of a paper that was read already."""
    if found.void:
        return Judged(found.void, {})
    verdicts = {}
    for question in paper:
        answered = found.answers.get(question.position)
        if answered is None:
            verdicts[question.position] = "blank"
        elif _too_many(question, answered):
            verdicts[question.position] = "void"
        else:
            verdicts[question.position] = "valid"
    if over_marked == "paper" and "void" in verdicts.values():
        return Judged("too_many", {})
    return Judged("", verdicts)


def _too_many(question: Asked, answered: Answered) -> bool:
    if question.form == "points":
        highest = max(answered.points.values(), default=0)
        return answered.given > question.points or highest > question.most
    return answered.chosen > question.seats


def within_seats(paper: PaperForm, pattern: Any) -> Finding:
    """Whether no question has more marked than there are seats: said before a paper is cast on
    a screen, since nobody needs to spoil a paper there."""
    found = read(paper, pattern)
    for question in paper:
        answered = found.answers.get(question.position)
        if question.form != "points" and answered and _too_many(question, answered):
            return Finding(
                False,
                "ballot.within_seats",
                numbers={
                    "question": question.position,
                    "chosen": answered.chosen,
                    "seats": question.seats,
                },
            )
    return Finding(True, "ballot.within_seats", numbers={"seats": 0, "chosen": 0, "question": 0})


def within_points(paper: PaperForm, pattern: Any) -> Finding:
    """Whether no question gives away more points than there are, nor more to one option than it
    may have: said before a paper is cast on a screen. `option` is 0 where the sum is too much."""
    found = read(paper, pattern)
    for question in paper:
        answered = found.answers.get(question.position)
        if question.form == "points" and answered and _too_many(question, answered):
            above = [at for at, number in sorted(answered.points.items()) if number > question.most]
            return _points_found(question, answered, above[0] if above else 0)
    return Finding(True, "ballot.within_points")


def _points_found(question: Asked, answered: Answered, option: int) -> Finding:
    return Finding(
        False,
        "ballot.within_points",
        numbers={
            "question": question.position,
            "given": answered.given,
            "points": question.points,
            "most": question.most,
            "option": option,
        },
    )


def points_make_sense(form: str, points: int, most: int) -> Finding:
    """A question of points has some to share out, and one option may have at least one of them
    and not more than all; no other question has any."""
    right = 1 <= most <= points <= HIGHEST_FIGURE if form == "points" else not (points or most)
    return Finding(right, "ballot.points", numbers={"points": points, "most": most})
