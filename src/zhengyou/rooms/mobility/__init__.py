"""流动与转接 — people on the move: hand-overs of memberships, members away, service where one lives.

Source: source 002, 非公党员组织关系转接手续繁琐, 对处于流动状态的党员 (M41, M42, M232); source 000, 居住地社区
双奉献、双管理、双监督 (M33).

    facts      Transfer 组织关系转接, Contact 联系流动党员, Residence 社区报到, Service 报到服务
    measures   transfers_under_way 在途转接数, transfers_overdue 超期转接数, transfers_done, transfers_in_time,
               transfers_in_time_share 按期办结率, mobile_contacts, mobile_reached, mobile_reached_share 流动党员联系率,
               residents 报到党员数, services 报到服务次数, service_hours, members_serving, member_service_hours
    actions    start_transfer 转出组织关系, receive_transfer 接收组织关系, return_transfer 退回转接,
               cancel_transfer 撤销转接, close_transfer 收到回执, record_contact 登记联系,
               register_residence 社区报到, end_residence 取消报到, record_service 登记报到服务
    pages      transfers 组织关系转接, mobile 流动党员, residents 双报到, mine 我的社区报到
"""
