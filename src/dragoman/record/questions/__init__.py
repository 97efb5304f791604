"""What a record is asked: which events, articles and mentions, how they stood, where they were.

`filters` says what is wanted, `conditions` asks it of the tables, `questions` answers; `asof`
answers as it was known on a day.
"""
