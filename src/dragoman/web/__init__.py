"""The web desk: pages, API and feeds on a record. Needs the extra ``web``."""
