"""Values of the house as JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from linli.core.pages.sentences import sentence
from linli.lib.law.citations import Status, cite_each
from linli.lib.law.finding import Finding


class PageEncoder(DjangoJSONEncoder):
    """Dates in ISO form, fractions as numerator and denominator, findings with their sentence."""

    def default(self, o: Any) -> Any:
        if isinstance(o, Finding):
            told, cited = sentence(o), cite_each(o.cites)
            return {
                "holds": o.holds,
                "rule": o.rule,
                "cites": [each.key for each in cited],
                "to_verify": [each.key for each in cited if each.status is Status.TO_VERIFY],
                "numbers": dict(o.numbers),
                "sentence": told.text,
                "way_on": told.way_on,
            }
        if isinstance(o, Fraction):
            return {"numerator": o.numerator, "denominator": o.denominator}
        if isinstance(o, Mapping):
            return dict(o)
        if isinstance(o, set | frozenset):
            return sorted(o)
        if is_dataclass(o) and not isinstance(o, type):
            return {field.name: getattr(o, field.name) for field in fields(o)}
        return super().default(o)
