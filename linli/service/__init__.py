"""服务: the wing of the book's chapter 5, what residents ask for and what they are given."""
