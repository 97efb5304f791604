"""The annotated corpus and what is trained on it; not part of the installed package."""
