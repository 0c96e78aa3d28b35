"""Names and nominals: where they stand, and what kind of thing they name."""
