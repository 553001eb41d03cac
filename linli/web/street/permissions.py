"""Who sees a street's counts, or a district's: those whose post lies there. They see counts, and
nothing else; only what residents sent to their street office is read there, one by one."""

import rules

from linli.core.access.posts import POSTS
from linli.core.audit.actor import holds

rules.add_perm("street.see", holds(*(post.name for post in POSTS.values() if post.counts_only)))
rules.add_perm("street.answer", holds("street_officer"))
