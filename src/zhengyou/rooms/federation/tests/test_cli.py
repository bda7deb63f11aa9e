"""The same deeds at the machine, by the operator."""

from datetime import date

import pytest
from click.testing import CliRunner

from zhengyou.cli import main
from zhengyou.core.signing import public_key
from zhengyou.rooms.federation.models import Delivery, Partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(town, on):
    """``zhengyou sums …`` on the database of the test."""
    on(date(2010, 6, 30))
    return lambda *words: CliRunner().invoke(main, ["sums", *map(str, words)])


def test_a_file_goes_up_and_comes_in(town, run, tmp_path):
    file = tmp_path / "sums.json"
    assert run("key").output.strip() == public_key()
    assert "已登记河东镇党委" in run("partner", "1.2", public_key()).output

    given = ("--measures", "members,collective_share", "--under", "1.1", "--levels", 1)
    assert run("write", *given, "--since", "2010-05-10", "--out", file).exit_code == 0

    assert "已收下河东镇党委第" in run("receive", file).output
    delivery = Delivery.objects.get()
    assert (delivery.code, delivery.since, delivery.sums.count()) == ("1.1", date(2010, 5, 10), 9)


def test_what_is_refused_is_said_with_the_file(town, run, tmp_path):
    file = tmp_path / "sums.json"
    run("write", "--measures", "members", "--under", "1", "--out", file)

    refused = run("receive", file)

    assert refused.exit_code == 1 and f"{file}：签名不对" in refused.output
    assert run("partner", "9", public_key()).exit_code == 1 and not Partner.objects.exists()
