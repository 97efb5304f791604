"""Time expressions and what they mean, in EDTF (ISO 8601-2:2019) levels 0 and 1.

`find` reads plain text; `read` chooses between the two candidates of an expression such as 'on
Friday' once the clause's direction is known; `resolve` gives 'the following day' its date once it
is known which event it follows.

Conventions
-----------

*Precision is that of the unit.* 'Three days ago' is a day, 'two weeks ago' a day with ``~``,
'two months ago' a month, 'two years ago' a year, 'a decade ago' a year with ``~``. A hedge
('about', 'nearly', 'more than') adds ``~``. The time of day is read over, not kept.

*Weeks* run from Monday to Sunday. 'This', 'last' and 'next week' are calendar weeks, and 'the
weekend' is a Saturday and Sunday. 'Last Friday' is the latest before publication, 'next Friday'
the one in the next calendar week, 'this Friday' the one in the present week, 'Friday week' the
one a week after the coming one. The weekday after the day of publication is six days back where
its clause looks back, but the next day where the text tells of it again and again, and hardly of
its own day: it was written in another time zone.

*Years.* A day or month without its year is the last one where its clause looks back and the next
one where it looks forward. With its weekday ('Saturday, November 7') it is the nearest that falls
on it. What is asked for ('called for protests on November 7') does not date the asking where the
nearest is still to come. What somebody agreed to or announced 'on Tuesday' is not on the next
Tuesday where the last one is nearer: that is when he did so. What he 'promised on Tuesday to do'
is not on that Tuesday. A plan told with 'will' or in the present lies ahead, however far that is
('will visit in February', written in April), but for a day of last week, which a report printed
late may name; of what 'was to be' the nearest turn is meant. So it is with the weekday of what
'had been promised for Monday'; what 'was to have been' on it, or was due and 'did not', was on the
last.

*The day of a thing beside* is not the verb's: 'condemned Monday's attack', 'called off Friday's
strike' and 'invited her to talks on Friday' tell no day of the verb, and 'a vigil on Friday to mark
the raid' none of the raid.

*The day of words.* What is said 'in a letter posted on Tuesday', or 'speaking in Lima on Tuesday',
is said then. What closes with the day of what led to it ('voted for it after the test on 3 May')
tells none of its own, but who was hurt or caught after a raid was so then.

*So far and still to come.* 'Earlier this week' runs from Monday to the day of publication,
'later this week' from then to Sunday; months and years likewise, in days.

*Rolling spans* end or begin at publication: 'the past 24 hours' is the day before and the day;
'the past week' seven days back; 'the past three months' ``2025-04/2025-07``; 'the past two years'
``2023/2025``. Recent or coming days reach 7 days, weeks 28 days, months 6 months.

*Parts.* Early, mid and late are thirds: of a year (months 1-4, 5-8, 9-12), of a month (days 1-10,
11-20, 21-last), of a week (Monday-Wednesday, Tuesday-Thursday, Thursday-Sunday). The end and the
start of a month are its thirds, of a year its last and first month; so are its last and first
days or weeks where no number is told. 'Mid-to-late' is both thirds. Of a decade, a century or a
season the part is not told apart: 'the early 1990s' is ``199X``. Halves and quarters of a year are
intervals of months; halves of a month are days 1-15 and 16-last. The first week of July is July
1-7, the second 8-14, the last its last seven days.

*Seasons* are those of the northern hemisphere, with the codes 21 to 24; a winter bears the year of
its December. 'Last summer' is the latest that was over at publication.

*Open intervals.* 'Since', 'starting' and 'after' a date begin with its first day; 'until', 'by',
'through' and 'before' end with its last, which is not taken off. 'From Monday' alone opens an
interval only where the clause looks forward; what had been done 'as of Monday' was by then. 'Since'
looks back and 'until' forward, whatever the clause does; so does 'by', but at the head of a
sentence it looks where its clause looks ('By Tuesday the fire was out'). A date after 'ahead of'
lies ahead.

*Headings.* A line that is only a day ('MONDAY, Nov 23') dates what stands under it up to the next
heading, and a paragraph that begins with one ('Oct 28: ', 'Oct 28 | ') is dated by it, where a
sentence tells no day of its own. What has been done is not dated by a day to come, what is planned
not by one gone by, and a lone heading counts only where it is to come.

A month or a year with a colon ('2018: ') heads an entry as well. In a timeline an entry without its
year has that of the entry before it, or where it would go back, the next; see `timelines`. What was
'later' is not on the day over it. 'December that year' is of the year told last.

*Live blogs.* Where many lines begin with a time stamp, 'today', 'tomorrow' and weekdays under a
line that is only a day gone by count from that day (basis ``anchored``). Elsewhere such a line
changes nothing: it is as often the day of a picture.

*Lengths.* 'A two-day visit starting Monday' ends on Tuesday, 'a 72-hour truce from noon Monday' on
Thursday; 'ended a three-day visit on Saturday' began on Thursday. A length that only frames
something else ('met him on Monday during a three-day visit') gives no end, nor do 24 hours or less.

*At once.* 'Died on Sunday when a gunman opened fire': the day is that of both. So it is with 'as'
and 'while', and with 'flew to Guam on Sunday, conducting exercises', but not with 'had done'. What
came before or after ('recalled its envoy on Monday after the shelling') is not on that day, but
those killed after a raid were killed in it. 'The attack that killed nine on Thursday' was then.
What somebody did after he spoke or came ('accused Peru on Monday and expelled its envoy', 'entered
Bor in May and freed them') was then, too. The day behind what is judged in the present or the
perfect ('we condemn the raid on Bor on 3 May') is that of the deed, and so is one not of late
behind a charge ('charged with killing two in 2019').
What somebody did where he went ('flew to Oslo on Friday, *where* he met Lee') was then, too, and so
was what a weapon did ('fired a rocket on Friday that killed six').

*In turn.* Of a journey told in weekdays the later stop is on the later day: 'will visit Seoul on
Friday and Tokyo on Sunday'.

*The scheduled present.* A visit, a meeting or a signing told in the present with a day to come is
planned and on that day: 'Merz visits Ankara on Tuesday'. Yesterday's weekday is left in the past.
So is one told of the day of a plan: 'will sign it on 3 May, when Merz visits Ankara'.

*A date that takes another's place* stands alone: 'brought forward from 3 May to 20 April' is
``XXXX-04-20``, and no range; so is the latter of 'put off a visit, due on 3 May, to 20 June', and
of 'a visit due on 3 May was put off and will be held on 20 June'.

*From a day until another.* The end is the first such day after the beginning: told as done,
'closed on Sunday until 30 October' is from last Sunday to the 30 October to come. 'For ten days
from 1 November' ends on the tenth.

*Two dates joined by 'and'* are one interval where they follow on each other ('Monday and
Tuesday', 'late 2024 and early 2025') or share a month's name ('3 and 5
March'); otherwise they are two expressions.

*Numeric dates.* ``7/10/2023`` may be July or October: ``2023-XX-XX``. Over 12 tells the day; with
dots the day comes first (``7.10.2023``). ``2025-06`` is a month, ``2003-05`` two years and more.

*No publication date.* A day or month without a year keeps ``XXXX`` for it; weekdays, 'yesterday'
and 'two years ago' are found with no date. The basis is ``unresolved`` in both. (``XXXX-04/..``,
'since April' of an unknown year, is EDTF by its two ends, but some parsers refuse it.)
"""

from __future__ import annotations

from .anchored import resolve
from .expression import Direction, Kind, TimeExpression, read
from .finder import find

__all__ = ["Direction", "Kind", "TimeExpression", "find", "read", "resolve"]
