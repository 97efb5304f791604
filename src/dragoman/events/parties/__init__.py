"""Who takes part in a deed: whose phrases tell it (`sides`), and whom these mean (`bearers`)."""
