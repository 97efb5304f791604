"""Written forms of articles and mentions."""
