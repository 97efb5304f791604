"""Two parties over time: what they did to each other (`dyads`), how often they met (`meetings`).

A meeting is made of the events that are parts of it: `sights` are what is seen of an event,
`occasions` which are of one meeting, `meeting` what became of it.
"""
