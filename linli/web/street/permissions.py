"""Who sees a street's counts: those whose post lies there. They see counts, and nothing else."""

import rules

from linli.core.access.posts import POSTS
from linli.core.audit.actor import holds

rules.add_perm("street.see", holds(*(post.name for post in POSTS.values() if post.counts_only)))
