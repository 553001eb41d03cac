"""What the acts, findings and messages of residents' meetings say."""

from linli.governance.assemblies.sentences import acts, law, room

__all__ = ["acts", "law", "room"]
