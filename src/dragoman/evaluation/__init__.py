"""Readers of gold data, and scorers."""
