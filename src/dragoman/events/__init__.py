"""What happened: the ontology, triggers and their types, arguments, modes and contexts."""
