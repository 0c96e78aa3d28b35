"""Relations between mentions, by patterns over the tree."""
