"""Benchmarks: how fast, how much memory, and what that means for an archive (``make bench``)."""
