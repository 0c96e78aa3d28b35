"""Every format that a graph goes out in, one file a format."""
