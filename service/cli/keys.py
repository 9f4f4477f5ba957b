"""``eventwire keys``: who may use the service."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from service import keys as store
from service.cli.errors import Mistake, mistakes
from service.settings import load_settings


@click.group()
@click.option(
    "--file", type=click.Path(dir_okay=False, path_type=Path), help="In place of EVENTWIRE_KEYS_FILE."
)
@click.pass_context
def keys(context: click.Context, file: Path | None) -> None:
    """Add, list and revoke API keys. A running service sees the change at once."""
    with mistakes():
        path = file or load_settings().keys_file
    if path is None:
        raise Mistake("name the file of keys: --file, or EVENTWIRE_KEYS_FILE")
    context.obj = path


@keys.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(store.SCOPES),
    multiple=True,
    default=(store.EXTRACT,),
    show_default=True,
    help="What the key may do; can be given again.",
)
@click.option("--days", type=click.IntRange(min=1), help="Days until the key expires; never without it.")
@click.option("--replaces", metavar="ID", help="A key that this one takes the place of.")
@click.option(
    "--grace",
    type=click.IntRange(min=0),
    default=24,
    show_default=True,
    help="Hours that a replaced key still works.",
)
@click.pass_obj
def add(
    path: Path, name: str, scopes: tuple[str, ...], days: int | None, replaces: str | None, grace: int
) -> None:
    """Add a key for NAME and print its token, which is shown only now."""
    now = datetime.now(UTC)
    with mistakes():
        if replaces is not None:
            store.expire_key(path, key_id=replaces, at=now + timedelta(hours=grace))
        expires = now + timedelta(days=days) if days else None
        _, token = store.add_key(path, name=name, scopes=scopes, expires=expires)
    click.echo(token)


@keys.command("list")
@click.pass_obj
def list_keys(path: Path) -> None:
    """List the keys: id, name, scopes, when made, when they end."""
    with mistakes():
        found = store.read_keys(path)
    for key in found:
        click.echo(f"{key.id}  {key.name}  {','.join(key.scopes)}  {key.created}  {key.expires or 'never'}")


@keys.command()
@click.argument("key_id", metavar="ID")
@click.pass_obj
def revoke(path: Path, key_id: str) -> None:
    """End a key now."""
    with mistakes():
        store.expire_key(path, key_id=key_id, at=datetime.now(UTC))
