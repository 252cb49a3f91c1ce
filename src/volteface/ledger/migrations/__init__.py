"""Alembic revisions, one file each, named ``r`` and the revision's number; none is ever edited."""
