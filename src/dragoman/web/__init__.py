"""The web desk: the record in a browser, its API and its feeds."""
