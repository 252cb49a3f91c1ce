"""Where actors stand over time, and what can be said about whether they moved."""
