"""The web chat and the HTTP API on one port: `uv run app.py`."""

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from threading import Thread

from errors import WhosaidError
from settings import load_settings

tell = partial(print, file=sys.stderr)
SAMPLE = Path(__file__).parent / "examples" / "corpus"


def main() -> int:
    """Serve the chat; the exit status."""
    try:
        run(arguments())
    except WhosaidError as error:
        tell(f"whosaid: {error}")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def arguments() -> Namespace:
    """What the command line says."""
    parser = ArgumentParser(description=__doc__, epilog="example: uv run app.py --corpus my/texts")
    parser.add_argument("--data", type=Path, help="the data folder (default: .whosaid)")
    parser.add_argument("--corpus", nargs="+", metavar="PATH", help="indexed if nothing is yet")
    parser.add_argument("--host", default="127.0.0.1", help="default: %(default)s")
    parser.add_argument("--port", type=int, default=7860, help="default: %(default)s")
    return parser.parse_args()


def run(given: Namespace) -> None:
    """Open the library, have its index built in the background, and serve."""
    # imported here, what is quick and may fail first: gradio alone takes seconds
    from faces.http.serve import bound, serve

    listening = bound(given.host, given.port)
    from faces.building import Building
    from faces.library import open_library
    from ingest.sources import source

    sources = [source(name) for name in given.corpus or [str(SAMPLE)]]
    settings = load_settings(data=given.data)
    library = open_library(settings, create=True)
    if library.archive.revision > 0:
        if given.corpus:
            tell("there is an index already: 'whosaid ingest' brings more in")
        sources = [source(name) for name in library.archive.unfinished()]
    building = Building(library, sources, tell)
    from faces.chat.chat import mount
    from faces.http.routes import routers
    from faces.http.web import web

    Thread(target=library.faq.open, daemon=True).start()
    app = web(settings.allow_origins)
    for router in routers(library, settings):
        app.include_router(router)
    app = mount(app, library, building)
    serve(app, listening, lambda url: print(f"Whosaid is at {url}", flush=True))


if __name__ == "__main__":
    sys.exit(main())
