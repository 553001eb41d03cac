"""By which rule an act was refused."""

import pytest

from linli.lib.law import Refused


def refused(call, *args, **kwargs):
    """The rule by which an act was refused."""
    with pytest.raises(Refused) as found:
        call(*args, **kwargs)
    return found.value.finding.rule
