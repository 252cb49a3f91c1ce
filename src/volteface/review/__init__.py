"""A person's work on what was read: correcting it, entering what was missed, comparing coders."""
