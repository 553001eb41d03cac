"""Pages of 居民会议: the desk's, and everybody's."""
