"""Documents that are left out, and why: named, counted by the caller, never fatal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, row or record that gives no document."""

    name: str
    """The file as its source names it, with the line or record where there are many."""
    reason: str
    """One line, such as ``empty`` or ``encrypted: save it without a password``."""

    def __str__(self) -> str:
        """Name and reason in one line."""
        return f"{self.name}: {self.reason}"


class Unreadable(Exception):
    """Raised by a format's reader; its message becomes the reason of a ``Skipped``."""
