"""Documents in, claims out: sources, the embedded reader, and what it finds in the text."""
