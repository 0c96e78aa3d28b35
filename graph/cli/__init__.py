"""The command line, one file a command.

A command is a function named like its file, with typer's annotations; this file puts the commands
together. What a user has to know ends a command in one line on stderr: exit code 1 for bad input,
2 for wrong usage.
"""

import sys
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ...corpus.errors import SourceError
from ..errors import GraphError
from . import build, check, evaluate, export, query, show, stats, view
from .terminal import say
from .terminal import show as show_line


class Commands(TyperGroup):
    """The commands; what goes wrong in one of them is told in one line."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except (GraphError, SourceError) as error:
            say(f"allegiance: {error}")
        except KeyboardInterrupt:
            building = ctx.invoked_subcommand == "build"
            say(f"allegiance: stopped{'; the same command goes on from here' * building}")
            raise typer.Exit(130) from None
        except OSError as error:
            # A closed pipe is the reader's decision, no fault.
            if isinstance(error, BrokenPipeError) or error.filename is None:
                raise
            say(f"allegiance: {error.filename}: {error.strerror}")
        raise typer.Exit(1)


app = typer.Typer(
    cls=Commands,
    help="Build and ask a graph of who belongs to whom, since when, and who says so.",
    epilog="Example: allegiance build articles/ -o graph",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        show_line(version("allegiance"))
        raise typer.Exit()


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    pass


for _module in (build, query, export, view, show, stats, check, evaluate):
    app.command()(getattr(_module, _module.__name__.rpartition(".")[2]))


def main() -> None:
    """Runs the command that the arguments name."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows a mark in its place, and the rest stays readable.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
