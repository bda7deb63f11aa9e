"""提醒 — what is due soon or overdue, told to who holds it: one list a day, in office hours, never twice.

What is in a list is the campaigns' (``reminders_of_person``, ``reminders_of_organisation``). Here is how it goes out.

facts      Choice 接收方式 (whether somebody wants it by mail, and where), Robot 群机器人 (of an organisation),
           Sending 投递 (what went out on a day by a channel, or did not)
actions    choose_channel 选择接收方式, link_robot 接入群机器人, unlink_robot 停用群机器人, close_sending 登记提醒投递
pages      notices 提醒怎么发, failures 没有发出的
"""
