"""Who did what to whom: events of a report, found in the parse of its sentences."""
