"""The tables, and how values of the record stand in their rows.

`schema` has the tables and `migrations` how they came to be; `opening` opens a record and brings it
up to date, `limits` bounds what may be asked. The others write values as rows and read them back.
"""
