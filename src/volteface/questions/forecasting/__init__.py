"""Forecasts of dated questions, and what came of them."""
