"""Days as they are written where Django's own form is not ours, by language."""
