"""What the acts, findings, messages and clocks of the archive say, in words."""

from linli.governance.archive.sentences import acts, law  # noqa: F401
