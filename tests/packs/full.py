"""One made-up pack that uses every part of the format, for tests that spoil it."""

FULL = """\
format: 2
code: full_2026
name: 岗位建功活动
name_en: Good work at one's post
about: 试验用的方案包
starts_on: 2026-03-01
historical: true
own_plans: {days: 31, accepted_by: 上级党委, source: 通知第八条}
vocabulary: {branch: 班组, member: 会员}
vocabulary_en: {branch: team}
audiences:
- code: heads
  name: 负责人
  means: 支部书记和副书记
  posts: [书记, 副书记]
- code: villages
  name: 农村支部
  means: 村一级的支部
  kinds: [branch]
  categories: [village]
stages:
- code: learn
  name: 学习
  days: 60
  look_back:
  - requirement: study
  - meeting: true
  - {code: heard, words: 群众的意见听了没有}
  present: [supervision_group]
- code: act
  name: 行动
  days: 30
  look_back: [答应的事办了没有]
  inspection: false
requirements:
- code: study
  name: 学习达标
  name_en: Enough study
  asks: 每名党员40学时，集中学习占三分之二以上
  rule: enough_study
  needs: {study_hours: 40, collective_share: 2/3}
  needs_by_category: {village: {study_hours: 30}}
  grain: person
  stage: learn
  late_days: 7
  minutes: 45
  times: 40
- code: heads_study
  name: 负责人学习
  asks: 负责人60学时
  rule: enough_study
  needs: {study_hours: 60}
  grain: person
  audience: heads
  days: 90
- code: pledged
  name: 支部承诺
  asks: 每个支部公开承诺
  rule: branch_pledged
  needs: {organisation_pledges: 1}
  grain: organisation
  stage: 2
tasks:
- {code: lesson, what: 讲一次党课, who: 书记, every: quarter, minutes: 90, stage: learn, days: 20}
criteria_sets:
- code: five_goods
  name: 五个好
  for: organisation
  items: [{what: 领导班子好, points: 20}, {what: 承诺兑现, points: 20, measure: pledges_kept}]
pledge_themes:
- {code: service, name: 服务群众, audience: villages}
topics:
- {code: ideals, name: 理想信念, reads: [charter]}
- {code: ours, name: 本单位专题, own: true}
readings:
- {code: charter, name: 章程, required: true, dated: 2022-10-22}
honours:
- code: good_branch
  name: 先进支部
  for: organisation
  quota: {share: 1/5, at_most: 10}
  conditions: [承诺全部兑现]
  met: [pledged]
  public_notice_days: 5
documents:
- {code: opening, name: 活动通知, kind: notice, stage: learn, by: 办公室, template: 关于开展活动的通知}
supervision:
  checks: [学习计划是否公开, {code: heard, what: 群众意见是否原样记下}]
  focus_least: 2
  focus_most: 3
"""
