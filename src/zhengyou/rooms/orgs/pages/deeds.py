"""Deeds about people: each a short form above which a refusal stands, with everything typed still in it."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import pages
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.orgs.actions import (
    admit_member,
    answer_correction,
    appoint_post,
    correct_person,
    end_membership,
    mark_mobile,
    relieve_post,
)
from zhengyou.rooms.orgs.forms.people import (
    AdmitForm,
    AnswerForm,
    CorrectForm,
    DayForm,
    EndForm,
    MobileForm,
    PostForm,
)
from zhengyou.rooms.orgs.queries import (
    corrections_seen_by,
    found_for,
    home_within,
    membership_seen_by,
    memberships_of,
    offices_seen_by,
    organisations_seen_by,
    people_open_to,
)

answered = partial(pages.answered, template="orgs/deed.html")


def person_url(pk: int) -> str:
    """Where one person's page is."""
    return reverse("orgs:person", args=[pk])


def admit(request: HttpRequest, pk: int) -> HttpResponse:
    """登记组织关系 — somebody new in an organisation."""
    organisation = get_object_or_404(organisations_seen_by(request.user), pk=pk)
    if not orgs_where(request.user, "admit_member").filter(pk=pk).exists():
        raise Http404
    form = AdmitForm(request.POST or None, organisation=organisation)
    return answered(
        request,
        form,
        lambda **told: admit_member(request.user, organisation, **told),
        heading=_("登记新成员"),
        about=organisation.name,
        back=reverse("orgs:organisation", args=[pk]),
    )


def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """更正人员信息 — by the organisation of the person."""
    person = get_object_or_404(people_open_to(request.user), pk=pk)
    home = home_within(person, request.user, "correct_person")
    if home is None:
        raise Http404
    held = {n: getattr(person, n) for n in CorrectForm.base_fields if n not in ("identity", "phone")}
    return answered(
        request,
        CorrectForm(request.POST or None, initial=held),
        lambda **told: correct_person(request.user, home, person=person, **told),
        heading=_("更正信息"),
        about=f"{person.name} · {home.name}",
        back=person_url(pk),
    )


def _membership(request: HttpRequest, pk: int, deed: str) -> Any:
    """A membership within reach about which the viewer may do this; there is none for anybody else."""
    seen = membership_seen_by(request.user).filter(organisation__in=orgs_where(request.user, deed))
    return get_object_or_404(seen, pk=pk, until=None)


def end(request: HttpRequest, pk: int) -> HttpResponse:
    """结束组织关系 — with the reason."""
    membership = _membership(request, pk, "end_membership")
    return answered(
        request,
        EndForm(request.POST or None),
        lambda **told: end_membership(request.user, membership, **told),
        heading=_("结束组织关系"),
        about=f"{membership.person.name} · {membership.organisation.name}",
        back=person_url(membership.person_id),
        note=_("转到别的组织，请用“转出”：由对方接收，中间不断档。"),
    )


def mobile(request: HttpRequest, pk: int) -> HttpResponse:
    """登记流动 — away, or back."""
    membership = _membership(request, pk, "mark_mobile")
    initial = {"mobile": membership.mobile, "away": membership.away}
    return answered(
        request,
        MobileForm(request.POST or None, initial=initial),
        lambda **told: mark_mobile(request.user, membership, **told),
        heading=_("登记流动"),
        about=f"{membership.person.name} · {membership.organisation.name}",
        back=person_url(membership.person_id),
    )


def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """登记任职 — where the person belongs, or in an organisation that was looked up."""
    person = get_object_or_404(people_open_to(request.user), pk=pk)
    reach = orgs_where(request.user, "appoint_post")
    if not reach.exists():
        raise Http404
    words = request.GET.get("find", "").strip()
    near = [m.organisation_id for m in memberships_of(person) if m.until is None]
    near += [o.pk for o in found_for(request.user, words).organisations] if words else []
    form = PostForm(request.POST or None, organisations=reach.filter(pk__in=near))
    return answered(
        request,
        form,
        lambda organisation, **told: appoint_post(request.user, organisation, person=person, **told),
        heading=_("登记任职"),
        about=person.name,
        back=person_url(pk),
        find_words=words,
        find_label=_("不在下面的组织，先找出来"),
        find_address=request.path,
    )


def relieve(request: HttpRequest, pk: int) -> HttpResponse:
    """登记免职 — from a day on."""
    post = get_object_or_404(offices_seen_by(request.user), pk=pk, until=None)
    return answered(
        request,
        DayForm(request.POST or None),
        lambda **told: relieve_post(request.user, post, **told),
        heading=_("登记免职"),
        about=f"{post.person.name} · {post.organisation.name}{post.title}",
        back=person_url(post.person_id),
    )


def answer_asked(request: HttpRequest, pk: int) -> HttpResponse:
    """答复更正 — what somebody asked to have put right."""
    seen = corrections_seen_by(request.user).filter(
        organisation__in=orgs_where(request.user, "answer_correction")
    )
    asked = get_object_or_404(seen, pk=pk)
    return answered(
        request,
        AnswerForm(request.POST or None),
        lambda **told: answer_correction(request.user, asked, **told),
        heading=_("答复更正申请"),
        about=_("%(who)s：%(what)s") % {"who": asked.person.name, "what": asked.words},
        back=person_url(asked.person_id),
    )
