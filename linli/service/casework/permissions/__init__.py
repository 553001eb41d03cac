"""Who may do what with a case: its handlers, by name on the case."""

from linli.service.casework.permissions import care, cases  # noqa: F401
