"""Reading rolls, polls and counts. No query tells who has not voted, none before the close what
was voted."""
