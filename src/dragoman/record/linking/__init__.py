"""Which reports are of one happening: traits compared, and reports joined.

`likeness` says how like two mentions are: by their `parties` and their days (`timing`). Grounds on
which two are two, whatever else agrees, are deeds in a row (`series`), a plan and a deed beside it
(`settling`), other visitors (`travellers`), other subjects (`accords`). `linking` joins by both,
and `whole` tells what may stand together in one event. `copies` says which texts are one report.
"""
