"""Notices of a folder become packs of a folder, one each."""

import pytest
import yaml
from click.testing import CliRunner

from zhengyou.packs.cli import draft

NOTICE = "关于开展{n}号活动的通知\n每名党员的学习时间不少于{n}个学时。\n2021年3月{n}日\n"


@pytest.fixture
def notices(tmp_path):
    folder = tmp_path / "通知"
    folder.mkdir()
    for number in range(11, 21):
        (folder / f"{number}号.txt").write_text(NOTICE.format(n=number), encoding="utf-8")
    return folder


def run(*words):
    return CliRunner().invoke(draft, [str(word) for word in words])


def test_each_notice_becomes_a_pack_of_its_name(notices, tmp_path):
    done = run(notices, "--format", "yaml", "--into", tmp_path / "方案")

    made = sorted((tmp_path / "方案").iterdir())
    assert done.exit_code == 0 and "写了10份" in done.stdout
    assert [file.name for file in made] == [f"{number}号.yaml" for number in range(11, 21)]
    for number, file in enumerate(made, start=11):
        written = file.read_text(encoding="utf-8")
        assert f"从{number}号.txt读出" in written and yaml.safe_load(written)["name"] == f"{number}号活动"


def test_a_pack_that_is_there_stays_as_it_is(notices, tmp_path):
    folder = tmp_path / "方案"
    folder.mkdir()
    (folder / "12号.yaml").write_text("gone over\n", encoding="utf-8")

    done = run(notices, "--format", "yaml", "--into", folder)

    assert (folder / "12号.yaml").read_text(encoding="utf-8") == "gone over\n"
    assert done.exit_code == 1 and "已经有了" in done.stderr and "写了9份" in done.stdout


def test_what_cannot_be_read_is_said_and_the_rest_is_written(notices, tmp_path):
    (notices / "13号.txt").write_text(" ", encoding="utf-8")

    done = run(notices, "--format", "yaml", "--into", tmp_path / "方案")

    assert done.exit_code == 1 and "13号.txt: 没有文字" in done.stderr
    assert len(list((tmp_path / "方案").iterdir())) == 9


def test_without_a_folder_all_packs_come_out_one_behind_the_other(notices):
    done = run(notices, "--format", "yaml")

    assert len(list(yaml.safe_load_all(done.stdout))) == 10


def test_a_folder_is_for_packs_only(notices, tmp_path):
    done = run(notices, "--into", tmp_path / "方案")

    assert done.exit_code == 2 and "--format yaml" in done.stderr
