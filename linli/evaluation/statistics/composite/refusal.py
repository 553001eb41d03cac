"""Why a step of an index was not taken."""


class NotReckoned(ValueError):
    """A step that would give a figure nobody could stand by: `step`, `column`, and the reason."""

    def __init__(self, step: str, column: str, reason: str) -> None:
        super().__init__(f"{step}: {column}: {reason}")
        self.step, self.column, self.reason = step, column, reason
