"""``dragoman serve``: the record in a browser."""

from __future__ import annotations

import os
import socket
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.filters import record_option
from dragoman.extras import install

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dragoman.web.settings import Settings


@click.command("serve")
@record_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True,
              help="0 for any that is free.")
@click.option("--token-file", type=click.Path(path_type=Path), help="Who may come in: NAME TOKEN, "
              "one a line.")
@click.option("--user-header", help="The header in which a reverse proxy names who asks.")
@click.option("--public-url", help="The address by which people reach it through a proxy.")
@click.option("--reviewer", default="reader", show_default=True,
              help="The name that reviews bear where nobody is told apart.")
@click.option("--read-only", is_flag=True, help="Nothing in the record may be changed.")
@click.option("--open/--no-open", "opens", default=False, help="Open it in the browser.")
@click.option("--log", "logs", is_flag=True, help="One line for every request.")  # fmt: skip
def command(
    address: str,
    host: str,
    port: int,
    token_file: Path | None,
    opens: bool,
    logs: bool,
    **options: Any,
) -> None:
    """Serve the record: pages to see, check and correct it, an API and feeds.

    Only this machine can reach it, unless --host says otherwise; then it wants a token from
    everybody (--token-file, or DRAGOMAN_TOKEN), or a reverse proxy that names who asks.
    """
    serve(_settings(address, host, port, token_file, options), opens=opens, logs=logs)


def serve(settings: Settings, *, opens: bool = False, logs: bool = False) -> None:
    """Print the address, serve until Ctrl+C or SIGTERM, and end the process.

    Args:
        settings: see `Settings`.
        opens: open the address in the browser.
        logs: write one line for every request.

    Raises:
        click.ClickException: the record cannot be opened, or the address not listened at.
    """
    from dragoman.record.rows.opening import without_password
    from dragoman.web import serving

    app = _app(settings)
    listener = _listener(settings.host, settings.port)
    url = settings.public_url or _address(settings.host, listener.getsockname()[1])
    click.echo(f"Dragoman serves {without_password(settings.record)} at {url}")
    click.echo(f"{_door(settings)} Ctrl+C stops it.")
    if opens:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
    serving.serve(app, listener, logs=logs)


def _settings(
    address: str,
    host: str,
    port: int,
    token_file: Path | None,
    options: dict[str, Any],
) -> Settings:
    try:
        import fastapi  # noqa: F401
        import jinja2  # noqa: F401
        import python_multipart  # noqa: F401
        import uvicorn  # noqa: F401
    except ModuleNotFoundError as error:
        what = f"needs the package {error.name}; {install('web')}"
        raise click.ClickException(what) from error
    from dragoman.web.settings import Settings, SettingsError
    from dragoman.web.tokens import checked, tokens_of

    try:
        tokens = tokens_of(token_file) if token_file else {}
        if token := os.environ.get("DRAGOMAN_TOKEN"):
            tokens[checked(token, "DRAGOMAN_TOKEN")] = options["reviewer"]
        return Settings(address, host=host, port=port, tokens=tokens, **options)
    except SettingsError as error:
        raise click.ClickException(str(error)) from error


def _app(settings: Settings) -> FastAPI:
    from dragoman.record import RecordError
    from dragoman.web.app import create_app

    try:
        return create_app(settings)
    except RecordError as error:
        raise click.ClickException(str(error)) from error


def _listener(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=256)
        # Whom it lets in inherits this; else the body of every answer after the first would wait
        # 40 ms for its head to be acknowledged.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except (OSError, UnicodeError) as error:  # the latter of what can be no host's name
        what = f"{host} port {port}: cannot be listened at"
        why = getattr(error, "strerror", None) or error
        raise click.ClickException(f"{what} ({why}); give another --port or --host") from error


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _door(settings: Settings) -> str:
    """Who can come in, in one line."""
    if settings.user_header:
        return (
            f"It believes the header {settings.user_header} of whoever reaches it: "
            "let none but your proxy do so."
        )
    if settings.tokens:
        return "It wants a token: as bearer token, or as the password in a browser."
    return "Whoever uses this machine can use it, without a login."
