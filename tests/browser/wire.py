"""A wire between the browser and the server that can be cut: what a browser emulates does not reach its workers."""

import socket
import threading
from urllib.parse import urlsplit


class Wire:
    """Passes bytes to a server until it is cut; mended, it listens at the same address again."""

    def __init__(self, to: str) -> None:
        parts = urlsplit(to)
        self.server = (parts.hostname or "localhost", parts.port or 80)
        self.port = 0
        self.open: set[socket.socket] = set()
        self.mend()
        self.url = f"http://localhost:{self.port}"

    def mend(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", self.port), backlog=50)
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._accept, args=(self.listening,), daemon=True).start()

    def cut(self) -> None:
        if self.listening.fileno() < 0:
            return
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        for end in list(self.open):
            end.close()
        self.open.clear()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                here, _ = listening.accept()
            except OSError:
                return
            there = socket.create_connection(self.server)
            self.open |= {here, there}
            for one, other in ((here, there), (there, here)):
                threading.Thread(target=_pass, args=(one, other), daemon=True).start()


def _pass(one: socket.socket, other: socket.socket) -> None:
    try:
        while data := one.recv(65536):
            other.sendall(data)
    except OSError:
        pass
    for end in (one, other):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            continue
