"""When things happened: expressions of time, and the events that they date."""
