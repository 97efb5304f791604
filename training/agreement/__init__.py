"""How far two coders agree on the corpus."""
