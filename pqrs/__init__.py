"""pqrs: petitions, complaints, claims, suggestions and reports, answered in legal time."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pqrs.app import App
    from pqrs.settings import Settings


def create_app(settings: "Settings | None" = None) -> "App":
    """The application; without `settings` they are read from the environment.

    The import is inside so that `pqrs.law` and `pqrs.office` can be used without Flask.
    """
    from pqrs.factory import build_app  # noqa: PLC0415

    return build_app(settings)
