"""Benchmarks: what is measured for docs/benchmarks.md, each by a command."""
