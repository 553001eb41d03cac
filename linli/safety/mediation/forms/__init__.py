"""The forms of 人民调解: what is parsed, and nothing decided."""
