"""The web server: an app on one port."""

import logging
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from errors import BadInput


def bound(host: str, port: int) -> socket.socket:
    """A socket on an address. Raises BadInput when the address cannot be had."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(
            f"{host}:{port}: {reason}; name another one with --host or --port"
        ) from error
    return listening


def serve(app: FastAPI, listening: socket.socket, ready: Callable[[str], None]) -> None:
    """Answer requests until the process is interrupted; `ready` is told the address."""
    # pages hold a connection open for as long as they are: one second is enough for goodbye;
    # and one that is closed after a few seconds is closed under the next question of a client
    config = uvicorn.Config(
        app, log_level="warning", timeout_graceful_shutdown=1, timeout_keep_alive=75
    )
    _Server(config, ready).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[str], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listening in sockets or []:
            host, port = listening.getsockname()[:2]
            self._ready(f"http://{f'[{host}]' if ':' in host else host}:{port}")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # it tells of every connection that it cuts, with a traceback
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await super().shutdown(sockets)
