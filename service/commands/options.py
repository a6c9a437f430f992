"""What the commands share: their options, what checks them, and what shows what comes of them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel

    from service.settings import Settings

Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Folder of the index (BYLINE_DATA, ./data).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as the HTTP call returns it.")]
Outlets = Annotated[list[str], typer.Option("--outlet", help="Only articles of this outlet; may be repeated.")]
Sources = Annotated[list[str], typer.Option("--source", help="Only what this source says; may be repeated.")]
Articles = Annotated[list[str], typer.Option("--article", help="Only this article, by its id; may be repeated.")]
From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="Published on this day or later.")]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Published on this day or earlier.")]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DAY", help="What last week is relative to; today in UTC without it.")
]
Cursor = Annotated[str | None, typer.Option("--cursor", help="The next part, as the end of a list tells it.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=500, help="How many, at most.")]
Form = Literal["text", "md", "csv", "json"]


def load_settings(**given: Any) -> Settings:
    """The settings, with what the command line gives over the environment's."""
    from service.settings import read_settings

    return read_settings(**given)


def check(model: Any, fields: dict[str, Any]) -> Any:
    """The request that the options make; RequestError names the one that is wrong."""
    from pydantic import ValidationError

    from service.errors import name_invalid

    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise name_invalid(error.errors()) from None


def show(value: BaseModel, as_json: bool, render: Any) -> None:
    """Print a value as the HTTP call returns it, or as `render` makes it readable."""
    if as_json:
        from service.render.clean import escape_json

        typer.echo(escape_json(json.dumps(value.model_dump(mode="json"), ensure_ascii=False, indent=2)))
    else:
        typer.echo(render(value, **measure_terminal()), nl=False, color=True)


def measure_terminal() -> dict[str, Any]:
    """How wide the terminal is, and whether it takes colour."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return {"width": min(shutil.get_terminal_size((100, 24)).columns, 110), "colour": colour}
