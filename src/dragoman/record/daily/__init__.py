"""What a desk looks at day by day: the agenda, the diary, the brief and the calendar."""
