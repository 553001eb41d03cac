"""Nothing here says who anybody is: a meeting keeps numbers and masked words, an action a post or
a body, a comment no sender. Nothing to register; the file says so, since a reader looks for it.
"""
