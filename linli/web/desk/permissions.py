"""Who has a desk: whoever holds a post that works with the committee's records."""

import rules

from linli.core.access.posts import POSTS
from linli.core.audit.actor import holds

rules.add_perm("desk.open", holds(*(post.name for post in POSTS.values() if post.works)))
