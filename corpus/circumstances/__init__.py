"""Status, speaker, date, place and count of what was found."""
