"""The forms of this room: what is parsed, and nothing decided."""

from linli.service.catalogue.forms.assistance import AssistanceForm
from linli.service.catalogue.forms.certificates import (
    MOST_COPIES,
    AddedForm,
    AskForm,
    CodeForm,
    CopiesForm,
    DraftForm,
    EndForm,
    KeptForm,
    LineForm,
    OfficeForm,
    PersonForm,
    SearchForm,
)

__all__ = [
    "MOST_COPIES",
    "AddedForm",
    "AskForm",
    "AssistanceForm",
    "CodeForm",
    "CopiesForm",
    "DraftForm",
    "EndForm",
    "KeptForm",
    "LineForm",
    "OfficeForm",
    "PersonForm",
    "SearchForm",
]
