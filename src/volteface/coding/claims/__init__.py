"""What reports claim of how a conflict works: causes, conditions, what would be if."""
