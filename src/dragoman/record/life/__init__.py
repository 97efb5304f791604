"""What the reports of one event, one after the other, make of it.

`life` tells the whole of it; `state` what each report changes, `consensus` what all agree on,
`dates` which of the days told stands.
"""
