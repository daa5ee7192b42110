"""A loopback HTTP server of the customer's: it says where it listens, keeps what arrives, and answers as it is told."""

import json
import queue
import socketserver
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from witness import finish, note, settings, tell


class Arrived:
    """A request as it came."""

    def __init__(self, method, target, headers, body):
        self.method = method
        self.target = target
        self.path = urlsplit(target).path
        self.query = dict(parse_qsl(urlsplit(target).query, keep_blank_values=True))
        self.headers = headers
        self.body = body

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def media_type(self):
        return (self.header("content-type") or "").split(";")[0].strip().lower()

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def json(self):
        """The body as JSON; None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    def __str__(self):
        return f"{self.method} {self.target} {self.text[:1200]!r}"


def as_json(document, status=200, headers=()):
    """An answer with a JSON body."""
    body = json.dumps(document, ensure_ascii=False).encode()
    return status, [("Content-Type", "application/json"), *headers], body


def empty(status=200):
    """An answer without a body."""
    return status, [], b""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def server_bind(self):
        # The standard one looks up the name of the address, which can take seconds without a network.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]


class Receiver:
    """Listens on a free loopback port. `answer` takes what arrived and returns status, header lines and body."""

    def __init__(self, answer):
        self._arrived = queue.Queue()
        self._busy = 0
        self._tickets = 0
        self._told = 0
        self._answered = {}
        self._idle = threading.Condition()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def take(self):
                with outer._idle:
                    outer._busy += 1
                    ticket = outer._tickets
                    outer._tickets += 1
                arrived = None
                try:
                    arrived = self.answered()
                finally:
                    outer._tell(ticket, arrived)
                    with outer._idle:
                        outer._busy -= 1
                        outer._idle.notify_all()

            def answered(self):
                length = int(self.headers.get("Content-Length") or 0)
                arrived = Arrived(self.command, self.path, self.headers.items(), self.rfile.read(length))
                try:
                    status, headers, body = answer(arrived)
                except Exception as problem:  # the sender must see it, and so must the test
                    note("the receiver understands what arrives", False, f"{arrived} ({problem!r})")
                    status, headers, body = empty(500)
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)
                self.wfile.flush()
                return arrived

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = take

            def log_message(self, *_):
                pass

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        tell(listening=self.url)

    def _tell(self, ticket, arrived):
        """Told of only once it is answered, as who waits for the last request may end the program; and in the order of arrival."""
        with self._idle:
            self._answered[ticket] = arrived
            while self._told in self._answered:
                told = self._answered.pop(self._told)
                self._told += 1
                if told is not None:
                    self._arrived.put(told)

    def stop(self):
        """Takes nothing more, and waits for what is under way."""
        self._server.shutdown()
        with self._idle:
            self._idle.wait_for(lambda: self._busy == 0, 10)

    def next(self, seconds=20):
        """The next request that arrives; None when none does in time."""
        try:
            return self._arrived.get(timeout=seconds)
        except queue.Empty:
            return None


def serve(take):
    """The whole life of a receiving program: listen, read the settings, take what comes until standard input ends.

    `take(arrived, settings)` checks what arrived and answers it.
    """
    known = {}
    ready = threading.Event()

    def answer(arrived):
        ready.wait(20)
        return take(arrived, known)

    receiver = Receiver(answer)
    known.update(settings())
    ready.set()
    sys.stdin.read()
    receiver.stop()
    finish()
