"""The demonstration, played with the few branches that its story names."""

import pytest
from django.conf import settings

from tests.snapshot.test_refresh import content
from zhengyou.core import trail
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.models import Deed, Organisation
from zhengyou.demo import city, months
from zhengyou.demo.lives.ratings import GRADES
from zhengyou.rooms.appraisal.models import Dispute, Remedy, Scheme
from zhengyou.rooms.appraisal.queries import appraised_under, scores_of
from zhengyou.rooms.bulletins.models import Circular
from zhengyou.rooms.bulletins.queries import CircularState, state_of_circular
from zhengyou.rooms.burden.models import Suggestion
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.comments.models import Comment
from zhengyou.rooms.comments.queries import comment_now, waits_for_check
from zhengyou.rooms.gates.models import Decision
from zhengyou.rooms.honours.models import Exemplar, Nomination, ObjectionAnswer
from zhengyou.rooms.honours.queries import Step, way_of
from zhengyou.rooms.pledges.models import Signature, Wish
from zhengyou.rooms.ratings.models import Ballot, Round
from zhengyou.rooms.standards.models import Debate
from zhengyou.rooms.study.models import Quiz, QuizTaking, Sample

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

FEW = {
    "柳河镇": "石桥村 村 9,河西村 村 7,柳河中学 学校 6",
    "青石镇": "北关村 村 8,卫生院 医院 6",
    "南湾镇": "渔港村 村 8",
    "云岭镇": "茶山村 村 6",
    "桃溪镇": "桃溪社区 社区 7",
}


@pytest.fixture
def told(tmp_path, settings, monkeypatch):
    settings.ZHENGYOU_HOME = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr(city, "TOWNS", FEW)
    monkeypatch.setattr("zhengyou.demo.workbook.TOWNS", FEW)
    lines = []
    for line in months.play(7):
        lines.append(line)
        if line.startswith("演到"):  # a snapshot every month, so that the last is kept up and not taken whole
            Snapshot.here().refresh()
    return lines


def test_the_play_leaves_a_city_judged_from_its_facts(told, tmp_path):
    assert trail.verify().holds
    moments = list(Deed.objects.order_by("number").values_list("at", flat=True))
    assert moments == sorted(moments), "deeds are trailed in the order of the calendar"

    tiers = {a.organisation.short_name: a.score.tier for a in year_scores()}
    assert len(tiers) == 8 and tiers["渔港村"] == "lagging" and "advanced" in tiers.values()
    assert Ballot.objects.filter(answers=None).count() == 0 and Round.objects.count() == 2
    assert Decision.objects.filter(how="make_up").exists() and Decision.objects.filter(how="pass").exists()
    replied = Dispute.objects.get(organisation__short_name="北关村")
    assert replied.reply.holds and hasattr(replied.mark, "retraction")
    assert Dispute.objects.filter(reply=None).count() == 1
    assert Remedy.objects.get().organisation.short_name == "渔港村"

    assert {f.name for f in (tmp_path / "papers").iterdir()} == {"通报.docx", "台账.xlsx"}
    assert any(line.startswith("s1.1.") for line in told) and "/open/1.1.1/" in told[-1]
    assert settings.TODAY == months.LAST_DAY

    whole = Snapshot(tmp_path / "whole")
    whole.refresh()
    assert content(Snapshot.here()) == content(whole), "what deeds changed is all that changed"

    the_year_was_honoured()
    everybody_was_heard()

    (again,) = months.play(7)
    assert "没有重做" in again and Campaign.objects.count() == 1


def year_scores():
    scheme = Scheme.objects.get(name="2010年度考评")
    return scores_of(scheme, appraised_under(scheme), Organisation.objects.get(parent=None), Live())


def the_year_was_honoured():
    """Every step of the way stands somewhere for whoever looks; only the leader let the circular out."""
    steps = {(n.batch.kind.holder, n.home.short_name): way_of(n).step for n in Nomination.objects.all()}
    assert steps["organisation", "石桥村"] is Step.NOT_GIVEN
    assert steps["organisation", "北关村"] is Step.RETURNED
    assert steps["organisation", "柳河中学"] is Step.ABOVE
    assert steps["person", "石桥村"] is Step.GIVEN
    assert steps["person", "茶山村"] is Step.DECIDABLE
    assert steps["person", "桃溪社区"] is Step.CONSENT
    units = [step for (holder, _), step in steps.items() if holder == "organisation"]
    assert units.count(Step.GIVEN) == 3 and units.count(Step.OBJECTED) == 1
    assert sorted(a.upheld for a in ObjectionAnswer.objects.all()) == [False, True]
    assert Exemplar.objects.get().honour.nomination.home.short_name != "石桥村"
    praise, bands, *rest = Circular.objects.order_by("pk")
    assert state_of_circular(praise) is CircularState.ISSUED and praise.lines.count() == 4
    assert (
        state_of_circular(bands) is CircularState.ISSUED and bands.lines.filter(band="lagging").count() == 1
    )
    assert all(state_of_circular(c) is CircularState.SUBMITTED for c in rest)


def everybody_was_heard():
    """What was hoped for in summer was answered; something of every kind still waits for somebody."""
    assert not Wish.objects.filter(origin="public", on_day__year=2010, answer=None).exists()
    assert Wish.objects.filter(on_day__year=2011, answer=None).count() == 2
    assert [c.organisation.short_name for c in Comment.objects.all() if waits_for_check(comment_now(c))] == [
        "渔港村"
    ]
    asking = Signature.objects.filter(pledge__published_on=None).select_related("pledge__organisation")
    assert {s.pledge.organisation.short_name for s in asking} == {"南湾镇党委", "石桥村"}
    assert Debate.objects.filter(standard=None).get().proposals.exists()
    assert QuizTaking.objects.exists() and Quiz.objects.filter(closes_on__gte=months.LAST_DAY).count() == 1
    assert Sample.objects.get().concluded_on and Suggestion.objects.filter(answer=None).count() == 1


def test_every_manner_has_grades_to_give():
    assert all(sum(shares) == 100 for shares in GRADES.values())
