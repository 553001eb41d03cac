"""The procedures of this room (data)."""

from linli.governance.oversight.flows.disclosure import DISCLOSED
from linli.governance.oversight.flows.inquiries import INQUIRY

__all__ = ["DISCLOSED", "INQUIRY"]
