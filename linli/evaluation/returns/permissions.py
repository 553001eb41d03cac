"""Who sends upward, who receives, and who sees what went."""

import rules

from linli.core.access.posts import POSTS
from linli.core.audit.actor import holds

_COUNTS_ONLY = tuple(post.name for post in POSTS.values() if post.counts_only)

rules.add_perm("returns.see", holds("director", "deputy_director", "worker", "supervisor"))
rules.add_perm("returns.send", holds("director"))
rules.add_perm("returns.receive", holds(*_COUNTS_ONLY))
