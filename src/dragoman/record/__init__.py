"""The record: articles and mentions kept, mentions linked to events, questions asked of them.

`event` says what an event is: begin there, then with `store.store`, where articles go in, and
`questions.questions`, which gives events back. Beside it stand `ruling`, what a reader ruled,
`arrow`, events as tables, and `rulings`, the name under which docs show these. The rooms, each of
which knows those before it and none after it:

1. `traits`: what one report tells, made of its mention alone.
2. `linking`: which reports are of one happening.
3. `life`: what the reports of one event make of it, one after the other.
4. `rows`: the tables, and how all of these stand in their rows.
5. `store`: articles and mentions come and go, and the events are kept up to date with them.
6. `questions`: which events, articles and mentions there are, and what was known on a day.
7. `dyads`: two parties over time, and how often they met.
8. `daily`: the agenda, the diary, what a calendar follows, and the brief.
9. `reviews`: what readers say of mentions, and rule on linking.

The first three are given mentions and know of no database. What somebody wants to change: how
reports are joined, in `linking`; what an event's status is, in `life.state`; a table, in
`rows.schema` with a migration.
"""

from dragoman.record.event import Claim, Event, History, Party, Place, Step
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, histories, history
from dragoman.record.rows.opening import RecordError
from dragoman.record.store.store import Added, Record

__all__ = [
    "Added",
    "Claim",
    "Event",
    "Filter",
    "History",
    "Party",
    "Place",
    "Record",
    "RecordError",
    "Step",
    "events",
    "histories",
    "history",
]
