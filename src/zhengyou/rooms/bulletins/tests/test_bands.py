"""A circular of an appraisal's bands: as the scores have them, with the way out of those that lag, of no person."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from zhengyou.core.errors import Refused
from zhengyou.core.papers import to_text
from zhengyou.rooms.appraisal.actions import dispute_score, plan_remedy, recheck_remedy
from zhengyou.rooms.appraisal.models import Remedy
from zhengyou.rooms.appraisal.tests.played import appraised_town
from zhengyou.rooms.bulletins.actions import decide_circular, draft_circular, submit_circular, word_line
from zhengyou.rooms.bulletins.models import Circular, CircularLine
from zhengyou.rooms.bulletins.papers import results_circular
from zhengyou.rooms.bulletins.queries import banded, proposed_for, schemes_to_tell
from zhengyou.rooms.campaigns.models import Campaign

LAST_DAY = date(2010, 12, 31)


@pytest.fixture
def scheme(town, on):
    """The east is advanced, the west lags, in the third branch there is nothing to judge."""
    made = appraised_town(town)
    on(LAST_DAY)
    return made


def way_out(town, scheme, **details):
    given = {"why": "承诺没办", "what": "把生产路修通", "helper": town.committee, "due_on": date(2011, 3, 31)}
    return plan_remedy(town.office, town.west, scheme=scheme, **given | details)


def drafted(town, scheme, lines=None, **details):
    given = {"campaign": town.campaign, "sort": "results", "scheme": scheme} | details
    return draft_circular(town.office, town.city, lines=lines or banded(scheme).lines, **given)


@pytest.mark.database
def test_who_lags_is_named_only_with_the_way_out(town, scheme):
    found = banded(scheme)
    assert [(line.organisation, line.band) for line in found.lines] == [(town.east, "advanced")]
    assert found.without_way == [town.west]
    with pytest.raises(Refused, match="西街社区在后进档，还没有定整顿措施"):
        drafted(town, scheme, [*found.lines, replace(found.lines[0], organisation=town.west, band="lagging")])

    remedy = way_out(town, scheme)
    [_, lagging] = banded(scheme).lines
    assert lagging.words == "2011年3月31日前把生产路修通，由红星镇党委帮" and lagging.band == "lagging"
    recheck_remedy(town.office, remedy, mended=True, words="车进了地")
    assert banded(scheme).without_way == [town.west]  # what is mended is no way out any more


@pytest.mark.database
def test_a_band_is_what_the_score_says_and_of_units_only(town, scheme):
    way_out(town, scheme)
    lines = banded(scheme).lines
    with pytest.raises(Refused, match="东街村眼下不在所写的档次"):
        drafted(town, scheme, [replace(lines[0], band="middle")])
    circular = drafted(town, scheme)
    line = circular.lines.get(whose=town.west)
    with pytest.raises(Refused, match="不是对人的评价"):
        word_line(town.office, circular, line=line, words="抓紧改", post="书记")
    with pytest.raises(Refused, match="考评结果通报只写单位，不写党员姓名"):
        word_line(town.office, circular, line=circular.lines.get(whose=town.east), words="张明做得好")
    with transaction.atomic(), pytest.raises(IntegrityError):
        CircularLine.objects.filter(pk=line.pk).update(post="书记")
    with transaction.atomic(), pytest.raises(IntegrityError):
        Circular.objects.filter(pk=circular.pk).update(scheme=None)


def test_bands_are_told_when_the_period_is_over_and_by_whoever_laid_the_scheme_down(town, scheme, on):
    assert schemes_to_tell(town.office, town.city) == [scheme]
    lines = banded(scheme).lines
    on(date(2010, 12, 30))
    assert schemes_to_tell(town.office, town.city) == []
    with pytest.raises(Refused, match="期满再通报"):
        drafted(town, scheme, lines)
    with pytest.raises(Refused, match="请选本单位印发的考评办法"):
        drafted(town, None, lines)


def test_it_reads_as_an_official_document_band_by_band(town, scheme):
    way_out(town, scheme)
    circular = drafted(town, scheme)
    submit_circular(town.office, circular)
    decide_circular(town.leader, circular, issued=True, number="红创先办〔2011〕1号")

    told = to_text(results_circular(Circular.objects.get(pk=circular.pk)))
    assert "关于年度考评结果的通报" in told and "先进1个、中间0个、后进1个。另有1个没有可评的事实" in told
    assert "先进（1个）" in told and "东街村党支部。" in told and "中间（" not in told
    assert "西街社区党支部。2011年3月31日前把生产路修通，由红星镇党委帮。" in told
    assert "书记" not in told and "第1名" not in told


def test_an_office_drafts_it_from_the_scores(town, scheme, visit, client):
    page = visit(town.office, "/appraisal/").content.decode()
    assert f"/circulars/results/{scheme.pk}/" in page
    line = scheme.criteria.get(number="A1")
    dispute_score(town.west_secretary, town.west, scheme=scheme, criterion=line, words="第2步做了")
    page = visit(town.office, f"/circulars/results/{scheme.pk}/").content.decode()
    assert f"/appraisal/{scheme.pk}/{town.west.pk}/#mending" in page and "还有1条考评异议没有答复" in page

    way_out(town, scheme)
    keys = [line.key for line in banded(scheme).lines]
    assert client.post(f"/circulars/results/{scheme.pk}/", {"lines": keys}).status_code == 302
    circular = Circular.objects.get()
    address = f"/circulars/{circular.pk}/"
    assert f"{address}lines/1/" in visit(town.office, address).content.decode()
    submit_circular(town.office, circular)
    decide_circular(town.leader, circular, issued=True)
    page = visit(town.west_secretary, address).content.decode()
    assert "<h3>先进 1</h3>" in page and "<h3>后进 1</h3>" in page and "由红星镇党委帮" in page
    assert f"{address}lines/1/" not in page
    visit(town.east_secretary, f"/circulars/results/{scheme.pk}/", status=404)
    visit(town.leader, f"/circulars/results/{scheme.pk}/", status=404)
    assert Remedy.objects.count() == 1


def test_a_programme_of_its_own_words_is_told_in_them(town, on):
    on(date(2010, 7, 5))
    Campaign.objects.filter(pk=town.campaign.pk).update(
        pack={"vocabulary": {"branch": "基层工会", "member": "会员"}}
    )
    town.campaign.refresh_from_db()
    town.campaign.requirements.update(grain="organisation")
    found = proposed_for(town.office, town.campaign, town.city, "criticism")
    assert "应达到1个基层工会，尚差1个基层工会" in found[0].words
