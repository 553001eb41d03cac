"""The kinds of case as data: one module a subject, each registers its own when the app is ready."""

from linli.service.casework.kinds.declaration import (
    Ending,
    Field,
    Form,
    Kind,
    Override,
    Panel,
    all_kinds,
    kind_called,
    lead_on,
    panels_of,
    register_kind,
)

__all__ = [
    "Ending",
    "Field",
    "Form",
    "Kind",
    "Override",
    "Panel",
    "all_kinds",
    "kind_called",
    "lead_on",
    "panels_of",
    "register_kind",
]
