"""What sheets say: of acts, of findings, in messages."""

from linli.mechanisms.signup.sentences import acts, findings, messages  # noqa: F401
