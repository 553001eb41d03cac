"""Who may do what: `topics` of the talk itself; `statements` of what people say on a topic."""

from linli.governance.deliberation.permissions import statements, topics  # noqa: F401  (registers)
