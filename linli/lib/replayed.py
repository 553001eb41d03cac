"""A form that comes a second time: what it asks for was done the first time."""

from uuid import UUID


class Replayed(Exception):
    """The form had been carried out before; `subject` is the id of what it made or changed."""

    def __init__(self, subject: UUID | None) -> None:
        super().__init__(str(subject))
        self.subject = subject
