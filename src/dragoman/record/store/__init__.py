"""Articles and mentions come and go, and the events are kept up to date with them.

`store` is the door; `adding` brings many articles in, `mending` dates one or takes it out. A change
goes from `articlewriting` and `copygroups` by way of `updating` (which mentions to look at again)
and `regrouping` (which of them are one event) to `eventwriting`; `relinking` makes all events anew.
"""
