"""What acts, findings and messages of activities say."""

# What people learn, meet for and are honoured with.
from linli.culture.activities.sentences import (  # noqa: F401  # noqa: E402, F401, I001
    acts,
    findings,
    learning,
    learning_rules,
    recognition as _recognition,
)
