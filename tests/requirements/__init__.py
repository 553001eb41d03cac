"""Each row of the requirements has its check here, as a test named after it
(docs/requirements.md)."""
