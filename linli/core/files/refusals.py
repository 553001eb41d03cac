"""What is wrong with a file, said where it was chosen, so that nothing else typed is lost."""

from typing import Any

from linli.core.pages.sentences import sentence
from linli.lib.law import Refused


def tell_at_field(form: Any, field: str, refusal: Refused) -> None:
    """Puts a refusal of the intake beside the field; any other refusal goes on as it was."""
    if not refusal.finding.rule.startswith("files."):
        raise refusal
    told = sentence(refusal.finding)
    form.add_error(field, f"{told.text} {told.way_on}".strip())
