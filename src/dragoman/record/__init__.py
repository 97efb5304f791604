"""The record: articles and mentions kept, mentions linked to events, and questions asked of them."""
