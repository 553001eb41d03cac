"""A paper's number (票号): made by chance, told once, and known afterwards to its voter alone.

Not made from poll, elector or marks: whoever holds the instance's keys could make it again.
"""

import secrets

from linli.lib.identity.receipt import receipt_from


def new_number() -> str:
    """A number nobody has had: K7QM-2X9D-VH4T, the last character checking the others."""
    return receipt_from(secrets.token_bytes(16))
