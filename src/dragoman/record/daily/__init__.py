"""What a desk looks at day by day: the agenda, the diary and the brief."""
