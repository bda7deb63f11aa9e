"""Which pages the walks reach, by whom first; and of every other address, where it is opened or why no walk looks at it.

A walk fails that does not reach what stands here, and so does test_reach.py when a page of the product stands nowhere.
"""

# fmt: off
WALKED = {
    "li": (
        "/", "/about-me/", "/about-me/residence/", "/accounts/password/", "/calendar/", "/meetings/card/",
        "/meetings/leave/mine/", "/mine/", "/notices/", "/open/system/suggestions/", "/pledges/0/",
        "/pledges/0/change/", "/pledges/0/withdraw/", "/pledges/mine/", "/pledges/mine/new/",
        "/pledges/steps/0/", "/pledges/steps/0/change/", "/pledges/wishes/mine/", "/ratings/draw/",
        "/reminders/", "/standards/", "/study/mine/", "/suggestions/",
    ),
    "east": (
        "/appraisal/", "/burden/", "/campaigns/striving/exemptions/0/", "/campaigns/striving/plans/0/",
        "/campaigns/striving/week/", "/campaigns/striving/week/0/", "/circulars/", "/comments/", "/coverage/",
        "/figures/", "/figures/measure/0/", "/figures/measure/0/facts/", "/figures/measure/0/trend/",
        "/gates/look-back/", "/honours/", "/meetings/", "/meetings/0/", "/meetings/0/record/",
        "/meetings/leave/", "/meetings/owed/", "/meetings/owed/0/how/", "/mobile/",
        "/organisations/", "/organisations/0/", "/organisations/0/admit/", "/organisations/0/history/",
        "/organisations/0/people/", "/organisations/0/places/", "/organisations/0/places/below/",
        "/organisations/0/structure/", "/people/0/", "/people/0/appoint/", "/people/0/correct/",
        "/people/corrections/0/", "/people/memberships/0/contact/", "/people/memberships/0/end/",
        "/people/memberships/0/mobile/", "/people/memberships/0/transfer/", "/people/posts/0/relieve/",
        "/pledges/", "/pledges/0/discuss/", "/pledges/0/return/", "/pledges/0/review/", "/pledges/letters/",
        "/pledges/letters/new/", "/pledges/new/", "/pledges/posts/", "/pledges/posts/new/", "/pledges/wishes/",
        "/pledges/wishes/call/", "/pledges/wishes/note/", "/ratings/", "/ratings/new/", "/residents/",
        "/study/", "/study/lectures/", "/study/new/", "/study/questions/", "/study/questions/new/", "/study/quizzes/",
        "/study/quizzes/new/", "/study/works/", "/supervision/findings/", "/ties/", "/ties/below/",
        "/ties/joint/", "/ties/missing/", "/trail/", "/transfers/", "/transfers/0/",
    ),
    "supervisor": (
        "/campaigns/striving/", "/campaigns/striving/draft/", "/campaigns/striving/matrix/",
        "/campaigns/striving/plans/", "/campaigns/striving/timeline/", "/campaigns/drafts/", "/gates/",
        "/gates/0/0/", "/gates/applications/0/", "/papers/", "/study/samples/", "/sums/", "/supervision/",
        "/supervision/groups/", "/supervision/places/0/", "/supervision/places/0/focus/",
        "/supervision/places/0/visit/",
    ),
    "leader": (
        "/burden/unused/", "/comments/new/",
    ),
    "administrator": (
        "/accounts/", "/organisations/import/", "/setup/guide/", "/words/",
    ),
    "office": (
        "/appraisal/new/", "/campaigns/striving/requirements/0/", "/circulars/new/", "/coverage/register/",
        "/coverage/standards/", "/honours/kinds/new/", "/honours/objections/",
        "/organisations/0/history/deed/", "/ratings/0/", "/supervision/groups/0/assign/",
        "/supervision/groups/0/join/", "/supervision/groups/0/line/", "/supervision/groups/new/",
        "/transfers/0/return/",
    ),
}
IN_PUBLIC = (
    "/open/", "/open/1.1.1/", "/open/1.1.1/board/", "/open/follow/", "/open/honours/",
    "/open/honours/objection/", "/open/rate/",
)
# Where else, or why not: the addresses.
ELSEWHERE = {
    "a file": (
        "calendar/<str:token>.ics", "campaigns/<slug:code>/archive/made/",
        "campaigns/<slug:code>/papers/<slug:name>.docx", "campaigns/drafts/<int:pk>/pack/",
        "circulars/<int:pk>/document/", "coverage/<int:pk>/gaps/", "open/honours/<str:code>/credential.jwt",
        "open/honours/<str:code>/status.json", "open/honours/key.json", "open/honours/keys.json", "open/honours/status.jwt",
        "organisations/import/<str:key>/refused.xlsx", "papers/<slug:code>/<int:pk>/supervision/",
        "api/figures/", "figures/<slug:measure>/<int:pk>/trend/picture/",
        "papers/<slug:code>/<int:pk>/circular/", "papers/<slug:code>/<int:pk>/ledger/",
        "open/<str:code>/board/paper/",
    ),
    "a part of a page, asked for while an archive is made": ("campaigns/<slug:code>/archive/progress/",),
    "a part of a page, asked for while an import runs": ("organisations/import/<str:key>/progress/",),
    "a part of a page, opened in the draft; tests/browser/test_drafting.py edits": (
        "campaigns/drafts/<int:pk>/<int:number>/edit/",
    ),
    "a script": ("meetings/worker.js",),
    "answers POST only": ("i18n/setlang/",),
    "answers POST only, once it has found the honour": ("honours/<int:pk>/exemplar/end/",),
    "rooms/accounts/tests/test_slips.py": ("accounts/choose-password/",),
    "rooms/appraisal/tests/test_drafting.py": (
        "appraisal/<int:pk>/", "appraisal/drafts/<int:pk>/", "appraisal/drafts/<int:pk>/edit/",
    ),
    "rooms/bulletins/tests/test_bands.py": ("circulars/results/", "circulars/results/<int:pk>/",),
    "rooms/bulletins/tests/test_circulars.py": (
        "circulars/<int:pk>/", "circulars/<int:pk>/decide/", "circulars/<int:pk>/lines/<int:line>/",
        "circulars/<int:pk>/words/",
    ),
    "rooms/burden/tests/test_asked.py": ("burden/of/<int:pk>/",),
    "rooms/campaigns/tests/test_closing.py": ("campaigns/<slug:code>/archive/", "campaigns/<slug:code>/closing/",),
    "rooms/comments/tests/test_comments.py": ("comments/<int:pk>/",),
    "rooms/coverage/tests/test_covering.py": ("coverage/units/<int:pk>/",),
    "rooms/drafting/tests/test_comparing.py": ("campaigns/drafts/<int:pk>/compare/",),
    "rooms/federation/tests/test_pages.py": ("sums/deliveries/<int:pk>/",),
    "rooms/figures/tests/test_pages.py": ("figures/doubts/<int:pk>/",),
    "rooms/gates/tests/test_asked_by_packs.py": ("supervision/meetings/<int:pk>/presence/",),
    "rooms/honours/tests/test_exemplars.py": ("honours/<int:pk>/exemplar/",),
    "rooms/honours/tests/test_pages.py": (
        "honours/<int:pk>/certificate/", "honours/<int:pk>/revoke/", "honours/mine/",
        "honours/nominations/<int:pk>/", "honours/nominations/<int:pk>/conditions/<int:number>/",
        "honours/nominations/<int:pk>/recommend/", "honours/objections/<int:pk>/",
        "open/honours/postings/<int:pk>/", "open/honours/postings/names/<int:pk>/",
    ),
    "rooms/honours/tests/test_voting.py": ("honours/batches/<int:pk>/vote/",),
    "rooms/meetings/tests/test_pages.py": ("meetings/owed/<int:pk>/withdraw/",),
    "rooms/mobility/tests/test_pages.py": ("residents/<int:pk>/service/", "transfers/<int:pk>/receipt/",),
    "rooms/notices/tests/test_sending.py": ("notices/unsent/",),
    "rooms/orgs/tests/test_places.py": ("organisations/places/<int:pk>/",),
    "rooms/pledges/tests/test_source_pages.py": (
        "open/<str:code>/suggest/", "pledges/letters/<int:pk>/paper/", "pledges/meetings/<int:pk>/",
        "pledges/posts/<int:pk>/take/",
    ),
    "rooms/ratings/tests/test_open_rating.py": (
        "open/rate/<int:pk>/", "open/receipts/", "ratings/<int:pk>/posters/", "ratings/<int:pk>/receipts/",
    ),
    "rooms/setup/tests/test_setting_up.py": ("setup/", "setup/sample/",),
    "rooms/standards/tests/test_standards.py": ("standards/<int:pk>/",),
    "rooms/study/tests/test_lectures.py": ("study/lectures/<int:pk>/texts/",),
    "rooms/study/tests/test_quiz_pages.py": ("study/quizzes/<int:pk>/", "study/quizzes/<int:pk>/take/",),
    "rooms/study/tests/test_pages.py": (
        "study/plans/<int:pk>/", "study/readings/<int:pk>/", "study/samples/<int:pk>/",
        "study/works/<int:pk>/",
    ),
    "rooms/study/tests/test_sample_findings.py": ("study/samples/<int:pk>/finding/",),
    "rooms/supervision/tests/test_pages.py": ("supervision/findings/<int:pk>/", "supervision/visits/<int:pk>/",),
    "rooms/ties/tests/test_joint.py": ("ties/joint/<int:pk>/", "ties/joint/sessions/<int:pk>/",),
    "tests/browser/test_appraising.py": ("appraisal/<int:pk>/<int:organisation>/",),
    "tests/browser/test_budget.py": ("accounts/sign-in/",),
    "tests/browser/test_campaigns.py": ("campaigns/<slug:code>/preview/",),
    "tests/browser/test_drafting.py": ("campaigns/drafts/<int:pk>/",),
    "tests/browser/test_honouring.py": (
        "honours/batches/<int:pk>/", "honours/batches/<int:pk>/decide/",
        "honours/batches/<int:pk>/nominate/", "honours/batches/<int:pk>/post/",
        "honours/kinds/<int:pk>/open/", "open/honours/<str:code>/",
    ),
    "tests/browser/test_importing.py": (
        "organisations/import/<str:key>/", "organisations/import/<str:key>/columns/",
    ),
    "tests/browser/test_main_pages.py": ("ratings/own/<int:pk>/", "ratings/results/<int:pk>/",),
    "tests/browser/test_meetings.py": ("ui/",),
    "tests/browser/test_supervision.py": (
        "supervision/findings/<int:pk>/answer/", "supervision/findings/<int:pk>/recheck/",
        "supervision/visits/<int:pk>/finding/",
    ),
    "tests/browser/test_transferring.py": ("search/",),
    "tests/browser/test_wishing.py": ("pledges/wishes/<int:pk>/",),
    "the page of a figure, when a doubt is refused": ("figures/<slug:measure>/<int:pk>/doubt/",),
}
# fmt: on
