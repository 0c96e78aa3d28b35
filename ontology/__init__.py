"""What the words mean: entity types, relations, shapes and named queries, kept as data."""
