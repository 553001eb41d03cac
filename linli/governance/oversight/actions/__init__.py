"""What is done in this room, through the one door."""

from linli.governance.oversight.actions import catalogue, disclosure, inquiries

__all__ = ["catalogue", "disclosure", "inquiries"]
