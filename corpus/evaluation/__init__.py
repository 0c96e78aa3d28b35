"""Annotated articles, and how the reader's claims compare with them."""
