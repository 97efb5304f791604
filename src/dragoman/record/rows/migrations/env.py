"""Runs the migrations on the connection that `dragoman.record.rows.opening` hands over."""

from __future__ import annotations

from alembic import context

from dragoman.record.rows.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata)
with context.begin_transaction():
    if connection.dialect.name == "postgresql":
        # Two that make the same record at once: the second waits and finds it made.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7236)")
    context.run_migrations()
