"""What one report tells of a happening, made of its mention alone and once: its `traits`.

Of them the words that are telling (`words`), its numbers and who tells them (`claims`), what parts
a deed from the next (`deeds`), which round it is (`turns`), what a pact is on (`subjects`), which
plan it undoes (`undoing`) and on whose word (`voices`).
"""
