"""Who speaks, and what is said: quotations, verbs of saying, accusations."""
