"""Robots of three houses: their shapes, their signatures, and what counts as sent."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from zhengyou.rooms.notices.actions import posting
from zhengyou.rooms.notices.actions.posting import NotSent, Unclear, post, shaped

MOMENT = 1_700_000_000.5
DINGTALK = "%2BdTb3I3j5OlCIdcv3ys36zeVUkjx3fb9ImBazYoerTc%3D"
FEISHU = "+z1fiKH1w9xoRwSUZju5W5ZBj/d5cwS4H+5mTClDOl4="


def test_each_house_has_its_shape():
    for kind in ("wecom", "dingtalk"):
        assert shaped(kind, "https://x/?key=1", "", "争优", MOMENT) == (
            "https://x/?key=1",
            {"msgtype": "text", "text": {"content": "争优"}},
        )
    assert shaped("feishu", "https://x/1", "", "争优", MOMENT)[1] == {
        "msg_type": "text",
        "content": {"text": "争优"},
    }


def test_signatures_are_made_as_the_houses_describe_them():
    """Worked out with openssl: printf '1700000000500\\ns' | openssl dgst -sha256 -hmac s -binary | base64."""
    address, _body = shaped("dingtalk", "https://x/?access_token=1", "s", "", MOMENT)
    assert address == f"https://x/?access_token=1&timestamp=1700000000500&sign={DINGTALK}"
    _address, body = shaped("feishu", "https://x/1", "s", "", MOMENT)
    assert (body["timestamp"], body["sign"]) == ("1700000000", FEISHU)


@contextmanager
def server(status=200, said='{"errcode": 0}', silent=False):
    heard = []

    class Robot(BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            if silent:
                return
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "http://127.0.0.1:1/")
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_args):
            pass

    site = HTTPServer(("127.0.0.1", 0), Robot)
    thread = Thread(target=site.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{site.server_port}/", heard
    site.shutdown()
    site.server_close()


def test_what_the_house_took_is_sent():
    with server() as (address, heard):
        post("wecom", address, "", "争优：3件", MOMENT)

    assert heard == [{"msgtype": "text", "text": {"content": "争优：3件"}}]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (500, ""),
        (302, ""),
        (200, '{"errcode": 93000, "errmsg": "invalid webhook"}'),
        (200, '{"code": 19021}'),
    ],
)
def test_what_the_house_refused_is_not_sent(status, said):
    with server(status, said) as (address, _heard), pytest.raises(NotSent):
        post("wecom", address, "", "x", MOMENT)


def test_a_server_that_is_not_there_was_told_nothing():
    with pytest.raises(NotSent, match="连不上"):
        post("wecom", "http://127.0.0.1:1/", "", "x", MOMENT)


def test_a_server_that_falls_silent_leaves_it_unclear(monkeypatch):
    monkeypatch.setattr(posting, "PATIENCE", 0.3)
    for silent, said in ((True, ""), (False, "<html>")):
        with server(said=said, silent=silent) as (address, heard), pytest.raises(Unclear):
            post("wecom", address, "", "x", MOMENT)
        assert len(heard) == 1
