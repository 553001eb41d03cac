"""Who may do what in this room."""

from linli.governance.oversight.permissions import disclosure, inquiries, supervision

__all__ = ["disclosure", "inquiries", "supervision"]
