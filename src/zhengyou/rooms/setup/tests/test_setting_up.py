"""An installation is claimed once, by whoever stands at the machine; a sample goes whole."""

import json
import re

import pytest

from zhengyou.core import trail
from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed, Organisation
from zhengyou.core.permissions import OPERATOR, grants_of
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.accounts.queries import unclaimed
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.setup.actions import begin_installation, begin_sample, remove_sample, setup_code
from zhengyou.rooms.setup.models import SampleTown
from zhengyou.rooms.setup.queries import sample_counts

pytestmark = pytest.mark.django_db
OWN = "three-quiet-rivers"
TOLD = {"name": "中共红星镇委员会", "kind": "committee", "category": "government"}


@pytest.fixture(autouse=True)
def home(tmp_path, settings):
    settings.ZHENGYOU_HOME = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return tmp_path


def claim(code, root=None, **told):
    who = {"username": "head", "password": OWN, "who": "组织办"}
    return begin_installation(OPERATOR, root, code=code, **who, **(told or TOLD))


@pytest.mark.database
def test_the_first_with_the_code_claims_it_and_the_second_finds_it_taken():
    user = claim(setup_code())

    assert Organisation.objects.get().short_name == "红星镇委"
    assert {g.role for g in grants_of(user)} == {"administrator", "office"}
    with pytest.raises(Refused, match="已经启用"):
        claim(setup_code())


def test_a_stranger_without_the_code_gets_nothing(client):
    answer = client.post("/setup/", {**TOLD, "code": "AAAA-BBBB-CCCC", "who": "谁", "username": "me",
                                     "password": OWN, "again": OWN})  # fmt: skip

    assert answer.status_code == 422 and "口令不对" in answer.content.decode()
    assert unclaimed() and not Organisation.objects.exists()


def test_the_code_may_be_typed_small_and_without_dashes_and_is_nobody_elses_to_read(home):
    code = setup_code()

    assert (home / "setup_code").stat().st_mode & 0o077 == 0
    assert claim(code.lower().replace("-", " ")).username == "head"


def test_neither_code_nor_password_stand_in_the_trail(django_capture_on_commit_callbacks, home):
    code = setup_code()
    with django_capture_on_commit_callbacks(execute=True):
        claim(code)

    kept = " ".join(Deed.objects.values_list("details", flat=True))
    assert code not in kept and OWN not in kept and trail.verify().holds
    assert not (home / "setup_code").exists()


def test_a_tree_imported_at_the_machine_is_taken_over(client):
    from zhengyou.rooms.orgs.actions import found_organisation

    root = found_organisation(OPERATOR, None, name="中共河口县委员会", kind="committee")
    page = client.get("/setup/").content.decode()
    assert "最上面的是中共河口县委员会" in page and "放入示例" not in page

    sent = {"code": setup_code(), "who": "组织部", "username": "head", "password": OWN, "again": OWN}
    assert client.post("/setup/", sent)["Location"] == "/setup/guide/"
    assert {g.organisation for g in grants_of(User.objects.get())} == {root}


def test_an_empty_installation_leads_to_the_setting_up_and_a_claimed_one_does_not(client, town):
    assert client.get("/setup/")["Location"] == "/"
    assert client.get("/accounts/sign-in/").status_code == 200


def test_the_way_in_leads_to_the_setting_up(client):
    assert client.get("/", follow=True).request["PATH_INFO"] == "/setup/"


@pytest.mark.database
def test_a_sample_is_played_marked_and_removed_whole(client, django_capture_on_commit_callbacks, home):
    sent = client.post("/setup/try/", {"sample-code": setup_code()})
    assert sent["Location"] == "/setup/sample/"
    assert Campaign.objects.get().issued_on and Person.objects.count() == 30

    for who, address in (("office", "/campaigns/sample/"), ("secretary", "/campaigns/sample/week/")):
        client.post("/setup/sample/as/", {"who": who})
        page = client.get(address)
        assert page.status_code == 200 and "这里的人和事都是编的" in page.content.decode()
    member = client.get("/accounts/sign-in/", follow=True)
    assert "这里的人和事都是编的" in member.content.decode()

    client.post("/setup/sample/as/", {"who": "admin"})
    assert "30" in client.get("/setup/sample/").content.decode()
    (home / "snapshot").mkdir(exist_ok=True)
    with django_capture_on_commit_callbacks(execute=True):
        gone = client.post("/setup/sample/remove/", {"counted": json_counts(), "sure": "on"})

    assert setup_code() in gone.content.decode() and "启用争优" in gone.content.decode()
    assert unclaimed() and not Organisation.objects.exists() and not SampleTown.objects.exists()
    assert [d.did for d in Deed.objects.all()] == ["remove_sample"] and trail.verify().holds
    assert not (home / "snapshot").exists()
    assert claim(setup_code()).username == "head"


def json_counts():
    return json.dumps(sample_counts())


def test_what_is_real_is_never_removed(client, town):
    client.force_login(town.administrator)

    assert client.post("/setup/sample/remove/", {"counted": json_counts(), "sure": "on"}).status_code == 404
    assert client.post("/setup/sample/as/", {"who": "office"}).status_code == 404
    with pytest.raises(Refused, match="没有示例"):
        remove_sample(town.administrator, SampleTown(pk=1), counted=sample_counts())
    with pytest.raises(Refused, match="已经启用"):
        begin_sample(OPERATOR, None, code=setup_code())
    assert Organisation.objects.filter(pk=town.city.pk).exists()


def test_numbers_that_changed_since_they_were_shown_remove_nothing(town):
    sample = SampleTown.objects.create(password="x")
    counted = sample_counts() | {"people": 1}

    with pytest.raises(Refused, match="再看一眼"):
        remove_sample(town.administrator, sample, counted=counted)
    assert Person.objects.exists()


def test_the_guide_tells_the_true_state_and_what_comes_next(town, visit):
    page = visit(town.administrator, "/setup/guide/").content.decode()

    assert "5个组织、9名党员" in page and "3位支部书记，3位有账号" in page and "四步都做好了" in page
    visit(town.east_secretary, "/setup/guide/", status=404)


def test_a_tour_walks_over_real_pages_and_ends(town, visit):
    address, stops = "/campaigns/striving/week/?tour=1", []
    while address:
        page = visit(town.east_secretary, address).content.decode()
        stops.append(address)
        found = re.search(r'<a href="([^"]+)">下一站', page)
        address = found.group(1) if found else ""

    assert len(stops) == 4 and "走完了" in page
    assert "1/4" not in visit(town.east_secretary, "/campaigns/striving/week/").content.decode()


def test_words_are_found(town, visit):
    page = visit(town.member, "/words/?q=学时").content.decode()

    assert "集中学习学时" in page and "满意" not in page


def test_a_field_says_what_its_word_means(client):
    page = client.get("/setup/").content.decode()

    assert "“组织类型”是什么" in page and "支部才有党员" in page
    english = client.get("/setup/", headers={"cookie": "language=en"}).content.decode()
    assert "Party committee, general branch" in english
