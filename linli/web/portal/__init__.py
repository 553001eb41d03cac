"""居民: the pages residents come to, phone first."""
