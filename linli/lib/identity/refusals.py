"""Why a number or a name is not what it should be: a code with numbers, never prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong with something typed. `code` is a key of `sentences.SENTENCES`, `numbers`
    fill its placeholders; the thing itself is not repeated, so that a refusal may be logged."""

    code: str
    numbers: Mapping[str, object] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return False
