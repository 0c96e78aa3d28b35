"""What of an article is read: boilerplate, datelines, printed dates."""
