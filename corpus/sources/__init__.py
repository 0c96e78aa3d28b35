"""Documents from files, folders, globs and standard input, one module a format."""

from .skipped import Skipped
from .walk import read_sources

__all__ = ["Skipped", "read_sources"]
