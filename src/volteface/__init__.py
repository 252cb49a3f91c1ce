"""Read reporting on a conflict and say who has moved, on whose word, and how sure that is."""
