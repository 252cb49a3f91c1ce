"""Levers: the smallest interventions that bring a measure past a threshold."""
