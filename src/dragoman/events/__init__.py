"""What happened: the ontology, triggers and their types, arguments, modes and contexts.

In the order of the work: the encoder reads sentences (`typer`); `passes` put right what kind of
deed a reading tells of, and `nondeeds` tells which are none; `parties` finds who takes part, and
`magnitudes` how many; `coding` makes events of all this. Once these are mentions, `echoes` lends
them what the text tells elsewhere, and `tolls` adds the dead that are counted apart.
"""
