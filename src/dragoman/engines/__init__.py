"""Engines: the same coder over many articles."""
