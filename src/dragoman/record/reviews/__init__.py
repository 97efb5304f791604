"""The word of readers: verdicts on mentions (`reviews`), `corrections`, `rulings` on linking."""
