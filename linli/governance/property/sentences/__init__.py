"""What the book, the findings, the messages and the clocks of this room say."""

from linli.governance.property.sentences import (
    acts as acts,
    clocks as clocks,
    findings as findings,
    messages as messages,
    stages as stages,
)
